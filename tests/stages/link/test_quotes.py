"""Utterances over articles, collated word by word."""

from functools import cache

from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.links import QuoteGroup
from synoptic.stages.link.entities import link_entities
from synoptic.stages.link.quotes import group_quotes
from tests.stages.annotated import annotated

FIRST = (
    "Mayor Rosa Quispe met the crews on Monday.\n"
    'Rosa Quispe emphasized that "civic courage," "civic patience" and "civic order" are the common features of '
    "the harbour and the town."
)
SECOND = (
    "The crews were received by Mayor Rosa Quispe.\n"
    'Rosa Quispe emphasized: "Civic bravery", "civic endurance" and "civic order" were the common features of the '
    "harbour and the town."
)
THIRD = "Anna Virtanen said that the harbour lost 30 ships in the storm.\nRosa Quispe said the school would reopen."


@cache
def groups() -> tuple[QuoteGroup, ...]:
    """The utterances of the three accounts."""
    accounts = [annotated(text, id=f"a{number}") for number, text in enumerate((FIRST, SECOND, THIRD))]
    return group_quotes(accounts, link_entities(accounts), UseEncoder())


def test_versions_of_one_utterance_are_one_group() -> None:
    """Direct and indirect versions by one speaker are one; other words of the same speaker stay apart."""
    shared = [group for group in groups() if len(group.members) > 1]
    assert [[member.article for member in group.members] for group in shared] == [["a0", "a1"]]
    assert sum(len(group.members) == 1 for group in groups()) == 2


def test_the_variants_stand_against_each_other() -> None:
    """Word changed for word is one place with two readings."""
    (shared,) = [group for group in groups() if len(group.members) > 1]
    readings = [tuple(reading.text.casefold() for reading in place) for place in shared.variants]
    assert ("courage", "bravery") in readings
    assert ("patience", "endurance") in readings
    assert not any("order" in reading for place in readings for reading in place)


def test_columns_hold_every_word_once_and_in_order() -> None:
    """Law: reading a member down the columns gives its words in their order."""
    (shared,) = [group for group in groups() if len(group.members) > 1]
    for number, _ in enumerate(shared.members):
        spans = [span for column in shared.columns if (span := column[number]) is not None]
        assert spans == sorted(set(spans))


def test_ids_follow_the_narrative() -> None:
    """Ids count up in the order of the groups."""
    assert [group.id for group in groups()] == [f"q{number}" for number in range(1, len(groups()) + 1)]


def test_translations_are_one_utterance() -> None:
    """A quotation and its translation in an account of another language are one utterance."""
    accounts = [
        annotated("Rosa Quispe said: “The bridge is safe and will open on Monday.”", id="en"),
        annotated("«El puente es seguro y abrirá el lunes», dijo Rosa Quispe.", id="es", language="es"),
    ]
    (only,) = group_quotes(accounts, link_entities(accounts), UseEncoder())
    assert [member.article for member in only.members] == ["en", "es"]


def test_no_account_gives_no_group() -> None:
    """Nothing said is nothing grouped."""
    assert group_quotes([], link_entities([]), UseEncoder()) == ()
