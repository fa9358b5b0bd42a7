"""Labels: what somebody is called, in whose voice."""

import pytest

from synoptic.records.annotation import Label, LabelVoice
from tests.stages.annotated import annotated


def labels(text: str, language: str = "en") -> dict[str, tuple[str, Label]]:
    """The labels of a text that are names or loaded, by their words: the entity's name and the label."""
    found = annotated(text, language=language).annotation
    names = {entity.id: entity.name for entity in found.entities}
    return {
        label.span.of(text): (names[label.entity], label)
        for label in found.labels
        if label.kind != "verb" or label.loaded
    }


@pytest.mark.parametrize(
    ("text", "word", "entity", "loaded"),
    [
        ("President Marta Lindqvist spoke in Oslo.", "President", "Marta Lindqvist", False),
        ("Marta Lindqvist, the leader of the union, spoke.", "leader", "Marta Lindqvist", False),
        ("The dictator of Norway, Lars Holm, spoke in Oslo.", "dictator", "Lars Holm", True),
        ("Lars Holm is a hero.", "hero", "Lars Holm", True),
        ("The Norwegian regime jailed Ines Prado. Norway is in the north.", "regime", "Norway", True),
    ],
)
def test_names_are_bound_to_whom_they_name(text: str, word: str, entity: str, loaded: bool) -> None:
    """Titles, appositions, predicates and words for a government belong to their entity."""
    name, label = labels(text)[word]
    assert (name, label.loaded, label.voice) == (entity, loaded, LabelVoice.OUTLET)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("“Norway is a bully,” Ines Prado said.", "bully"),
        ("Ines Prado condemned the bullying of Norway.", "bullying"),
        ("Ines Prado said that the massacre was the work of Norway.", "massacre"),
        ("End to the bullying of Norway near, says Ines Prado", "bullying"),
    ],
)
def test_loaded_words_that_somebody_says_are_quoted(text: str, word: str) -> None:
    """Inside marks, under a verb of speech and before a headline's speaker a loaded word is not the outlet's."""
    assert labels(text)[word][1].voice is LabelVoice.QUOTED


def test_scare_quotes_are_distanced() -> None:
    """A word in marks without any speech is printed by the outlet, at a distance."""
    label = labels("The “hero” Lars Holm came to Oslo by bus.")["hero"][1]
    assert (label.voice, label.distanced) == (LabelVoice.OUTLET, True)


def test_plain_names_in_indirect_speech_are_the_outlets() -> None:
    """What somebody is reported to have said of "the president" does not tell what she called him."""
    found = labels("Ines Prado said that President Lars Holm would come.")
    assert found["President"][1].voice is LabelVoice.OUTLET


def test_main_figures_are_shown_in_phrases() -> None:
    """A clause with an evaluative word about somebody named twice is a label of kind verb that is not itself loaded."""
    text = "Lars Holm humbly begged Norway for help. Norway threatened Lars Holm with prison."
    found = [label for label in annotated(text).annotation.labels if label.kind == "verb"]
    assert any("threatened" in label.span.of(text) and not label.loaded for label in found)


@pytest.mark.parametrize("language", ["es", "ru", "zh"])
def test_texts_without_a_parse_do_not_fail(language: str) -> None:
    """Languages without a model give what their tables hold, and never an error."""
    for text in ("El dictador Juan Rojas viajó a Lima.", "Президент Иван Петров прибыл.", "总统抵达。"):
        assert isinstance(annotated(text, language=language).annotation.labels, tuple)


def test_labels_lie_in_the_text_in_order() -> None:
    """Labels come in the order of the text and inside it."""
    text = "The brutal dictator Lars Holm slammed Norway. He is a “hero” to thugs. Lars Holm left Norway."
    found = annotated(text).annotation.labels
    assert found
    assert [label.span for label in found] == sorted(label.span for label in found)
    assert all(label.span.end <= len(text) for label in found)
