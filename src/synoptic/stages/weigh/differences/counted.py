"""Counted: what a figure is said of, beyond its noun: an age, a lapse, a group, the rest of one, a figure of before.

Figures of unlike sorts are not held against each other, whatever stands around them.
"""

from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from re import compile as pattern_of
from re import escape, fullmatch, match, search

from synoptic.records.annotation import Quantity, TimexType
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.amounts import dimension, range_of
from synoptic.stages.weigh.differences.frames import folded, frame
from synoptic.stages.weigh.differences.slots import Mark
from synoptic.stages.weigh.differences.words import listed

_AGE = r"[-\s](?:year|month|week|day)s?[-\s]olds?\b|\s+(?:{words})\b"
_AGED = r"\b(?:{words})\s+$"
_PERSON = r"\b(?:{words})\s+of\s+$"
_FURTHER = r"\b(?:{words})\s+$"
_FORMER = r"\b(?:{words})\s+(?:\w+\s+)?$"
_LAPSE = r"\s+\w+\s+(?:later|earlier|after|afterwards|before|ago|previously)\b"
_REST = r"\s+(?:\w+\s+)?(?:{words})\b"
_GROUP = r"\b(?:{words})\s+of\s+$"
_TOTAL = (
    r"(?:\d[\d.,]*(?:st|nd|rd|th)?|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"\s+(?:out\s+)?of\s+(?:\w+\s+)?$"
)
_CLOCK = r"(?:[01]?\d|2[0-3])\.[0-5]\d"
_NEAR = 30
"""Code points around a figure in which such words are looked for."""

_OLDEST = 110

_ENDING = frozenset({"ADP", "VERB", "AUX", "CCONJ", "SCONJ"})
"""Parts of speech behind which no noun belongs to an age any more ("a 20-year-old from England died")."""

_YEAR, _MONTH = len("2031"), len("2031-05")
_BETWEEN = pattern_of(r"\s+")


@dataclass(frozen=True, slots=True)
class Sort:
    """What a figure is, beyond a plain count: an age, a lapse, how many a group has, a rest, a whole, a former one."""

    age: bool
    lapse: bool
    group: bool
    rest: bool
    total: bool
    former: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with all that is asked of it when figures are compared, read once.

    `ends` and `dimension` are those of `amounts`; `noun` is what it counts, folded, empty where that is not known;
    `frame` is the one of `frames`.
    """

    quantity: Quantity
    ends: tuple[float, float]
    dimension: str
    sort: Sort
    noun: str
    frame: frozenset[str]


def figure_of(mark: Mark[Quantity]) -> Figure:
    """The quantity of a mark with what it is said of."""
    sort = Sort(_is_age(mark), _is_lapse(mark), _is_group(mark), _is_rest(mark), _is_total(mark), _is_former(mark))
    noun = _bearer(mark) if sort.age else "" if _counts_time(mark) else folded(mark.value.counted or "")
    return Figure(
        mark.value, range_of(mark.value), dimension(mark.value), sort, noun, frame(mark.telling, mark.value.span)
    )


def is_label(mark: Mark[Quantity]) -> bool:
    """Whether a figure counts nothing: a time of day ("11.20"), the number of a point ("Four: …") or of a thing."""
    opens = mark.span.start == mark.telling.span.start
    if opens and _after(mark).startswith((":", ")")):
        return True
    is_clock = (opens or not mark.value.counted) and fullmatch(_CLOCK, mark.words) is not None
    return not mark.value.unit and (is_clock or _is_behind_noun(mark))


def _is_behind_noun(mark: Mark[Quantity]) -> bool:
    """Whether a figure tells which of the things a noun names is meant: "lap 20", "gate 5", "resolution 1701"."""
    tokens = mark.telling.tokens
    before = next((token for token in tokens if token.end == mark.span.start - 1), None)
    if before is None or before.pos not in ("NOUN", "PROPN") or before.text.casefold() != before.lemma.casefold():
        return False
    figure = next((token for token in tokens if token.start == mark.span.start), None)
    return not mark.value.counted or (figure is not None and figure.head == before.index)


def one_sort(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one sort: both ages of one bearer, both lapses, groups, rests or wholes, or none."""
    return one.sort == other.sort and (not one.sort.age or "" in (one.noun, other.noun) or one.noun == other.noun)


def _after(mark: Mark[Quantity]) -> str:
    return mark.telling.source[mark.span.end : mark.span.end + _NEAR].casefold()


def _before(mark: Mark[Quantity]) -> str:
    return mark.telling.source[max(0, mark.span.start - _NEAR) : mark.span.start].casefold()


def _is_age(mark: Mark[Quantity]) -> bool:
    """Whether the figure is somebody's age ("a 31-year-old driver", "Agnes Dahl, 31, said", "a boy aged 12")."""
    if match(_with("of_age", _AGE), _after(mark)) or _named_before(mark) is not None:
        return True
    return _is_bare(mark) and _person_before(mark) is not None


def _person_before(mark: Mark[Quantity]) -> Token | None:
    """The noun whose age is told behind it ("a girl aged 12", "a lad of 17"); a verb or a comma where none stands."""
    aged = search(_with("aged", _AGED), _before(mark))
    if not aged and not search(_with("persons", _PERSON), _before(mark)):
        return None
    start = mark.span.start - (len(aged.group()) if aged else 0)
    before = [token for token in mark.telling.tokens if token.end <= start and token.pos != "ADP"]
    return before[-1] if before else None


def _is_bare(mark: Mark[Quantity]) -> bool:
    """Whether a plain figure that may be an age counts no noun behind it."""
    behind = next((token for token in mark.telling.tokens if token.start >= mark.span.end), None)
    plain = mark.value.unit is None and mark.value.low == mark.value.high <= _OLDEST
    return plain and (behind is None or behind.pos not in ("NOUN", "PROPN", "ADJ", "NUM"))


def _is_former(mark: Mark[Quantity]) -> bool:
    """Whether the figure is one of another month or year ("up from 12", "compared with 40", "40 last year")."""
    end, source = mark.span.end, mark.telling.source
    behind = (time for time in mark.telling.times if _BETWEEN.fullmatch(source, end, time.span.start))
    if any(time.type is TimexType.DATE and len(time.value or "") in (_YEAR, _MONTH) for time in behind):
        return True
    return search(_with("former", _FORMER), _before(mark)) is not None


def _counts_time(mark: Mark[Quantity]) -> bool:
    """Whether the noun that a figure seems to count belongs to a time behind it ("up from 12 last year")."""
    counted = mark.value.counted
    if counted is None:
        return False
    near = Span(mark.span.end, mark.span.end + _NEAR)
    behind = [time.span for time in mark.telling.times if near.contains(time.span)]
    held = (t for t in mark.telling.tokens if t.lemma == counted and t.start >= mark.span.end)
    noun = next(held, None)
    return noun is not None and any(span.contains(noun.span) for span in behind)


def _is_lapse(mark: Mark[Quantity]) -> bool:
    """Whether the figure says how much later or earlier ("six laps later")."""
    return match(_LAPSE, _after(mark)) is not None


def _is_rest(mark: Mark[Quantity]) -> bool:
    """Whether the figure counts what is left beside others ("his wife and four others", "another four")."""
    behind = match(_with("rest", _REST), _after(mark))
    return behind is not None or search(_with("rest_before", _FURTHER), _before(mark)) is not None


def _is_group(mark: Mark[Quantity]) -> bool:
    """Whether the figure is how many a group has ("a family of five")."""
    return search(_with("groups", _GROUP), _before(mark)) is not None


def _is_total(mark: Mark[Quantity]) -> bool:
    """Whether the figure is the whole of which another is a part ("20 of 71 laps")."""
    return search(_TOTAL, _before(mark)) is not None


@cache
def _with(name: str, pattern: str) -> str:
    """A pattern with the words of one list in it."""
    return pattern.replace("{words}", "|".join(sorted(map(escape, listed("counted", name)))))


def _named_before(mark: Mark[Quantity]) -> Token | None:
    """The name whose age is set behind it between commas."""
    if not mark.words.isdigit() or mark.value.low > _OLDEST or not _after(mark).startswith((",", ".", ";", ")")):
        return None
    before = [token for token in mark.telling.tokens if token.end <= mark.span.start][-2:]
    apposed = len(before) == 2 and before[1].text == "," and before[0].pos == "PROPN"
    return before[0] if apposed and not before[0].text.isupper() else None


def _bearer(mark: Mark[Quantity]) -> str:
    """The noun that an age stands before, or the name that it stands behind."""
    name = _named_before(mark)
    if name is not None:
        return folded(name.text)
    person = _person_before(mark) if _is_bare(mark) else None
    if person is not None:
        return folded(person.lemma) if person.pos == "NOUN" else ""
    tokens = [token for token in mark.telling.tokens if token.start >= mark.span.end][:8]
    behind = takewhile(lambda token: token.pos not in _ENDING, tokens)
    nouns = (folded(t.lemma) for t in behind if t.pos in ("NOUN", "PROPN") and not t.text.lower().startswith("year"))
    return next((noun for noun in nouns if noun not in ("old", "olds")), "")
