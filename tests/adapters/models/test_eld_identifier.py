"""EldIdentifier keeps the law of its port: a code it can stand for, or None."""

import pytest

from synoptic.adapters.models.eld_identifier import EldIdentifier


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry ran aground on Sunday with forty people on board.", "en"),
        ("Minister orders inquiry into ferry grounding", "en"),
        ("El ferri encalló el domingo con cuarenta personas a bordo.", "es"),
        ("Le ferry s'est échoué dimanche avec quarante personnes à bord.", "fr"),
        ("A balsa encalhou no domingo com quarenta pessoas a bordo.", "pt"),
        ("Die Fähre lief am Sonntag mit vierzig Menschen auf Grund.", "de"),
        ("Il traghetto si è arenato domenica con quaranta persone a bordo.", "it"),
        ("Паром сел на мель в воскресенье.", "ru"),
        ("船が日曜日に座礁した。", "ja"),
        ("جنحت العبارة يوم الأحد وعلى متنها أربعون شخصا.", "ar"),
    ],
)
def test_languages_are_told(text: str, language: str) -> None:
    """A sentence or a headline is enough."""
    assert EldIdentifier().identify(text) == language


@pytest.mark.parametrize("text", ["", "12:30 – 14:00", "Oslo", "G20"])
def test_what_cannot_be_told_is_none(text: str) -> None:
    """Numbers and single short names have no language."""
    assert EldIdentifier().identify(text) is None


def test_a_short_text_that_leaves_doubt_is_none() -> None:
    """Below `sure` letters the detector must call itself reliable; above, its answer is taken."""
    names = "Brandt Rud Lund Holm"
    assert EldIdentifier(sure=1).identify(names) is not None
    assert EldIdentifier().identify(names) in {None, EldIdentifier(sure=1).identify(names)}


def test_the_same_text_gives_the_same_answer() -> None:
    """Other texts in between change nothing."""
    identifier = EldIdentifier()
    first = identifier.identify("The ferry ran aground.")
    identifier.identify("El ferri encalló el domingo.")
    assert identifier.identify("The ferry ran aground.") == first
