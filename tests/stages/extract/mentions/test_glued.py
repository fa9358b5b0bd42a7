"""What sticks to names: credits, headings, figures; names that the model passed over; legal forms and short names."""

import pytest

from synoptic.records.annotation import EntityKind
from synoptic.stages.link.entities import link_entities
from tests.stages.extract.mentions.reader import account, entities, people


def _kinds(text: str) -> dict[str, EntityKind]:
    """The kind of each entity of a text by its name."""
    return {entity.name: entity.kind for entity in entities(text)}


def _of(text: str, name: str) -> list[str]:
    """The words of all mentions of the entity of that name."""
    return [m.span.of(text) for entity in entities(text) if entity.name == name for m in entity.mentions]


def test_the_credit_of_a_picture_is_no_part_of_a_name() -> None:
    """A person named right behind an agency's credit is the person named elsewhere."""
    text = "Getty Images Rosa Lindt waited in Oslo. Rosa Lindt smiled. Lindt left."
    assert people(text)["Rosa Lindt"] == ["Rosa Lindt", "Rosa Lindt", "Lindt"]


def test_a_clock_and_a_sum_name_nobody() -> None:
    """Times of day and sums are no entities, whatever the model takes them for."""
    text = "The price fell below US6,000 at 07:59 UTC on the exchange of Oslo."
    assert not [name for name in _kinds(text) if any(letter.isdigit() for letter in name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Israel has held Ahed Barghimi since Monday. The court charged Barghimi with assault. Lawyers of Barghimi "
            "objected.",
            "Ahed Barghimi",
        ),
        ("The crowd hailed Ahlo Tamirra, 16, as a hero. Tamirra waved.", "Ahlo Tamirra"),
    ],
)
def test_a_full_name_gathers_its_surname_even_where_the_model_is_blind(text: str, name: str) -> None:
    """Proper nouns in a row with an age, or with a surname that acts alone elsewhere, are a person."""
    assert len(people(text)[name]) > 1


def test_a_body_keeps_its_name_without_its_legal_form() -> None:
    """A body with and without "Group" or "Inc." is one, in one article and across two."""
    text = "Kestor Bank Group lost money in Oslo. Kestor Bank said so. The bank will close."
    assert {"Kestor Bank Group", "Kestor Bank"} <= set(_of(text, "Kestor Bank Group"))
    first = account("Halden Motors Inc. closed its plant in Oslo.", id="a")
    second = account("Halden Motors closed its plant in Oslo.", id="b")
    (both,) = [e for e in link_entities([first, second]).entities if e.name.startswith("Halden Motors")]
    assert {mention.article for mention in both.mentions} == {"a", "b"}


def test_the_last_word_of_a_newspaper_stands_for_it() -> None:
    """With "the" before it the last word of one long name means that body."""
    text = "The Washington Post reported it on Monday. The Post later apologised."
    assert "Post" in _of(text, "Washington Post")


def test_an_apposition_is_a_mention_of_the_body() -> None:
    """A description beside a body's name is one of its mentions."""
    text = "Microsoft, the largest company of the region, lost money. The company will close two plants."
    assert {"the largest company", "The company"} <= set(_of(text, "Microsoft"))


def test_one_man_of_a_people_is_not_that_people() -> None:
    """The word "Brazilian" for one driver is neither a person's name nor a group."""
    text = "The Brazilian crashed in the rain. Brazil mourned."
    assert "Brazilian" not in _kinds(text)


def test_names_with_and_without_their_article_and_accents_are_one_across_articles() -> None:
    """Here "The New York Times" is "New York Times", and a capital without its accent is the same place."""
    first = account("The New York Times reported it. Officials met in San José, Costa Rica.", id="a")
    second = account("New York Times reporters wrote it. Officials met in San Jose, Costa Rica.", id="b")
    linked = link_entities([first, second]).entities
    for end in ("York Times", "Jos"):
        found = [entity for entity in linked if end in entity.name]
        assert len(found) == 1
        assert {mention.article for mention in found[0].mentions} == {"a", "b"}


def test_a_word_for_a_sort_of_place_is_no_name() -> None:
    """A place called "the Strip" is named by nothing but a common noun."""
    assert "Strip" not in _kinds("Residents of the besieged Strip waited. The Strip is closed.")


def test_the_town_is_no_country() -> None:
    """A common noun for a town means the town that was named, not the land."""
    text = "Norway rebuilt the harbour of Bergen on Monday. The storm had killed two people in the town."
    assert "the town" in _of(text, "Bergen")
