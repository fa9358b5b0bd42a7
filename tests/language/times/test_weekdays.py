"""Weekdays that words name."""

import pytest

from synoptic.language.times.weekdays import weekday_named


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("late on Monday", "en", 1),
        ("el miércoles 5 de noviembre", "es", 3),
        ("na quarta-feira", "pt", 3),
        ("5 mar", "es", None),
        ("в среду", "ru", 3),
        ("the 14th", "en", None),
        ("Monday", "xx", None),
    ],
)
def test_a_weekday_is_known_by_its_full_name(words: str, language: str, number: int | None) -> None:
    """Full names count, in any language with a table of times; short forms, which are months too, do not."""
    assert weekday_named(words, language) == number
