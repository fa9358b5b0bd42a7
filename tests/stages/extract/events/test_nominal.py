"""Nominal acts: what nouns tell of without a verb, and passives that do not say by whom."""

import pytest

from tests.stages.extract.events.test_events import events, told, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks between Norway and Chile ended on Monday.", ("CONSULT", "Norway", "Chile")),
        ("Talks were held in Lima between Norway and Chile.", ("CONSULT", "Norway", "Chile")),
        ("Marta Lindqvist's visit to Chile drew crowds.", ("CONSULT", "Marta Lindqvist", "Chile")),
        ("The signing of an accord by Norway and Chile surprised the town.", ("SUPPORT", "Norway", "Chile")),
        (
            "The arrest of Joao Peralta by Norwegian police shocked the town.",
            ("COERCE", "Norwegian police", "Joao Peralta"),
        ),
        ("Joao Peralta's arrest in Bergen shocked the town.", ("COERCE", None, "Joao Peralta")),
        ("A Chilean attack on Norway left three people hurt.", ("ASSAULT", "Chilean", "Norway")),
        ("Norway's sanctions against Chile hurt the fishing trade.", ("COERCE", "Norway", "Chile")),
        ("The sailors left after the release of the Chilean captain.", ("YIELD", None, "the Chilean captain")),
        (
            "After a meeting with Joao Peralta in Lima, Marta Lindqvist said nothing.",
            ("CONSULT", "Marta Lindqvist", "Joao Peralta"),
        ),
    ],
)
def test_event_nouns_tell_of_acts_with_their_arguments(text: str, expected: tuple[str, str | None, str | None]) -> None:
    """Prepositions, possessors and names before the noun lead to who did it and to whom."""
    assert told(text) == [expected]


def test_a_protest_needs_no_name_where_place_and_day_are_told() -> None:
    """Of "a protest in Lima on Sunday" nobody is named, yet the occurrence is told."""
    (event,) = events("A protest in Lima on Sunday 4 May 2031 drew thousands.")
    assert (event.code, event.actor, event.place, event.date) == ("PROTEST", None, "Lima", "2031-05-04")


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Norway and Chile could begin next week.",
        "Norwegian police fear an attack on the embassy of Chile.",
        "The plan for talks with Chile surprised Norway.",
        "The mayor prevented the arrest of Joao Peralta.",
        "Any attack on Norway would be a mistake.",
        "Protests are a right.",
        "A heart attack killed the mayor.",
        "The release of the album delighted Norway.",
    ],
)
def test_what_only_may_be_or_is_a_kind_is_no_occurrence(text: str) -> None:
    """Possible, planned, feared and general acts are none; nor are nouns of another sense."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Norway and Chile held talks in Oslo.", ["CONSULT"]),
        ("Norwegian soldiers launched an attack on Chilean rebels.", ["ASSAULT"]),
        ("Norway condemned the killing of Joao Peralta by rebels.", ["ACCUSE", "ASSAULT"]),
        ("Norway and Chile held talks after the arrest of Joao Peralta.", ["CONSULT", "COERCE"]),
    ],
)
def test_one_occurrence_is_told_once(text: str, codes: list[str]) -> None:
    """The noun of a verb's frame is part of that event; an act that is judged or came before is another."""
    assert [code for code, _, _ in told(text)] == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joao Peralta was arrested on Monday in Lima.", [("COERCE", None, "Joao Peralta")]),
        ("Thousands of protesters were detained.", [("COERCE", None, "protesters")]),
        ("Two Chilean captains were expelled from Norway.", [("SANCTION", None, "Two Chilean captains")]),
        ("Twelve people were killed in a storm in Chile.", []),
        ("The report was released on Monday.", []),
    ],
)
def test_a_passive_without_agent_tells_to_whom(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """What nobody suffers by accident is an event though it is not said by whom."""
    assert told(text) == expected
    assert all(words(text, event.actor) is None for event in events(text))
