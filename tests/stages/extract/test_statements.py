"""Statements: the propositions of lead and body."""

import pytest

from synoptic.records.annotation import Modality, Polarity, Voice
from tests.stages.annotated import annotated

STORY = (
    "The old bridge over the Narva fell on Monday, and two cars sank.\n"
    "Mayor Ada Lund said that the town had not checked it for years. “Nobody told us,” she added.\n"
    "The council plans to build a new bridge. It may cost 3 million euros."
)


def test_every_sentence_has_a_statement() -> None:
    """No sentence of lead or body is left out, and each statement lies inside its sentence."""
    annotation = annotated(STORY).annotation
    assert {s.sentence for s in annotation.statements} == set(annotation.parse.sentence_spans)
    assert all(s.sentence.contains(s.span) for s in annotation.statements)


def test_coordinated_clauses_are_parted() -> None:
    """Two clauses with content of their own are two statements."""
    texts = [s.span.of(STORY) for s in annotated(STORY).annotation.statements]
    assert texts[0].startswith("The old bridge over the Narva fell")
    assert any(text.startswith("two cars sank") for text in texts)


def test_reported_clauses_have_the_speakers_voice() -> None:
    """What is reported is the speaker's, what is told the outlet's; the frame "she said" is no statement."""
    by_text = {s.span.of(STORY): s for s in annotated(STORY).annotation.statements}
    said = next(s for text, s in by_text.items() if "had not checked" in text)
    assert said.voice is Voice.SPEAKER
    assert next(iter(by_text.values())).voice is Voice.OUTLET
    assert not any(text.startswith("Mayor Ada Lund said") for text in by_text)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The bridge fell on Monday.", Polarity.POSITIVE, Modality.FACT),
        ("The bridge did not fall on Monday.", Polarity.NEGATIVE, Modality.FACT),
        ("No bridge fell on Monday.", Polarity.NEGATIVE, Modality.FACT),
        ("The town will build a new bridge.", Polarity.POSITIVE, Modality.PLANNED),
        ("The town plans to build a new bridge.", Polarity.POSITIVE, Modality.PLANNED),
        ("The bridge may fall on Monday.", Polarity.POSITIVE, Modality.POSSIBLE),
        ("The town failed to close the old bridge.", Polarity.NEGATIVE, Modality.FACT),
        ("The town refused to close the old bridge.", Polarity.NEGATIVE, Modality.FACT),
        ("The town was unable to close the old bridge.", Polarity.NEGATIVE, Modality.FACT),
        ("The town did not fail to close the old bridge.", Polarity.POSITIVE, Modality.FACT),
        ("The bridge no longer carries trucks.", Polarity.NEGATIVE, Modality.FACT),
        ("The bridge is not only old.", Polarity.POSITIVE, Modality.FACT),
        ("The council is expected to build a new bridge.", Polarity.POSITIVE, Modality.PLANNED),
        ("The old bridge must be closed on Monday.", Polarity.POSITIVE, Modality.PLANNED),
        ("The two towns agreed to build a bridge.", Polarity.POSITIVE, Modality.PLANNED),
        ("The bridge would have fallen on Monday.", Polarity.POSITIVE, Modality.HYPOTHETICAL),
    ],
)
def test_polarity_and_modality(text: str, polarity: Polarity, modality: Modality) -> None:
    """Negation, plans and possibility are read from the clause's own verb."""
    (found,) = annotated(text).annotation.statements
    assert (found.polarity, found.modality) == (polarity, modality)


def test_what_only_seems_is_the_outlets_own() -> None:
    """Where no one is said to think so, the doubt is the outlet's."""
    found = annotated("The old bridge seems to be safe for trucks.").annotation.statements
    assert {(s.voice, s.modality) for s in found} == {(Voice.OUTLET, Modality.POSSIBLE)}


def test_what_hangs_on_a_condition_is_hypothetical() -> None:
    """Both the condition and what follows from it."""
    found = annotated("If the river rises again, the town will close the old bridge.").annotation.statements
    assert {s.modality for s in found} == {Modality.HYPOTHETICAL}


def test_a_purpose_is_no_fact() -> None:
    """What something is done for has not come about."""
    found = annotated("The two mayors met in Narva on Monday to discuss the old bridge.").annotation.statements
    assert [s.modality for s in found] == [Modality.FACT, Modality.PLANNED]


def test_without_a_parse_a_sentence_is_a_statement() -> None:
    """In a language without a parser each sentence is one statement."""
    text = "El puente cayó el lunes. Nadie resultó herido."
    found = annotated(text, language="es").annotation.statements
    assert [s.span.of(text) for s in found] == ["El puente cayó el lunes.", "Nadie resultó herido."]


def test_only_what_lead_and_body_tell_is_a_statement() -> None:
    """The sentence of a title is none, and each paragraph gives its own, however many there are."""
    text = "Old bridge falls\n" + "\n".join(f"Bridge {number} fell on Monday." for number in range(30))
    found = annotated(text).annotation.statements
    assert [s.sentence.of(text) for s in found] == text.split("\n")[1:]
