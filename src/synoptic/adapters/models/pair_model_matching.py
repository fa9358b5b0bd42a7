"""Late interaction: the word pieces of sentences that were read apart, set against each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.float64]

WINDOWS = (8, 14, 22)
"""Word pieces of the stretches in which a shared fact is looked for: from a phrase to a clause. data/claims, story left
out: with one coefficient for their mean AP .599 → .617; with any one of them, or 6 and 10, or 10, 18 and 30, within
.003 of that; with stretches on both sides at once +.001."""


_FEWEST = 40
"""Sentences among which a word piece is counted at least, as if the missing ones did not have it: where three sentences
are compared, the partner's own words would else count as common ones."""


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence as one side of a pair.

    The vectors (length 1) of its word pieces, what each weighs, what it weighs where common words of the story count
    for less, and the mean vector (length 1).
    """

    text: str
    vectors: Floats
    weights: Floats
    telling: Floats
    mean: Floats


def of_length_one(rows: Floats) -> Floats:
    """The rows (or the one vector) brought to length 1."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-6), dtype=np.float32)


def surprise(side: Side, asked: Sequence[Side], bend: Floats) -> Side:
    """The side with its telling weights: a word piece that has its like in every other sentence tells nothing."""
    others = [other for other in asked if other.text != side.text]
    if not others:
        return side
    cells, starts = _joined(others)
    best = np.maximum.reduceat(side.vectors @ cells.T, starts, axis=1)
    common = matched(best, bend).sum(axis=1)
    count = max(len(others), _FEWEST)
    rare = -np.log((common + 1) / (count + 1)) / log(count + 2)
    return replace(side, telling=np.asarray(side.weights * rare, dtype=np.float32))


def matched(best: NDArray[np.floating], bend: Floats) -> Numbers:
    """How far a best cosine counts as a match, 0 to 1."""
    return np.asarray(1 / (1 + np.exp(float(bend[0]) * (float(bend[1]) - best.astype(np.float64)))))


def told(one: Side, others: Sequence[Side], bend: Floats) -> Numbers:
    """Thirteen numbers for each pair of `one` with another, shape (others, 13).

    The matched shares of the weight (the less, the more, arithmetic and geometric mean), the matched weight itself, the
    cosine of the mean vectors, the mean of the best cosines; then for each of WINDOWS the matched telling weight of the
    best stretch of that length, of the side that has less of it and of the other.
    """
    cells, starts = _joined(others)
    likeness = one.vectors @ cells.T
    here = np.maximum.reduceat(likeness, starts, axis=1).astype(np.float64)
    there = likeness.max(axis=0).astype(np.float64)
    ours, theirs = matched(here, bend), matched(there, bend)
    totals = np.maximum([float(other.weights.sum()) for other in others], 1e-3)
    total = max(float(one.weights.sum()), 1e-3)
    weights = np.concatenate([other.weights for other in others])
    masses = one.weights @ ours, np.add.reduceat(weights * theirs, starts)
    raws = one.weights @ here / total, np.add.reduceat(weights * there, starts) / totals
    shares = masses[0] / total, masses[1] / totals
    rows = [
        np.minimum(*shares),
        np.maximum(*shares),
        (shares[0] + shares[1]) / 2,
        np.sqrt(np.maximum(shares[0] * shares[1], 1e-6)),
        np.log1p((masses[0] + masses[1]) / 2),
        np.stack([other.mean for other in others]).astype(np.float64) @ one.mean,
        (raws[0] + raws[1]) / 2,
    ]
    telling = np.concatenate([other.telling for other in others])
    left = np.cumsum(np.pad((one.telling[:, None] * ours).T, ((0, 0), (1, 0))), axis=1)
    right = np.cumsum(np.pad(_table(telling * theirs, starts), ((0, 0), (1, 0))), axis=1)
    for window in WINDOWS:
        best = np.log1p(_densest(left, window)), np.log1p(_densest(right, window))
        rows += [np.minimum(*best), np.maximum(*best)]
    return np.stack(rows, axis=1)


def _joined(sides: Sequence[Side]) -> tuple[Floats, NDArray[np.int64]]:
    """The vectors of all sides in one table, and where each side starts."""
    sizes = np.array([len(side.vectors) for side in sides])
    return np.concatenate([side.vectors for side in sides]), np.cumsum(sizes) - sizes


def _table(values: Numbers, starts: NDArray[np.int64]) -> Numbers:
    """Runs of values, each from its start, as rows filled up with zeros."""
    sizes = np.diff(starts, append=len(values))
    rows = np.zeros((len(starts), int(sizes.max())))
    rows[np.repeat(np.arange(len(starts)), sizes), np.arange(len(values)) - np.repeat(starts, sizes)] = values
    return rows


def _densest(sums: Numbers, window: int) -> Numbers:
    """The largest sum of `window` neighbours in each row, from sums of all before (one column more than values)."""
    if sums.shape[1] <= window + 1:
        return np.asarray(sums[:, -1])
    return np.asarray((sums[:, window:] - sums[:, :-window]).max(axis=1))
