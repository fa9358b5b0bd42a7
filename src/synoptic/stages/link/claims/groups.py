"""Groups: from linked pairs to claims. Groups are tight and may overlap; they are never a partition.

A sentence often states several facts, so single link would chain a story into one claim. Every group has a centre to
which all members are linked, and each pair of members of different accounts is linked too, save few near misses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Units that state one fact: the most central unit and all members (indexes of units, the centre among them)."""

    centre: int
    members: tuple[int, ...]


def group_units(scores: Mapping[Pair, float], cut: float, slack: float, accounts: Sequence[int]) -> tuple[Group, ...]:
    """Groups that cover every pair scored `cut` or more.

    The strongest uncovered pair starts a group; units join while they are linked to it as `_fits` demands. `slack` is
    how far below the cut a pair inside a group may lie where the unit is well linked otherwise.
    """
    linked = {pair: score for pair, score in scores.items() if score >= cut}
    neighbours: dict[int, set[int]] = {}
    for i, j in linked:
        neighbours.setdefault(i, set()).add(j)
        neighbours.setdefault(j, set()).add(i)
    covered: set[Pair] = set()
    groups = []
    for pair in sorted(linked, key=lambda p: (-linked[p], p)):
        if pair in covered:
            continue
        members = _grown(pair, scores, (cut, slack), accounts, neighbours)
        covered |= {(a, b) for a in members for b in members if a < b}
        groups.append(Group(_centre(members, scores, accounts), tuple(sorted(members))))
    return tuple(groups)


def _grown(
    pair: Pair,
    scores: Mapping[Pair, float],
    limits: tuple[float, float],
    accounts: Sequence[int],
    neighbours: Mapping[int, set[int]],
) -> list[int]:
    members = list(pair)
    waiting = (neighbours[pair[0]] | neighbours[pair[1]]) - set(pair)
    while True:
        fitting = [(s, -unit) for unit in waiting if (s := _fit(unit, members, scores, limits, accounts)) is not None]
        if not fitting:
            return members
        chosen = -max(fitting)[1]
        members.append(chosen)
        waiting = (waiting | neighbours[chosen]) - set(members)


def _fit(
    unit: int, members: list[int], scores: Mapping[Pair, float], limits: tuple[float, float], accounts: Sequence[int]
) -> float | None:
    """The mean score of a unit with the members of other accounts; None where it does not belong."""
    cut, slack = limits
    found = [
        scores.get((min(unit, other), max(unit, other)), float("-inf"))
        for other in members
        if accounts[other] != accounts[unit]
    ]
    if not found or min(found) < cut - slack:
        return None
    strong = sum(score >= cut for score in found)
    return sum(found) / len(found) if 2 * strong > len(found) and sum(found) / len(found) >= cut else None


def _centre(members: Sequence[int], scores: Mapping[Pair, float], accounts: Sequence[int]) -> int:
    def total(unit: int) -> float:
        found = [scores[min(unit, other), max(unit, other)] for other in members if accounts[other] != accounts[unit]]
        return sum(found) / max(1, len(found))

    return max(sorted(members), key=total)
