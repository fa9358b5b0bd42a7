"""Days with names: fixed in the year, counted by weekdays of a month, or counted from Easter or Advent.

A feast is written in the tables as `MM-DD`, `MM-W-n` (nth weekday of a month, -1 the last), `easter+n` (also from
the other days of `STARTS`), `islamic-MM-DD`, `persian-MM-DD`;
a fixed number of days may follow a counted weekday (`11-4-4+1`).
"""

import re
from collections.abc import Callable
from datetime import date

from synoptic.language.times.calendar import YEARS, add_days, easter, make_day, nth_weekday, on_or_before
from synoptic.language.times.other_calendars import (
    hanukkah,
    islamic_day,
    jewish_new_year,
    orthodox_easter,
    passover,
    persian_feast,
)


def first_advent(year: int) -> date:
    """The fourth Sunday before Christmas."""
    return add_days(on_or_before(date(year, 12, 24), 7), -21)


STARTS: dict[str, Callable[[int], date]] = {
    "easter": easter,
    "orthodox": orthodox_easter,
    "jewish": jewish_new_year,
    "passover": passover,
    "hanukkah": hanukkah,
    "advent": first_advent,
}
"""Movable days from which others are counted."""


def day_of_feast(rule: str, year: int) -> date | None:
    """The day of a feast in a year, None where the rule has none for it."""
    if year not in YEARS:
        return None
    counted = re.fullmatch(r"([a-z]+)([+-]\d+)?", rule)
    if counted is not None:
        return add_days(STARTS[counted[1]](year), int(counted[2] or 0))
    if rule.startswith("islamic-"):
        return islamic_day(year, *(int(part) for part in rule.split("-")[1:]))
    if rule.startswith("persian-"):
        return persian_feast(year, *(int(part) for part in rule.split("-")[1:]))
    rule, _, shift = rule.partition("+")
    month, weekday, *rest = rule.split("-", 2)
    if not rest:
        return make_day(year, int(month), int(weekday))
    day = nth_weekday(year, int(month), int(weekday), int(rest[0]))
    return add_days(day, int(shift or 0)) if day else None


def open_feast(rule: str, year: str) -> str:
    """The TIMEX3 value of a feast in a year not known: its month and day, or its weekday, where they are fixed."""
    parts = rule.partition("+")[0].split("-", 2)
    if not all(part.lstrip("-").isdigit() for part in parts) or rule.startswith("islamic"):
        return f"{year}-XX-XX"
    if len(parts) == 2:
        return f"{year}-{int(parts[0]):02d}-{int(parts[1]):02d}"
    return f"{year}-{int(parts[0]):02d}-WXX-{parts[1]}-{parts[2]}"
