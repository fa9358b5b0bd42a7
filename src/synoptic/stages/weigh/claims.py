"""Claims weighed: status, origins, differences."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from synoptic.records.annotation import Account, Voice
from synoptic.records.findings import Claim, ClaimStatus, Difference, Origin
from synoptic.records.links import AlignedClaim, StoryAlignment, firm_members, likelihood
from synoptic.stages.weigh.differences import once_each
from synoptic.stages.weigh.differences.compared import compared
from synoptic.stages.weigh.differences.telling import Reader


def weigh_claims(
    alignment: StoryAlignment, accounts: Sequence[Account], origins: Sequence[Origin]
) -> tuple[Claim, ...]:
    """The claims of a story with status, origins and differences, in their order.

    An article that no origin holds counts as an origin of its own.
    """
    origin_of = {article: origin.id for origin in origins for article in origin.articles}
    every = {origin_of.get(account.article.id, account.article.id) for account in accounts}
    by_id = {account.article.id: account for account in accounts}
    names = {entity.id: entity.name for entity in alignment.linking.entities}
    reader = Reader(by_id, origin_of, alignment.linking)
    # Ties between tellings are settled by their order: they are read in one that their texts give.
    orders = [_order(claim, by_id) for claim in alignment.claims]
    told = [
        compared(reader, replace(claim, members=tuple(claim.members[index] for index in order)))
        for claim, order in zip(alignment.claims, orders, strict=True)
    ]
    weighed = []
    for claim, order, found in zip(alignment.claims, orders, once_each(told, names), strict=True):
        differences = tuple(_in_places(difference, order, claim) for difference in found)
        heard = {origin_of.get(member.article, member.article) for member in firm_members(claim.members)}
        weighed.append(
            Claim(
                claim.id,
                _text(claim, by_id),
                _status(len(heard), len(every), differences),
                len(heard),
                claim.members,
                differences,
                _note(claim, len(heard), names),
            )
        )
    return tuple(weighed)


def _order(claim: AlignedClaim, accounts: Mapping[str, Account]) -> list[int]:
    """The indexes of the members by the texts of their articles, whatever the order of the accounts."""
    members = claim.members
    return sorted(
        range(len(members)),
        key=lambda index: (
            accounts[members[index].article].article.text,
            members[index].article,
            members[index].span,
        ),
    )


def _in_places(difference: Difference, order: Sequence[int], claim: AlignedClaim) -> Difference:
    """A difference between members in `order` with their indexes in the claim, the side of most articles first."""
    sides = [tuple(sorted(order[index] for index in side)) for side in difference.members]
    told = zip(sides, difference.values, strict=True)
    ranked = sorted(told, key=lambda side: -len({claim.members[index].article for index in side[0]}))
    return replace(difference, members=tuple(side for side, _ in ranked), values=tuple(value for _, value in ranked))


def _text(claim: AlignedClaim, accounts: Mapping[str, Account]) -> str:
    """The words of the most central member, or of the likeliest where that one is too doubtful to count."""
    firm = firm_members(claim.members)
    words = [member.span.of(accounts[member.article].article.text) for member in firm]
    likeliest = min(firm, key=likelihood)
    return claim.text if claim.text in words else words[firm.index(likeliest)]


def _status(heard: int, every: int, differences: Sequence[Difference]) -> ClaimStatus:
    if any(not difference.compatible for difference in differences):
        return ClaimStatus.DIFFERS
    if heard == 1:
        return ClaimStatus.SINGLE
    return ClaimStatus.AGREED if heard == every else ClaimStatus.PARTIAL


def _note(claim: AlignedClaim, heard: int, names: Mapping[str, str]) -> str:
    """What to keep in mind: a single origin behind several articles; only ever in one speaker's mouth."""
    notes = []
    members = firm_members(claim.members)
    articles = {member.article for member in members}
    if heard == 1 and len(articles) > 1:
        notes.append(f"{len(articles)} articles, one origin")
    speakers = {member.entity for member in members if member.voice is Voice.SPEAKER}
    if len(speakers) == 1 and all(member.voice is Voice.SPEAKER for member in members):
        speaker = next(iter(speakers))
        if speaker is not None:
            notes.append(f"only in the words of {names.get(speaker, speaker)}")
    return "; ".join(notes)
