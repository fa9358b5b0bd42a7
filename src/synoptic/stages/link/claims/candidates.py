"""Candidates: the pairs of units of different accounts that are worth a closer look."""

import numpy as np

from synoptic.stages.link.claims.index import Floats, Ints, StoryIndex, postings

PARTNERS = 60
"""Most candidates that one unit proposes: keeps the number of pairs linear in the number of units. In a story of five
articles of thirty sentences it leaves about half of all pairs; of the gold pairs of data/claims it keeps .99."""

_COMMON = 4000
"""Postings longer than this are skipped: a stem that common says nothing, and costs the square of its length."""

_BLOCK = 128
"""Units whose sentence vectors are set against all others in one product."""


def candidate_pairs(index: StoryIndex) -> Ints:
    """Pairs (i, j), i < j, of units of different accounts, shape (pairs, 2), sorted.

    Each unit proposes its PARTNERS best by TF-IDF cosine plus centred encoder cosine.
    """
    holders = postings(index)
    norms = np.maximum(index.norms, 1e-6)
    found: list[Ints] = []
    for start in range(0, len(index.units), _BLOCK):
        likeness = index.sentences[start : start + _BLOCK] @ index.sentences.T
        for number, near in enumerate(likeness, start):
            score = 0.5 * _overlap(index, number, holders, norms) + 0.5 * near
            score[index.accounts == index.accounts[number]] = -np.inf
            others = best(score, PARTNERS)
            found.append(np.stack([np.minimum(others, number), np.maximum(others, number)], axis=1))
    return np.unique(np.concatenate([np.zeros((0, 2), dtype=np.int64), *found]), axis=0)


def best(score: Floats, count: int) -> Ints:
    """The indexes of the `count` highest finite scores, highest first, ties by index."""
    if len(score) > 4 * count:
        # Ties at the border go to the lower index, as in the full sort.
        border = np.partition(score, len(score) - count)[len(score) - count]
        kept = np.flatnonzero(score >= border)
        order = kept[np.argsort(-score[kept], kind="stable")][:count]
    else:
        order = np.argsort(-score, kind="stable")[:count]
    return np.asarray(order[np.isfinite(score[order])], dtype=np.int64)


def _overlap(index: StoryIndex, number: int, holders: list[Ints], norms: Floats) -> Floats:
    score = np.zeros(len(index.units), dtype=np.float32)
    for word in index.words[number]:
        if len(holders[word]) <= _COMMON:
            score[holders[word]] += index.weights[word] ** 2
    return np.asarray(score / (norms * norms[number]), dtype=np.float32)
