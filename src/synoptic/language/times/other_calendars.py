"""Days of other calendars as Gregorian days: the Persian; feasts of the Islamic, Jewish and Julian (Orthodox Easter).

Source of the arithmetic: Reingold and Dershowitz, Calendrical Calculations; Meeus, Astronomical Algorithms, ch. 8. The
Islamic calendar is the tabular one: what is seen of the moon may move a feast by a day.
"""

from datetime import date

_HIJRA = 227_015
"""Ordinal of the first day of the Islamic calendar (16 July 622, Julian), as `date.toordinal` counts."""
_CREATION = -1_373_427
"""Ordinal of the first day of the Jewish calendar."""


_NOWRUZ = date(2025, 3, 21).toordinal()
_NOWRUZ_YEAR = 1404
"""The first day of a Persian year from which the others are counted."""
_PERSIAN_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Leap years in the cycle of 33 years, which agrees with the observed calendar from 1178 to 1633 (1799 to 2255)."""


PERSIAN_YEARS = range(1300, 1500)
"""Years of the Persian calendar that outlets write of (1921 to 2121); Gregorian ones are larger."""


def persian_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day of the Persian (solar Hijri) calendar; None where that year has no such day."""
    if not (1178 <= year <= 1633 and 1 <= month <= 12 and day >= 1):
        return None
    if day > (31 if month <= 6 else 30 if month < 12 or year % 33 in _PERSIAN_LEAP else 29):
        return None
    years = range(_NOWRUZ_YEAR, year) if year >= _NOWRUZ_YEAR else range(year, _NOWRUZ_YEAR)
    days = sum(365 + (each % 33 in _PERSIAN_LEAP) for each in years)
    start = _NOWRUZ + (days if year >= _NOWRUZ_YEAR else -days)
    return date.fromordinal(start + 31 * (month - 1) - max(month - 7, 0) + day - 1)


def persian_feast(year: int, month: int, day: int) -> date | None:
    """The day of a Gregorian year on which such a day of the Persian year falls; None where none does."""
    found = (persian_day(persian, month, day) for persian in (year - 622, year - 621))
    return next((each for each in found if each is not None and each.year == year), None)


def islamic_day(year: int, month: int, day: int) -> date | None:
    """The first day of a Gregorian year on which such a day of the Islamic year falls; None where none does."""
    about = (year - 622) * 33 // 32
    for hijri in range(max(about - 1, 1), about + 3):
        months = 29 * (month - 1) + month // 2
        ordinal = _HIJRA - 1 + 354 * (hijri - 1) + (3 + 11 * hijri) // 30 + months + day
        if ordinal >= 1 and date.fromordinal(ordinal).year == year:
            return date.fromordinal(ordinal)
    return None


def jewish_new_year(year: int) -> date:
    """Rosh Hashanah in the autumn of a Gregorian year."""
    jewish = year + 3761
    before, this, after = _elapsed(jewish - 1), _elapsed(jewish), _elapsed(jewish + 1)
    moved = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(_CREATION + this + moved)


def passover(year: int) -> date:
    """The first day of Passover in the spring of a Gregorian year."""
    return date.fromordinal(jewish_new_year(year).toordinal() - 163)


def hanukkah(year: int) -> date:
    """The first day of Hanukkah that ends in or begins in the winter of a Gregorian year."""
    start, following = jewish_new_year(year), jewish_new_year(year + 1)
    length = (following - start).days
    return date.fromordinal(start.toordinal() + (84 if length in (355, 385) else 83))


def _elapsed(year: int) -> int:
    """Days from the beginning of the Jewish calendar to the new moon of a year's first month, moved off bad days."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian day."""
    moon = (19 * (year % 19) + 15) % 30
    day = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, number = divmod(moon + day + 114, 31)
    gap = year // 100 - year // 400 - 2
    return date.fromordinal(date(year, month, number + 1).toordinal() + gap)
