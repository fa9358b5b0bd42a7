"""Claims: which statements of different articles report the same fact."""

from collections.abc import Mapping, Sequence
from math import exp

import numpy as np

from synoptic.ports import Encoder
from synoptic.records.annotation import Account
from synoptic.records.links import AlignedClaim, ClaimMember, EntityLinking
from synoptic.stages.link.claims.candidates import candidate_pairs
from synoptic.stages.link.claims.evidence import aligned_words
from synoptic.stages.link.claims.features import pair_features
from synoptic.stages.link.claims.groups import Group, group_units
from synoptic.stages.link.claims.index import StoryIndex, build_index
from synoptic.stages.link.claims.regression import regression
from synoptic.stages.link.claims.units import units_of

SLACK = 0.6
"""How far below the cut a pair inside a group may lie, in log-odds. On data/claims at cut 0: slack 0 gives pair F1 .532
in 449 groups, .6 .541 in 420, 1.0 .537, 1.5 .536."""


def align_claims(accounts: Sequence[Account], linking: EntityLinking, encoder: Encoder) -> tuple[AlignedClaim, ...]:
    """The claims of a story in narrative order, those of a single article among them.

    Groups overlap: a sentence that states two facts is in two claims. Every sentence of lead and body is in one at
    least.
    """
    units = units_of(accounts, linking)
    if not units:
        return ()
    index = build_index(units, encoder)
    scores = pair_scores(index)
    groups = group_units(scores, regression().cut, SLACK, [unit.account for unit in units])
    grouped = {member for group in groups for member in group.members}
    alone = tuple(Group(unit, (unit,)) for unit in range(len(units)) if unit not in grouped)
    ordered = sorted(groups + alone, key=lambda group: _place(index, group))
    return tuple(_claim(f"c{number}", group, index, accounts, scores) for number, group in enumerate(ordered, 1))


def pair_scores(index: StoryIndex) -> dict[tuple[int, int], float]:
    """The log-odds of every candidate pair (i < j) that it states one fact."""
    pairs = candidate_pairs(index)
    if not len(pairs):
        return {}
    odds = regression().log_odds(*pair_features(index, pairs))
    return {(int(i), int(j)): float(score) for (i, j), score in zip(pairs, odds, strict=True)}


def _place(index: StoryIndex, group: Group) -> tuple[float, str]:
    return float(np.mean([index.units[member].position for member in group.members])), index.units[group.centre].text


def _claim(
    id: str, group: Group, index: StoryIndex, accounts: Sequence[Account], scores: Mapping[tuple[int, int], float]
) -> AlignedClaim:
    members = []
    for member in group.members:
        unit = index.units[member]
        other = _closest(member, group, index, scores)
        odds = scores.get((min(member, other), max(member, other)), 0.0)
        members.append(
            ClaimMember(
                accounts[unit.account].article.id,
                unit.span,
                unit.voice,
                unit.entity,
                1.0 if other == member else round(1 / (1 + exp(-odds)), 4),
                "" if other == member else aligned_words(index, member, other),
            )
        )
    return AlignedClaim(id, index.units[group.centre].text, tuple(members))


def _closest(member: int, group: Group, index: StoryIndex, scores: Mapping[tuple[int, int], float]) -> int:
    """The centre; for the centre itself the member that is most like it. The member itself where it is alone."""
    if member != group.centre and index.accounts[member] != index.accounts[group.centre]:
        return group.centre
    others = [other for other in group.members if index.accounts[other] != index.accounts[member]]
    return max(others, key=lambda other: scores.get((min(member, other), max(member, other)), -99.0), default=member)
