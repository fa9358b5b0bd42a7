"""Omissions: what is not found in an article, and when not even that is said."""

from synoptic.records.annotation import Voice
from synoptic.records.findings import Claim, ClaimStatus, Omission, Origin, OriginKind
from synoptic.records.links import ClaimMember
from synoptic.records.span import Span
from synoptic.stages.weigh.omissions import find_omissions
from tests.stages.annotated import annotated

TOLD = "Divers searched the harbour of Orvik for nine hours."
ORIGINS = tuple(Origin(id, None, OriginKind.UNKNOWN, (id,)) for id in "abc")


def omissions(third: str) -> tuple[Omission, ...]:
    """What is not found where two accounts make a claim and the third has this text."""
    accounts = [annotated(text, id) for text, id in ((TOLD, "a"), (TOLD, "b"), (third, "c"))]
    members = tuple(ClaimMember(id, Span(0, len(TOLD)), Voice.OUTLET) for id in "ab")
    return find_omissions([Claim("c1", TOLD, ClaimStatus.PARTIAL, 2, members)], ORIGINS, accounts)


def test_what_two_origins_tell_and_a_third_lacks() -> None:
    """A claim of two other origins is not found in an article that tells of other things."""
    assert omissions("The mayor opened a school on the island.") == (Omission("c", "c1"),)


def test_words_that_were_not_aligned_are_enough_not_to_lack_a_claim() -> None:
    """An article that holds most words of the claim in two sentences is not said to lack it."""
    assert omissions("The harbour of Orvik was searched. The divers worked for nine hours.") == ()
