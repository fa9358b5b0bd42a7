"""Kinds: places, bodies and people are told apart, the same way over a whole article."""

import pytest

from synoptic.records.annotation import EntityKind
from tests.stages.extract.mentions.reader import entities


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The United States and the US agreed.", "United States", EntityKind.PLACE),
        ("Minister Anna Virtanen leads the Ministry of Fisheries.", "Ministry of Fisheries", EntityKind.ORGANIZATION),
        ("She flew to Lisbon.", "Lisbon", EntityKind.PLACE),
    ],
)
def test_names_are_typed(text: str, name: str, kind: EntityKind) -> None:
    """Gazetteers and the words of a name tell its kind."""
    assert kind in {entity.kind for entity in entities(text) if name in entity.name}


def test_names_of_one_country_are_one_entity() -> None:
    """Abbreviation, short and long name are one place."""
    (place,) = (e for e in entities("The United States left. The U.S. and America stay.") if e.kind is EntityKind.PLACE)
    assert len(place.mentions) == 3


def test_a_capital_is_not_its_country() -> None:
    """As a place a capital keeps its own entity."""
    found = {entity.name for entity in entities("Peru protested. In Lima thousands marched, others went to Quito.")}
    assert {"Peru", "Lima", "Quito"} <= found


def test_a_family_is_no_person() -> None:
    """The plural of a surname is another entity than the person."""
    found = {e.name: e.kind for e in entities("Hugo Brandt was greeted by the Brandts of Oslo. Brandt left.")}
    assert found["Hugo Brandt"] is EntityKind.PERSON
    assert found.get("Brandts") is not EntityKind.PERSON


def test_an_acronym_is_its_long_name() -> None:
    """The initials name the same body."""
    found = [e for e in entities("The Baltic Harbour Agency met. The BHA agreed.") if e.kind is EntityKind.ORGANIZATION]
    assert len(found) == 1
