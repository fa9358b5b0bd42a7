"""Signals: in what two articles are alike, each a named number."""

import math
from dataclasses import dataclass

from synoptic.stages.cluster.profiles import Profile


@dataclass(frozen=True, slots=True)
class Signals:
    """How alike two articles are.

    `text`, `title`: cosine of the TF-IDF vectors. `title_in_text`, `lead_in_text`: the share of the squared rarity of
    the one's title (lead) that stands anywhere in the other, mean of both directions. `dense`: cosine of the encoder
    for title and lead. `gap`: log of 1 + the days between them, 0 where that is not known and `undated` is 1. `short`:
    how much the shorter article lacks to 100 words, on a log scale; `short_dense`: the product of the two.
    Without titles the text stands in for `title`, the lead for `title_in_text`.
    """

    text: float
    title: float
    title_in_text: float
    lead_in_text: float
    dense: float
    gap: float
    undated: float
    short: float
    short_dense: float

    @property
    def values(self) -> tuple[float, ...]:
        """The signals in the order of their declaration."""
        return (
            self.text,
            self.title,
            self.title_in_text,
            self.lead_in_text,
            self.dense,
            self.gap,
            self.undated,
            self.short,
            self.short_dense,
        )


def compare(one: Profile, other: Profile) -> Signals:
    """The signals between two articles; the order does not matter."""
    text = _dot(one.weights, other.weights)
    lead = _shared(one.lead_mass, other.lead_mass, one, other)
    gap = abs(one.day - other.day) if one.day is not None and other.day is not None else None
    dense = float(one.dense @ other.dense)
    short = max(0.0, math.log(100.0 / max(1, min(one.words, other.words))))
    return Signals(
        text,
        _dot(one.title, other.title) if one.title and other.title else text,
        _shared(one.title_mass, other.title_mass, one, other) if one.title or other.title else lead,
        lead,
        dense,
        math.log1p(gap) if gap is not None else 0.0,
        0.0 if gap is not None else 1.0,
        short,
        short * dense,
    )


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    """The scalar product of two sparse vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[term] for term, value in one.items() if term in other)


def _shared(mass: dict[str, float], other_mass: dict[str, float], one: Profile, other: Profile) -> float:
    """The share of `mass` that stands in the other's text, mean of the directions that can be asked."""
    parts = []
    if mass:
        parts.append(sum(share for term, share in mass.items() if term in other.used))
    if other_mass:
        parts.append(sum(share for term, share in other_mass.items() if term in one.used))
    return sum(parts) / len(parts) if parts else 0.0
