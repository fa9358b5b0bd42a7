"""Common runs are really common, long enough, and disjoint on both sides."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from synoptic.stages.cluster.alphabet import Alphabet
from synoptic.stages.cluster.fingerprints import find_candidates
from synoptic.stages.cluster.runs import SHORTEST, common_runs, grams, matches
from synoptic.stages.cluster.wording import read_words
from tests.stages.cluster.accounts import article

WORDS = st.lists(st.sampled_from(["tide", "moor", "lamp", "crane", "salt", "ferry"]), min_size=0, max_size=40).map(
    " ".join
)
PARAGRAPH = " ".join(f"w{number}" for number in range(8))


def runs_of(one: str, *others: str) -> tuple[list[NDArray[np.uint64]], list[list[tuple[int, int, int]]]]:
    """The words of all texts, and the common runs of the first with each of the others."""
    alphabet = Alphabet()
    words = [read_words([text], alphabet).numbers for text in (one, *others)]
    runs, borders = common_runs(matches(grams(words[0]), [grams(there) for there in words[1:]]), len(others))
    return words, [list(runs.of(slice(first, last)).rows) for first, last in pairwise(borders.tolist())]


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_runs_keep_their_law(one: str, other: str) -> None:
    """Each run has the same words on both sides and at least five; no word is in two runs."""
    (here, there), (found,) = runs_of(one, other)
    for first, second, length in found:
        assert length >= SHORTEST
        assert here[first : first + length].tolist() == there[second : second + length].tolist()
    for side in (0, 1):
        places = [p for run in found for p in range(run[side], run[side] + run[2])]
        assert len(places) == len(set(places))


@settings(max_examples=60)
@given(WORDS, st.lists(WORDS, min_size=1, max_size=5))
def test_others_change_no_runs(one: str, others: list[str]) -> None:
    """The runs of a text with one of several others are those with it alone."""
    assert runs_of(one, *others)[1] == [runs_of(one, other)[1][0] for other in others]


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_every_common_stretch_is_found(one: str, other: str) -> None:
    """Five words in a row that stand in both texts are covered in at least one of them."""
    (here, there), (found,) = runs_of(one, other)
    left = {p for first, _, length in found for p in range(first, first + length)}
    right = {p for _, second, length in found for p in range(second, second + length)}
    for i in range(len(here) - SHORTEST + 1):
        for j in range(len(there) - SHORTEST + 1):
            if here[i : i + SHORTEST].tolist() == there[j : j + SHORTEST].tolist():
                assert left & set(range(i, i + SHORTEST)) or right & set(range(j, j + SHORTEST))


@settings(max_examples=40)
@given(WORDS)
def test_a_text_is_its_own_longest_run(text: str) -> None:
    """A text compared with itself gives one run of all its words, where it is long enough."""
    (words, _), (found,) = runs_of(text, text)
    assert sum(length for _, _, length in found) == (len(words) if len(words) >= SHORTEST else 0)


@settings(max_examples=100)
@given(WORDS, WORDS)
def test_eight_common_words_make_a_candidate(before: str, after: str) -> None:
    """Wherever eight words in a row stand in two texts, the two share a fingerprint."""
    texts = (f"{before} {PARAGRAPH} {after}", f"{after} and {PARAGRAPH} {before}")
    assert find_candidates([article(text, text) for text in texts], Alphabet()).pairs.rows == [(0, 1)]


def test_other_texts_are_no_candidates() -> None:
    """Texts that share no five words in a row are not compared."""
    texts = ("the lamp on the old crane fell down", "salt on the moor at night now", "")
    assert find_candidates([article(text, text) for text in texts], Alphabet()).pairs.rows == []
    assert find_candidates([], Alphabet()).pairs.rows == []
