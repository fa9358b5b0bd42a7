"""How evidence covers a sentence: the few figures from which the citation gate computes its score."""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from synoptic.ports import Encoder
from synoptic.stages.write.words import Keys, Needed, key_of, needed, words_of

WORD_FEATURES = (
    "window_of_six",
    "numbers_missing",
    "names_missing",
    "hard_missing_in_three",
    "soft_in_three",
    "pairs",
    "length",
)
ENCODER_FEATURES = ("likest_sentence", "likest_by_part")

_PART = re.compile(r"(?<=[,;:])\s+|\s+(?:and|but|while|which|who|where|after|before|because)\s+")


def word_features(claim: str, evidence: Sequence[str]) -> list[float]:
    """The figures of WORD_FEATURES, in their order. None falls (or rises, for what is missing) by adding evidence.

    The share of the words, weighted by their rarity, that the best six sentences in a row hold; the numbers and the
    names found nowhere; within three in a row the fewest missing names and numbers and the largest share of other
    words; the share of neighbouring words that are neighbours in the evidence; the logarithm of the sentence's length.
    """
    wanted = needed(claim)
    if not wanted:
        return [1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0]
    held = _held(wanted, evidence)
    weights = np.array([word.weight for word in wanted])
    hard = np.array([word.hard for word in wanted])
    anywhere = held.any(axis=0)
    threes = _windows(held, 3)
    return [
        round(float((_windows(held, 6) @ weights).max() / weights.sum()), 9),  # matrix products differ in the last bit
        float(sum(word.number and not found for word, found in zip(wanted, anywhere, strict=True))),
        float(sum(word.name and not found for word, found in zip(wanted, anywhere, strict=True))),
        float((~threes[:, hard]).sum(axis=1).min()) if hard.any() else 0.0,
        round(float(threes[:, ~hard].mean(axis=1).max()), 9) if not hard.all() else 1.0,
        _pairs(claim, evidence),
        math.log(len(wanted) + 1),
    ]


def encoder_features(claim: str, evidence: Sequence[str], encoder: Encoder) -> list[float]:
    """The figures of ENCODER_FEATURES: the likeness of the likest sentence, to the whole and to its parts."""
    sentences = [text for text in evidence if text.strip()]
    if not sentences:
        return [0.0, 0.0]
    parts = [part for part in _PART.split(claim) if len(part.split()) >= 3] or [claim]
    vectors = encoder.encode([claim, *parts, *sentences])
    likeness = vectors[: len(parts) + 1] @ vectors[len(parts) + 1 :].T
    best = likeness.max(axis=1)
    return [float(best[0]), float(best[1:].mean())]


def _held(wanted: Sequence[Needed], evidence: Sequence[str]) -> NDArray[np.bool_]:
    """Array of shape (sentences, words): which sentence holds which word; one empty row where there is no evidence."""
    rows = [[keys.hold(word) for word in wanted] for keys in (Keys([text]) for text in evidence)]
    return np.array(rows or [[False] * len(wanted)], dtype=bool)


def _windows(held: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """What each run of `size` sentences holds together."""
    return np.array([held[start : start + size].any(axis=0) for start in range(len(held))])


def _pairs(claim: str, evidence: Sequence[str]) -> float:
    asked = set(pairwise(key_of(word) for word in words_of(claim)))
    found = {pair for text in evidence for pair in pairwise(key_of(word) for word in words_of(text))}
    return len(asked & found) / len(asked) if asked else 1.0
