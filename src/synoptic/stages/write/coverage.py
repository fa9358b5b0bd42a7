"""How evidence covers a sentence: the few figures from which the citation gate computes its score.

All rest on one array, `held`: which sentence of the evidence holds which content word of the claim, 1 where it stands
there, less where only a word of like meaning does (that takes an encoder), 0 where neither does.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synoptic.ports import Encoder
from synoptic.stages.write.spelling import plain_dates
from synoptic.stages.write.words import Keys, Needed, needed, words_of

WORD_FEATURES = (
    "window_of_six",
    "clauses_missing",
    "weakest_in_context",
    "numbers_missing",
    "names_missing",
    "hard_missing_in_three",
)
ENCODER_FEATURES = ("likest_sentence",)

NEAR = 0.3
"""Likeness to the claim from which a sentence may hold a word by its meaning; .35 and .4 cost .01 of nested F1."""
LIKE = (0.5, 0.8)
"""Likeness of two words below which they say nothing of each other, and from which one is as good as the other. For
our encoder "basic" and "fundamental" are .8, "mad" and "crazy" .7. Measured: (.45, .75) to (.65, .9) do alike."""
BESIDE = 0.6
"""What a word is worth to its neighbours when it stands in the sentence before or after."""
REACH = 2.0
"""Content words after which the bond between two words of the claim has fallen to 1/e; 1.5 to 5 do alike."""
CLAUSE = 3
"""The least content words of a clause."""

_CLAUSE = re.compile(r"(?<=[,;:–])\s+|\s+(?:and|but|while|which|who|where|after|before|because|when|that|as)\s+")

type Matrix = NDArray[np.float64]


def word_features(claim: str, evidence: Sequence[str]) -> list[float]:
    """The figures of WORD_FEATURES by the words alone, in their order; see `encoder_features`."""
    return _figures(_claimed(claim), _held(_claimed(claim), evidence))


def encoder_features(claim: str, evidence: Sequence[str], encoder: Encoder) -> list[float]:
    """The figures of WORD_FEATURES, words of like meaning counting in part, and those of ENCODER_FEATURES.

    None falls (or rises, for what is missing) by adding evidence. The share of the words, weighted by their rarity,
    that the best six sentences in a row hold; summed over the clauses, what the best three in a row lack; for the three
    weakest words, how far a sentence that holds them (or the one beside it) holds what stands around them in the claim;
    the numbers and the names found nowhere; the fewest names and numbers missing in three in a row; the likeness of the
    likest sentence.
    """
    claimed = _claimed(claim)
    sentences = [text for text in evidence if text.strip()]
    if not sentences:
        return [*_figures(claimed, _held(claimed, evidence)), 0.0]
    vectors = encoder.encode([claim, *sentences])
    likeness = vectors[1:] @ vectors[0]
    held = np.maximum(_held(claimed, sentences), _alike(claimed, sentences, likeness >= NEAR, encoder))
    return [*_figures(claimed, held), round(float(likeness.max()), 6)]


def _claimed(claim: str) -> list[list[Needed]]:
    """The content words of the claim by clause, each word once; a clause of too few is one with the next."""
    clauses: list[list[Needed]] = [[]]
    wanted = {word.word: word for word in needed(plain_dates(claim))}
    for part in _CLAUSE.split(plain_dates(claim)):
        if len(clauses[-1]) >= CLAUSE:
            clauses.append([])
        clauses[-1] += [wanted.pop(word) for word in words_of(part) if word in wanted]
    if len(clauses) > 1 and len(clauses[-1]) < CLAUSE:
        last = clauses.pop()
        clauses[-1] += last
    clauses[-1] += wanted.values()
    return clauses


def _held(clauses: list[list[Needed]], evidence: Sequence[str]) -> Matrix:
    """Array of shape (sentences, words) of 0 and 1; one row of 0 where there is no evidence."""
    wanted = [word for clause in clauses for word in clause]
    rows = [[float(keys.hold(word)) for word in wanted] for keys in (Keys([plain_dates(text)]) for text in evidence)]
    return np.array(rows or [[0.0] * len(wanted)])


def _alike(clauses: list[list[Needed]], sentences: Sequence[str], near: NDArray[np.bool_], encoder: Encoder) -> Matrix:
    """How far each of the `near` sentences holds a word like each word of the claim; names and numbers have no like."""
    wanted = [word for clause in clauses for word in clause]
    found = np.zeros((len(sentences), len(wanted)))
    asked = [place for place, word in enumerate(wanted) if not word.hard]
    there = {row: _meanings(text) for row, text in enumerate(sentences) if near[row]}
    words = list(dict.fromkeys(word for row in there.values() for word in row))
    if not asked or not words:
        return found
    vectors = encoder.encode([*(wanted[place].word.lower() for place in asked), *words])
    likeness = np.round(vectors[: len(asked)] @ vectors[len(asked) :].T, 6).astype(np.float64)
    column = {word: place for place, word in enumerate(words)}
    for row, held in there.items():
        if held:
            found[row, asked] = likeness[:, [column[word] for word in held]].max(axis=1)
    return np.clip((found - LIKE[0]) / (LIKE[1] - LIKE[0]), 0.0, 1.0)


def _meanings(text: str) -> list[str]:
    """The words of a sentence that may stand for another."""
    return list(dict.fromkeys(word.word.lower() for word in needed(text) if not word.number and len(word.word) > 2))


def _figures(clauses: list[list[Needed]], held: Matrix) -> list[float]:
    """The figures of WORD_FEATURES; rounded, since matrix products differ in the last bit."""
    wanted = [word for clause in clauses for word in clause]
    if not wanted:
        return [1.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    weights = np.array([word.weight for word in wanted])
    hard = np.array([word.hard for word in wanted])
    threes, anywhere = _windows(held, 3), held.max(axis=0)
    return [
        round(float((_windows(held, 6) @ weights).max() / weights.sum()), 9),
        round(_clauses_missing(clauses, threes, weights), 9),
        round(float(np.sort(_in_context(held, weights))[:3].mean()), 9),
        float(sum(word.number and not found for word, found in zip(wanted, anywhere, strict=True))),
        float(sum(word.name and not found for word, found in zip(wanted, anywhere, strict=True))),
        float((threes[:, hard] == 0).sum(axis=1).min()) if hard.any() else 0.0,
    ]


def _clauses_missing(clauses: list[list[Needed]], threes: Matrix, weights: Matrix) -> float:
    """The sum over clauses of the share, by weight, that the best three sentences in a row lack."""
    missing, start = 0.0, 0
    for clause in clauses:
        part = slice(start, start + len(clause))
        missing += 1 - float((threes[:, part] @ weights[part]).max() / weights[part].sum()) if clause else 0.0
        start = part.stop
    return missing


def _in_context(held: Matrix, weights: Matrix) -> Matrix:
    """For each word, over the sentences that hold it, the largest share of its neighbours in the claim held there."""
    place = np.arange(len(weights))
    bonds = np.exp(-np.abs(place[:, None] - place) / REACH) * weights
    np.fill_diagonal(bonds, 0.0)
    if len(weights) == 1:
        return np.asarray(held.max(axis=0))
    around = held.copy()
    around[:-1] = np.maximum(around[:-1], BESIDE * held[1:])
    around[1:] = np.maximum(around[1:], BESIDE * held[:-1])
    return np.asarray((held * (around @ (bonds / bonds.sum(axis=1, keepdims=True)).T)).max(axis=0))


def _windows(held: Matrix, size: int) -> Matrix:
    """What each run of `size` sentences holds together."""
    return np.array([held[start : start + size].max(axis=0) for start in range(len(held))])
