"""Places by their names in many languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.places import known_place


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Nueva York", "es", "New York"),
        ("New York", "it", "New York"),
        ("Francfort", "es", "Frankfurt"),
        ("Monaco di Baviera", "it", "Munich"),
        ("Azië", "nl", "Asia"),
        ("Europa", "de", "Europe"),
        ("Moscú", "es", "Moscow"),
        ("Нью-Йорк", "ru", "New York"),
        ("纽约", "zh", "New York"),
        ("نيويورك", "ar", "New York"),
        ("Cisjordania", "es", "West Bank"),
        ("Kalifornien", "de", "California"),
    ],
)
def test_a_place_has_one_name_in_all_languages(name: str, language: str, expected: str) -> None:
    """Cities, states and continents are found by what a language calls them, or English does."""
    assert known_place(name, language) == expected


@pytest.mark.parametrize("name", ["Brandt", "Aerovisa", "", "Gobierno"])
def test_what_is_no_place_has_none(name: str) -> None:
    """Other names are none, and no language has none."""
    assert known_place(name, "es") == ""
    assert known_place(name, "") == ""


@given(st.text(max_size=12), st.sampled_from(["en", "es", "ar", "xx", ""]))
def test_any_text_may_be_asked_for(text: str, language: str) -> None:
    """No text fails, and what is found has its own name."""
    found = known_place(text, language)
    assert not found or known_place(found, language) == found
