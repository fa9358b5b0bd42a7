"""Groups: from linked pairs to claims. Groups are tight and may overlap; they are never a partition.

A sentence often states several facts, so single link would chain a story into one claim (single link on the gold pairs
themselves is useless, average link gives .76 of their F1). Every member of a group is linked to most of the others, and
two sentences of one account join only where they answer to the same words of a third.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synoptic.stages.link.claims.footprints import Footprints, agreement

Pair = tuple[int, int]

SLACK = 0.6
"""How far below the cut a pair inside a group may lie, in log-odds. data/claims, weights by leave one story out, cut
-1.0: slack 0 gives pair F1 .537 in 441 groups, .3 .543 in 426, .6 .547 in 415, 1.0 .543 in 398."""

STRONGER = 0.5
"""How far above the cut a pair must lie to open a group where both its units have one already: most of these are the
same fact once more. data/claims: 0 gives .550 in 454 groups (precision .60), .5 .545 in 382 (.62), 1.0 .541 in 346."""

SAME_WORDS = 0.5
"""Least agreement of the footprints of two units of one account. data/claims: 0 .547, .3 .546, .5 .545, .7 .543 in 348,
360, 382, 408 groups: no gain in pairs, but rows that a reader can follow."""


@dataclass(frozen=True, slots=True)
class Group:
    """Units that state one fact: the most central unit and all members (indexes of units, the centre among them)."""

    centre: int
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """What groups are made from: the log-odds of candidate pairs (i < j), the cut, each unit's account, footprints."""

    scores: Mapping[Pair, float]
    cut: float
    accounts: Sequence[int]
    footprints: Footprints

    def score(self, one: int, other: int) -> float:
        """The log-odds of a pair; minus infinity where it is no candidate."""
        return self.scores.get((min(one, other), max(one, other)), float("-inf"))


def group_units(links: Links) -> tuple[Group, ...]:
    """Groups from the linked pairs, the strongest first: a pair starts a group, units join while they fit.

    A pair inside an earlier group is done with; one whose both units have groups must be STRONGER to start another.
    """
    linked = {pair: score for pair, score in links.scores.items() if score >= links.cut}
    neighbours: dict[int, set[int]] = {}
    for i, j in linked:
        neighbours.setdefault(i, set()).add(j)
        neighbours.setdefault(j, set()).add(i)
    covered: set[Pair] = set()
    placed: set[int] = set()
    groups = []
    for pair in sorted(linked, key=lambda p: (-linked[p], p)):
        if pair in covered or (set(pair) <= placed and linked[pair] < links.cut + STRONGER):
            continue
        members = _grown(pair, links, neighbours)
        placed.update(members)
        covered.update((a, b) for a in members for b in members if a < b)
        groups.append(Group(_centre(members, links), tuple(sorted(members))))
    return tuple(groups)


def _grown(pair: Pair, links: Links, neighbours: Mapping[int, set[int]]) -> list[int]:
    members = list(pair)
    waiting = (neighbours[pair[0]] | neighbours[pair[1]]) - set(pair)
    while True:
        fitting = [(fit, -unit) for unit in waiting if (fit := _fit(unit, members, links)) is not None]
        if not fitting:
            return members
        chosen = -max(fitting)[1]
        members.append(chosen)
        waiting = (waiting | neighbours[chosen]) - set(members)


def _fit(unit: int, members: Sequence[int], links: Links) -> float | None:
    """The mean log-odds of a unit with the members of other accounts; None where it does not belong."""
    others = [other for other in members if links.accounts[other] != links.accounts[unit]]
    found = [links.score(unit, other) for other in others]
    if not found or min(found) < links.cut - SLACK:
        return None
    mean = sum(found) / len(found)
    if 2 * sum(score >= links.cut for score in found) <= len(found) or mean < links.cut:
        return None
    sisters = [other for other in members if links.accounts[other] == links.accounts[unit]]
    shares = [
        share
        for other in others
        for sister in sisters
        if (share := agreement(links.footprints, other, unit, sister)) is not None
    ]
    return None if shares and sum(shares) / len(shares) < SAME_WORDS else mean


def _centre(members: Sequence[int], links: Links) -> int:
    def mean(unit: int) -> float:
        found = [links.score(unit, other) for other in members if links.accounts[other] != links.accounts[unit]]
        return sum(found) / max(1, len(found))

    return max(sorted(members), key=mean)
