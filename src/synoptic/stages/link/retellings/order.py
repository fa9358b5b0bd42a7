"""Order: how well two rows of sentences fit in their own order, compared with chance orders of the same sentences."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.link.retellings.scale import RetellingScale

# Chance orders drawn: enough for a standard deviation to two digits; not tuned.
_DRAWS = 100
_SEED = 7


@dataclass(frozen=True, slots=True)
class Order:
    """The alignment of two texts, measured over the sentences of the shorter one.

    `likeness`: the gain of the best alignment in order, a sentence; `chance`: its mean over chance orders, and
    `deviations` the distance between the two in standard deviations; `in_order`: how many mutually nearest sentences
    stand in the same order; `held`: the part of the gain of all mutually nearest sentences that the order keeps.
    """

    sentences: int
    likeness: float
    chance: float
    deviations: float
    in_order: int
    held: float


def unshuffled(alike: NDArray[np.float32], scale: RetellingScale) -> Order:
    """The measures as if a chance order gained nothing: the best that they can be, without a draw."""
    gain, shorter = _gain(alike, scale.least), min(alike.shape)
    likeness = float(_best(gain[None])[0]) / shorter
    in_order, nearest = _nearest(gain)
    return Order(shorter, likeness, 0.0, 0.0, in_order, likeness * shorter / (nearest + scale.floor))


def measure(alike: NDArray[np.float32], scale: RetellingScale) -> Order:
    """The measures of a pair of texts from the likeness of their sentences."""
    gain = _gain(alike, scale.least)
    if gain.shape[0] > gain.shape[1]:
        gain = gain.T
    shorter, longer = gain.shape
    whole = float(_best(gain[None])[0])
    drawn = _best(gain.take(_chance_orders(longer), axis=1).swapaxes(0, 1))
    in_order, nearest = _nearest(gain)
    return Order(
        shorter,
        whole / shorter,
        float(drawn.mean()) / shorter,
        (whole - float(drawn.mean())) / max(float(drawn.std()), 1e-6),
        in_order,
        whole / (nearest + scale.floor),
    )


@cache
def _chance_orders(size: int) -> NDArray[np.intp]:
    """Chance orders of so many sentences, the same at each call; shape (_DRAWS, size)."""
    draw = np.random.default_rng(_SEED)
    return np.stack([draw.permutation(size) for _ in range(_DRAWS)])


def aligned(alike: NDArray[np.float32], least: float) -> list[tuple[int, int]]:
    """The pairs of sentences of the best alignment in order."""
    gain = _gain(alike, least)
    table = np.zeros((gain.shape[0] + 1, gain.shape[1] + 1))
    for row in range(gain.shape[0]):
        step = np.maximum(table[row, :-1] + gain[row], table[row, 1:])
        table[row + 1, 1:] = np.maximum.accumulate(step)
    row, column = gain.shape
    pairs = []
    while row and column:
        if table[row, column] == table[row - 1, column]:
            row -= 1
        elif table[row, column] == table[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def _gain(alike: NDArray[np.float32], least: float) -> NDArray[np.float64]:
    """What the alignment of two sentences gains: their likeness beyond `least`."""
    return np.maximum(alike.astype(np.float64) - least, 0.0)


def _best(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """The gain of the best alignment in order, for each table of `gains` (tables, rows, columns)."""
    table = np.zeros((gains.shape[0], gains.shape[2] + 1))
    for row in range(gains.shape[1]):
        step = np.maximum(table[:, :-1] + gains[:, row], table[:, 1:])
        table[:, 1:] = np.maximum.accumulate(step, axis=1)
    return np.asarray(table[:, -1], dtype=np.float64)


def _nearest(gain: NDArray[np.float64]) -> tuple[int, float]:
    """How many mutually nearest sentences stand in the same order, and the gain of all mutually nearest ones."""
    mutual = (gain > 0) & (gain == gain.max(axis=0, keepdims=True)) & (gain == gain.max(axis=1, keepdims=True))
    ends: list[int] = []
    for column in np.nonzero(mutual)[1].tolist():
        place = bisect_left(ends, column)
        ends[place : place + 1] = [column]
    return len(ends), float(gain[mutual].sum())
