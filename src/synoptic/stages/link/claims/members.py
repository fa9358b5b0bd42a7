"""Members: each unit of a group as a member of the claim, cut down to the clause that states it."""

from collections.abc import Sequence
from math import exp

import numpy as np

from synoptic.records.annotation import Account
from synoptic.records.links import AlignedClaim, ClaimMember, EntityLinking
from synoptic.records.span import Span
from synoptic.stages.link.claims.evidence import aligned_words
from synoptic.stages.link.claims.groups import Group, Links
from synoptic.stages.link.claims.index import StoryIndex
from synoptic.stages.link.claims.units import voice_at

_LONG = 20
"""Words from which a sentence is cut down to a clause: shorter ones are read whole at a glance."""

_WITHIN = 0.8
"""Share of the footprint that must lie in the clause for the rest of the sentence to be left out."""

_SHORT = 0.75
"""A clause longer than this share of its sentence is not worth the cut."""


def claim_of(
    number: int, group: Group, index: StoryIndex, links: Links, stage: tuple[Sequence[Account], EntityLinking]
) -> AlignedClaim:
    """The claim of a group, with id c<number>; `stage` holds the accounts and the story's entities."""
    accounts, linking = stage
    members, text = [], ""
    for unit_number in group.members:
        unit = index.units[unit_number]
        account = accounts[unit.account]
        other = _closest(unit_number, group, links)
        span = _clause(unit_number, group, index, links, account)
        voice, entity = (unit.voice, unit.entity) if span == unit.span else voice_at(account, span, linking)
        score = 1.0 if other == unit_number else round(1 / (1 + exp(links.cut - links.score(unit_number, other))), 4)
        reason = "" if other == unit_number else aligned_words(index, unit_number, other)
        members.append(ClaimMember(account.article.id, span, voice, entity, score, reason))
        if unit_number == group.centre:
            text = span.of(account.article.text)
    return AlignedClaim(f"c{number}", text, tuple(members))


def _closest(member: int, group: Group, links: Links) -> int:
    """The centre; for the centre and its sisters the member most like it. The member itself where it is alone."""
    if links.accounts[member] != links.accounts[group.centre]:
        return group.centre
    others = [other for other in group.members if links.accounts[other] != links.accounts[member]]
    return max(others, key=lambda other: links.score(member, other), default=member)


def _clause(member: int, group: Group, index: StoryIndex, links: Links, account: Account) -> Span:
    """The clause of a long sentence in which the other members' footprints lie; else the whole sentence."""
    unit = index.units[member]
    prints = [links.footprints[member, other] for other in group.members if (member, other) in links.footprints]
    clauses = [s.span for s in account.annotation.statements if unit.span.contains(s.span) and s.span != unit.span]
    if not prints or not clauses or len(unit.words) < _LONG:
        return unit.span
    weights = dict(zip((index.stems[w] for w in index.words[member]), np.mean(prints, axis=0), strict=True))
    total = sum(weights[word.stem] for word in unit.words)
    for clause in sorted(clauses, key=lambda span: (len(span), span)):
        inside = sum(weights[word.stem] for word in unit.words if clause.contains(word.span))
        if inside >= _WITHIN * total and len(clause) <= _SHORT * len(unit.span):
            return clause
    return unit.span
