"""Where the main event of one article takes place."""

import pytest

from synoptic.stages.weigh.main_event import main_event_of
from tests.stages.annotated import annotated


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mayor opens market\nThe mayor opened a fish market in Bergen on Monday.", "Bergen"),
        (
            "Crowds greet mayor at Sundal Arena\nCrowds greeted the mayor at Sundal Arena on Monday.\n"
            "The game in Bergen ended late. People in Bergen sang.",
            "Sundal Arena, Bergen",
        ),
        (
            "Mayor opens the market\nPhoto BERGEN, Norway (NTB) -- The mayor opened a fish market on Monday.\n"
            "He had been in Chile the week before.",
            "BERGEN, Norway",
        ),
        (
            "Korrin beat Valden\nKorrin 3-1 was the score in Bergen on Monday, and the coach of Valden left.",
            "Bergen",
        ),
        (
            "Mayor greets sailors\nAt a feast in the Lima suburbs, the mayor greeted sailors. They sang in Callao.",
            "Callao",
        ),
    ],
)
def test_the_place_is_that_of_the_first_sentences(text: str, place: str) -> None:
    """Sites carry their city, datelines inside the prose count; scores and what names another noun are no places."""
    found = main_event_of(annotated(text, "one"))
    assert found.where is not None
    assert found.where.text == place
