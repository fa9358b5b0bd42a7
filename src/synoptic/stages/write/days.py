"""Days in reported clauses: "yesterday" and "on Friday" become dates, or keep a clause from being taken over."""

import re
from collections.abc import Sequence
from datetime import date

from synoptic.language.dates_in_words import date_in_words
from synoptic.records.annotation import Timex
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span
from synoptic.stages.write.scene import Scene

MOST_DAYS_APART = 5
"""Days between an article's own date and the event within which its weekdays are written out. News is told within days;
pages that were stamped later ("updated") lie further off and date a "Sunday" wrongly."""

_RELATIVE_DAY = re.compile(r"^(?:yesterday|today|tonight|tomorrow|earlier today|last night)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:minutes?|hours?|seconds?|moments?|now)\b", re.IGNORECASE)
_PART_OF_DAY = re.compile(
    r"(?:\w+day|yesterday|today|tomorrow)(?: (?P<part>morning|afternoon|evening|night))?", re.IGNORECASE
)
_NEAR_DAY = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening)|last night)\b", re.IGNORECASE
)
_SAID_FROM_A_DAY = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|a short time ago|(?:earlier )?(?:this|last|next) "
    r"(?:morning|afternoon|evening|night|week|weekend|month|season|year|spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
_LAST_MONTH = re.compile(r"\d{4}-\d\d$")
_OF_MONTH = re.compile(
    r"(?:last|next|this) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_COUNTED_FROM = re.compile(
    r"^(?:(?:earlier|later) )?(?:this|last|next|the past|the coming) (?:week|month|quarter|year)", re.IGNORECASE
)


_YEAR_OR_MONTH = re.compile(r"(?:(?P<part>earlier|later) )?(?P<which>this|last|next) (?:year|month)", re.IGNORECASE)
"""A year or month that counts from the article's own day."""


def _of_calendar(time: Timex, parse: Parse) -> str:
    """A year or month that counts from the article's own day, with its name ("this year": "in 2031"); else nothing."""
    found = _YEAR_OR_MONTH.fullmatch(time_words(parse, time))
    tokens = parse.within(time.span)
    if found is None or not re.fullmatch(r"\d{4}(?:-\d\d)?", time.value or "") or _qualifies(tokens):
        return ""
    before, after = parse.tokens[tokens[0].index - 1 : tokens[0].index], parse.tokens[tokens[-1].index + 1 :][:1]
    if after and after[0].text in {"’s", "'s"}:
        return ""
    led = before and before[0].pos in {"ADP", "SCONJ"}
    return f"{found['part'] + ' ' if found['part'] else ''}{'' if led else 'in '}{date_in_words(time.value or '')}"


def dates_written_out(times: Sequence[Timex], parse: Parse, within: Span) -> list[tuple[Span, str]]:
    """Days that depend on the article's own date, with what to write in their place."""
    edits = []
    for time in times:
        value = time.value or ""
        if within.contains(time.span) and (named := _of_calendar(time, parse)):
            edits.append((time.span, named))
            continue
        if within.contains(time.span) and _LAST_MONTH.match(value) and _OF_MONTH.fullmatch(time_words(parse, time)):
            edits.append((time.span, f"in {date_in_words(value)}"))
        if not within.contains(time.span) or not re.match(r"\d{4}-\d\d-\d\d", value):
            continue
        tokens = parse.within(time.span)
        words = time_words(parse, time)
        if not tokens or re.search(r"\d{4}", words) or _is_feast(words, value) or _qualifies(tokens):
            continue
        before = parse.tokens[tokens[0].index - 1] if tokens[0].index else None
        after = parse.tokens[tokens[-1].index + 1] if tokens[-1].index + 1 < len(parse.tokens) else None
        if "T" in value and not _PART_OF_DAY.fullmatch(words):
            continue
        if _CLOCK.search(words) or (after is not None and after.text in {"’s", "'s", "of"}):
            continue
        led = before is not None and before.pos in {"ADP", "DET", "SCONJ"} and not _RELATIVE_DAY.match(words)
        part = _PART_OF_DAY.fullmatch(words)
        day = date_in_words(value[:10])
        if part and part["part"]:
            day = f"the {part['part']} of {day}"
        edits.append((time.span, ("" if led else "on ") + day))
    return edits


def time_words(parse: Parse, time: Timex) -> str:
    """The words of a time, parted by single blanks."""
    return " ".join(token.text for token in parse.within(time.span))


def _is_feast(words: str, value: str) -> bool:
    """Whether a day is named for itself ("New Year's Eve"): it needs no date, and may be another year's."""
    if re.search(r"\d", words) or _RELATIVE_DAY.match(words):
        return False
    weekday = date_in_words(value[:10])[:3]
    capitals = [word for word in re.findall(r"[^\W\d_]\w+", words) if word[0].isupper()]
    return bool(capitals) and not any(word.startswith(weekday) for word in capitals)


def _qualifies(tokens: Sequence[Token]) -> bool:
    """Whether a day stands before the noun that it qualifies ("the Sunday party"): a date there breaks the phrase."""
    inside = {token.index for token in tokens}
    return any(
        token.dep in {"compound", "nmod", "amod", "poss"} and token.head > tokens[-1].index and token.head not in inside
        for token in tokens
    )


def counts_from_its_day(text: str) -> bool:
    """Whether words hold a day, week or year counted from the day on which they were written ("last week")."""
    return _SAID_FROM_A_DAY.search(text) is not None


def leans_on_its_day(time: Timex, parse: Parse, text: str) -> bool:
    """Whether a time is counted from the article's own day and cannot be written out ("this week", "9 a.m. today")."""
    value, words = time.value or "", time.span.of(text)
    if _of_calendar(time, parse):
        return False
    if re.match(r"\d{4}(?:-(?:W\d\d|Q\d|\d\d))?$", value):
        return _COUNTED_FROM.match(words) is not None
    return "T" in value and _NEAR_DAY.search(words) is not None and not _PART_OF_DAY.fullmatch(words)


def dates_hold(scene: Scene, article: str) -> bool:
    """Whether an article's own day, from which its "Monday" counts, is to be believed.

    It must lie near the event, or near the middle of the days of all accounts.
    """
    reference, main = scene.accounts[article].annotation.reference, scene.findings.main_event.date
    if reference is None:
        return False
    known = [
        each.annotation.reference.date for each in scene.accounts.values() if each.annotation.reference is not None
    ]
    days = sorted(day for day in map(day_of, known) if day is not None)
    own, anchors = day_of(reference.date), [day_of(main), days[len(days) // 2] if len(days) > 2 else None]
    if own is None or anchors == [None, None]:
        return reference.certain
    return any(day is not None and abs((own - day).days) <= MOST_DAYS_APART for day in anchors)


def day_of(value: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None of anything else."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
