"""Dates that a page states of itself: in stamps ("Published 3 May 2021"), in datelines, in captions."""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from synoptic.language.page_words import PageWords


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A day as written; `year` is None where the text does not give it."""

    month: int
    day: int
    year: int | None
    start: int
    end: int

    @property
    def iso(self) -> str | None:
        """ISO 8601, or None without a year or for a day that does not exist."""
        if self.year is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return None


_ISO = r"(?P<iso>(?P<iy>(?:19|20)\d\d)[-/.](?P<im>0?[1-9]|1[0-2])[-/.](?P<id>0?[1-9]|[12]\d|3[01]))(?!\d)"
_CLOCK = (
    r"(?:[T,]?\s*(?:at\s+|à\s+|às\s+|um\s+|alle\s+|a las\s+)?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?"
    r"\s*(?:[ap]\.?m\.?|uhr|h)?\s*(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)?)"
)


def date_source(known: PageWords) -> str:
    """The pattern of a day in the month names of the language: "December 5, 2023", "5 Dec.", "5 de mayo", ISO."""
    months = "|".join(re.escape(word) for word, _ in known.months)
    of = "|".join(re.escape(word) for word in known.time_of)
    of = f"(?:(?:{of})\\s+)?" if of else ""
    month_first = (
        rf"(?P<mf>{months})\.?,?\s+(?P<md>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,?\s+(?P<my>(?:19|20)\d\d))?"
    )
    day_first = (
        rf"(?P<dd>[0-3]?\d)(?:st|nd|rd|th|er|º|°|\.)?\s+{of}(?P<dm>{months})\b\.?,?(?:\s+{of}(?P<dy>(?:19|20)\d\d))?"
    )
    return rf"(?:{_ISO}|{month_first}|{day_first})(?!\w)"


@cache
def _date(known: PageWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-]){date_source(known)}", re.IGNORECASE)


def find_dates(text: str, known: PageWords) -> list[StatedDate]:
    """All days in `text`, in order."""
    months = dict(known.months)
    found = []
    year: int | None
    for match in _date(known).finditer(text):
        group = match.groupdict()
        if group["iso"]:
            year, month, day = int(group["iy"]), int(group["im"]), int(group["id"])
        else:
            name, day_text, year_text = (
                (group["mf"], group["md"], group["my"]) if group["mf"] else (group["dm"], group["dd"], group["dy"])
            )
            year = int(year_text) if year_text else None
            month, day = months[name.casefold()], int(day_text)
        if 1 <= day <= 31:
            found.append(StatedDate(month, day, year, *match.span()))
    return found


@cache
def _stamp(known: PageWords) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(known.time_stamps, key=len, reverse=True))
    weekday = r"(?:[^\W\d]{2,9}\.?,?\s+)?"
    return re.compile(
        rf"^(?P<word>(?:{words})\s*[:|–-]?\s+)?(?:on\s+)?{weekday}(?P<date>{date_source(known)})"
        rf"(?:\s*[,|•·–-]?\s*{_CLOCK})?(?:\s*\([^)]{{0,30}}\))?\s*(?P<rest>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


def is_stamp(line: str, known: PageWords) -> bool:
    """Whether a line is nothing but a date, with or without "Published" or a time of day, or two of them."""
    if len(line) > 120:
        return False
    match = _stamp(known).match(line)
    if match is None or not (match["word"] or match["my"] or match["dy"] or match["iso"]):
        return False
    rest = match["rest"].strip(" |,•·–-.")
    return not rest or is_stamp(rest, known) or (len(rest) <= 12 and not rest.islower())


def leading_stamp(line: str, known: PageWords) -> tuple[int, str] | None:
    """Where a stamp with its word ("date 2021-05-03") before other text ends, and its date; None for none."""
    match = _stamp(known).match(line)
    if match is None or not match["word"] or not match["rest"].strip():
        return None
    dates = find_dates(match["date"], known)
    iso = dates[0].iso if dates else None
    return (match.start("rest"), iso) if iso else None
