"""Territories and offices: what words for countries, peoples and offices stand for."""

import pytest

from synoptic.language.offices import WrittenOffice, read_office
from synoptic.language.territories import TerritoryRole, TerritoryWord, find_territory, homeland
from synoptic.language.titles import titles_of


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("the United States", "en", TerritoryWord("us", TerritoryRole.NAME)),
        ("U.S.", "en", TerritoryWord("us", TerritoryRole.NAME)),
        ("us", "en", None),
        ("North Korean", "en", TerritoryWord("kp", TerritoryRole.DEMONYM)),
        ("Lima", "en", TerritoryWord("pe", TerritoryRole.CAPITAL)),
        ("peruana", "es", TerritoryWord("pe", TerritoryRole.DEMONYM)),
        ("Allemagne", "fr", TerritoryWord("de", TerritoryRole.NAME)),
        ("Перу", "ru", TerritoryWord("pe", TerritoryRole.NAME)),
        ("harbour", "en", None),
    ],
)
def test_words_for_territories_are_known(words: str, language: str, expected: TerritoryWord | None) -> None:
    """Names, abbreviations, peoples and capitals, in several languages."""
    assert find_territory(words, language) == expected


def test_an_unknown_country_and_its_people_share_a_code() -> None:
    """The code of a country without table is the same for its name and its people's."""
    assert homeland("Marvia") == homeland("Marvian") != homeland("Ostria")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("late Peruvian leader", "en", WrittenOffice("leader", "leader", "pe", "past")),
        ("Prime Minister of Finland", "en", WrittenOffice("prime minister", "prime minister", "fi")),
        ("presidente de Perú", "es", WrittenOffice("president", "presidente", "pe")),
        ("the harbour", "en", None),
    ],
)
def test_offices_are_read(text: str, language: str, expected: WrittenOffice | None) -> None:
    """Class, noun, territory and time of an office as written."""
    assert read_office(text, language) == expected


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt", "de", "it", "nl"])
def test_tables_of_titles_are_sound(language: str) -> None:
    """Every class that is wider than others is the class of some word, and words are in lower case."""
    titles = titles_of(language)
    kinds = {office.kind for offices in titles.offices.values() for office in offices}
    assert set(titles.wider) <= kinds
    assert all(word == word.lower() for word in titles.offices)


def test_a_language_without_table_has_no_titles() -> None:
    """Nothing is made up."""
    assert not titles_of("xx").offices
