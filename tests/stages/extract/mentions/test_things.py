"""Groups, matters, and what is named again by a common noun or a pronoun."""

import pytest

from synoptic.records.annotation import Entity, EntityKind, MentionForm
from tests.stages.extract.mentions.reader import entities


def mentions(text: str) -> dict[str, list[str]]:
    """The entities of a text by name, each with the words of its mentions."""
    return {entity.name: [mention.span.of(text) for mention in entity.mentions] for entity in entities(text)}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Hundreds of dockworkers walked out in Tromso. The workers want better pay.",
            "dockworkers",
            ["dockworkers", "The workers"],
        ),
        (
            "A crowd of protesters gathered in Accra. Some demonstrators sang. The crowd left at noon.",
            "crowd",
            ["A crowd", "protesters", "Some demonstrators", "The crowd"],
        ),
        (
            "Chadian officials spoke on Monday. The officials declined to be named.",
            "Chadian officials",
            ["Chadian officials", "The officials"],
        ),
    ],
)
def test_a_group_is_called_by_nouns_of_one_class(text: str, name: str, expected: list[str]) -> None:
    """Plurals and collectives of one class are one group."""
    found = mentions(text)
    assert any(set(expected) <= set(words) for words in found.values()), (name, found)


def test_groups_of_two_countries_stay_apart() -> None:
    """A demonym says whose soldiers they are."""
    found = mentions("Peruvian soldiers crossed the river. Chilean soldiers watched them from the bridge.")
    assert not any({"Peruvian soldiers", "Chilean soldiers"} <= set(words) for words in found.values())


def test_a_matter_is_mentioned_twice() -> None:
    """What is said once in passing is no entity, what an article comes back to is one."""
    found = mentions("Ghana and Togo signed a fishing pact on Monday. The deal ends a long dispute.")
    assert any({"a fishing pact", "The deal"} <= set(words) for words in found.values())
    assert not any("dispute" in words for name in found for words in [name])


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Norfell Shipping reported a loss. The company blamed fuel prices.", "Norfell Shipping", "The company"),
        ("Zambia closed two mines. The country has six others.", "Zambia", "The country"),
        ("Zambia and Malawi opened a bridge. The two countries had planned it.", "Zambia", "The two countries"),
        ("Zambia and Malawi opened a bridge. The two countries had planned it.", "Malawi", "The two countries"),
        (
            "Kenyan President Daniel Mwangi met Ugandan President Ruth Okello. The two leaders signed nothing.",
            "Ruth Okello",
            "The two leaders",
        ),
    ],
)
def test_a_common_noun_names_it_again(text: str, name: str, expected: str) -> None:
    """Bodies, countries and pairs are found again."""
    assert expected in mentions(text)[name]


def test_the_two_of_three_are_nobody() -> None:
    """Where three could be meant nothing is said."""
    text = "Zambia, Malawi and Kenya opened a bridge. The two countries had planned it."
    assert not any("The two countries" in words for words in mentions(text).values())


def test_a_capital_that_acts_is_its_government() -> None:
    """Oslo rejects, but a fair is in Oslo."""
    found = mentions("Norway was asked to wait. Oslo rejected the request. The fair in Oslo goes on.")
    assert found["Norway"] == ["Norway", "Oslo"]
    assert found["Oslo"] == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "pronoun", "antecedent"),
    [
        ("The miners marched to the square. They carried lamps.", "They", "The miners"),
        ("Zambia closed two mines. It plans to sell them.", "It", "Zambia"),
        ("Norfell Shipping reported a loss and cut its staff.", "its", "Norfell Shipping"),
    ],
)
def test_pronouns_mean_groups_bodies_and_countries(text: str, pronoun: str, antecedent: str) -> None:
    """A plural pronoun and "it" go to the subject before."""
    assert any({pronoun, antecedent} <= set(words) for words in mentions(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "Zambia closed two mines. It is unclear whether others follow.",
        "Zambia held a vote. It seems that many stayed at home.",
        "Ana Brandt and Hugo Virtanen met in Zambia. They praised the miners.",
    ],
)
def test_a_pronoun_that_stands_for_nothing_or_for_people_is_left(text: str) -> None:
    """An empty "it", and "they" for two people side by side, are no group's."""
    found: list[Entity] = [entity for entity in entities(text) if entity.kind is not EntityKind.PERSON]
    assert not any(m.span.of(text) in ("It", "They") for entity in found for m in entity.mentions)


def names_of(text: str, language: str = "en") -> dict[str, set[str]]:
    """The bodies, places and things of a text by name, each with the words of its mentions by name."""
    return {
        entity.name: {m.span.of(text) for m in entity.mentions if m.form is MentionForm.NAME}
        for entity in entities(text, language)
        if entity.kind is not EntityKind.PERSON
    }


@pytest.mark.parametrize(
    ("language", "text", "name", "expected"),
    [
        ("en", "Aerovisa Airlines cut flights. Aerovisa said it lost money.", "Aerovisa Airlines", "Aerovisa"),
        ("es", "Singular Líneas Aéreas (SLX) voló a Quito. SLX perdió dinero.", "Singular Líneas Aéreas", "SLX"),
        ("en", "The U.S. Coast Guard sent a boat. The Coast Guard found nobody.", "U.S. Coast Guard", "Coast Guard"),
        ("en", "The U.S. Coast Guard sent a boat. The US Coast Guard found nobody.", "U.S. Coast Guard",
         "US Coast Guard"),
        ("nl", "De Airbus A380 landde in Quito. De A380 vertrok.", "Airbus A380", "A380"),
    ],
)  # fmt: skip
def test_what_is_short_for_a_name_is_one_with_it(language: str, text: str, name: str, expected: str) -> None:
    """Introduced names, names without their land, abbreviations in brackets and models are found again."""
    assert expected in names_of(text, language)[name]


def test_a_longer_name_further_down_is_another() -> None:
    """A company is not one of its things, of which the article tells afterwards."""
    text = "Aerovisa cut flights on Monday. Aerovisa lost money. Only Aerovisa Television was sold at a profit."
    assert not any({"Aerovisa", "Aerovisa Television"} <= found for found in names_of(text).values())


def test_a_dateline_in_capitals_names_nothing() -> None:
    """What is also written with small letters is called so."""
    assert "Lisbon" in names_of("LISBON (Reuters) - LISBON closed its port. In Lisbon, ships waited.")


def test_this_newspaper_is_no_ministry() -> None:
    """An outlet that speaks of itself names none of the bodies it tells of."""
    text = "The Labour Ministry lost the files. The Labour Ministry told this newspaper nothing."
    assert "this newspaper" not in mentions(text)["Labour Ministry"]


def test_a_ministry_is_no_company() -> None:
    """What is called a company is none of the public bodies."""
    text = "The Labour Ministry fined Aerovisa. The Labour Ministry was late. The company paid."
    assert "The company" in mentions(text)["Aerovisa"]
