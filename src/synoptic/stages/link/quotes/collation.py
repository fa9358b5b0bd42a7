"""Collation: the versions of an utterance aligned word by word, like the witnesses of a manuscript.

Progressive multiple alignment: the two likest versions first, then each next one against the columns so far. Source:
the guide order of Feng and Doolittle (1987), the pairwise step of Needleman and Wunsch (1970).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from synoptic.language.speech import speech_table
from synoptic.language.terms import terms
from synoptic.language.tokens import tokenize
from synoptic.records.annotation import QuoteForm
from synoptic.records.article import Article
from synoptic.records.links import QuoteMember, Reading
from synoptic.records.span import Span

type Column = tuple[Span | None, ...]

_SAME, _STEM, _REPLACED, _GAP = 3.0, 2.5, -1.0, -0.75
"""Scores of a step. Replacing costs less than a gap on both sides: one word changed for another is one place."""
_UNLIKE = -2.5
"""Replacing a short word by a long one: most often a function word by a content word."""
_SHORT, _LONG = 3, 6
"""Letters up to which a word counts as short, and from which as long."""


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    text: str
    stem: str


def collate(
    members: Sequence[QuoteMember], articles: Mapping[str, Article]
) -> tuple[tuple[Column, ...], tuple[tuple[Reading, ...], ...]]:
    """The columns of the alignment (one span or None a member) and the places where the members differ."""
    rows = [
        _words(member, articles[member.article].text, articles[member.article].language or "") for member in members
    ]
    order = _guide(rows)
    columns: list[list[_Word | None]] = [_single(len(rows), order[0], word) for word in rows[order[0]]]
    for number in order[1:]:
        columns = _joined(columns, number, rows[number])
    spans = tuple(tuple(word.span if word else None for word in column) for column in columns)
    return spans, _variants(columns, members, articles)


@cache
def _opening_words(language: str) -> frozenset[str]:
    return frozenset(speech_table(language or "en").that)


def _words(member: QuoteMember, text: str, language: str) -> list[_Word]:
    """The words of a version; the "that" of reported speech is no word of the utterance."""
    found = []
    for part in member.content:
        for token in tokenize(part.of(text)):
            span = token.shifted(part.start)
            word = span.of(text)
            if any(map(str.isalnum, word)):
                stems = terms(word)
                found.append(_Word(span, word.casefold(), _stem(stems[0]) if stems else word.casefold()))
    if member.form is not QuoteForm.DIRECT and len(found) > 1 and found[0].text in _opening_words(language):
        return found[1:]
    return found


def _stem(term: str) -> str:
    """A rough stem: the first five letters of words in scripts with spaces ("resilient", "resilience")."""
    return term[:5] if len(term) > 6 else term


def _single(size: int, member: int, word: _Word) -> list[_Word | None]:
    column: list[_Word | None] = [None] * size
    column[member] = word
    return column


def _guide(rows: Sequence[Sequence[_Word]]) -> list[int]:
    """The likest pair, then always the version that is likest to one already placed."""
    bags = [frozenset(word.stem for word in row) for row in rows]

    def alike(one: int, other: int) -> float:
        return 2 * len(bags[one] & bags[other]) / max(1, len(bags[one]) + len(bags[other]))

    _, first, second = min((-alike(i, j), i, j) for i in range(len(rows)) for j in range(i + 1, len(rows)))
    order = [first, second]
    nearest = {i: max(alike(i, first), alike(i, second)) for i in range(len(rows)) if i not in order}
    while nearest:
        chosen = min(nearest, key=lambda i: (-nearest[i], i))
        del nearest[chosen]
        order.append(chosen)
        for i in nearest:
            nearest[i] = max(nearest[i], alike(i, chosen))
    return order


def _score(column: Iterable[tuple[str, str]], word: _Word) -> float:
    """How well a word stands in a column, of which each distinct word is given with its stem."""
    best = -10.0
    for text, stem in column:
        if text == word.text:
            return _SAME
        if stem == word.stem:
            best = max(best, _STEM)
        else:
            short, long = sorted((len(text), len(word.text)))
            unlike = short <= _SHORT and long >= _LONG
            best = max(best, _UNLIKE if unlike else _REPLACED)
    return best


def _joined(columns: list[list[_Word | None]], member: int, row: Sequence[_Word]) -> list[list[_Word | None]]:
    """The columns with one more version aligned to them."""
    height, width = len(columns), len(row)
    table = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(1, height + 1):
        table[i][0] = i * _GAP
    for j in range(1, width + 1):
        table[0][j] = j * _GAP
    distinct = [dict.fromkeys((word.text, word.stem) for word in column if word) for column in columns]
    scores = [[_score(column, word) for word in row] for column in distinct]
    for i in range(1, height + 1):
        for j in range(1, width + 1):
            table[i][j] = max(
                table[i - 1][j - 1] + scores[i - 1][j - 1], table[i - 1][j] + _GAP, table[i][j - 1] + _GAP
            )
    size = len(columns[0]) if columns else member + 1
    merged: list[list[_Word | None]] = []
    i, j = height, width
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + scores[i - 1][j - 1]:
            i, j = i - 1, j - 1
            column = list(columns[i])
            column[member] = row[j]
            merged.append(column)
        elif i and table[i][j] == table[i - 1][j] + _GAP:
            i -= 1
            merged.append(list(columns[i]))
        else:
            j -= 1
            merged.append(_single(size, member, row[j]))
    return merged[::-1]


def _variants(
    columns: Sequence[Sequence[_Word | None]], members: Sequence[QuoteMember], articles: Mapping[str, Article]
) -> tuple[tuple[Reading, ...], ...]:
    """The stretches of columns in which not all members have the same word, with the reading of each."""
    found = []
    at = 0
    while at < len(columns):
        end = at
        while end < len(columns) and _differs(columns[end]) and not (end > at and _full(columns, end)):
            end += 1
        if end > at:
            found.append(_readings(columns[at:end], members, articles))
        at = max(end, at + 1)
    return tuple(found)


def _full(columns: Sequence[Sequence[_Word | None]], at: int) -> bool:
    """Whether word stands against word here and one place before: two places then, not one."""
    return None not in columns[at] and None not in columns[at - 1]


def _differs(column: Sequence[_Word | None]) -> bool:
    return len({word.text if word else "" for word in column}) > 1


def _readings(
    columns: Sequence[Sequence[_Word | None]], members: Sequence[QuoteMember], articles: Mapping[str, Article]
) -> tuple[Reading, ...]:
    by_text: dict[str, list[int]] = {}
    shown: dict[str, str] = {}
    for number, member in enumerate(members):
        words = [word for column in columns if (word := column[number]) is not None]
        text = " ".join(word.span.of(articles[member.article].text) for word in words)
        by_text.setdefault(text.casefold(), []).append(number)
        shown.setdefault(text.casefold(), text)
    return tuple(Reading(tuple(numbers), shown[key]) for key, numbers in by_text.items())
