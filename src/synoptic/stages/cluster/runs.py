"""Runs: the stretches of words that an article has in common with each of several others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Words of the shortest run. 5 is the unit in which the lineage gold was drawn; 4 finds stock phrases.
SHORTEST = 5
# A 5-gram that stands more often than this in the second of two texts is a refrain of it and starts no run.
_MOST_PLACES = 50
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)

type Places = NDArray[np.intp]
type Flags = NDArray[np.bool_]


def grams(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A hash for each 5 words in a row; shape (words - 4,)."""
    count = max(0, len(words) - SHORTEST + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for shift in range(SHORTEST):
        hashes ^= words[shift : shift + count]
        hashes *= _MIX
        hashes ^= hashes >> _SHIFT
    return hashes


def whole(allowed: Flags) -> Flags:
    """For each 5 words in a row whether all of them are `allowed`; shape (words - 4,)."""
    count = max(0, len(allowed) - SHORTEST + 1)
    every = np.ones(count, dtype=np.bool_)
    for shift in range(SHORTEST):
        every &= allowed[shift : shift + count]
    return every


@dataclass(frozen=True, slots=True)
class Matches:
    """The places of the same 5 words in an article and in others, in order of the others.

    `one[k]` is the place in the article, `other[k]` that in the other one with the number `owner[k]`; `row[k]` counts
    the 5-grams of all others on.
    """

    one: Places
    other: Places
    owner: Places
    row: Places

    def __len__(self) -> int:
        return len(self.one)

    def where(self, kept: Flags) -> "Matches":
        """Those that are `kept`."""
        return Matches(self.one[kept], self.other[kept], self.owner[kept], self.row[kept])

    def counts(self, others: int) -> Places:
        """How many each of `others` has."""
        return np.bincount(self.owner, minlength=others)


def matches(one: NDArray[np.uint64], others: Sequence[NDArray[np.uint64]]) -> Matches:
    """Where the 5-grams of an article (their hashes, in order) are the same as those of others."""
    sizes = np.array([len(other) for other in others], dtype=np.intp)
    starts, joined = np.cumsum(sizes) - sizes, np.concatenate(others)
    order = np.argsort(one, kind="stable")
    here = one[order]
    first = np.searchsorted(here, joined)
    held = np.flatnonzero(here[np.minimum(first, len(here) - 1)] == joined) if len(here) else first[:0]
    first, owner = first[held], np.repeat(np.arange(len(others)), sizes)[held]
    cells = owner * len(here) + first
    often = np.bincount(cells)[cells] > _MOST_PLACES
    held, first, owner = held[~often], first[~often], owner[~often]
    counts = np.searchsorted(here, joined[held], side="right") - first
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    row, owner = np.repeat(held, counts), np.repeat(owner, counts)
    return Matches(order[np.repeat(first, counts) + within], row - starts[owner], owner, row)


@dataclass(frozen=True, slots=True)
class Runs:
    """`length` words from `one` on in the first article that stand from `other` on in the second; arrays."""

    one: Places
    other: Places
    length: Places

    def __len__(self) -> int:
        return len(self.one)

    @property
    def rows(self) -> Iterator[tuple[int, int, int]]:
        """One, other and length of each."""
        return zip(self.one.tolist(), self.other.tolist(), self.length.tolist(), strict=True)

    def of(self, part: slice | Places) -> "Runs":
        """Some of them, by their places."""
        return Runs(self.one[part], self.other[part], self.length[part])


def common_runs(found: Matches, others: int) -> tuple[Runs, Places]:
    """The maximal common runs behind `found`, and where in their row those with each of `others` begin (and end).

    Those of each pair are disjoint on both sides (longer ones first) and in order of the first article.
    """
    diagonal = found.one - found.other
    order = np.lexsort((found.one, diagonal, found.owner))
    one, other, owner = found.one[order], found.other[order], found.owner[order]
    goes_on = (np.diff(one) == 1) & (np.diff(other) == 1) & (np.diff(owner) == 0)
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(one)), dtype=np.bool_), ~goes_on)))
    lengths = np.diff(np.concatenate((starts, [len(one)]))) + SHORTEST - 1
    one, other, owner = one[starts], other[starts], owner[starts]
    order = np.lexsort((lengths, other, one, owner))
    runs, owner = Runs(one[order], other[order], lengths[order]), owner[order]
    borders = np.searchsorted(owner, np.arange(others + 1))
    return _disjoint(runs, owner, borders)


def _disjoint(runs: Runs, owner: Places, borders: Places) -> tuple[Runs, Places]:
    """The runs, for pairs in which some overlap made disjoint."""
    clashing = {*_overlapping(runs.one, runs, owner), *_overlapping(runs.other, runs, owner)}
    if not clashing:
        return runs, borders
    parts, sizes, done = [], np.diff(borders), 0
    for number in sorted(clashing):
        own = slice(int(borders[number]), int(borders[number + 1]))
        free = _freed(runs.of(own))
        parts += [runs.of(slice(done, own.start)), free]
        sizes[number], done = len(free), own.stop
    parts.append(runs.of(slice(done, len(runs))))
    one, other, length = (np.concatenate([getattr(part, name) for part in parts]) for name in Runs.__slots__)
    return Runs(one, other, length), np.concatenate(([0], np.cumsum(sizes)))


def _overlapping(starts: Places, runs: Runs, owner: Places) -> list[int]:
    """The owners of runs that overlap on the side on which they begin at `starts`."""
    order = np.lexsort((starts, owner))
    ends = (starts + runs.length)[order]
    clashes = (np.diff(owner[order]) == 0) & (ends[:-1] > starts[order][1:])
    return [int(number) for number in owner[order][1:][clashes]]


def _freed(runs: Runs) -> Runs:
    """Of the overlapping runs of one pair the longer ones; what is left of the others where it is long enough."""
    used, other_used = (np.zeros(int((side + runs.length).max()), dtype=np.bool_) for side in (runs.one, runs.other))
    kept: list[tuple[int, int, int]] = []
    for one, other, length in sorted(runs.rows, key=lambda run: (-run[2], run[0], run[1])):
        taken = used[one : one + length] | other_used[other : other + length]
        for start, end in _free(taken) if taken.any() else [(0, length)]:
            if end - start >= SHORTEST:
                used[one + start : one + end] = True
                other_used[other + start : other + end] = True
                kept.append((one + start, other + start, end - start))
    return Runs(*np.array(sorted(kept), dtype=np.intp).T)


def _free(taken: Flags) -> list[tuple[int, int]]:
    """The stretches that are not taken."""
    edges = np.flatnonzero(np.diff(np.concatenate(([1], taken.astype(np.int8), [1]))))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
