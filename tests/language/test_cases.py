"""Cases of names: what stands at their ends, and the names they are of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.cases import case_forms, case_stem, has_cases, is_case_of, stemmed_words
from synoptic.language.names import fold
from synoptic.language.places import known_place
from synoptic.language.territories import find_territory


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("Сидоровым", "Sidorov"),
        ("Сидоровой", "Sidorova"),
        ("Рустаму", "Rustam"),
        ("Михаила", "Mikhail"),
        ("Кабаеву", "Kabaev"),
        ("Полянского", "Polyansky"),
        ("Донецке", "Donetsk"),
    ],
)
def test_a_name_in_any_case_is_known_by_its_stem(written: str, nominative: str) -> None:
    """The stem begins the name as others write it in Latin letters."""
    assert is_case_of(fold(case_stem(written)), fold(nominative))


@pytest.mark.parametrize(("written", "other"), [("Сидоровым", "Sobolev"), ("Рустаму", "Rustamov-Beg"), ("Ан", "Anna")])
def test_another_name_is_not(written: str, other: str) -> None:
    """Neither another name nor a much longer one."""
    assert not is_case_of(fold(case_stem(written)), fold(other))


def test_lands_and_cities_are_found_in_all_cases() -> None:
    """Territories of ICU, those of the table, and cities."""
    assert {find_territory(word, "ru").code for word in ("Перу", "Россия", "России", "Шри-Ланкой")} == {
        "pe",
        "ru",
        "lk",
    }  # type: ignore[union-attr]
    assert find_territory("перуанского", "ru") == find_territory("перуанская", "ru") is not None
    assert {known_place(word, "ru") for word in ("Вена", "Вену", "Вене")} == {"Vienna"}


def test_languages_without_cases_keep_their_words() -> None:
    """Only names of the languages that are known to have cases are changed."""
    assert [has_cases(language) for language in ("uk-UA", "es", "")] == [True, False, False]
    assert stemmed_words("Sidorova", "es") == ("sidorova",)
    assert stemmed_words("Ильёй Сидоровым", "ru")[1] == "sidorov"


@given(st.text(max_size=15))
def test_a_stem_begins_its_word(word: str) -> None:
    """Nothing is added, and the nominative is among the forms."""
    assert word.lower().startswith(case_stem(word))
    assert " ".join(word.split()) in case_forms(word) or not word.split()
