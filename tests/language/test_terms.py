"""Terms are words without case, accents and endings, in any script; their rarity learns from the stream."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.terms import Frequencies, background, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferries' captains", ["the", "ferrie", "captain"]),
        ("Norlinje’s boss", ["norlinje", "boss"]),
        ("Dragošević visits Brāla", ["dragosevic", "visit", "brala"]),
        ("l’homme de 6.5 km", ["homme", "de", "6.5", "km"]),
        ("渡轮搁浅", ["渡轮", "轮搁", "搁浅"]),
        ("Паром сел на мель", ["паром", "сел", "на", "мель"]),
        ("…!?", []),
    ],
)
def test_terms_of_many_scripts(text: str, found: list[str]) -> None:
    """Possessives and plural endings fall, accents fall, scripts without spaces give pairs of characters."""
    assert terms(text) == found


@given(st.text())
def test_terms_never_fail_and_ignore_case_of_ascii(text: str) -> None:
    """Any text has terms, none of them empty."""
    assert all(terms(text))


def test_rarity_starts_from_the_language_and_learns() -> None:
    """Function words are common from the first article on; a word that every article uses becomes common."""
    seen = Frequencies("en")
    assert seen.rarity("the") < 0.5 < 3 < seen.rarity("norlinje")
    for _ in range(300):
        seen.learn({"norlinje"})
    assert seen.rarity("norlinje") < 0.5


def test_languages_without_a_table_have_an_empty_background() -> None:
    """An unknown language starts from nothing, known ones from their table."""
    assert background("xx") == {}
    assert background("") == {}
    assert background("es")["que"] > 0.1
