"""Tokens by rule: words, numbers, addresses and marks in any script."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The ferry's 40-year-old crew left.", ["The", "ferry's", "40", "-", "year-old", "crew", "left", "."]),
        ("3.5 million at 10:30 on 4/5/2031", ["3.5", "million", "at", "10:30", "on", "4/5/2031"]),
        ("In the U.S. they met", ["In", "the", "U.S.", "they", "met"]),
        (
            "See https://example.com/a.b, or @ida #ferry.",
            ["See", "https://example.com/a.b", ",", "or", "@ida", "#ferry", "."],
        ),
        ("l’État n’a rien dit", ["l’État", "n’a", "rien", "dit"]),
        ("Díaz-Canel", ["Díaz-Canel"]),
        ("G20 and COVID19", ["G20", "and", "COVID19"]),
        ("नाव डूबी।", ["नाव", "डूबी", "।"]),
        ("“Non” — dit-il…", ["“", "Non", "”", "—", "dit-il", "…"]),
        ("", []),
    ],
)
def test_words_are_cut_as_a_reader_counts_them(text: str, tokens: list[str]) -> None:
    """Inner hyphens, apostrophes and marks of numbers stay inside; everything else stands alone."""
    assert [span.of(text) for span in tokenize(text)] == tokens


@given(st.text(max_size=200))
def test_tokens_are_all_that_is_not_white_space(text: str) -> None:
    """Nothing is lost, nothing overlaps, and no token holds white space."""
    spans = tokenize(text)
    assert "".join(span.of(text) for span in spans) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(spans))
