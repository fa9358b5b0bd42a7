"""Omissions: what other origins report and an article lacks."""

from collections.abc import Sequence

from synoptic.records.findings import Claim, Omission, Origin
from synoptic.records.links import firm_members


def find_omissions(claims: Sequence[Claim], origins: Sequence[Origin]) -> tuple[Omission, ...]:
    """For each article the claims that at least two other origins make and it lacks.

    Article by article in the order of the origins, claims in their own order. The article's own origin does not count:
    a sister article of the same source says nothing of what the article left out. A doubtful member is enough not to
    lack a claim, and too little to count as an origin that makes it.
    """
    origin_of = {article: origin.id for origin in origins for article in origin.articles}
    heard = [
        (
            {member.article for member in claim.members},
            {origin_of.get(member.article, member.article) for member in firm_members(claim.members)},
        )
        for claim in claims
    ]
    found = []
    for origin in origins:
        for article in origin.articles:
            for claim, (articles, sources) in zip(claims, heard, strict=True):
                if article not in articles and len(sources - {origin.id}) >= 2:
                    found.append(Omission(article, claim.id))
    return tuple(found)
