"""The tagger: time expressions of a text, normalised to TIMEX3 values and days.

It reads the words of the language's table and the shapes of numbers into rows of items, puts them together by rules of
composition that hold for every language, and places what was understood in the calendar, from the reference date on.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date, datetime
from functools import cache

from synoptic.language.times.calendar import YEARS
from synoptic.language.times.clocks import CLOCKS
from synoptic.language.times.cues import CUES, EDGES, LISTS
from synoptic.language.times.dates import DATES
from synoptic.language.times.durations import DURATIONS
from synoptic.language.times.eras import ERAS
from synoptic.language.times.lexer import MARK_SETS, SHAPE_SETS, Item, read_items
from synoptic.language.times.lexicon import Lexicon, lexicon_of
from synoptic.language.times.moments import ALONE, MOMENTS
from synoptic.language.times.numbers import NUMBER_SETS, join_numbers
from synoptic.language.times.offsets import OFFSETS
from synoptic.language.times.patterns import KIND_SETS, KINDS, Alphabet, rewrite
from synoptic.language.times.ranges import RANGES
from synoptic.language.times.relatives import RELATIVES
from synoptic.language.times.sets import SETS
from synoptic.language.times.settle import Frame, Settled, settle
from synoptic.language.times.trust import is_trusted
from synoptic.records.annotation import Timex, TimexType
from synoptic.records.span import Span

RULES = (
    *ERAS,
    *CLOCKS,
    *DURATIONS,
    *DATES,
    *SETS,
    *RELATIVES,
    *OFFSETS,
    *CUES,
    *EDGES,
    *OFFSETS,
    *RANGES,
    *MOMENTS,
    *SETS,
    *RANGES,
    *EDGES,
    *LISTS,
    *LISTS,
    *ALONE,
)
"""All rules, from the parts to the whole; some kinds come again over what others made."""

TRIGGERS = frozenset(
    [
        "at",
        "century_word",
        "clock",
        "clocklike",
        "date",
        "day_mark",
        "day_number",
        "daypart",
        "daypart_alone",
        "dayparts",
        "decade",
        "decade_mark",
        "decade_noun",
        "decade_word",
        "era",
        "every",
        "feast",
        "fiscal",
        "fiscal_mark",
        "half_before",
        "half_name",
        "hclock",
        "hour",
        "late_part",
        "meal",
        "meridiem",
        "moment",
        "month",
        "month_mark",
        "oclock",
        "ordinal",
        "quarter_name",
        "recent",
        "ref",
        "relday",
        "relpart",
        "relspan",
        "length",
        "hour_mark",
        "returns",
        "season",
        "set",
        "short",
        "solar_month",
        "solar_year",
        "times",
        "unit",
        "unsure",
        "vague_ref",
        "weekday",
        "weekday_ordinal",
        "weekday_part",
        "weekdays",
        "weekend",
        "year",
        "year_mark",
    ]
)
"""Only a run with one of these can hold a time."""

LEADERS = frozenset({"on_the", "clock_article", "clock_and", "before_hour"})
"""Before a number, one of these may lead to a time."""

OTHER_SETS = (*KIND_SETS.values(), *MARK_SETS.values(), *NUMBER_SETS, *SHAPE_SETS)
"""The sets of categories that items have beside those of words."""

_SENTENCE_END = re.compile(r"[.!?。！？।؟]['\"”’»)]*(?=\s+[^\W\d_a-z]|\s*$)|\n")

_NATIVE = re.compile(r"(?![0-9])\d")

WINDOW = 400
"""Characters to each side in which verbs are looked for: a text without full stops stays cheap."""

_TITLE = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\Z")
"""A full stop after so short a capitalised word ("Gov.", "Mr.", "U.S.") ends no sentence."""


def find_timexes(text: str, language: str, reference: datetime | None) -> tuple[Timex, ...]:
    """The time expressions of `text` in order, none overlapping; offsets count from 0 in `text`.

    `language` is BCP 47. Without a reference, values that depend on one keep X for what is not known, or are None; so
    they do with one in a year that is not reckoned with ("9999-12-31" stands for "never").
    """
    if reference is not None and reference.year not in YEARS:
        reference = None
    text = with_plain_digits(text)
    lexicon = lexicon_of(language)
    alphabet = _alphabet(lexicon.language)
    found: list[Timex] = []
    anchor: date | None = None
    bounds = [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if not _TITLE.search(text[max(0, match.start() - 5) : match.start()])
    ]
    for run in read_items(text, lexicon):
        run = join_numbers(run, lexicon)
        if not any(item.categories & TRIGGERS for item in run) and not _may_tell(run):
            continue
        frame = replace(_tense(text, run, bounds, lexicon), reference=reference, anchor=anchor)
        row = rewrite(run, alphabet, frame, lexicon, text)
        for position, item in enumerate(row):
            settled = _settled(item, position, row, text, frame, lexicon)
            if settled is None:
                continue
            found.append(_timex(item, settled))
            if settled.first and settled.end and (settled.end - settled.first).days == 1:
                anchor = settled.first
    return tuple(found)


def with_plain_digits(text: str) -> str:
    """The text with the digits of all scripts as 0 to 9, each in its place."""
    if text.isascii():
        return text
    return _NATIVE.sub(lambda match: str(int(match.group())), text)


def _may_tell(run: list[Item]) -> bool:
    """Whether a number stands behind a word that may lead to a day or an hour: "il 15", "sono le otto"."""
    return any(
        item.categories & LEADERS and any("number" in other.categories for other in run[place + 1 :])
        for place, item in enumerate(run)
    )


@cache
def _alphabet(language: str) -> Alphabet:
    """The rules compiled for the words of one language."""
    words = (entry.categories for entries in lexicon_of(language).entries.values() for entry in entries)
    return Alphabet(RULES, (*sorted(set(words), key=sorted), *OTHER_SETS))


def _settled(item: Item, position: int, row: list[Item], text: str, frame: Frame, lexicon: Lexicon) -> Settled | None:
    if len(item.values) != 1 or item.values[0][0] not in KINDS.values():
        return None
    content = item.values[0][1]
    if isinstance(content, int | float | str) or not is_trusted(item, content, row[:position], text, lexicon):
        return None
    return settle(content, frame)


def _timex(item: Item, settled: Settled) -> Timex:
    interval = None
    if settled.first and settled.end and settled.first < settled.end:
        interval = (settled.first.isoformat(), settled.end.isoformat())
    return Timex(Span(item.start, item.end), TimexType(settled.kind), settled.value, interval)


def _tense(text: str, run: list[Item], bounds: list[int], lexicon: Lexicon) -> Frame:
    """Whether the words nearest to the run, in its sentence, look ahead or back."""
    if lexicon.future is None or lexicon.past is None:
        return Frame()
    start = next((item.start for item in run if item.categories & TRIGGERS), run[0].start)
    end = run[-1].end
    index = bisect_right(bounds, start)
    low = bounds[index - 1] if index else 0
    high = bounds[index] if index < len(bounds) else len(text)
    before, after = (max(low, start - WINDOW), start), (end, min(high, end + WINDOW))
    ahead = _nearest(lexicon.future, text, before, after)
    maybe = _nearest(lexicon.possible, text, before, after) if lexicon.possible else None
    back = _nearest(lexicon.past, text, before, after)
    near = min((known for known in (ahead, maybe, back) if known is not None), default=None)
    return Frame(
        future=ahead is not None and ahead == near,
        past=back is not None,
        possible=maybe is not None and maybe == near,
        distance=near,
    )


def _nearest(pattern: re.Pattern[str], text: str, before: tuple[int, int], after: tuple[int, int]) -> int | None:
    """How far away, in characters, the nearest match before or after a run is."""
    distances = [before[1] - match.end() for match in pattern.finditer(text, *before)]
    match = pattern.search(text, *after)
    if match is not None:
        distances.append(match.start() - after[0])
    return min(distances, default=None)
