"""Phrase: the words that answer one question about an article's main event."""

from dataclasses import dataclass

from synoptic.records.span import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """An answer: its words, and where they stand; `span` is None for words of a title that the text does not hold.

    `value` is the ISO 8601 date of an answer to when.
    """

    text: str
    span: Span | None = None
    value: str | None = None
