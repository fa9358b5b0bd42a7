"""Events: who did what to whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.records.annotation import Event
from tests.stages.annotated import annotated


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """The events of a text as type, actor and recipient."""
    return [(event.code, words(text, event.actor), words(text, event.recipient)) for event in events(text)]


def events(text: str) -> tuple[Event, ...]:
    """The events of a text."""
    return annotated(text).annotation.events


def words(text: str, span: object) -> str | None:
    """The words of a span, if any."""
    return span.of(text) if span is not None else None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("President Marta Lindqvist met with Prime Minister Joao Peralta in Lisbon.", "CONSULT"),
        ("Norway and Chile held talks in Oslo on Tuesday.", "CONSULT"),
        ("Chile accused Norway of overfishing.", "ACCUSE"),
        ("The court ordered an investigation into Norway.", "ACCUSE"),
        ("Norway agreed to lift its ban on Chilean salmon.", "AGREE"),
        ("Norway has lifted its ban on Chilean salmon.", "YIELD"),
        ("Norway refused to lift its ban on Chilean salmon.", "REJECT"),
        ("Norway will not release the Chilean fishermen.", "REJECT"),
        ("Norway imposed sanctions on Chile.", "COERCE"),
        ("Norway threatened to impose sanctions on Chile.", "THREATEN"),
        ("Norway called for sanctions against Chile.", "THREATEN"),
        ("Norway urged Chile to open its ports.", "REQUEST"),
        ("Chile said Norway must release the fishermen.", "REQUEST"),
        ("Norway sent medical supplies to Chile.", "AID"),
        ("Norway suspended aid to Chile.", "SANCTION"),
        ("Norway and Chile signed a trade agreement.", "SUPPORT"),
        ("Norway and Chile began joint naval exercises.", "COOPERATE"),
        ("Norwegian police arrested a Chilean captain.", "COERCE"),
        ("Rebels attacked an army camp in Chile.", "ASSAULT"),
        ("Chile has deployed troops along the border.", "MOBILIZE"),
        ("Teachers in Chile went on strike.", "PROTEST"),
        ("Norway vetoed a Chilean resolution.", "REJECT"),
    ],
)
def test_each_type_is_told_by_its_predicates(text: str, code: str) -> None:
    """Verbs, light verbs with nouns, and operators ("refused to", "threatened to", "will not") give the type."""
    assert [event.code for event in events(text)] == [code]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Chile was accused of overfishing by Norway.", "Norway", "Chile"),
        ("Norway accused Chile of overfishing.", "Norway", "Chile"),
        ("Lars Holm and Ines Prado met in Bergen.", "Lars Holm", "Ines Prado"),
        ("Norway, which arrested the captain, denied it.", "Norway", "the captain"),
        ("Norway said it would free the Chilean captain.", "Norway", "the Chilean captain"),
    ],
)
def test_actor_and_recipient_follow_the_grammar(text: str, actor: str, recipient: str) -> None:
    """Passives, joined subjects, relative clauses and "said it would" lead to the one who acts and the one acted on."""
    assert (actor, recipient) in [(found[1], found[2]) for found in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Did Norway attack Chile?",
        "If Norway attacks Chile, nobody will be surprised.",
        "Norway may attack Chile.",
        "Norway should attack Chile.",
        "Ines Prado said that Norway could have attacked Chile.",
        "“Norway attacked Chile,” said Ines Prado.",
        "The company released a new telephone.",
        "The weather has been mild this week.",
    ],
)
def test_what_is_not_told_as_done_is_no_event(text: str) -> None:
    """Questions, conditions, possibilities, quotations and plain business give no event."""
    assert "ASSAULT" not in [event.code for event in events(text)]
    assert "YIELD" not in [event.code for event in events(text)]


def test_an_event_knows_its_day_place_and_rule() -> None:
    """Day and place come from the event's own clause; the rule says which frame found it."""
    (event,) = events("Norway and Chile held talks in Bergen on 3 May 2031, a year after the collision.")
    assert event.date == "2031-05-03"
    assert event.place == "Bergen"
    assert event.rule == "hold <talks>"


def test_a_text_without_a_parser_gives_no_event_and_no_error() -> None:
    """In a language without a model nothing is guessed."""
    assert annotated("El presidente se reunió con la ministra en Lima.", language="es").annotation.events == ()


@settings(max_examples=15)
@given(
    st.lists(
        st.sampled_from(
            [
                "Norway accused Chile.",
                "He left.",
                "Talks were held.",
                "“No,” said Prado.",
                "Chile will not attend.",
                "…",
                "Ok",
            ]
        ),
        min_size=1,
        max_size=4,
    )
)
def test_spans_lie_in_the_text(sentences: list[str]) -> None:
    """Every span of an event lies inside the text, and the events come in the order of the text."""
    text = " ".join(sentences)
    found = events(text)
    for event in found:
        for span in (event.span, event.actor, event.recipient):
            assert span is None or span.end <= len(text)
    assert list(found) == sorted(found, key=lambda event: event.span)


@pytest.mark.parametrize(
    "text",
    [
        "Norway released a report on the harbour.",
        "Lars Holm contributed to this report.",
        "The mayor declined to comment on the plan.",
        "The mayor wants to swim in Norway.",
        "Tourists flew to Norway for the holidays.",
        "The drivers were told to return to the pits in Norway.",
        "The judge asked Lars Holm how many boats he had.",
        "The mayor failed to find his keys in Norway.",
        "The runner beat his rival from Norway.",
        "Lars Holm hit his critics with jokes.",
        "The plane returned to Norway.",
    ],
)
def test_plain_doings_are_no_events(text: str) -> None:
    """What people do beside public life tells of no act, though its verb could."""
    assert told(text) == []


def test_the_dateline_does_not_act() -> None:
    """A city in front of the dash of the first sentence is no actor."""
    found = told("BERGEN, Norway — A Norwegian court on Monday indicted a Chilean captain.")
    assert "BERGEN" not in {actor for _, actor, _ in found}


def test_the_accused_did_it() -> None:
    """Behind "accused him of" it is he who acts."""
    actors = {code: actor for code, actor, _ in told("Norway accused Lars Holm of attacking a Chilean captain.")}
    assert actors == {"ACCUSE": "Norway"} or actors["ASSAULT"] == "Lars Holm"


def test_an_object_clause_has_its_object() -> None:
    """In "the deal that the mayor struck" nobody is struck."""
    found = told("Critics liked the deal that the mayor struck with Norway.")
    assert "ASSAULT" not in {code for code, _, _ in found}


def test_where_a_thing_lies_is_not_who_is_accused() -> None:
    """Condemning an attack in a country accuses no country."""
    found = told("Norway condemned the attack in Chile.")
    assert [(code, recipient) for code, _, recipient in found] in (
        [],
        [("ACCUSE", None)],
        [("ACCUSE", "the attack in Chile")],
    )


@pytest.mark.parametrize(
    ("text", "recipient", "place"),
    [
        ("In Oslo, Marta Lindqvist met with Joao Peralta.", "Joao Peralta", "Oslo"),
        ("Marta Lindqvist met in Oslo with Joao Peralta.", "Joao Peralta", "Oslo"),
        ("On Tuesday in Oslo, Marta Lindqvist met with Joao Peralta.", "Joao Peralta", "Oslo"),
        ("Marta Lindqvist met Joao Peralta in Oslo on Tuesday.", "Joao Peralta", "Oslo"),
        ("In Bergen, police arrested a Chilean captain.", "a Chilean captain", "Bergen"),
        ("Norway imposed sanctions on Chile in Brussels.", "Chile", "Brussels"),
        ("Norway and Chile held talks in Oslo.", "Chile", "Oslo"),
        ("Marta Lindqvist arrived in Chile on Monday.", "Chile", "Chile"),
    ],
)
def test_a_place_takes_part_only_where_the_predicate_governs_it(text: str, recipient: str, place: str) -> None:
    """Where it was is no one it was done to, unless the predicate's own preposition names it ("arrived in")."""
    (event,) = events(text)
    assert words(text, event.recipient) == recipient
    assert event.place == place
