"""The language in which a story of several languages is told."""

import pytest

from synoptic.language.told_in import main_language


@pytest.mark.parametrize(
    ("languages", "main"),
    [
        (["es", "en", "es"], "es"),
        (["ar", "en", "zh"], "en"),
        (["it", "de", "fr"], "de"),
        (["ru"], "ru"),
        ([], ""),
    ],
)
def test_most_accounts_decide_then_the_briefs_language(languages: list[str], main: str) -> None:
    """Of languages with as many accounts English, in which briefs are worded, else the first by the alphabet."""
    assert main_language(languages) == main
