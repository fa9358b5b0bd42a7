"""Openings: sentences about the event are told from asides."""

from hypothesis import given
from hypothesis import strategies as st

from synoptic.stages.write.openings import Openings

OPENINGS = Openings(
    {
        "a": ("Ferry sinks off Lyrstad", "The ferry Solvang sank off Lyrstad on Monday with 40 people on board."),
        "b": ("Solvang lost", "Forty passengers were rescued when the ferry Solvang sank off the coast of Lyrstad."),
        "c": ("A teacup survives", "Ida Holm keeps a teacup from the Solvang on her shelf."),
    }
)


def test_the_event_is_more_like_the_openings_than_an_aside() -> None:
    """What the other accounts begin with weighs more than what one account alone begins with."""
    event = OPENINGS.likeness("the ferry Solvang sank off Lyrstad with 40 people on board", "a")
    assert event > 2 * OPENINGS.likeness("Ida Holm keeps a teacup on her shelf", "c")


def test_an_accounts_own_opening_counts_only_where_there_is_no_other() -> None:
    """A sentence is judged by the openings of the others; the only account is judged by its own."""
    alone = Openings({"c": ("A teacup survives", "Ida Holm keeps a teacup on her shelf.")})
    assert alone.likeness("Ida Holm keeps a teacup on her shelf", "c") > 0.8
    assert OPENINGS.likeness("Ida Holm keeps a teacup on her shelf", "c") < 0.1


@given(st.text(max_size=60))
def test_likeness_is_a_share(text: str) -> None:
    """Any text has a likeness from 0 to 1, and without accounts it is 0."""
    assert 0.0 <= OPENINGS.likeness(text, "a") <= 1.0
    assert Openings({}).likeness(text, "a") == 0.0
