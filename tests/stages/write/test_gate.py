"""The citation gate: what it lets through, what it stops and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.stages.write.gate import support
from synoptic.stages.write.words import content_share, figures

EVIDENCE = (
    "President Ada Korrin opened the ferry line in Port Ilvar on Tuesday.",
    "It carries 1,200 passengers a day.",
)


@pytest.mark.parametrize(
    "claim",
    [
        "Ada Korrin opened a ferry line in Port Ilvar.",
        "The ferry line in Port Ilvar carries 1200 passengers a day.",
        "President Korrin was opening the ferry line on Tuesday.",
        "President Ada Korrin opened the ferry line in Port Ilvar on Tuesday.",
    ],
)
def test_supported_sentences_pass(claim: str) -> None:
    """Sentences that say no more than the evidence, in other forms and orders of its words, pass."""
    found = support(claim, EVIDENCE)
    assert found.passed, found


@pytest.mark.parametrize(
    ("claim", "missing"),
    [
        ("Ada Korrin opened a ferry line in Port Mellow.", "Mellow"),
        ("The ferry line carries 1,300 passengers a day.", "1300"),
        ("The president Joren Vael opened the ferry line in Port Ilvar.", "Joren"),
        ("Korrin closed all airports and dismissed her generals.", "closed"),
    ],
)
def test_unsupported_sentences_are_stopped_with_the_missing_words(claim: str, missing: str) -> None:
    """Another place, number, name or deed stops a sentence, and the reason names it."""
    found = support(claim, EVIDENCE)
    assert not found.passed
    assert missing in found.missing
    assert missing in found.reason


def test_numbers_in_words_and_figures_are_the_same_number() -> None:
    """A number word supports its figure, and thousands separators do not matter."""
    assert support("They signed 12 agreements.", ["Twelve agreements were signed by them."]).passed
    assert figures("seven ships and 1,200 men, one captain") == {"7", "1200"}


@given(st.text(max_size=80))
def test_every_text_supports_itself(text: str) -> None:
    """Whatever the script, a text is fully supported by its own words."""
    found = support(text, [text])
    assert found.passed
    assert found.missing == ()
    assert content_share(text, [text]) == 1.0


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3), st.text(max_size=60))
def test_more_evidence_never_supports_less(claim: str, evidence: list[str], more: str) -> None:
    """The score stays between 0 and 1 and does not fall when evidence is added."""
    before, after = support(claim, evidence).score, support(claim, [*evidence, more]).score
    assert 0 <= before <= after <= 1
