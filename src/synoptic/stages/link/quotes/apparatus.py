"""The apparatus: how a witness departs from the version that it is compared with, place by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from synoptic.language.reported import is_shift, same_words
from synoptic.records.collation import Variation, VariationKind
from synoptic.records.span import Span
from synoptic.stages.link.quotes.alignment import Column, Kinship
from synoptic.stages.link.quotes.words import Row, Word

_SCRAP = 2
"""Words that one side has more, up to which they go with their neighbours; longer ones are a place of their own."""
_TELLING = 4
"""Letters from which a word is long enough to be followed when it moves."""


def variations(
    columns: Sequence[Column], pair: tuple[int, int], rows: Sequence[Row], kinship: Kinship
) -> list[Variation]:
    """The places where a row departs from another of its language; `pair` is (the row, the one it is compared with).

    Law: the words of the second, with those of each place exchanged, are the words of the first.
    """
    member, against = pair
    found = []
    for first, last in _places(columns, pair, rows[member].language, kinship):
        place = first, last
        words, base = _held(columns[first:last], member), _held(columns[first:last], against)
        kind = _kind(words, base, (rows[member], rows[against]))
        mark, base_mark = _mark(columns, place, pair, rows[member]), _mark(columns, place, pair[::-1], rows[against])
        found.append(Variation(member, against, kind, place, stretches(base), stretches(words), mark, base_mark))
    return _with_moves(found, columns)


def stretches(words: Sequence[Word]) -> tuple[Span, ...]:
    """The words as spans, neighbours in one."""
    found: list[Span] = []
    for word in words:
        if found and word.span.start - found[-1].end <= 2:
            found[-1] = Span(found[-1].start, word.span.end)
        else:
            found.append(word.span)
    return tuple(found)


def _places(
    columns: Sequence[Column], pair: tuple[int, int], language: str, kinship: Kinship
) -> Iterator[tuple[int, int]]:
    """The ranges of columns that are one place each: what stands against each other, akin words each by themselves."""
    member, against = pair
    held = [at for at, column in enumerate(columns) if column[member] or column[against]]
    run: list[int] = []
    for at in [*held, -1]:
        column = columns[at]
        if at >= 0 and _text(column[member]) != _text(column[against]):
            run.append(at)
            continue
        if run:
            yield from _parts(columns, run, pair, (language, kinship))
        run = []


def _parts(
    columns: Sequence[Column], run: Sequence[int], pair: tuple[int, int], known: tuple[str, Kinship]
) -> Iterator[tuple[int, int]]:
    language, kinship = known
    mine, theirs = ([word.text for at in run if (word := columns[at][row])] for row in pair)
    if mine and theirs and same_words(mine, theirs, language):
        yield run[0], run[-1] + 1
        return
    parts: list[_Part] = []
    for at in run:
        one, other = columns[at][pair[0]], columns[at][pair[1]]
        akin = one is not None and other is not None and kinship.akin(one, other, language)
        close = akin and one is not None and other is not None and kinship.close(one, other, language)
        if parts and not akin and not parts[-1].akin:
            parts[-1] = replace(
                parts[-1], last=at + 1, sides=parts[-1].sides | _sides(one, other), size=parts[-1].size + 1
            )
        else:
            parts.append(_Part(at, at + 1, akin, close, _sides(one, other), 1))
    yield from ((part.first, part.last) for part in _drawn_together(parts))


@dataclass(frozen=True, slots=True)
class _Part:
    """Columns `[first, last)` of one run: whether two akin words (or close ones) stand there, and who has words."""

    first: int
    last: int
    akin: bool
    close: bool
    sides: frozenset[str]
    size: int


def _sides(one: Word | None, other: Word | None) -> frozenset[str]:
    return frozenset(("mine",) * (one is not None) + ("theirs",) * (other is not None))


def _drawn_together(parts: Sequence[_Part]) -> list[_Part]:
    """The parts; a word or two that one side has more go with words akin in meaning ("the greater part": "most")."""
    found: list[_Part] = []
    for part in parts:
        before = found[-1] if found else None
        if before and ((_scrap(before) and _loose(part)) or (_scrap(part) and _loose(before))):
            found[-1] = _Part(before.first, part.last, True, False, before.sides | part.sides, before.size + part.size)
        else:
            found.append(part)
    return found


def _scrap(part: _Part) -> bool:
    return not part.akin and len(part.sides) == 1 and part.size <= _SCRAP


def _loose(part: _Part) -> bool:
    return part.akin and not part.close


def _text(word: Word | None) -> str:
    return word.text if word else ""


def _kind(words: Sequence[Word], base: Sequence[Word], rows: tuple[Row, Row]) -> VariationKind:
    if not words:
        return VariationKind.OMITTED
    if not base:
        return VariationKind.ADDED
    row, other = rows
    if same_words([word.text for word in words], [word.text for word in base], row.language):
        return VariationKind.SPELLING
    if row.reported != other.reported and len(words) == len(base):
        told, spoken = (words, base) if row.reported else (base, words)
        if all(_shifted(b, a, row.language) for a, b in zip(told, spoken, strict=True)):
            return VariationKind.SHIFTED
    return VariationKind.CHANGED


def _shifted(spoken: Word, told: Word, language: str) -> bool:
    """Whether a word of direct speech is told in the person or tense of reported speech, or is the same."""
    inflected = spoken.lemma == told.lemma and spoken.verb and told.verb
    return spoken.key == told.key or inflected or is_shift(spoken.text, told.text, language)


def _mark(columns: Sequence[Column], place: tuple[int, int], pair: tuple[int, int], row: Row) -> Span | None:
    """The mark by which the first of a pair admits what it does at a place.

    A bracket around words of its own, an ellipsis among them, or one behind them where the other has more words.
    """
    words, others = (_held(columns[place[0] : place[1]], each) for each in pair)
    marks = [word.inserted for word in words] + [word.cut for word in words[1:]]
    if len(others) > len(words):
        behind = next((word for column in columns[place[1] :] if (word := column[pair[0]])), None)
        marks.append(behind.cut if behind else row.cut)
    return next((mark for mark in marks if mark), None)


def _held(columns: Sequence[Column], row: int) -> list[Word]:
    return [word for column in columns if (word := column[row])]


def _with_moves(found: Sequence[Variation], columns: Sequence[Column]) -> list[Variation]:
    """The same places; words that are left out here and added there, or exchanged for each other, are moved."""
    kinds = (VariationKind.OMITTED, VariationKind.ADDED, VariationKind.CHANGED)
    stems = [
        tuple(
            tuple(word.stem for word in _held(columns[slice(*one.columns)], row)) for row in (one.against, one.member)
        )
        for one in found
    ]
    told = list(found)
    for i, one in enumerate(found):
        for j in range(i + 1, len(found)):
            if one.kind not in kinds or found[j].kind not in kinds or told[i].kind is VariationKind.MOVED:
                continue
            if stems[i] == stems[j][::-1] and any(len(stem) >= _TELLING for side in stems[i] for stem in side):
                told[i], told[j] = (replace(each, kind=VariationKind.MOVED) for each in (one, found[j]))
    return told
