"""People: their names, titles and offices become one entity within an article."""

import pytest

from synoptic.records.annotation import EntityKind
from tests.stages.extract.mentions.reader import entities, people


def test_an_office_in_front_of_a_name_belongs_to_the_name() -> None:
    """The office is bound to the person after the comma, not to the country that the model attaches it to."""
    (person,) = (
        e for e in entities("The prime minister of Latvia, Ilga Berzina, spoke.") if e.kind is EntityKind.PERSON
    )
    assert person.name == "Ilga Berzina"
    assert person.offices == ("prime minister of Latvia",)


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        (
            "The dictator of Chad, Oumar Deby, left. The Chadian dictator said nothing.",
            "Oumar Deby",
            "The Chadian dictator",
        ),
        ("Peruvian President Rosa Quispe arrived. The president smiled.", "Rosa Quispe", "The president"),
        ("Tomas Hruska, the mayor of Ostrava, resigned. The mayor had been ill.", "Tomas Hruska", "The mayor"),
        ("Prime Minister Aino Laine of Finland left. The Finnish leader waved.", "Aino Laine", "The Finnish leader"),
        ("Iran's Supreme Leader Ayatollah Reza Karimi spoke. The Leader warned Oman.", "Reza Karimi", "The Leader"),
        (
            "President Amara Okello spoke to her Kenyan counterpart, Daniel Mwangi.",
            "Daniel Mwangi",
            "her Kenyan counterpart",
        ),
    ],
)
def test_a_description_means_the_holder_of_the_office(text: str, name: str, mention: str) -> None:
    """A definite description is resolved to the person who holds such an office in the article."""
    assert mention in people(text)[name]


def test_an_indefinite_description_is_not_the_holder() -> None:
    """A president of Peru may be any."""
    found = people("Peruvian President Rosa Quispe arrived. It was the first visit by a president of Peru since 1990.")
    assert found["Rosa Quispe"] == ["Peruvian President", "Rosa Quispe"]


def test_of_belongs_to_the_office_only_where_it_hangs_on_it() -> None:
    """The verb's own "of" is no part of the description."""
    found = people("Peruvian President Rosa Quispe left. They suspect the president of fraud.")
    assert "the president" in found["Rosa Quispe"]


def test_former_and_present_holders_stay_apart() -> None:
    """The late leader is not the one who holds the office now."""
    found = people(
        "Ghanaian President Kofi Asante recalled the late Ghanaian leader Yaw Boateng. The Ghanaian president wept."
    )
    assert "The Ghanaian president" in found["Kofi Asante"]
    assert not any("president" in mention for mention in found["Yaw Boateng"])


def test_a_surname_that_two_share_goes_to_the_one_with_the_title() -> None:
    """President Varga is the president, not his wife who is named in full."""
    found = people("President Varga came with his wife Ilona Varga. Varga spoke first. President Varga left.")
    assert "Varga" not in found.get("Ilona Varga", [])


def test_a_person_and_the_body_named_after_him_are_two() -> None:
    """An administration named after a person is a body."""
    found = {e.name: e.kind for e in entities("Daniel Okello spoke. The Okello administration denied the report.")}
    assert found["Okello administration"] is EntityKind.ORGANIZATION
    assert found["Daniel Okello"] is EntityKind.PERSON


def test_hyphened_and_accented_surnames_are_followed() -> None:
    """Both spellings of one name, and the surname alone, are one person."""
    found = people("Andrés Peña-Nieto spoke to Ana Ruiz. Andres Pena-Nieto left on Monday. Peña-Nieto was late.")
    assert found["Andrés Peña-Nieto"] == ["Andrés Peña-Nieto", "Andres Pena-Nieto", "Peña-Nieto"]


def test_courtesy_stays_in_the_mention_and_out_of_the_name() -> None:
    """The mention is "Mr. Osei", the name "Kwame Osei"."""
    found = people("Kwame Osei won the vote. Mr. Osei thanked his friends.")
    assert "Mr. Osei" in found["Kwame Osei"]


def test_countries_that_no_table_knows_are_known_by_their_people() -> None:
    """The word "Marvian" ties the description to the president of Marvia, an invented country."""
    found = people("The president of Marvia, Ana Brandt, met Luis Ortiz. The Marvian president went on to Peru.")
    assert "The Marvian president" in found["Ana Brandt"]


@pytest.mark.parametrize(
    ("text", "name", "phrase"),
    [
        ("Peruvian President Rosa Quispe spoke. The Sickle's leader fled.", "Rosa Quispe", "The Sickle's leader"),
        ("Rosa Quispe, the leader of the opposition, spoke. The king left.", "Rosa Quispe", "The king"),
        ("President Rosa Quispe spoke. The agency and its Chilean counterpart met.", "Rosa Quispe",
         "its Chilean counterpart"),
    ],
)  # fmt: skip
def test_an_office_of_another_body_is_not_hers(text: str, name: str, phrase: str) -> None:
    """The leader of a band is not a president, nor a party's leader the king, nor a body's counterpart a person."""
    assert phrase not in people(text)[name]


def test_an_age_in_front_of_an_office_belongs_to_the_phrase() -> None:
    """No description begins in the middle of an age."""
    text = "The driver Felix Bordas won. The 37-year-old Peruvian driver smiled."
    found = {words for mentions in people(text).values() for words in mentions}
    assert not any(words.startswith("-") for words in found)


def test_nobody_holds_an_office_to_come() -> None:
    """The next president is neither the present one nor anybody else."""
    found = people("Peruvian President Rosa Quispe spoke. The next Peruvian president will move the capital.")
    assert list(found) == ["Rosa Quispe"]
    assert not any("next" in words for words in found["Rosa Quispe"])


def test_a_noun_bound_to_a_name_is_no_part_of_it() -> None:
    """A hyphen binds other words to a name too."""
    assert "Quispe" in people("Rosa Quispe left in May. A Quispe-era law was struck down.")["Rosa Quispe"]
