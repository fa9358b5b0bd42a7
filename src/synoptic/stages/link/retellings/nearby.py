"""Nearby: which pairs of a large story are looked at for retellings."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.link.retellings.narration import Narration, likeness_of_means

NEIGHBOURS = 64
"""Accounts beside which one is looked at in a story of more than this: the nearest of those that no link joins to it,
which would tell nothing new of them. Not tuned; a story of up to 65 accounts is looked at as a whole."""


def pairs_of(narrations: Sequence[Narration], kin: Sequence[Collection[int]]) -> list[tuple[int, int]]:
    """The pairs that are looked at, in order; `kin` has each account and those linked to it."""
    number = len(narrations)
    if number <= NEIGHBOURS + 1:
        return [(one, other) for one in range(number) for other in range(one + 1, number)]
    near = likeness_of_means(narrations)
    families = _families(kin)
    near[families[:, None] == families[None, :]] = -np.inf
    best = np.argsort(-near, axis=1, kind="stable")[:, :NEIGHBOURS]
    found = {
        (min(one, other), max(one, other))
        for one, others in enumerate(best.tolist())
        for other in others
        if near[one, other] > -np.inf
    }
    return sorted(found)


def _families(kin: Sequence[Collection[int]]) -> NDArray[np.intp]:
    """For each account the first of all that links join to it, directly or by way of others."""
    family = np.full(len(kin), -1, dtype=np.intp)
    for first in range(len(kin)):
        waiting = [first] if family[first] < 0 else []
        while waiting:
            account = waiting.pop()
            if family[account] < 0:
                family[account] = first
                waiting += kin[account]
    return family
