"""The tables of speech verbs."""

import pytest

from synoptic.language.speech import speech_table

CLASSES = {
    *("say", "claim", "confirm", "deny", "warn", "promise", "ask", "emphasize", "believe", "show"),
    *("criticize", "praise", "express", "seem"),
}


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt", "de", "it"])
def test_every_cue_has_a_known_class(language: str) -> None:
    """No table invents a class."""
    table = speech_table(language)
    used = {known for frame in table.frames.values() for known in frame.values()} | set(table.forms.values())
    assert used <= CLASSES
    assert used


def test_doubtful_cues_are_cues() -> None:
    """What is called doubtful in a construction is at home there, save a few that no construction takes yet."""
    table = speech_table("en")
    for frame, lemmas in table.doubtful.items():
        known = sum(table.cue_class(frame, lemma) is not None for lemma in lemmas)
        assert known >= len(lemmas) / 2, frame


def test_an_unknown_language_has_an_empty_table() -> None:
    """Where there is no table there is no cue."""
    assert speech_table("xx").forms == {}
