"""Copies: sentences that many accounts carry verbatim are compared a few times and lost nowhere."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from synoptic.records.links import EntityLinking
from synoptic.records.span import Span
from synoptic.stages.link.claims import align_claims
from synoptic.stages.link.claims.copies import COMPARED, without_copies
from synoptic.stages.link.claims.units import Unit
from tests.stages.annotated import annotated
from tests.stages.link.test_claims import encoder


def unit(account: int, text: str) -> Unit:
    """A unit of one sentence without words."""
    return Unit(account, 0, 0.0, Span(0, len(text)), text, (), frozenset())


@given(st.lists(st.sampled_from("abc"), max_size=60))
def test_every_unit_is_compared_or_stands_behind_its_twin(texts: list[str]) -> None:
    """The compared units and their copies are all units, each once; a copy has the text of its twin."""
    units = [unit(account, text) for account, text in enumerate(texts)]
    compared = without_copies(units)
    behind = [copy for copies in compared.copies.values() for copy in copies]
    assert sorted((*compared.units, *behind), key=lambda one: one.account) == units
    assert all(copy.text == compared.units[place].text for place, copies in compared.copies.items() for copy in copies)


@given(st.lists(st.sampled_from("abc"), min_size=21, max_size=60))
def test_a_large_story_compares_few_copies(texts: list[str]) -> None:
    """Beyond twenty accounts no sentence is compared more than COMPARED times; up to twenty all are."""
    units = [unit(account, text) for account, text in enumerate(texts)]
    assert max(Counter(one.text for one in without_copies(units).units).values()) <= COMPARED
    assert without_copies(units[:20]).units == tuple(units[:20])


def test_the_copies_of_a_claim_are_its_members() -> None:
    """Thirty accounts of one sentence, in the order of the accounts, are one claim of thirty members."""
    told = "The ferry Astrid sank off the island of Calmar on Friday night and nine passengers drowned."
    accounts = [annotated(told, f"account-{number:02d}") for number in range(30)]
    (claim,) = align_claims(accounts, EntityLinking((), {}), encoder())
    assert [member.article for member in claim.members] == [account.article.id for account in accounts]
