"""Phrase: the words that answer one question about an article's main event."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.records.parse import Token
from synoptic.records.span import Span

_ATTRIBUTIVE = frozenset({"compound", "amod", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """An answer: its words, and where they stand; `span` is None for words of a title that the text does not hold.

    `value` is the ISO 8601 date of an answer to when.
    """

    text: str
    span: Span | None = None
    value: str | None = None


def is_attribute(tokens: Sequence[Token]) -> bool:
    """Whether words only say which thing a noun behind them means ("Tuesday's election", "the Kiva suburbs")."""
    inside = {token.index for token in tokens}
    return any(token.dep in _ATTRIBUTIVE and token.head not in inside for token in tokens)
