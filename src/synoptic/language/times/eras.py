"""Dates of other calendars as they are written out, and years with a word behind them ("3 марта 2026 года").

Persian months and years, years of Japanese eras and of Taiwan.
"""

from synoptic.language.times.calendar import make_day
from synoptic.language.times.dates import day_and_month, month_of_year, quarter_of_year
from synoptic.language.times.other_calendars import persian_day
from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.values import Content, When


def _persian_day(found: Found) -> Content | None:
    """Reads "22 Mehr 1404", and "22 Mehr" of the nearest year."""
    day, month, year = found.number("d", "number", "ordinal"), found.number("m", "solar_month"), _persian_year(found)
    if day is None or month is None or persian_day(1403, month, day) is None:
        return None
    if year is None:
        return When("day", feast=f"persian-{month:02d}-{day:02d}")
    found_day = persian_day(year, month, day)
    return When("day", found_day.year, found_day.month, found_day.day) if found_day else None


def _persian_month(found: Found) -> Content | None:
    month, year = found.number("m", "solar_month"), _persian_year(found)
    if month is None or year is None:
        return None
    first = persian_day(year, month, 1)
    end = persian_day(year, month + 1, 1) if month < 12 else persian_day(year + 1, 1, 1)
    return When("span", first=first, end=end) if first and end else None


def _whole_persian_year(found: Found) -> Content | None:
    year = _persian_year(found)
    first, end = (persian_day(year + more, 1, 1) if year else None for more in (0, 1))
    return When("span", first=first, end=end) if first and end else None


def _persian_year(found: Found) -> int | None:
    return found.number("y", "solar_year") if found.has("y") else None


def _of_era(found: Found) -> Content | None:
    """Reads "令和7年11月6日": the era's value is the year before its first."""
    before, number = found.number("e", "era"), found.number("n", "number", "era_first")
    month, day = found.number("m", "number"), found.number("d", "number")
    if before is None or number is None or not 1 <= number < 200:
        return None
    year = before + number
    if day is not None:
        return When("day", year, month, day) if make_day(year, month or 0, day) else None
    return When("month", year, month) if month and 1 <= month <= 12 else When("year", year)


ERAS = (
    Rule("{d:number|ordinal} {m:solar_month} {unit}? {comma}? {year_word}? {y:solar_year}", _persian_day),
    Rule("{d:number|ordinal} {m:solar_month}(?!{number})", _persian_day),
    Rule("{m:solar_month} {unit}? {comma}? {year_word}? {y:solar_year}", _persian_month),
    Rule("{year_word} {y:solar_year}", _whole_persian_year),
    Rule("{e:era} {n:number|era_first} {year_mark} {m:number} {month_mark} {d:number} {day_mark}", _of_era),
    Rule("{e:era} {n:number|era_first} {year_mark} {m:number} {month_mark}", _of_era),
    Rule("{e:era} {n:number|era_first} {year_mark}", _of_era),
    Rule("{d:number|ordinal} {m:month} {comma}? {y:year} {year_mark}", day_and_month),
    Rule("{m:month} {y:year} {year_mark}", month_of_year),
    Rule("{y:year} {year_mark} {of}? {n:quarter_name}", quarter_of_year),
    Rule("{y:year} {year_mark} {of}? (?P<half>{n:half_name})", quarter_of_year),
    Rule("{quarter_word} {n:ordinal} {of|in}? {year_word}? {y:year}", quarter_of_year),
    Rule("(?P<half>{half_word}) {n:ordinal} {of|in}? {year_word}? {y:year}", quarter_of_year),
)
