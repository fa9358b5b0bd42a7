"""Entities across articles: one person under many names, two people never in one."""

import itertools

from synoptic.records.annotation import Account, EntityKind
from synoptic.records.identities import Identity, Verdict
from synoptic.records.links import EntityLinking
from synoptic.stages.link.entities import link_entities
from tests.stages.extract.mentions.reader import account


def accounts(*texts: str | tuple[str, str]) -> list[Account]:
    """The accounts of texts, each in English or with its language."""
    given = [(text, "en") if isinstance(text, str) else text for text in texts]
    return [account(text, language, f"a{number}") for number, (text, language) in enumerate(given)]


def people(linking: EntityLinking) -> dict[str, set[str]]:
    """The articles of each person by name."""
    return {
        entity.name: {mention.article for mention in entity.mentions}
        for entity in linking.entities
        if entity.kind is EntityKind.PERSON
    }


def test_spellings_of_one_name_are_one_person() -> None:
    """Transliterations and accents do not part a person."""
    linking = link_entities(accounts("Reza Ghorbani spoke in Rome.", "Reza Qorbani left Rome.", "Réza Ghorbâni spoke."))
    (articles,) = people(linking).values()
    assert articles == {"a0", "a1", "a2"}


def test_two_full_names_stay_two_people() -> None:
    """One surname does not make one person."""
    linking = link_entities(accounts("Ana Brandt spoke in Rome.", "Hugo Brandt spoke in Rome."))
    assert len(people(linking)) == 2


def test_a_surname_that_two_share_is_given_to_neither() -> None:
    """Where two fit, the article's own entity stays apart."""
    linking = link_entities(
        accounts("Ana Brandt spoke in Rome.", "Hugo Brandt spoke in Rome.", "Yesterday, Mr. Virtanen met Brandt.")
    )
    assert {"a0", "a2"} not in people(linking).values()
    assert {"a1", "a2"} not in people(linking).values()


def test_an_office_without_a_name_finds_its_holder_in_another_article() -> None:
    """The Peruvian president is the one whom another article names."""
    linking = link_entities(
        accounts("Peruvian President Rosa Quispe spoke.", "The Peruvian president spoke on Monday.")
    )
    assert people(linking)["Rosa Quispe"] == {"a0", "a1"}
    (reason,) = (
        m.reason for e in linking.entities for m in e.mentions if m.article == "a1" and e.name == "Rosa Quispe"
    )
    assert "Rosa Quispe" in reason


def test_a_late_leader_is_not_the_president() -> None:
    """Offices of another time do not meet those of today."""
    linking = link_entities(
        accounts("Peruvian President Rosa Quispe spoke.", "The late Peruvian leader Juan Mamani was honoured.")
    )
    assert len(people(linking)) == 2


def test_people_and_places_are_linked_across_languages() -> None:
    """Names and offices meet in two languages."""
    linking = link_entities(
        accounts(
            "Peruvian President Andres Quispe spoke in the United States.",
            ("El presidente de Perú, Andrés Quispe, habló en Estados Unidos.", "es"),
        )
    )
    assert {"a0", "a1"} in people(linking).values()
    assert any(
        entity.kind is EntityKind.PLACE and {m.article for m in entity.mentions} == {"a0", "a1"}
        for entity in linking.entities
    )


def test_the_order_of_articles_changes_nothing() -> None:
    """Permuting the articles gives the same entities with the same ids."""
    given = accounts(
        "Peruvian President Rosa Quispe met Hugo Brandt.", "Quispe left Lima.", "Brandt and the Peruvian president met."
    )
    expected = link_entities(given)
    for order in itertools.permutations(given):
        found = link_entities(order)
        assert found.ids == expected.ids
        assert [(e.id, e.name, set(e.mentions)) for e in found.entities] == [
            (e.id, e.name, set(e.mentions)) for e in expected.entities
        ]


def test_every_local_entity_has_its_story_entity() -> None:
    """No entity is lost, and mentions are kept."""
    given = accounts("Rosa Quispe met Hugo Brandt in Lima.", "Brandt left Peru.")
    linking = link_entities(given)
    assert set(linking.ids) == {(a.article.id, e.id) for a in given for e in a.annotation.entities}
    assert sum(len(e.mentions) for e in linking.entities) == sum(
        len(e.mentions) for a in given for e in a.annotation.entities
    )


def judged(left: str, right: str, verdict: Verdict) -> Identity:
    """A reader's judgement."""
    return Identity(left, right, verdict, by_reader=True)


def test_a_reader_joins_two_names() -> None:
    """A maiden name is nothing that a rule could know; the reason says who decided."""
    texts = accounts("Ines Prado spoke in Rome.", "Ines Holm spoke in Oslo.")
    linking = link_entities(texts, [judged("Ines Holm", "Ines Prado", Verdict.SAME)])
    (articles,) = people(linking).values()
    assert articles == {"a0", "a1"}
    assert any("a reader judged" in mention.reason for entity in linking.entities for mention in entity.mentions)


def test_a_reader_parts_what_rules_joined() -> None:
    """Two people of like names stay two, each with the articles that write the name so."""
    texts = accounts("Reza Ghorbani spoke in Rome.", "Reza Qorbani left Rome.", "Reza Qorbani spoke.")
    assert len(people(link_entities(texts))) == 1
    linking = link_entities(texts, [judged("Reza Ghorbani", "Reza Qorbani", Verdict.DIFFERENT)])
    assert people(linking) == {"Reza Ghorbani": {"a0"}, "Reza Qorbani": {"a1", "a2"}}


def test_the_order_of_judgements_changes_nothing() -> None:
    """All orders of three judgements give the same entities."""
    texts = accounts("Ines Prado spoke in Rome.", "Ines Holm spoke.", "Lars Holm spoke in Oslo.")
    given = [
        judged("Ines Holm", "Ines Prado", Verdict.SAME),
        judged("Lars Holm", "Ines Prado", Verdict.SAME),
        judged("Lars Holm", "Ines Holm", Verdict.DIFFERENT),
    ]
    found = [people(link_entities(texts, order)) for order in itertools.permutations(given)]
    assert all(one == found[0] for one in found)


def test_no_judgement_on_others_changes_anything() -> None:
    """A judgement on names that the story does not hold leaves all as it was."""
    texts = accounts("Reza Ghorbani spoke in Rome.", "Reza Qorbani left Rome.")
    linking = link_entities(texts, [judged("Ana Brandt", "Hugo Brandt", Verdict.SAME)])
    assert people(linking) == people(link_entities(texts))


def things(linking: EntityLinking) -> dict[str, set[str]]:
    """The articles of each entity that is no person, by name."""
    return {
        entity.name: {mention.article for mention in entity.mentions}
        for entity in linking.entities
        if entity.kind is not EntityKind.PERSON
    }


def test_bodies_and_places_are_one_in_all_languages() -> None:
    """Classes of bodies, lands and cities are known in each language."""
    linking = link_entities(
        accounts(
            "The Peruvian Defence Ministry opened an office in New York.",
            ("El Ministerio de Defensa de Perú abrió una oficina en Nueva York.", "es"),
        )
    )
    both = {"a0", "a1"}
    assert things(linking)["New York"] == both
    assert any("Defen" in name and articles == both for name, articles in things(linking).items())


def test_what_one_account_calls_a_body_for_short_is_the_body_elsewhere() -> None:
    """A short form that an account introduces is understood in another one that has it alone."""
    linking = link_entities(
        accounts(
            ("Singular Líneas Aéreas (SLX) voló ayer. SLX perdió dinero.", "es"),
            ("Ayer SLX perdió dinero y vendió aviones.", "es"),
        )
    )
    assert {"a0", "a1"} in things(linking).values()


def test_a_short_form_that_two_share_is_given_to_neither() -> None:
    """Where two bodies are called so, a third account's stays apart."""
    linking = link_entities(
        accounts(
            ("Singular Líneas Aéreas (SLX) voló ayer. SLX perdió dinero.", "es"),
            ("Servicio Lácteo del Sur (SLX) vendió leche. SLX perdió dinero.", "es"),
            ("Ayer SLX perdió dinero.", "es"),
        )
    )
    assert {"a2"} in things(linking).values()


def test_a_name_in_another_script_does_not_name_the_group() -> None:
    """The script of most accounts is told."""
    linking = link_entities(
        accounts("Ilya Sidorov spoke in Oslo.", "Ilya Sidorov left Oslo.", ("Илья Сидоров уехал.", "ru"))
    )
    assert any(entity.name == "Ilya Sidorov" for entity in linking.entities)
    assert not any(entity.name == "Илья Сидоров" and len(entity.mentions) > 1 for entity in linking.entities)


def test_cyrillic_names_in_any_case_are_those_of_latin_letters() -> None:
    """Names of people, places and bodies meet across scripts and cases."""
    linking = link_entities(
        accounts(
            "Rustam Kabaev spoke in Bishkek. Kabaev met the Real Oster team.",
            ("Вчера президент Рустам Кабаев выступил. С Кабаевым встретились в Бишкеке. Победил Реал Остер.", "ru"),
        )
    )
    both = {"a0", "a1"}
    assert people(linking)["Rustam Kabaev"] == both
    assert things(linking)["Bishkek"] == both
    (found,) = (entity for entity in linking.entities if entity.name == "Rustam Kabaev")
    assert len([mention for mention in found.mentions if mention.article == "a1"]) == 2


def test_a_person_is_called_as_most_accounts_do() -> None:
    """A word that one account puts before a name does not name the person."""
    linking = link_entities(
        accounts("Ines Prado spoke in Rome.", "Ines Prado left Rome.", "Ines Maria Prado spoke in Rome.")
    )
    assert people(linking) == {"Ines Prado": {"a0", "a1", "a2"}}
