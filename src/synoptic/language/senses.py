"""Senses: how far apart two words of one part of speech are in meaning.

Read from `data/<lang>/senses.tsv` (English: from WordNet 3.0, Princeton University; made by training/senses).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from synoptic.language.tables import language_text

_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a word: its number, None where no other word has it, and the numbers of what it is a kind of."""

    number: int | None
    above: frozenset[int]


@lru_cache(maxsize=16384)
def senses_of(lemma: str, part: str, language: str) -> tuple[Sense, ...]:
    """The commonest senses of a lemma in small letters as a `part` of speech (NOUN, VERB, ADJ), the commonest first.

    Empty where they are not known.
    """
    return tuple(map(_sense, _table(language).get((part, lemma), "").split()))


def distance(one: tuple[Sense, ...], other: tuple[Sense, ...]) -> int | None:
    """How far two words are apart; None where nothing connects them.

    The steps between two of their senses (0 where they share one, 1 where one is a kind of the other, 2 where both are
    kinds of one thing: "car" and "truck"), and one more for each commoner sense that either word has; the least of all.
    """
    found = [
        steps + place + rank
        for place, mine in enumerate(one)
        for rank, theirs in enumerate(other)
        if (steps := _steps(mine, theirs)) is not None
    ]
    return min(found, default=None)


def _steps(mine: Sense, theirs: Sense) -> int | None:
    if mine.number is not None and mine.number == theirs.number:
        return 0
    if mine.number in theirs.above or theirs.number in mine.above:
        return 1
    return 2 if mine.above & theirs.above else None


def _sense(field: str) -> Sense:
    number, _, above = field.strip("-").partition(":")
    return Sense(int(number, 16) if number else None, frozenset(int(each, 16) for each in above.split(",") if each))


@cache
def _table(language: str) -> Mapping[tuple[str, str], str]:
    """The senses by part of speech and lemma as they are written: few of the words are ever asked for."""
    lines = (line for line in language_text(language, "senses.tsv").splitlines() if line[:1] != "#")
    rows = (line.split("\t") for line in lines)
    return MappingProxyType({(row[0], row[1]): row[2] for row in rows if len(row) == _COLUMNS})
