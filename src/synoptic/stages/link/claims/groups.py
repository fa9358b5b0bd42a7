"""Groups: from linked pairs to claims. Groups are tight and may overlap; they are never a partition.

A sentence often states several facts, so single link would chain a story into one claim (single link on the gold pairs
themselves is useless, average link gives .76 of their F1). Every member of a group is linked to most of the others, and
two sentences of one account join only where they answer to the same words of a third.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synoptic.stages.link.claims.footprints import Footprints, agreement

Pair = tuple[int, int]

SLACK = 0.6
"""How far below the cut a pair inside a group may lie, in log-odds. data/claims, weights by leave one story out, cut
-1.0: slack 0 gives pair F1 .537 in 441 groups, .3 .543 in 426, .6 .547 in 415, 1.0 .543 in 398."""

STRONGER = 0.5
"""How far above the cut a pair must lie to open a group, for each group that both its units have already: most of these
are the same fact once more. data/claims: without .549 in 456 groups (precision .60), .5 .544 in 370 (.63), 1.0 .538 in
341 (.64); a fixed step of .5 .544 in 383, of 1.5 .536 in 333. Gold has 340 claims of several articles."""

LOOSER, STANDING, FLOOR = 0.5, 3.0, 3.0
"""See `absorbed`. A pair of unknown log-odds counts as FLOOR below the cut. data/claims, weights by leave one story
out: without it pair F1 .544 in 370 groups; without regard to words .551 in 273; with it .558 in 305; looser 0 .534;
standing off .552. The true log-odds of all pairs in place of FLOOR let more join: .550, precision .61, not .64. With
the pair model: standing 2 .565 in 285 groups, 3 .567 in 277, 4 .567 in 275.
"""

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
    """What groups are made from.

    `scores` holds the log-odds of the pairs (i < j) that lie no more than `slack` below the `cut`, `footprints` theirs;
    `accounts` the account of each unit; `captions` are the units that join claims but make none.
    """

    scores: Mapping[Pair, float]
    cut: float
    accounts: Sequence[int]
    footprints: Footprints
    captions: frozenset[int] = frozenset()
    slack: float = SLACK

    def score(self, one: int, other: int) -> float:
        """The log-odds of a pair; minus infinity where it is not known."""
        return self.scores.get((min(one, other), max(one, other)), float("-inf"))


def group_units(links: Links) -> tuple[Group, ...]:
    """Groups from the linked pairs, the strongest first: a pair starts a group, units join while they fit.

    A pair inside an earlier group is done with; one whose units both have groups must be STRONGER to start another.
    """
    linked = {pair: score for pair, score in links.scores.items() if score >= links.cut}
    neighbours: dict[int, set[int]] = {}
    for i, j in linked:
        neighbours.setdefault(i, set()).add(j)
        neighbours.setdefault(j, set()).add(i)
    covered: set[Pair] = set()
    placed: Counter[int] = Counter()
    grown: list[list[int]] = []
    for pair in sorted(linked, key=lambda p: (-linked[p], p)):
        if pair in covered or linked[pair] < links.cut + STRONGER * min(placed[unit] for unit in pair):
            continue
        if links.captions.issuperset(pair):
            continue
        members = _grown(pair, links, neighbours)
        placed.update(members)
        covered.update((a, b) for a in members for b in members if a < b)
        grown.append(members)
    return tuple(Group(_centre(members, links), tuple(sorted(members))) for members in absorbed(grown, links))


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
    if not found or min(found) < links.cut - links.slack:
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


def absorbed(groups: Sequence[Sequence[int]], links: Links) -> list[list[int]]:
    """The groups without those that say an earlier one over again: half of whose members are in it, by the same words.

    Their other members join the earlier group where their mean log-odds with it are no lower than LOOSER below the cut
    and they answer to its words. A group stays where a member that cannot join has a link STANDING above the cut.
    """
    kept: list[list[int]] = []
    for members in groups:
        home = next((group for group in kept if _says_again(members, group, links)), None)
        if home is None:
            kept.append(list(members))
            continue
        stands = False
        for unit in members:
            if unit in home:
                continue
            if _mean(unit, home, links) >= links.cut - LOOSER and _same_words(unit, home, members, links):
                home.append(unit)
            else:
                best = max((links.score(unit, other) for other in members if other != unit), default=float("-inf"))
                stands = stands or best >= links.cut + STANDING
        if stands:
            kept.append(list(members))
    return kept


def _says_again(members: Sequence[int], group: Sequence[int], links: Links) -> bool:
    common = [unit for unit in members if unit in group]
    if len(common) < 2 or 2 * len(common) < len(members):
        return False
    further = [unit for unit in members if unit not in group]
    shares = [share for unit in further if (share := _agreed(unit, group, common, links)) is not None]
    return not shares or sum(shares) / len(shares) >= SAME_WORDS


def _same_words(unit: int, group: Sequence[int], members: Sequence[int], links: Links) -> bool:
    share = _agreed(unit, group, [other for other in members if other in group], links)
    return share is None or share >= SAME_WORDS


def _agreed(unit: int, group: Sequence[int], common: Sequence[int], links: Links) -> float | None:
    """How far `unit` answers to the same words of the common units as the group does; None where nothing is known."""
    shares = [
        share
        for middle in common
        if links.accounts[middle] != links.accounts[unit]
        for other in group
        if other not in (middle, unit) and links.accounts[other] != links.accounts[middle]
        if (share := agreement(links.footprints, middle, unit, other)) is not None
    ]
    return sum(shares) / len(shares) if shares else None


def _mean(unit: int, members: Sequence[int], links: Links) -> float:
    """The mean log-odds of a unit with the members of other accounts, each no lower than FLOOR below the cut."""
    found = [
        max(links.score(unit, other), links.cut - FLOOR)
        for other in members
        if links.accounts[other] != links.accounts[unit]
    ]
    return sum(found) / len(found) if found else float("-inf")


def _centre(members: Sequence[int], links: Links) -> int:
    def mean(unit: int) -> float:
        found = [links.score(unit, other) for other in members if links.accounts[other] != links.accounts[unit]]
        return sum(found) / max(1, len(found))

    return max(sorted(set(members) - links.captions), key=mean)
