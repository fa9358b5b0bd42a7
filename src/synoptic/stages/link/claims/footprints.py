"""Footprints: which words of a unit another unit answers to. Two links with one footprint speak of one fact."""

from collections.abc import Iterable

import numpy as np

from synoptic.stages.link.claims.coverage import NEAR
from synoptic.stages.link.claims.index import KINDS, Floats, StoryIndex

_NAME_SHARE = 0.1
"""Names count less in a footprint: the actors stand in every sentence, whatever it says of them. data/claims: .3 pair
F1 .559, .1 .553, .03 .552, but at .3 "they met" and "he called for" share the group of a sentence that says both. A
word that answers to a name counts as one (F1 -.003, but "ports" and "Port Calmar" hold no two facts together)."""

type Footprints = dict[tuple[int, int], Floats]


def footprints(index: StoryIndex, pairs: Iterable[tuple[int, int]]) -> Footprints:
    """For every pair, in both directions (i, j): the weight of each word of i that j answers to, else 0."""
    found: Footprints = {}
    for i, j in pairs:
        likeness = index.vectors[index.words[i]] @ index.vectors[index.words[j]].T
        likeness = np.where(likeness >= NEAR, likeness, 0)
        for one, other, table in ((i, j, likeness), (j, i, likeness.T)):
            names = index.kinds[one] == KINDS.index("name")
            if len(index.words[other]):  # a port that answers to Port Calmar answers to a name
                names |= (index.kinds[other] == KINDS.index("name"))[table.argmax(axis=1)]
            weight = np.square(index.weights[index.words[one]]) * np.where(names, _NAME_SHARE, 1)
            found[one, other] = np.asarray(table.max(axis=1, initial=0) * weight, dtype=np.float32)
    return found


def agreement(known: Footprints, unit: int, one: int, other: int) -> float | None:
    """How much of the smaller of the footprints that two units leave in `unit` is common to both; None if unknown."""
    first, second = known.get((unit, one)), known.get((unit, other))
    if first is None or second is None:
        return None
    smaller = min(float(first.sum()), float(second.sum()))
    return float(np.minimum(first, second).sum()) / smaller if smaller > 0 else 1.0


def agreements(one: Floats, others: Floats) -> list[float]:
    """The same of one footprint and each row of others."""
    smaller = np.minimum(one.sum(), others.sum(axis=1)).astype(np.float64)
    common = np.minimum(one, others).sum(axis=1).astype(np.float64)
    return [float(share) for share in np.where(smaller > 0, common / np.where(smaller > 0, smaller, 1), 1)]
