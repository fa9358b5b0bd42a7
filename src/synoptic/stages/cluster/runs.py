"""Runs: the stretches of words that two articles have in common, and how they are found without comparing all pairs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.cluster.wording import Wording

# Words of the shortest run. 5 is the unit in which the lineage gold was drawn; 4 finds stock phrases.
SHORTEST = 5
# Common 5-grams from which on a pair is looked at (the prefilter of the prototype; not tuned here).
_LEAST_GRAMS = 3
# A 5-gram of more articles than this is a stock phrase or furniture and proposes no pairs (it still counts in runs).
_MOST_ARTICLES = 200
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words from `one` on in the first article that stand from `other` on in the second."""

    one: int
    other: int
    length: int


def grams(wording: Wording, allowed: NDArray[np.bool_]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Hashes and places of the 5-grams all of whose words are `allowed`."""
    count = len(wording) - SHORTEST + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    hashes = np.zeros(count, dtype=np.uint64)
    whole = np.ones(count, dtype=np.bool_)
    for shift in range(SHORTEST):
        hashes = (hashes ^ wording.words[shift : shift + count].astype(np.uint64)) * _MIX
        hashes ^= hashes >> np.uint64(29)
        whole &= allowed[shift : shift + count]
    places = np.flatnonzero(whole)
    return hashes[places], places


def candidate_pairs(found: Sequence[NDArray[np.uint64]]) -> list[tuple[int, int]]:
    """The pairs of articles with at least three common 5-grams, by an inverted index of the hashes in `found`."""
    distinct = [np.unique(hashes) for hashes in found]
    if not distinct:
        return []
    hashes = np.concatenate(distinct)
    owners = np.repeat(np.arange(len(distinct)), [len(part) for part in distinct])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    borders = np.flatnonzero(np.diff(hashes)) + 1
    starts, ends = np.r_[0, borders], np.r_[borders, len(hashes)]
    counts: Counter[tuple[int, int]] = Counter()
    for start, end in zip(starts, ends, strict=True) if len(hashes) else ():
        if 2 <= end - start <= _MOST_ARTICLES:
            group = owners[start:end].tolist()
            counts.update((group[i], group[j]) for i in range(len(group)) for j in range(i + 1, len(group)))
    return sorted(pair for pair, number in counts.items() if number >= _LEAST_GRAMS)


def common_runs(one: Wording, other: Wording, masks: tuple[NDArray[np.bool_], NDArray[np.bool_]]) -> list[Run]:
    """The maximal common runs of allowed words, disjoint on both sides (longer ones first), in order of the first."""
    places: dict[int, list[int]] = {}
    for hash_, place in zip(*(array.tolist() for array in grams(other, masks[1])), strict=True):
        places.setdefault(hash_, []).append(place)
    matches = [
        (place, match)
        for hash_, place in zip(*(array.tolist() for array in grams(one, masks[0])), strict=True)
        for match in places.get(hash_, ())
        if np.array_equal(one.words[place : place + SHORTEST], other.words[match : match + SHORTEST])
    ]
    together = set(matches)
    found: list[Run] = []
    for place, match in matches:
        if (place - 1, match - 1) not in together:
            length = SHORTEST
            while (place + length - SHORTEST + 1, match + length - SHORTEST + 1) in together:
                length += 1
            found.append(Run(place, match, length))
    return _disjoint(found, len(one), len(other))


def _disjoint(found: Sequence[Run], size: int, other_size: int) -> list[Run]:
    """Of overlapping runs the longer ones; what is left of the others where it is long enough."""
    used, other_used = np.zeros(size, dtype=np.bool_), np.zeros(other_size, dtype=np.bool_)
    kept: list[Run] = []
    for run in sorted(found, key=lambda run: (-run.length, run.one, run.other)):
        taken = used[run.one : run.one + run.length] | other_used[run.other : run.other + run.length]
        for start, end in _free(taken):
            if end - start >= SHORTEST:
                used[run.one + start : run.one + end] = True
                other_used[run.other + start : run.other + end] = True
                kept.append(Run(run.one + start, run.other + start, end - start))
    return sorted(kept)


def _free(taken: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches that are not taken."""
    edges = np.flatnonzero(np.diff(np.r_[1, taken.astype(np.int8), 1]))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
