"""Languages without a model: names by capital letters, titles and gazetteers; nothing ever crashes."""

import pytest

from synoptic.records.annotation import EntityKind
from tests.stages.extract.mentions.reader import entities, people


@pytest.mark.parametrize(
    ("language", "text", "name", "mention"),
    [
        (
            "es",
            "El presidente peruano, Andrés Quispe, llegó a Quito. El mandatario peruano saludó.",
            "Andrés Quispe",
            "El mandatario peruano",
        ),
        ("fr", "Le président sénégalais Moussa Ndiaye est arrivé. M. Ndiaye a parlé.", "Moussa Ndiaye", "Ndiaye"),
        ("pt", "O presidente do Brasil, João Barbosa, falou. Barbosa saiu.", "João Barbosa", "Barbosa"),
        ("de", "Die deutsche Bundeskanzlerin Petra Vogt sprach. Vogt reiste ab.", "Petra Vogt", "Vogt"),
        ("it", "Il presidente italiano Marco Bellini parla. L'incontro con Bellini dura.", "Marco Bellini", "Bellini"),
        ("nl", "Premier Joost Veenstra sprak. Veenstra vertrok naar Parijs.", "Joost Veenstra", "Veenstra"),
    ],
)
def test_people_are_found_by_title_and_followed(language: str, text: str, name: str, mention: str) -> None:
    """A title types the name, and later mentions are joined to it (with the courtesy word where a model joins them)."""
    assert any(words != name and words.endswith(mention) for words in people(text, language)[name])


def test_elided_articles_are_not_part_of_a_name() -> None:
    """The words "l'Espagne" mention "Espagne"."""
    text = "La France et l'Espagne signent."
    found = {m.span.of(text) for e in entities(text, "fr") if e.kind is EntityKind.PLACE for m in e.mentions}
    assert found == {"France", "Espagne"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وصل الرئيس إلى إيران"),
        ("zh", "总统抵达北京"),
        ("th", "ประธานาธิบดี"),
        ("xx", "Foo — “Bar”!"),
        ("en", "…"),
        ("es", "¿"),
    ],
)
def test_any_script_is_read_without_failing(language: str, text: str) -> None:
    """Whatever is found lies inside the text."""
    assert all(m.span.end <= len(text) for e in entities(text, language) for m in e.mentions)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "La empresa compró 12 aviones A380 y un Boeing 787. El iPhone 4 cuesta 900 euros.",
         {"A380", "Boeing 787", "iPhone 4"}),
        ("nl", "Het bedrijf kocht de A380 van Airbus.", {"A380", "Airbus"}),
        ("es", "El grupo Aerovisa 12 aviones compró el 3 de mayo de 2011 en Quito.", {"Aerovisa", "Quito"}),
    ],
)  # fmt: skip
def test_things_made_are_named_with_their_numbers(language: str, text: str, names: set[str]) -> None:
    """Letters with digits, and a number behind a name that counts nothing, belong to the name."""
    assert {entity.name for entity in entities(text, language)} == names


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Estados Unidos pagará. El gobierno de EE.UU. habló. EE. UU. espera.",
         ["Estados Unidos", "EE.UU.", "EE. UU."]),
        ("Lo dijo Rosa D. Quispe en Lima. Quispe viajó.", ["Rosa D. Quispe", "Quispe"]),
    ],
)  # fmt: skip
def test_abbreviations_do_not_cut_names(text: str, mentions: list[str]) -> None:
    """A full stop inside an abbreviation or behind an initial ends no name, and no everyday word cuts a territory's."""
    found = [[m.span.of(text) for m in e.mentions] for e in entities(text, "es")]
    assert any(set(mentions) <= set(words) for words in found)


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("es", "La feria abrió en San Francisco.", "San Francisco", EntityKind.OTHER),
        ("es", "La feria abrió en Nueva York.", "Nueva York", EntityKind.PLACE),
        ("es", "La demanda de Quispe & Prado. Muchos la leyeron.", "Quispe & Prado", EntityKind.OTHER),
        ("nl", "De twaalf Aerovisa-toestellen landden.", "Aerovisa", EntityKind.OTHER),
        ("nl", "De minister sprak met Kim Jae-in.", "Kim Jae-in", EntityKind.OTHER),
        ("es", "Singular Líneas (SLX) voló ayer.", "Singular Líneas", EntityKind.ORGANIZATION),
    ],
)
def test_names_begin_and_end_where_they_do(language: str, text: str, name: str, kind: EntityKind) -> None:
    """Saints in names of towns, joined names, nouns bound by a hyphen, abbreviations in brackets."""
    assert (name, kind) in {(entity.name, entity.kind) for entity in entities(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Gestern sprach Verkehrsministerin Friederike Lohse. Lohse reiste ab.", "Friederike Lohse"),
        ("nl", "Gisteren sprak partijvoorzitter Joost Veenstra. Veenstra vertrok.", "Joost Veenstra"),
    ],
)
def test_an_office_may_end_a_longer_word(language: str, text: str, name: str) -> None:
    """Languages that make one word of two still name the office before the name."""
    assert len(people(text, language)[name]) >= 2


def test_a_word_that_ends_like_an_office_is_none() -> None:
    """Neither a loudspeaker nor what is too short for two words."""
    assert not people("Der Lautsprecher Alwin Krug steht dort. Ein Chef kam.", "de")
