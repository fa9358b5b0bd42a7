"""Days with names: fixed in the year, counted by weekdays of a month, or counted from Easter or Advent.

A feast is written in the tables as `MM-DD`, `MM-W-n` (nth weekday of a month, -1 the last), `easter+n`, `advent+n`;
a fixed number of days may follow a counted weekday (`11-4-4+1`).
"""

from datetime import date

from synoptic.language.times.calendar import add_days, easter, make_day, nth_weekday, on_or_before


def day_of_feast(rule: str, year: int) -> date | None:
    """The day of a feast in a year, None where the rule has none for it."""
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:] or 0))
    if rule.startswith("advent"):
        fourth = on_or_before(date(year, 12, 24), 7)
        return add_days(fourth, int(rule[6:] or 0) - 21)
    rule, _, shift = rule.partition("+")
    month, weekday, *rest = rule.split("-", 2)
    if not rest:
        return make_day(year, int(month), int(weekday))
    day = nth_weekday(year, int(month), int(weekday), int(rest[0]))
    return add_days(day, int(shift or 0)) if day else None
