"""The order in which the accounts of the example are given changes no finding."""

from synoptic import compose
from synoptic.records.span import Span
from synoptic.records.stages import StorySynopsis
from tests.golden.breakwater import FOLDER, analysed

type Place = tuple[str, Span]
type Side = tuple[str, frozenset[Place]]


def told(story: StorySynopsis) -> set[tuple[str, str, int, frozenset[Place], frozenset[frozenset[Side]]]]:
    """Each claim: text, status, origins, members, and the sides of its differences."""
    found = set()
    for claim in story.findings.claims:
        places = [(member.article, member.span) for member in claim.members]
        differences = frozenset(
            frozenset(
                (value, frozenset(places[index] for index in side))
                for value, side in zip(difference.values, difference.members, strict=True)
            )
            for difference in claim.differences
        )
        found.add((claim.text, claim.status.value, claim.origins, frozenset(places), differences))
    return found


def cited(story: StorySynopsis) -> list[tuple[str, frozenset[Place]]]:
    """Each sentence of the brief: its topic, and what it cites."""
    return [
        (sentence.topic, frozenset((one.article, one.span) for one in sentence.citations))
        for sentence in story.brief.sentences
    ]


def test_the_order_of_the_accounts_changes_no_finding() -> None:
    """Claims, their status, origins and differences, and what the brief tells and cites, are those of any order."""
    backwards = sorted((FOLDER / "accounts").iterdir(), reverse=True)
    (turned,) = compose.compare([str(path) for path in backwards]).stories
    given = analysed().story
    assert [account.article.id for account in turned.accounts] != [account.article.id for account in given.accounts]
    assert told(turned) == told(given)
    assert cited(turned) == cited(given)
