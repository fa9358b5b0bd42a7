"""Tables of languages: which folder a tag leads to, and what a language without a table gets."""

import pytest

from synoptic.language.tables import language_table, language_text, primary_language, shared_table


@pytest.mark.parametrize(
    ("tag", "language"), [("pt-BR", "pt"), ("EN", "en"), ("zh-Hant-TW", "zh"), ("", ""), (None, ""), ("ar", "ar")]
)
def test_the_primary_language_is_the_first_subtag_in_lower_case(tag: str | None, language: str) -> None:
    """Region, script and case of a tag do not count."""
    assert primary_language(tag) == language


def test_regions_of_a_language_share_its_table() -> None:
    """The table of "es-MX" is that of "es", and not empty."""
    assert language_table("es-MX", "titles") == language_table("es", "titles") != {}


@pytest.mark.parametrize("tag", [None, "", "xx", "..", "../names", "names/../en"])
def test_a_language_without_a_table_has_an_empty_one(tag: str | None) -> None:
    """A tag that names no language of ours gives nothing, and never a file outside the folder of a language."""
    assert language_table(tag, "titles") == {}
    assert not language_text(tag, "feelings.txt")


def test_what_all_languages_share_is_read_by_its_name() -> None:
    """Units of measure and forms of names belong to no one language."""
    assert shared_table("measures")["units"]
    assert shared_table("names/forms")["honorifics"]
