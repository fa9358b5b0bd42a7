"""Claims weighed: status by origins, notes, omissions."""

from dataclasses import replace

import pytest

from synoptic.records.annotation import Account, Annotation, Voice
from synoptic.records.article import Article
from synoptic.records.findings import Claim, ClaimStatus, Omission, Origin, OriginKind
from synoptic.records.links import AlignedClaim, ClaimMember, EntityLinking, Story, StoryAlignment
from synoptic.records.parse import Parse
from synoptic.records.span import Span
from synoptic.stages.weigh.claims import weigh_claims
from synoptic.stages.weigh.omissions import find_omissions

ORIGINS = (
    Origin("o1", None, OriginKind.UNKNOWN, ("a", "b")),
    Origin("o2", None, OriginKind.UNKNOWN, ("c",)),
    Origin("o3", None, OriginKind.UNKNOWN, ("d",)),
)


def account(id: str) -> Account:
    """An account of five letters without marks."""
    return Account(Article(id, "abcde"), Annotation(id, Parse((), ())))


def claim_of(*members: ClaimMember) -> Claim:
    """The one claim of these members, weighed over ORIGINS."""
    alignment = StoryAlignment(
        Story("s", tuple("abcd")), EntityLinking((), {}), (), (AlignedClaim("c1", "abcde", members),), ()
    )
    return weigh_claims(alignment, [account(id) for id in "abcd"], ORIGINS)[0]


def by(article: str, entity: str | None = None) -> ClaimMember:
    """A member, in the voice of a speaker where `entity` is given."""
    return ClaimMember(article, Span(0, 5), Voice.SPEAKER if entity else Voice.OUTLET, entity)


@pytest.mark.parametrize(
    ("articles", "status", "origins"),
    [
        ("a", ClaimStatus.SINGLE, 1),
        ("aa", ClaimStatus.SINGLE, 1),
        ("ab", ClaimStatus.SINGLE, 1),
        ("ac", ClaimStatus.PARTIAL, 2),
        ("abc", ClaimStatus.PARTIAL, 2),
        ("acd", ClaimStatus.AGREED, 3),
        ("abcd", ClaimStatus.AGREED, 3),
    ],
)
def test_status_counts_origins_not_articles(articles: str, status: ClaimStatus, origins: int) -> None:
    """Two articles of one origin are one voice; all origins together agree."""
    claim = claim_of(*(by(article) for article in articles))
    assert (claim.status, claim.origins) == (status, origins)


def test_the_words_of_a_claim_are_those_of_a_member_that_counts() -> None:
    """Where the central member is too doubtful to count, the claim is told in the words of one that counts."""
    firm, central = ClaimMember("a", Span(1, 3), Voice.OUTLET), by("c")
    assert claim_of(firm, replace(central, score=0.3)).text == "bc"
    assert claim_of(firm, central).text == "abcde"


def test_a_claim_only_ever_in_one_mouth_says_so() -> None:
    """Where every account has it from one speaker, the note names the speaker; one plain telling lifts it."""
    assert "only in the words of e1" in claim_of(by("a", "e1"), by("c", "e1")).note
    assert claim_of(by("a", "e1"), by("c")).note == ""


def test_several_articles_of_one_origin_are_noted() -> None:
    """A claim of two copies is flagged as one origin."""
    assert claim_of(by("a"), by("b")).note == "2 articles, one origin"


def test_an_article_that_no_origin_holds_is_its_own() -> None:
    """Without origins each article counts for itself."""
    alignment = StoryAlignment(
        Story("s", ("a", "b")), EntityLinking((), {}), (), (AlignedClaim("c1", "abcde", (by("a"), by("b"))),), ()
    )
    (claim,) = weigh_claims(alignment, [account("a"), account("b")], ())
    assert (claim.status, claim.origins) == (ClaimStatus.AGREED, 2)


def test_an_omission_needs_two_other_origins() -> None:
    """Accounts c and d make the claim: a and b leave it out. a and b alone are one origin: nobody omits anything."""
    two = claim_of(by("c"), by("d"))
    assert find_omissions([two], ORIGINS) == (Omission("a", "c1"), Omission("b", "c1"))
    assert find_omissions([claim_of(by("a"), by("b"))], ORIGINS) == ()


def test_a_sister_article_counts_for_nothing() -> None:
    """The own origin of b and one other make the claim: for b that is one other origin, and no omission."""
    assert find_omissions([claim_of(by("a"), by("c"))], ORIGINS) == (Omission("d", "c1"),)
