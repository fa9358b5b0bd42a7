"""Values: figures, days and places that cannot be rivals, though their tellings are alike, and some that are."""

import pytest

from synoptic.records.findings import DifferenceKind
from tests.stages.weigh.differences.test_differences import differences, of


def conflicts(kind: DifferenceKind, *texts: str, published: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The values of the differences of a kind that cannot be settled."""
    return [one.values for one in of(kind, differences(*texts, published=published)) if not one.compatible]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A girl aged 12 and a man of 40 died in the Orvik fire.",
            "A 15-year-old girl and a 40-year-old man died in the Orvik fire.",
        ),
        (
            "A 20-year-old from Norway died in the Orvik marathon.",
            "A 29-year-old Norwegian runner died in the Orvik marathon.",
        ),
    ],
)
def test_ages_are_read_in_many_forms(one: str, other: str) -> None:
    """An age is one however it is told, and two ages of one bearer exclude each other."""
    assert len(conflicts(DifferenceKind.NUMBER, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The plant employs 400 people, up from 250 last year.", "The plant employed 250 people a year ago."),
        ("Aid reached two districts of Orvik.", "Aid will soon reach another five districts of Orvik."),
        ("Of the dead in Orvik, five in six were miners.", "Of the dead in Orvik, 84 percent were miners."),
        ("Four in ten pupils in Orvik fail the test.", "58 percent of pupils in Orvik pass the test."),
        ("The runner, 24, died in Orvik.", "The runner, 25 next month, died in Orvik."),
    ],
)
def test_figures_of_two_things_are_no_conflict(one: str, other: str) -> None:
    """A former figure, what comes to others, a share spelled out, the rest of a whole: nothing contradicts."""
    assert conflicts(DifferenceKind.NUMBER, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The two sides signed the truce in Orvik overnight.", "The two sides signed the truce in Orvik on Tuesday."),
        ("The skier died in Orvik the next day.", "The skier died in Orvik on Sunday."),
        ("Up to today 24 people have died of the fever in Orvik.", "On Friday 24 people died of the fever in Orvik."),
    ],
)
def test_days_that_meet_or_count_from_another_are_no_conflict(one: str, other: str) -> None:
    """A night runs into the next day; "the next day" counts from a day of its own; "up to" sets an end."""
    assert conflicts(DifferenceKind.DATE, one, other, published=("2031-05-07", "2031-05-07")) == []


def test_a_street_may_lie_in_the_town() -> None:
    """A place whose name tells that it is a part of something does not exclude a town."""
    one = "A crane fell on a house in Orvik on Friday and killed four people."
    other = "Four people died when a crane fell on Harbour Street on Friday."
    assert conflicts(DifferenceKind.PLACE, one, other) == []


def test_a_verb_of_its_own_makes_a_name_more_than_a_speaker() -> None:
    """Who does what is told and says why can be another one in another account."""
    one = "Norway has frozen its aid to Orvik, saying that the law must go."
    other = "Portugal has frozen its aid to Orvik, saying that the law must go."
    assert len(conflicts(DifferenceKind.PLACE, one, other)) == 1


def test_a_vote_of_no_denies_nothing() -> None:
    """Who asks for a vote of no states nothing."""
    assert conflicts(DifferenceKind.POLARITY, "Vote no on the pay deal.", "The union will vote on the pay deal.") == []
