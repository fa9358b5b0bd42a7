"""Arithmetic with days: adding units, weeks, moveable feasts. Gregorian, proleptic.

Python holds the years 1 to 9999. What would lead out of `YEARS` ends at their border: no text may raise here.
"""

import calendar as gregorian
from datetime import date, datetime, timedelta

YEARS = range(2, 9998)
"""The years that are reckoned with: each has one before it and one after it, of which feasts and ends of spans may
need some days."""
_FIRST, _LAST = date(1, 1, 1), date(9998, 12, 31)
"""The first and last day that can be reached; even the last one has a day after it."""


def year_start(year: int) -> date:
    """The first of January."""
    return date(min(max(year, YEARS.start), YEARS.stop - 1), 1, 1)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= day <= gregorian.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later; the last day of the month where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = min(max(count // 12, _FIRST.year), _LAST.year), count % 12 + 1
    return date(year, month, min(day.day, gregorian.monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """So many days later, kept within the years that can be held."""
    return date.fromordinal(min(max(day.toordinal() + days, _FIRST.toordinal()), _LAST.toordinal()))


def add_seconds(moment: datetime, seconds: float) -> datetime:
    """So many seconds later, kept within the years that can be held."""
    try:
        return moment + timedelta(seconds=seconds)
    except OverflowError:
        edge = _LAST if seconds > 0 else _FIRST
        return datetime(edge.year, edge.month, edge.day, tzinfo=moment.tzinfo)


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return add_days(day, -day.weekday())


def on_or_before(day: date, weekday: int) -> date:
    """The last such weekday (1 = Monday) at or before a day."""
    return add_days(day, -((day.isoweekday() - weekday) % 7))


def on_or_after(day: date, weekday: int) -> date:
    """The first such weekday (1 = Monday) at or after a day."""
    return add_days(day, (weekday - day.isoweekday()) % 7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month (-1: the last); None where it has none."""
    if year not in YEARS:
        return None
    if nth < 0:
        last = date(year, month, gregorian.monthrange(year, month)[1])
        return on_or_before(last, weekday)
    first = on_or_after(date(year, month, 1), weekday)
    found = add_days(first, 7 * (nth - 1))
    return found if found.month == month else None


def add_business_days(day: date, count: int) -> date:
    """The day after (or before, for a negative count) so many working days, Monday to Friday."""
    # From a weekend on, the first working day lies at Monday going forward, at Friday going back.
    start = day.weekday() if day.weekday() < 5 else (-1 if count > 0 else 5)
    base = add_days(day, start - day.weekday() + (7 if day.weekday() > 4 and count > 0 else 0))
    weeks, place = divmod(start + count, 5)
    return add_days(base, 7 * weeks + place - start) if count else day


def easter(year: int) -> date:
    """Western Easter Sunday. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
