"""Nouns for groups and matters."""

import pytest

from synoptic.language.groups import read_group


@pytest.mark.parametrize(
    ("phrase", "group"),
    [
        ("Kenyan asylum seekers", ("migrant", "ke")),
        ("migrants", ("migrant", "")),
        ("the fishing deal", ("agreement", "")),
        ("Peru's peace accords", ("agreement", "pe")),
        ("women", ("woman", "")),
        ("armed militiamen", ("fighter", "")),
        ("a long queue", None),
    ],
)
def test_a_phrase_tells_its_class_and_whose_it_is(phrase: str, group: tuple[str, str] | None) -> None:
    """Two nouns of one class can name one group; a demonym or a country says whose."""
    assert read_group(phrase) == group


def test_a_language_without_a_table_has_no_groups() -> None:
    """Nothing is guessed."""
    assert read_group("los migrantes", "xx") is None
