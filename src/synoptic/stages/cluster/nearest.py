"""Nearest: the articles of a moving window that are likest to a newcomer, by telling terms and by meaning."""

import sys
from array import array
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.cluster.window import Window

# Nearest articles by terms, and as many by meaning, whose stories are looked at.
NEAREST = 10
# A product of telling terms below which nobody is looked at: some shared terms that are not telling.
_FLOOR = 0.01
# Which half of a packed number is that of the article, and which the weight.
_NUMBER, _WEIGHT = (0, 1) if sys.byteorder == "little" else (1, 0)
_NOWHERE = array("q")


class TermIndex:
    """Which articles are looked up by a term, oldest first.

    An article's number and weight are packed into one whole number, the bits of the weight above those of the number.
    """

    def __init__(self) -> None:
        self._postings: defaultdict[int, array[int]] = defaultdict(lambda: array("q"))

    def add(self, number: int, telling: NDArray[np.int32], weights: NDArray[np.float32]) -> None:
        """Take in the article with this number, larger than all before it."""
        packed = (weights.view(np.int32).astype(np.int64) << 32) | number
        postings = self._postings
        for term, value in zip(telling.tolist(), packed.tolist(), strict=True):
            postings[term].append(value)

    def remove(self, telling: NDArray[np.int32]) -> None:
        """Let the oldest article go, which is looked up by these terms."""
        for term in telling.tolist():
            posted = self._postings[term]
            if len(posted) == 1:
                del self._postings[term]
            else:
                del posted[0]

    def nearest(self, telling: NDArray[np.int32], weights: NDArray[np.float32], window: Window) -> list[int]:
        """The articles of the window with the largest product of telling terms, the likest first."""
        posted = self._postings.get
        parts = [posted(term, _NOWHERE) for term in telling.tolist()]
        packed = b"".join(parts)
        if not packed:
            return []
        products = np.frombuffer(packed, dtype=np.float32)[_WEIGHT::2] * weights.repeat(list(map(len, parts)))
        numbers = np.frombuffer(packed, dtype=np.uint32)[_NUMBER::2]
        scores = np.bincount(np.subtract(numbers, window.first, dtype=np.int64), weights=products)
        asked = (scores > _FLOOR).nonzero()[0]
        if len(asked) > 4 * NEAREST:
            values = scores[asked]
            asked = asked[values >= np.partition(values, -NEAREST)[-NEAREST]]
        order = np.argsort(-scores[asked], kind="stable")[:NEAREST]
        found: list[int] = (window.first + asked[order]).tolist()
        return found


class Meanings:
    """The cosines of the articles that come next with those of the window, reckoned for many at once."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._cosines: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self._end = 0
        self._at = 0

    def foresee(self, rows: NDArray[np.float32]) -> None:
        """Tell the rows of the articles that come next, in order."""
        window = self._window
        known = min(window.end, window.size)
        if window.rows.shape[1] == rows.shape[1]:
            self._cosines = window.rows[:known] @ rows.T
        else:
            self._cosines = np.zeros((0, len(rows)), dtype=np.float32)
        self._end, self._at = window.end, 0

    def skip(self) -> None:
        """Leave out the next of the articles told."""
        self._at += 1

    def nearest(self, row: NDArray[np.float32]) -> list[int]:
        """The articles of the window whose rows are likest to `row`, the next one told, the likest first."""
        window = self._window
        old = np.arange(window.first, self._end)
        new = np.arange(self._end, window.end)
        cosines = self._cosines[:, self._at]
        self._at += 1
        numbers, likeness = old, cosines[old % window.size] if len(cosines) else np.zeros(0, dtype=np.float32)
        if len(new):
            numbers = np.concatenate([old, new])
            likeness = np.concatenate([likeness, window.rows[new % window.size] @ row])
        # Rounded: the last bits of a cosine depend on how many are reckoned at once.
        likeness = np.round(likeness, 5)
        if len(numbers) > NEAREST:
            asked = np.flatnonzero(likeness >= np.partition(likeness, -NEAREST)[-NEAREST])
            numbers, likeness = numbers[asked], likeness[asked]
        found: list[int] = numbers[np.argsort(-likeness, kind="stable")[:NEAREST]].tolist()
        return found
