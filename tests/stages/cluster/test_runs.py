"""Common runs are really common, long enough, and disjoint on both sides."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from synoptic.stages.cluster.alphabet import Alphabet
from synoptic.stages.cluster.fingerprints import find_candidates
from synoptic.stages.cluster.runs import SHORTEST, Run, common_runs, grams, matches
from synoptic.stages.cluster.wording import read_words
from tests.stages.cluster.accounts import article

WORDS = st.lists(st.sampled_from(["tide", "moor", "lamp", "crane", "salt", "ferry"]), min_size=0, max_size=40).map(
    " ".join
)
PARAGRAPH = " ".join(f"w{number}" for number in range(8))


def runs_of(one: str, other: str) -> tuple[NDArray[np.uint64], NDArray[np.uint64], list[Run]]:
    """The words of both texts and their common runs."""
    alphabet = Alphabet()
    here, there = (read_words([text], alphabet).numbers for text in (one, other))
    return here, there, common_runs(matches(grams(here), grams(there)), (len(here), len(there)))


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_runs_keep_their_law(one: str, other: str) -> None:
    """Each run has the same words on both sides and at least five; no word is in two runs."""
    here, there, found = runs_of(one, other)
    for run in found:
        assert run.length >= SHORTEST
        assert here[run.one : run.one + run.length].tolist() == there[run.other : run.other + run.length].tolist()
    for side in ("one", "other"):
        places = [p for run in found for p in range(getattr(run, side), getattr(run, side) + run.length)]
        assert len(places) == len(set(places))


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_every_common_stretch_is_found(one: str, other: str) -> None:
    """Five words in a row that stand in both texts are covered in at least one of them."""
    here, there, found = runs_of(one, other)
    left = {p for run in found for p in range(run.one, run.one + run.length)}
    right = {p for run in found for p in range(run.other, run.other + run.length)}
    for i in range(len(here) - SHORTEST + 1):
        for j in range(len(there) - SHORTEST + 1):
            if here[i : i + SHORTEST].tolist() == there[j : j + SHORTEST].tolist():
                assert left & set(range(i, i + SHORTEST)) or right & set(range(j, j + SHORTEST))


@settings(max_examples=40)
@given(WORDS)
def test_a_text_is_its_own_longest_run(text: str) -> None:
    """A text compared with itself gives one run of all its words, where it is long enough."""
    words, _, found = runs_of(text, text)
    assert sum(run.length for run in found) == (len(words) if len(words) >= SHORTEST else 0)


@settings(max_examples=100)
@given(WORDS, WORDS)
def test_eight_common_words_make_a_candidate(before: str, after: str) -> None:
    """Wherever eight words in a row stand in two texts, the two share a fingerprint."""
    texts = (f"{before} {PARAGRAPH} {after}", f"{after} and {PARAGRAPH} {before}")
    assert find_candidates([article(text, text) for text in texts], Alphabet()).pairs == [(0, 1)]


def test_other_texts_are_no_candidates() -> None:
    """Texts that share no five words in a row are not compared."""
    texts = ("the lamp on the old crane fell down", "salt on the moor at night now", "")
    assert find_candidates([article(text, text) for text in texts], Alphabet()).pairs == []
    assert find_candidates([], Alphabet()).pairs == []
