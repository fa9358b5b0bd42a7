"""Once and doubtful: what overlapping claims tell again, and what doubtful members are asked."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.links import FIRM, AlignedClaim, ClaimMember
from synoptic.records.span import Span
from synoptic.stages.link.claims.units import voice_at
from synoptic.stages.link.entities import link_entities
from synoptic.stages.weigh.differences import once_each
from synoptic.stages.weigh.differences.compared import compared
from synoptic.stages.weigh.differences.telling import Reader
from tests.stages.annotated import annotated
from tests.stages.weigh.differences.test_differences import of


def of_claims(*claims: Sequence[tuple[str, str, float]]) -> tuple[tuple[Difference, ...], ...]:
    """The differences of claims, each given as the article, the words and the score of its members."""
    texts: dict[str, str] = {}
    for article, words, _ in (member for claim in claims for member in claim):
        if words not in texts.get(article, ""):
            texts[article] = f"{texts.get(article, '')} {words}".strip()
    accounts: list[Account] = [annotated(text, article, "en", "2031-05-06") for article, text in texts.items()]
    by_id = {account.article.id: account for account in accounts}
    linking = link_entities(accounts)
    reader = Reader(by_id, {}, linking)

    def member(article: str, words: str, score: float) -> ClaimMember:
        start = texts[article].index(words)
        span = Span(start, start + len(words))
        return ClaimMember(article, span, *voice_at(by_id[article], span, linking), score=score)

    told = [compared(reader, AlignedClaim(f"c{n}", "", tuple(member(*m) for m in c))) for n, c in enumerate(claims)]
    return once_each(told, {entity.id: entity.name for entity in linking.entities})


DAHL = "The ferry ran aground because its radar had failed, said Agnes Dahl."
BERG = "Its radar had failed hours before, and so the ferry ran aground, said Tomas Berg."


def test_speakers_are_told_apart_once() -> None:
    """Two claims of the same sentences tell once who says them, though a third speaks in one of them."""
    two = [("a", DAHL, 1.0), ("b", BERG, 1.0)]
    three = [*two, ("c", "The radar of the ferry had failed long before, its owner Ines Moll said.", 1.0)]
    found = [of(DifferenceKind.ATTRIBUTION, each) for each in of_claims(two, three)]
    assert [[one.values for one in each] for each in found] == [
        [],
        [("Agnes Dahl", "Tomas Berg", "its owner Ines Moll")],
    ]


def test_other_sentences_are_told_apart_again() -> None:
    """A claim whose sentences no shorter one held apart tells its speakers, though they are the same two people."""
    other = [
        ("a", "Divers will search the wreck of the Orvik on Monday, said Agnes Dahl.", 1.0),
        ("b", "On Monday divers will search the wreck of the Orvik again, said Tomas Berg of the port.", 1.0),
    ]
    first, second = of_claims([("a", DAHL, 1.0), ("b", BERG, 1.0)], other)
    assert of(DifferenceKind.ATTRIBUTION, first)
    assert of(DifferenceKind.ATTRIBUTION, second)


def test_a_doubtful_member_has_its_speaker_and_figures_compared() -> None:
    """Who says it, and how many, is told of doubtful members, too."""
    (found,) = of_claims([("a", DAHL, 1.0), ("b", BERG, FIRM / 2)])
    assert of(DifferenceKind.ATTRIBUTION, found)
    (found,) = of_claims(
        [
            ("a", "About 50 houses burnt down in Orvik.", 1.0),
            ("b", "In Orvik the flames burnt 48 houses down during the night, with all that was in them.", FIRM / 2),
        ]
    )
    assert [one.compatible for one in of(DifferenceKind.NUMBER, found)] == [True]


def test_a_doubtful_member_contradicts_nobody() -> None:
    """Where it is not sure that two sentences tell one fact, their values cannot exclude each other."""
    fire = ("a", "The fire destroyed 31 houses in Orvik.", 1.0)
    other = "In Orvik the blaze destroyed 47 houses and drove families into the streets."
    (sure,) = of_claims([fire, ("b", other, 1.0)])
    (doubtful,) = of_claims([fire, ("b", other, FIRM / 2)])
    assert {(one.kind, one.compatible) for one in sure} == {
        (DifferenceKind.NUMBER, False),
        (DifferenceKind.WORDING, True),
    }
    assert doubtful == ()
