"""Phrases: an utterance and its translation, aligned phrase by phrase where words do not stand against words.

Monotone alignment of one phrase with one or two, by dynamic programming over the likeness of a multilingual
encoder. Source of the form: Gale and Church (1993), with vectors in place of lengths.
"""

import re
from collections.abc import Sequence

import numpy as np

from synoptic.ports import Encoder
from synoptic.stages.link.quotes.words import Row

type Range = tuple[int, int]
"""A half-open range of words of a row; empty where the other side has nothing."""

_BORDER = re.compile(r"[,;:.!?…—–。，、；：！？؟،]|\s-\s")
_STEPS = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))
_LEAST = 0.45
"""Cosine from which two phrases can be translations: sentences and their translations lie at .75 to .83, others below
.45 (see utterances); a phrase says less than a sentence, so the bound stands where the others end."""


def phrases_of(row: Row, text: str) -> list[Range]:
    """The stretches of words between marks; a single word joins the phrase before it."""
    found: list[Range] = []
    first = 0
    for at in range(1, len(row.words) + 1):
        if at < len(row.words) and not _BORDER.search(text[row.words[at - 1].span.end : row.words[at].span.start]):
            continue
        if found and at - first < 2:
            found[-1] = (found[-1][0], at)
        else:
            found.append((first, at))
        first = at
    return found


def translated(one: tuple[Row, str], other: tuple[Row, str], encoder: Encoder) -> list[tuple[Range, Range]]:
    """The phrases of two rows side by side, in order; together they hold every word of both once.

    Rows come with the text of their articles.
    """
    sides = [phrases_of(*one), phrases_of(*other)]
    vectors = [_vectors(side, given, encoder) for side, given in zip(sides, (one, other), strict=True)]
    best = _table(len(sides[0]), len(sides[1]), vectors)
    steps: list[tuple[Range, Range]] = []
    i, j = len(sides[0]), len(sides[1])
    while i or j:
        a, b = best[i, j][1]
        steps.append((_range(sides[0], i - a, i), _range(sides[1], j - b, j)))
        i, j = i - a, j - b
    if not any(first[0] < first[1] and second[0] < second[1] for first, second in steps):
        return [((0, len(one[0].words)), (0, len(other[0].words)))]
    return steps[::-1]


def _range(side: Sequence[Range], first: int, last: int) -> Range:
    if first < last:
        return side[first][0], side[last - 1][1]
    at = side[first - 1][1] if first else 0
    return at, at


def _vectors(side: Sequence[Range], given: tuple[Row, str], encoder: Encoder) -> dict[Range, np.ndarray]:
    """The vectors of each phrase and of each two neighbours, by the half-open range of phrases."""
    (row, text) = given
    ranges = [(i, i + size) for size in (1, 2) for i in range(len(side) - size + 1)]
    words = [row.words[side[i][0] : side[j - 1][1]] for i, j in ranges]
    rows = encoder.encode([" ".join(word.span.of(text) for word in each) for each in words])
    return dict(zip(ranges, rows, strict=True))


def _table(
    height: int, width: int, vectors: Sequence[dict[Range, np.ndarray]]
) -> dict[tuple[int, int], tuple[float, Range]]:
    """For each number of phrases of both sides the best score up to there and its last step."""
    best: dict[tuple[int, int], tuple[float, Range]] = {(0, 0): (0.0, (0, 0))}
    for i in range(height + 1):
        for j in range(width + 1):
            if not i and not j:
                continue
            options = [
                (best[i - a, j - b][0] + _worth(vectors, (i - a, i), (j - b, j)), (a, b))
                for a, b in _STEPS
                if a <= i and b <= j
            ]
            best[i, j] = max(options)
    return best


def _worth(vectors: Sequence[dict[Range, np.ndarray]], one: Range, other: Range) -> float:
    size = one[1] - one[0] + other[1] - other[0]
    if size == 1:
        return 0.0
    if one[0] == one[1] or other[0] == other[1]:
        return -1.0
    return (float(vectors[0][one] @ vectors[1][other]) - _LEAST) * size / 2
