"""Groups, bodies, governments and changing offices in languages without a parser."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.groups import group_table
from synoptic.records.annotation import EntityKind
from tests.stages.extract.mentions.reader import entities, people

TABLED = ("de", "es", "fr", "it", "nl", "pt")


def _mentions(text: str, language: str, name: str) -> list[str]:
    """The words of all mentions of the entity of that name."""
    return [m.span.of(text) for e in entities(text, language) if e.name == name for m in e.mentions]


@pytest.mark.parametrize(
    ("language", "text", "name", "again"),
    [
        ("es", "La empresa Aerovisa compró diez aviones. La empresa pagará.", "Aerovisa", "La empresa"),
        ("fr", "La compagnie Aérolix achète. La compagnie paiera.", "Aérolix", "La compagnie"),
        ("pt", "A empresa Aeroluz comprou. A empresa pagará.", "Aeroluz", "A empresa"),
        ("it", "La compagnia Aviosol compra. La compagnia paga.", "Aviosol", "La compagnia"),
        ("nl", "Het bedrijf Vliegsol kocht. Het bedrijf betaalt.", "Vliegsol", "Het bedrijf"),
        ("es", "Chile votó. El gobierno chileno calló.", "Chile", "El gobierno chileno"),
        ("fr", "La France vote. Le gouvernement français se tait.", "France", "Le gouvernement français"),
        ("pt", "O Brasil votou. O governo brasileiro calou.", "Brasil", "O governo brasileiro"),
        ("de", "Deutschland zahlt. Die deutsche Regierung schwieg.", "Deutschland", "Die deutsche Regierung"),
        ("it", "L'Italia vota. Il governo italiano tace.", "Italia", "Il governo italiano"),
        ("nl", "Nederland stemt. De Nederlandse regering zwijgt.", "Nederland", "De Nederlandse regering"),
        ("es", "Chile y Perú votaron. Ambos países esperan.", "Perú", "Ambos países"),
    ],
)
def test_bodies_and_lands_are_named_again(language: str, text: str, name: str, again: str) -> None:
    """A body by the noun it was introduced with, a land by its government, two lands by "both"."""
    assert again in _mentions(text, language, name)


@pytest.mark.parametrize(
    ("language", "text", "again"),
    [
        ("es", "El presidente de Chile, Andrés Quispe, recibió a la presidenta de Perú, Ana Salas. Los dos "
         "presidentes hablaron.", "Los dos presidentes"),
        ("fr", "Le président français Paul Girard a vu le président malien Moussa Diarra. Les deux présidents "
         "parlent.", "Les deux présidents"),
        ("pt", "O presidente do Brasil, João Barbosa, viu o presidente do Chile, Andrés Quispe. Os dois presidentes "
         "falaram.", "Os dois presidentes"),
    ],
)  # fmt: skip
def test_two_who_hold_an_office_are_named_together(language: str, text: str, again: str) -> None:
    """A phrase for two who hold an office is a mention of each of them."""
    assert sum(again in mentions for mentions in people(text, language).values()) == 2


@pytest.mark.parametrize(
    ("language", "text", "name", "office"),
    [
        ("es", "El presidente electo de Chile, Jorge Parra, viajará.", "Jorge Parra", "presidente electo de Chile"),
        ("es", "El expresidente peruano Raúl Soto volvió.", "Raúl Soto", "expresidente peruano"),
        ("es", "El entonces presidente Luis Mora viajó.", "Luis Mora", "entonces presidente"),
        ("fr", "Le président élu Luc Morel parle.", "Luc Morel", "président élu"),
        ("fr", "L'ex-président Paul Girard parle.", "Paul Girard", "ex-président"),
        ("pt", "O presidente eleito Rui Matos falou.", "Rui Matos", "presidente eleito"),
        ("de", "Er traf den ehemaligen Kanzler Otto Brand.", "Otto Brand", "ehemaligen Kanzler"),
    ],
)
def test_an_office_keeps_the_word_that_shifts_it(language: str, text: str, name: str, office: str) -> None:
    """Former, elected and outgoing holders are found with the word that says so, before the noun, in it or behind."""
    assert any(office in entity.offices for entity in entities(text, language) if entity.name == name)


def test_who_held_an_office_is_not_who_holds_it() -> None:
    """The one called "expresidente" is not the president in office."""
    text = "El presidente Luis Mora recibió al expresidente Raúl Soto. El expresidente calló. El presidente habló."
    found = people(text, "es")
    assert "El expresidente" in found["Raúl Soto"]
    assert "El presidente" in found["Luis Mora"]


@pytest.mark.parametrize(
    ("language", "text", "group"),
    [
        ("es", "Los manifestantes gritaron. Los manifestantes se fueron.", "manifestantes"),
        ("de", "Die Demonstranten riefen. Die Demonstranten gingen.", "Demonstranten"),
    ],
)
def test_a_group_is_one_entity(language: str, text: str, group: str) -> None:
    """All mentions of a group are of one entity, which is called without its article."""
    (found,) = [e for e in entities(text, language) if e.name == group]
    assert (found.kind, len(found.mentions)) == (EntityKind.OTHER, 2)


@pytest.mark.parametrize("language", TABLED)
def test_tables_use_the_classes_of_the_english_one(language: str) -> None:
    """Groups of two languages can be one only where their classes have one name."""
    place = resources.files("synoptic.language") / "data"
    english, own = (
        tomllib.loads((place / code / "groups.toml").read_text(encoding="utf-8")) for code in ("en", language)
    )
    for section in ("people", "bodies", "lands", "matters"):
        assert set(own[section]) <= set(english[section])


@given(st.sampled_from(TABLED), st.data())
def test_any_row_of_words_of_a_table_is_read_without_failing(language: str, data: st.DataObject) -> None:
    """Every mention lies inside the text, whatever the order of articles, nouns and names."""
    table = group_table(language)
    words = [*sorted(table.definite | table.two | table.two_lands | set(table.people) | table.again), "Aerovisa", "de"]
    text = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=12))) + "."
    assert all(mention.span.end <= len(text) for entity in entities(text, language) for mention in entity.mentions)
