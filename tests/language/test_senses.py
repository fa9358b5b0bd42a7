"""Senses: how far apart two words are in meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.senses import distance, senses_of

WORDS = ("halt", "stop", "rain", "downpour", "reform", "overhaul", "vessel", "boat", "girl", "car", "truck")


@pytest.mark.parametrize(
    ("one", "other", "part", "far"),
    [
        ("kidnap", "abduct", "VERB", 0),
        ("halt", "stop", "VERB", 1),
        ("downpour", "rain", "NOUN", 1),
        ("car", "truck", "NOUN", 2),
        ("mayor", "ferry", "NOUN", None),
        ("rain", "xylograph", "NOUN", None),
    ],
)
def test_distance(one: str, other: str, part: str, far: int | None) -> None:
    """Words of one sense are 0 apart, a kind and what it is a kind of 1, two kinds of one thing 2, others not near."""
    assert distance(senses_of(one, part, "en"), senses_of(other, part, "en")) == far


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_distance_is_mutual(one: str, other: str) -> None:
    """A word is as far from another as that one from it."""
    a, b = (senses_of(word, "NOUN", "en") for word in (one, other))
    assert distance(a, b) == distance(b, a)


def test_a_language_without_a_table() -> None:
    """Where no table is, no senses are known, and nothing is near."""
    assert senses_of("pluie", "NOUN", "fr") == ()
    assert distance((), ()) is None
