"""Dates as English readers write them: "Monday 4 December 2023", from ISO 8601 and the common TIMEX3 values."""

import re
from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2}|MO|AF|EV|NI)?.*)?$")
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}


def date_in_words(value: str, *, weekday: bool = True) -> str:
    """`value` in words, as exact as it is; other values (durations, references) are given back as they are."""
    match = _ISO.match(value)
    if not match:
        return value
    year, month, day, time = match.groups()
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return value
    if not day:
        return f"{_MONTHS[int(month) - 1]} {year}"
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return value
    words = f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    if weekday:
        words = f"{_WEEKDAYS[on.weekday()]} {words}"
    return f"{words}, {_PARTS.get(time, time)}" if time else words
