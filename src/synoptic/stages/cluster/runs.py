"""Runs: the stretches of words that two articles have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Words of the shortest run. 5 is the unit in which the lineage gold was drawn; 4 finds stock phrases.
SHORTEST = 5
# A 5-gram that stands more often than this in one of two texts is a refrain of it and starts no run.
_MOST_PLACES = 50
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words from `one` on in the first article that stand from `other` on in the second."""

    one: int
    other: int
    length: int


def grams(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A hash for each 5 words in a row; shape (words - 4,)."""
    count = max(0, len(words) - SHORTEST + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for shift in range(SHORTEST):
        hashes ^= words[shift : shift + count]
        hashes *= _MIX
        hashes ^= hashes >> _SHIFT
    return hashes


def whole(allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """For each 5 words in a row whether all of them are `allowed`; shape (words - 4,)."""
    count = max(0, len(allowed) - SHORTEST + 1)
    every = np.ones(count, dtype=np.bool_)
    for shift in range(SHORTEST):
        every &= allowed[shift : shift + count]
    return every


@dataclass(frozen=True, slots=True)
class Matches:
    """The places of the same 5 words in two articles: `one[k]` and `other[k]`, in order of both."""

    one: NDArray[np.intp]
    other: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.one)

    def within(self, one: NDArray[np.bool_], other: NDArray[np.bool_]) -> "Matches":
        """Those all of whose words are allowed in both articles."""
        kept = whole(one)[self.one] & whole(other)[self.other]
        return Matches(self.one[kept], self.other[kept])


def matches(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> Matches:
    """Where the 5-grams of two articles (their hashes, in order) are the same."""
    order = np.argsort(other, kind="stable")
    there = other[order]
    first, last = np.searchsorted(there, one), np.searchsorted(there, one, side="right")
    counts = last - first
    counts[counts > _MOST_PLACES] = 0
    places = np.repeat(np.arange(len(one)), counts)
    within = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
    return Matches(places, order[np.repeat(first, counts) + within])


def common_runs(found: Matches, sizes: tuple[int, int]) -> list[Run]:
    """The maximal common runs behind `found`, disjoint on both sides (longer ones first), in order of the first.

    `sizes` are the words of the two articles.
    """
    if not len(found):
        return []
    diagonal = found.one - found.other
    order = np.lexsort((found.one, diagonal))
    one, other, diagonal = found.one[order], found.other[order], diagonal[order]
    goes_on = (np.diff(one) == 1) & (np.diff(diagonal) == 0)
    starts = np.flatnonzero(np.concatenate(([True], ~goes_on)))
    lengths = np.diff(np.concatenate((starts, [len(one)]))) + SHORTEST - 1
    rows = zip(one[starts].tolist(), other[starts].tolist(), lengths.tolist(), strict=True)
    return _disjoint([Run(*row) for row in rows], *sizes)


def _disjoint(found: Sequence[Run], size: int, other_size: int) -> list[Run]:
    """Of overlapping runs the longer ones; what is left of the others where it is long enough."""
    used, other_used = np.zeros(size, dtype=np.bool_), np.zeros(other_size, dtype=np.bool_)
    kept: list[Run] = []
    for run in sorted(found, key=lambda run: (-run.length, run.one, run.other)):
        taken = used[run.one : run.one + run.length] | other_used[run.other : run.other + run.length]
        for start, end in _free(taken) if taken.any() else [(0, run.length)]:
            if end - start >= SHORTEST:
                used[run.one + start : run.one + end] = True
                other_used[run.other + start : run.other + end] = True
                kept.append(Run(run.one + start, run.other + start, end - start))
    return sorted(kept)


def _free(taken: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches that are not taken."""
    edges = np.flatnonzero(np.diff(np.concatenate(([1], taken.astype(np.int8), [1]))))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
