"""Late interaction: the numbers of a pair against a slow reading of what they mean."""

from math import exp, log1p, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.adapters.models.pair_model_matching import WINDOWS, Floats, Side, of_length_one, surprise, told

BEND = np.array([10.0, 0.5], dtype=np.float32)
WIDTH = 5


def side(seed: int, pieces: int) -> Side:
    """A sentence of so many word pieces with random vectors and weights."""
    dice = np.random.default_rng(seed)
    weights = dice.random(pieces).astype(np.float32)
    vectors = of_length_one(dice.normal(size=(pieces, WIDTH)).astype(np.float32))
    mean = of_length_one(dice.normal(size=WIDTH).astype(np.float32))
    return Side(f"{seed}", vectors, weights, weights * np.float32(0.5), mean)


def slow(one: Side, other: Side) -> list[float]:
    """The same numbers piece by piece."""
    found = []
    for here, there in ((one, other), (other, one)):
        best = [max(float(a @ b) for b in there.vectors) for a in here.vectors]
        match = [1 / (1 + exp(float(BEND[0]) * (float(BEND[1]) - value))) for value in best]
        weights = [float(w) for w in here.weights]
        telling = [float(w) * m for w, m in zip(here.telling, match, strict=True)]
        mass = sum(w * m for w, m in zip(weights, match, strict=True))
        raw = sum(w * b for w, b in zip(weights, best, strict=True)) / sum(weights)
        dense = [log1p(max(sum(telling[k : k + size]) for k in range(len(telling)))) for size in WINDOWS]
        found.append((mass / sum(weights), mass, raw, dense))
    (share, mass, raw, dense), (share_, mass_, raw_, dense_) = found
    numbers = [min(share, share_), max(share, share_), (share + share_) / 2, sqrt(max(share * share_, 1e-6))]
    numbers += [log1p((mass + mass_) / 2), float(one.mean @ other.mean), (raw + raw_) / 2]
    return numbers + [value for a, b in zip(dense, dense_, strict=True) for value in (min(a, b), max(a, b))]


@settings(max_examples=25)
@given(st.integers(1, 30), st.lists(st.integers(1, 40), min_size=1, max_size=4), st.integers(0, 10_000))
def test_the_numbers_are_those_of_a_slow_reading(pieces: int, others: list[int], seed: int) -> None:
    """Whatever the lengths, a pair among others has the numbers that it has piece by piece, in both directions."""
    one, rest = side(seed, pieces), [side(seed + number, size) for number, size in enumerate(others, 1)]
    found = told(one, rest, BEND)
    for row, other in zip(found, rest, strict=True):
        assert row == pytest.approx(slow(one, other), abs=1e-4)
        assert told(other, [one], BEND)[0] == pytest.approx(row, abs=1e-4)


def _same(text: str, vector: Floats) -> Side:
    weights = np.ones(1, dtype=np.float32)
    return Side(text, vector[None, :], weights, weights, vector)


def test_a_piece_that_every_sentence_has_tells_next_to_nothing() -> None:
    """Of fifty sentences all have the one piece and none the other: the first tells nothing, the second all."""
    common, rare = np.eye(WIDTH, dtype=np.float32)[:2]
    story = [_same(f"s{number}", common) for number in range(50)]
    steep = np.array([40.0, 0.5], dtype=np.float32)
    assert surprise(story[0], story, steep).telling[0] < 0.02
    assert surprise(_same("r", rare), story, steep).telling[0] > 0.98


def test_copies_of_a_sentence_do_not_make_its_words_common() -> None:
    """A sentence is not counted against itself, nor where it stands twice; alone it keeps its weights."""
    one = side(3, 4)
    assert surprise(one, [one, one], BEND) == one


def test_in_a_small_story_the_words_of_the_partner_are_not_common() -> None:
    """Of two sentences that share a piece, the piece keeps most of its weight."""
    (vector,) = np.eye(WIDTH, dtype=np.float32)[:1]
    steep = np.array([40.0, 0.5], dtype=np.float32)
    assert surprise(_same("a", vector), [_same("b", vector)], steep).telling[0] > 0.7
