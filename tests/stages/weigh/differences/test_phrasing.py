"""Phrasing: other words in one place of what the accounts tell alike."""

import pytest

from synoptic.records.findings import DifferenceKind
from tests.stages.weigh.differences.test_differences import differences, of


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Strong winds delayed the ferry to Orvik.",
            "Heavy winds delayed the ferry to Orvik.",
            {"Strong winds", "Heavy winds"},
        ),
        (
            "Masked men abducted the mayor's daughter.",
            "Masked men kidnapped the mayor's daughter.",
            {"abducted", "kidnapped"},
        ),
        (
            "The ferry hit a small boat off Orvik.",
            "The ferry hit a fishing vessel off Orvik.",
            {"small boat", "fishing vessel"},
        ),
    ],
)
def test_other_words_in_one_place(one: str, other: str, values: set[str]) -> None:
    """What fills one place of two tellings with different words is told, and can both be right."""
    (found,) = of(DifferenceKind.WORDING, differences(one, other))
    assert set(found.values) == values
    assert found.compatible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Strong winds delayed the ferry to Orvik.", "Strong winds delayed the ferry to Orvik on Monday."),
        ("The ferry hit a boat, and the boat sank.", "The vessel sank after the ferry hit the boat."),
        ("Anna Berg opened the harbour of Orvik.", "Nils Holm opened the harbour of Orvik."),
        ("The strike lasted two days.", "The strike lasted two weeks."),
        ("The fever spread through rats.", "The fever killed forty people through its rats."),
        ("The mill lost 15m euros.", "The mill lost 15 million kroner."),
    ],
)
def test_no_choice_of_words(one: str, other: str) -> None:
    """The same words, names and measures of time are no choice of words."""
    assert of(DifferenceKind.WORDING, differences(one, other)) == []


def test_who_uses_none_of_the_words_stands_aside() -> None:
    """An account that fills no such place, and has none of its words, makes a side of its own."""
    texts = (
        "Masked men abducted the mayor's daughter.",
        "Masked men kidnapped the mayor's daughter.",
        "The mayor's daughter was taken from her school by masked men.",
    )
    (found,) = of(DifferenceKind.WORDING, differences(*texts))
    assert len(found.members) in (2, 3)
    assert len({index for side in found.members for index in side}) == 3
