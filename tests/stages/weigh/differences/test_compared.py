"""Compared: which members and which values are held against each other."""

from synoptic.records.annotation import Account, Voice
from synoptic.records.findings import DifferenceKind
from synoptic.records.links import FIRM, AlignedClaim, ClaimMember
from synoptic.records.span import Span
from synoptic.stages.link.entities import link_entities
from synoptic.stages.weigh.differences.compared import compared
from synoptic.stages.weigh.differences.telling import Reader
from tests.stages.annotated import annotated
from tests.stages.weigh.differences.test_differences import differences, of


def told_of(*scored: tuple[str, float]) -> list[str]:
    """The tellings that are compared of a claim of such texts, by their texts."""
    accounts: list[Account] = [annotated(text, f"a{n}", "en", "2031-05-06") for n, (text, _) in enumerate(scored)]
    claim = AlignedClaim(
        "c1",
        "",
        tuple(
            ClaimMember(account.article.id, Span(0, len(account.article.text)), Voice.OUTLET, score=score)
            for account, (_, score) in zip(accounts, scored, strict=True)
        ),
    )
    reader = Reader({account.article.id: account for account in accounts}, {}, link_entities(accounts))
    return [telling.text for telling in compared(reader, claim) if not telling.doubtful]


def test_a_doubtful_member_worded_alike_is_compared() -> None:
    """A member below FIRM is compared where another account has half of its words and four at least, values aside."""
    firm = ("The club sold its captain, Julian Petrossian, to a rival from Dublin on Monday.", 1.0)
    alike = ("The club sold its captain, Thomas Walters, to a rival from Dublin on Friday.", FIRM / 2)
    other = ("Its captain was missed on Friday.", FIRM / 2)
    assert told_of(firm, alike) == [firm[0], alike[0]]
    assert told_of(firm, other) == [firm[0]]


def test_the_day_of_a_saying_is_not_the_day_of_what_happened() -> None:
    """When somebody said it and when it happened are two days."""
    found = differences(
        "The council of Orvik agreed on Thursday to restore the harbour wall.",
        "The council of Orvik has agreed to restore the harbour wall, officials said on Friday.",
    )
    assert of(DifferenceKind.DATE, found) == []


def test_a_country_may_hold_a_place_that_no_table_knows() -> None:
    """A small town against a country is no conflict."""
    found = differences(
        "The singer died on Saturday at her home in Orvik Sands, surrounded by her children.",
        "The singer died on Saturday at her home in England, surrounded by her children.",
    )
    assert of(DifferenceKind.PLACE, found) == []


def test_a_count_of_long_ago_does_not_grow() -> None:
    """A higher count in a later account is no update where both tell of a day long past."""
    texts = (
        "Nine workers died at the Orvik mill in December 2019 when the roof fell in.",
        "Twelve workers died at the Orvik mill in December 2019 when the roof fell in.",
    )
    (found,) = of(DifferenceKind.NUMBER, differences(*texts, published=("2031-05-06", "2031-05-07")))
    assert not found.compatible


def test_one_body_under_two_names() -> None:
    """Two bodies that fill one place, with a word in common, may be one; both can be right."""
    (found,) = of(
        DifferenceKind.NAME,
        differences(
            "The release was brokered by the International Red Cross on Monday.",
            "The release was brokered by the International Committee of the Red Cross on Monday.",
        ),
    )
    assert found.compatible


def test_a_value_is_set_against_the_nearest_of_an_account() -> None:
    """An account that gives two figures, each for another thing, still takes a side for the one that is meant."""
    found = differences(
        "Hale trails his team mate Berg by 10 points with one race remaining.",
        "Hale trails his team mate Berg by 19 points with one race remaining. Before the race Berg led by 26 points.",
    )
    assert [sorted(one.values) for one in of(DifferenceKind.NUMBER, found)] == [["10 points", "19 points"]]


def test_what_two_origins_tell_as_fact_and_one_puts_into_a_mouth() -> None:
    """A speaker against the outlets' own voice is told where two origins at least give it as fact."""
    said = "Agnes Dahl said the harbour of Orvik was closed on Monday."
    plain = ("The harbour of Orvik was closed on Monday.", "On Monday the harbour of Orvik was closed for a day.")
    assert of(DifferenceKind.ATTRIBUTION, differences(said, plain[0])) == []
    (found,) = of(DifferenceKind.ATTRIBUTION, differences(said, *plain))
    assert found.compatible
