"""Counted: what a figure is said of, beyond its noun: an age, a lapse of time or places, the members of a group."""

from re import match, search

from synoptic.records.annotation import Quantity
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.slots import Mark

_AGE = r"[-\s](?:year|month|week|day)s?[-\s]olds?\b"
_LAPSE = r"\s+\w+\s+(?:later|earlier|after|afterwards|before|ago|previously)\b"
_GROUP = r"\b(family|group|team|crew|panel|party|couple|gang|squad|delegation|list|series)\s+of\s+$"
_NEAR = 30
"""Code points around a figure in which such words are looked for."""


def is_age(mark: Mark[Quantity]) -> bool:
    """Whether the figure is somebody's age ("a 31-year-old driver")."""
    return match(_AGE, mark.telling.source[mark.span.end : mark.span.end + _NEAR].casefold()) is not None


def is_lapse(mark: Mark[Quantity]) -> bool:
    """Whether the figure says how much later or earlier ("six laps later")."""
    return match(_LAPSE, mark.telling.source[mark.span.end : mark.span.end + _NEAR].casefold()) is not None


def is_group(mark: Mark[Quantity]) -> bool:
    """Whether the figure is how many a group has ("a family of five")."""
    return search(_GROUP, mark.telling.source[max(0, mark.span.start - _NEAR) : mark.span.start].casefold()) is not None


def counted(mark: Mark[Quantity]) -> str:
    """The noun that the figure counts, folded: who has the age; empty where none is known."""
    if is_age(mark):
        return _bearer(mark)
    return folded(mark.value.counted or "")


def one_sort(one: Mark[Quantity], other: Mark[Quantity]) -> bool:
    """Whether two figures are both ages of one bearer, both lapses, both sizes of groups, or neither."""
    if any(sort(one) != sort(other) for sort in (is_age, is_lapse, is_group)):
        return False
    return not is_age(one) or "" in (counted(one), counted(other)) or counted(one) == counted(other)


def _bearer(mark: Mark[Quantity]) -> str:
    """The noun that an age stands before."""
    tokens = [token for token in mark.telling.tokens if token.start >= mark.span.end]
    nouns = (
        folded(t.lemma) for t in tokens[:8] if t.pos in ("NOUN", "PROPN") and not t.text.casefold().startswith("year")
    )
    return next(nouns, "")
