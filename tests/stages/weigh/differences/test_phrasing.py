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


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Ten foreigners died when the ferry of Orvik sank.",
            "Ten tourists lost their lives on Monday in the cold water.",
            {"Ten foreigners", "Ten tourists"},
        ),
        (
            "The council wants an overhaul of the harbour before the autumn.",
            "Agnes Dahl has long asked the council for a reform, and now it comes.",
            {"overhaul", "reform"},
        ),
        (
            "A downpour emptied the square.",
            "Few people came to the square of Orvik in the rain.",
            {"downpour", "rain"},
        ),
    ],
)
def test_words_of_like_meaning_in_free_tellings(one: str, other: str, values: set[str]) -> None:
    """What is counted alike, and words near in meaning, are told where few other words are shared."""
    (found,) = of(DifferenceKind.WORDING, differences(one, other))
    assert set(found.values) == values
    assert found.compatible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ten foreigners died in the cold water.", "Twelve lambs were saved by fishermen."),
        ("The rain, a downpour, kept the crowd away.", "Few people came to the square in the rain."),
        ("The mayor spoke of ten years.", "Nils Holm counts ten weeks."),
    ],
)
def test_no_words_of_like_meaning(one: str, other: str) -> None:
    """Other counts, measures of time, and words that an account holds both are no choice of words."""
    assert of(DifferenceKind.WORDING, differences(one, other)) == []


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "“This ferry was an accident waiting to happen,” said Agnes Dahl.",
            "“This ferry was a scandal waiting to happen,” said Agnes Dahl.",
            {"an accident", "a scandal"},
        ),
        (
            "“To each of the families, we are deeply sorry for what happened,” said Agnes Dahl.",
            "“We are deeply sorry for what happened,” Agnes Dahl said.",
            {"To each of the families", "(left out)"},
        ),
        (
            "Agnes Dahl said the crew was “tired and hungry after the long night at sea.”",
            "According to Agnes Dahl, the sailors she met were “tired but calm after the long night at sea.”",
            {"and hungry", "but calm"},
        ),
    ],
)
def test_one_quotation_printed_otherwise(one: str, other: str, values: set[str]) -> None:
    """Other words in one quotation, and a cut of some words, are told."""
    (found,) = of(DifferenceKind.WORDING, differences(one, other))
    assert set(found.values) == values
    assert found.compatible


def test_what_is_no_other_printing() -> None:
    """Two quotations of one speaker are no other words for the same, nor is a lost "that"; a changed word is."""
    said = "“We are deeply sorry for all that happened,” said Agnes Dahl."
    for other in ("“The ferry was old and nobody listened,” said Agnes Dahl.", said.replace("all that", "what")):
        found = of(DifferenceKind.WORDING, differences(said, other))
        assert [one.values for one in found] == ([] if "ferry" in other else [("all that", "what")])
    assert of(DifferenceKind.WORDING, differences(said, said.replace("all that", "all"))) == []
