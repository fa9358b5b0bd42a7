"""Imprints: the line below a headline that names the outlet and the day ("Nehir Gazetesi / 14.10.2025, 18:40")."""

import re

from synoptic.language.page_words import PageWords
from synoptic.language.times import find_timexes
from synoptic.stages.clean.shape import is_prose, words

_MOST = 6
"""Words beside the day at most: outlet, desk, weekday, "updated", a zone."""
_LONGEST = 110
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_MONTH_FIRST = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}/\d{2,4}")
_BORDER = re.compile(r"[\W_]")
_PARTED = re.compile(r"\s*[|/·•]\s*|\s+[-–—]\s+|\s*$")
_COMMA = re.compile(r"\s*[,،،、，]\s*")
_LONGEST_NAME = 5


def imprint_date(line: str, known: PageWords) -> str | None:
    """The day in ISO 8601 that such a line states; None where it is none.

    The day opens or closes the line, with no more than some words beside it, and is given in full: in any calendar and
    in the digits of any script. An English day in figures alone is left out: nobody can tell its month from its day.
    """
    if len(line) > _LONGEST or "\n" in line or is_prose(line) or not any(map(str.isdecimal, line)):
        return None
    if known.language == "en" and _MONTH_FIRST.search(line):
        return None
    times = [(time.span, _DAY.fullmatch(time.value or "")) for time in find_timexes(line, known.language, None)]
    days = {match[1]: span for span, match in times if match}
    if len(days) != 1:
        return None
    ((day, span),) = days.items()
    before, after = line[: span.start], line[span.end :]
    first = min(time.start for time, _ in times)
    if len(words(before)) + len(words(after)) > _MOST:
        return None
    closes = len(words(after)) <= _MOST / 2 and (not before or _BORDER.match(before[-1]) is not None)
    return day if closes or not line[:first].strip() else None


def imprint_outlet(line: str, known: PageWords) -> str | None:
    """The outlet's name that opens an imprint: before a bar or dash, or before a comma where a word tells it is one."""
    if imprint_date(line, known) is None:
        return None
    name = _PARTED.split(line, maxsplit=1)[0]
    found = words(name)
    days = [time for time in find_timexes(name, known.language, None) if _DAY.fullmatch(time.value or "")]
    if days:
        name = _COMMA.split(name, maxsplit=1)[0] if _COMMA.search(name) else name[: days[0].span.start]
        name = _without_stamp(name.strip(), known)
        found = words(name)
        if not any(word.casefold().endswith(tuple(known.outlet_words)) for word in found):
            return None
    fits = 0 < len(found) <= _LONGEST_NAME and not name[0].islower() and not any(map(str.isdigit, name))
    return name.strip() if fits and name.casefold() not in known.time_stamps else None


def _without_stamp(name: str, known: PageWords) -> str:
    """The name without a word for the publishing behind it ("전기일보 입력")."""
    last = next((stamp for stamp in known.time_stamps if name.casefold().endswith(f" {stamp}")), "")
    return name[: len(name) - len(last)].rstrip() if last else name
