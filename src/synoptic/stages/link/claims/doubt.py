"""Doubt: what stays near the cut when every scorer of ours has been heard goes to a judge, where there is one."""

import numpy as np
from numpy.typing import NDArray

from synoptic.ports import PairJudge
from synoptic.stages.link.claims.index import Ints, StoryIndex
from synoptic.stages.link.claims.linked import Pair

DOUBTFUL = 1.0
"""How far from the cut, in log-odds, a pair may lie to be asked about."""

DECIDED = 1.5
"""Log-odds that an answer is worth, either way: enough for a member to be firm (.82), not for a sentence of ours to
rest on it (SURE): a sentence of a stranger may have talked the judge into its answer. Not measured, by intent."""


def asked_of(
    judge: PairJudge, index: StoryIndex, pairs: Ints, odds: NDArray[np.float64]
) -> tuple[NDArray[np.float64], frozenset[Pair]]:
    """The log-odds with the answers of the judge, and the pairs that it said state one fact.

    The most doubtful are asked first. What gets no answer keeps its log-odds.
    """
    texts = {int(row): _sides(index, pairs[row]) for row in np.flatnonzero(np.abs(odds) <= DOUBTFUL)}
    order = sorted(texts, key=lambda row: (abs(float(odds[row])), texts[row], tuple(pairs[row].tolist())))
    found, agreed = odds.copy(), set()
    for row, same in zip(order, judge.judge([texts[row] for row in order]), strict=True):
        if same is None:
            continue
        found[row] = DECIDED if same else -DECIDED
        if same:
            agreed.add((int(pairs[row][0]), int(pairs[row][1])))
    return found, frozenset(agreed)


def _sides(index: StoryIndex, pair: Ints) -> tuple[str, str]:
    one, other = sorted(index.units[int(unit)].text for unit in pair)
    return one, other
