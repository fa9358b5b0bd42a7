"""Coverage: how much of one unit's words another unit holds, exactly or by meaning, class by class.

The soft match is late interaction: the best cosine of a word with any word of the other unit, each word encoded alone.
Being multilingual, the encoder carries it across languages.
"""

from dataclasses import dataclass

import numpy as np

from synoptic.stages.link.claims.index import KINDS, Floats, Ints, StoryIndex

NEAR = 0.7
"""Cosine from which two words count as alike (USE, single words: killed/died .81, plane/aircraft .83, police/officer
.62, police/banana .32)."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """For each pair and direction (0: how much of i is in j; 1: of j in i) the covered share of the weights.

    `exact`, `soft` and `near` have shape (pairs, 2); `by_kind` is the near share of each class (pairs, 2, KINDS),
    1 where the unit has no word of that class; `mass` the weights by class (pairs, 2, KINDS).
    """

    exact: Floats
    soft: Floats
    near: Floats
    by_kind: Floats
    exact_by_kind: Floats
    mass: Floats


def coverage(index: StoryIndex, pairs: Ints) -> Coverage:
    """The coverage of every pair in both directions; one small matrix product a unit."""
    kinds = len(KINDS)
    sums = np.zeros((len(pairs), 2, 4, kinds), dtype=np.float32)
    both = np.concatenate([pairs, pairs[:, ::-1]])
    order = np.argsort(both[:, 1], kind="stable")
    starts = np.searchsorted(both[order, 1], np.arange(len(index.units) + 1))
    for unit in range(len(index.units)):
        rows = order[starts[unit] : starts[unit + 1]]
        if len(rows) and len(index.words[unit]):
            sums[rows % len(pairs), rows // len(pairs)] = _covered(index, both[rows, 0], unit)
    for direction in (0, 1):
        sums[:, direction, 3] = _masses(index)[pairs[:, direction]]
    total = sums.sum(axis=3)
    shares = (total[:, :, :3] / np.maximum(total[:, :, 3:], 1e-6)).astype(np.float32)
    mass = sums[:, :, 3]
    absent = mass < 1e-6
    return Coverage(
        shares[:, :, 0],
        shares[:, :, 1],
        shares[:, :, 2],
        np.where(absent, 1, sums[:, :, 2] / np.maximum(mass, 1e-6)).astype(np.float32),
        np.where(absent, 1, sums[:, :, 0] / np.maximum(mass, 1e-6)).astype(np.float32),
        mass,
    )


def _masses(index: StoryIndex) -> Floats:
    return np.array(
        [np.bincount(k, index.weights[w], minlength=len(KINDS)) for w, k in zip(index.words, index.kinds, strict=True)],
        dtype=np.float32,
    ).reshape(-1, len(KINDS))


def _covered(index: StoryIndex, others: Ints, unit: int) -> Floats:
    """(others, 4, kinds): weights of each other's words found in `unit`: exactly, softly, nearly; the last left 0."""
    words = np.concatenate([index.words[other] for other in others])
    kinds = np.concatenate([index.kinds[other] for other in others])
    owner = np.repeat(np.arange(len(others)), [len(index.words[other]) for other in others])
    here = index.words[unit]
    exact = np.isin(words, here)
    soft = np.where(exact, 1, (index.vectors[words] @ index.vectors[here].T).max(axis=1, initial=0))
    numeric = kinds == KINDS.index("number")
    # Numbers are alike to the encoder whatever their value: they match exactly or not at all.
    soft = np.where(numeric & ~exact, 0, soft)
    cells = owner * len(KINDS) + kinds
    weights = index.weights[words]
    found = np.zeros((len(others), 4, len(KINDS)), dtype=np.float32)
    for row, match in enumerate((exact, soft, soft * (soft >= NEAR))):
        found[:, row] = np.bincount(cells, weights * match, minlength=len(others) * len(KINDS)).reshape(
            len(others), len(KINDS)
        )
    return found
