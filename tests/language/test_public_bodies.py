"""Names of bodies: what two of one body share."""

import pytest

from synoptic.language.names import without_legal_form
from synoptic.language.names.bodies import without_sort
from synoptic.language.public_bodies import public_body


@pytest.mark.parametrize(
    "named",
    [
        [
            ("Peruvian Defence Ministry", "en"),
            ("Ministry of Defense of Peru", "en"),
            ("Ministerio de Defensa peruano", "es"),
            ("Ministerio de Defensa del Perú", "es"),
            ("Ministerio da Defesa do Peru", "pt"),
        ],
        [("U.S. Coast Guard", "en"), ("US Coast Guard", "en"), ("Guardia Costera de los Estados Unidos", "es")],
        [("U.N. Security Council", "en"), ("Consejo de Seguridad de la ONU", "es"), ("VN-Veiligheidsraad", "nl")],
        [("International Monetary Fund", "en"), ("FMI", "fr"), ("IWF", "de"), ("I.M.F.", "en")],
        [("Changi International Airport", "en"), ("Aeropuerto Internacional Changi", "es")],
        [("Atlantic Ocean", "en"), ("Atlantische Oceaan", "nl"), ("Océano Atlántico", "es")],
    ],
)
def test_a_public_body_is_one_in_all_languages(named: list[tuple[str, str]]) -> None:
    """Its class and its land tell it, wherever they stand."""
    (shared,) = {public_body(name, language) for name, language in named}
    assert shared


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Peruvian Defence Ministry", "Chilean Defence Ministry"),
        ("Peruvian Defence Ministry", "Peruvian Finance Ministry"),
        ("Supreme Court", "Constitutional Court"),
        ("Defence Ministry", "Peruvian Defence Ministry"),
    ],
)
def test_two_bodies_share_not_all(left: str, right: str) -> None:
    """Another land or class is another body."""
    assert public_body(left) != public_body(right)


def test_other_names_are_no_public_bodies() -> None:
    """A company or person has no class of public bodies."""
    assert [public_body(name) for name in ("Aerovisa", "Bank of America", "Ana Brandt", "")] == [(), (), (), ()]


@pytest.mark.parametrize(
    ("name", "legal", "sort"),
    [
        ("aerovisa airlines", "aerovisa airlines", "aerovisa"),
        ("aerovisa group inc", "aerovisa", "aerovisa"),
        ("airlines", "airlines", "airlines"),
    ],
)
def test_what_may_be_left_out_behind_a_name(name: str, legal: str, sort: str) -> None:
    """A legal form says nothing, the sort of company little; the first word stays."""
    assert " ".join(without_legal_form(name.split())) == legal
    assert " ".join(without_sort(name.split())) == sort
