"""Days with names: fixed in the year, counted by weekdays of a month, or counted from Easter.

A feast is written in the tables as `MM-DD`, `MM-W-n` (nth weekday of a month, -1 the last), `easter+n`, or `a|b` never:
one name, one rule. Moveable feasts of other calendars are given for the years that are tabled here.
"""

from datetime import date

from synoptic.language.times.calendar import add_days, easter, make_day, nth_weekday


def day_of_feast(rule: str, year: int) -> date | None:
    """The day of a feast in a year, None where the rule has none for it."""
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:] or 0))
    rule, _, shift = rule.partition("+")
    parts = [int(part) for part in rule.replace("--", "-!").split("-") if not part.startswith("!")]
    if len(parts) == 2:
        return make_day(year, parts[0], parts[1])
    nth = -1 if "--" in rule else parts[2]
    day = nth_weekday(year, parts[0], parts[1], nth)
    return add_days(day, int(shift or 0)) if day else None
