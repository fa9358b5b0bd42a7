"""What is unknown, and what other articles tell elsewhere."""

import pytest

from synoptic.stages.write.elsewhere import Elsewhere
from synoptic.stages.write.gaps import states_a_gap


@pytest.mark.parametrize(
    ("text", "language", "gap"),
    [
        ("It was not immediately clear what caused the fire.", "en", True),
        ("It wasn't clear who owned the boat.", "en", True),
        ("The names of the dead have not yet been released.", "en", True),
        ("The mayor made clear that the bridge stays shut.", "en", False),
        ("No se sabe quién causó el incendio.", "es", True),
        ("On ignore la cause de l'incendie.", "fr", True),
        ("The cause is unknown.", "fi", False),
    ],
)
def test_a_gap_is_known_by_its_words(text: str, language: str, gap: bool) -> None:
    """Sentences that say that something is not known are told by phrases of their language, and by these alone."""
    assert states_a_gap(text, language) is gap


def test_what_another_article_holds_in_two_sentences_is_elsewhere() -> None:
    """An article holds a sentence where most of its words stand in two sentences in a row; numbers must be equal."""
    elsewhere = Elsewhere(
        {
            "a": ["Divers searched the harbour of Orvik.", "They worked for nine hours."],
            "b": ["The mayor opened a school.", "It rained."],
        },
        {},
    )
    assert elsewhere.holders("divers searched the harbour of Orvik for nine hours") == {"a"}


def test_the_spread_of_a_text_is_the_share_of_the_origins_that_use_its_words() -> None:
    """Accounts of one origin count once; a text without content words is spread nowhere."""
    told = {"a": ["Divers searched."], "b": ["Divers dived."], "c": ["Nobody dived."], "d": ["It rained."]}
    elsewhere = Elsewhere(told, {"a": "one", "b": "one", "c": "two", "d": "three"})
    assert elsewhere.spread("divers") == pytest.approx(1 / 3)
    assert elsewhere.spread("dived") == pytest.approx(2 / 3)
    assert elsewhere.spread("of the") == 0.0
