"""Absorption: groups that say an earlier one over again go into it."""

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np

from synoptic.stages.link.claims.footprints import agreements
from synoptic.stages.link.claims.linked import ASKED, SAME_WORDS, Links, spread

LOOSER, STANDING, FLOOR = 0.5, 3.0, 3.0
"""See `absorbed`. A pair of unknown log-odds counts as FLOOR below the cut. data/claims, weights by leave one story
out: without it pair F1 .544 in 370 groups; without regard to words .551 in 273; with it .558 in 305; looser 0 .534;
standing off .552. The true log-odds of all pairs in place of FLOOR let more join: .550, precision .61, not .64. With
the pair model: standing 2 .565 in 285 groups, 3 .567 in 277, 4 .567 in 275.
"""


def absorbed(groups: Sequence[Sequence[int]], links: Links) -> list[list[int]]:
    """The groups without those that say an earlier one over again: half of whose members are in it, by the same words.

    Their other members join the earlier group where their mean log-odds with it are no lower than LOOSER below the cut
    and they answer to its words. A group stays where a member that cannot join has a link STANDING above the cut.
    """
    kept: list[list[int]] = []
    homes: dict[int, list[int]] = {}
    for members in groups:
        number = next((number for number in _half(members, homes) if _says_again(members, kept[number], links)), None)
        stands = number is None
        if number is not None:
            joined, stands = _joining(members, kept[number], links)
            for unit in joined:
                homes.setdefault(unit, []).append(number)
        if stands:
            for unit in members:
                homes.setdefault(unit, []).append(len(kept))
            kept.append(list(members))
    return kept


def _half(members: Sequence[int], homes: dict[int, list[int]]) -> list[int]:
    """The numbers of the earlier groups that hold two members, and half of all."""
    common = Counter(number for unit in members for number in homes.get(unit, ()))
    return sorted(number for number, count in common.items() if count >= 2 and 2 * count >= len(members))


def _joining(members: Sequence[int], home: list[int], links: Links) -> tuple[list[int], bool]:
    """Lets the members join their home that may; gives these, and whether one that may not stands for itself."""
    joined: list[int] = []
    inside = set(home)
    stands = False
    for unit in members:
        if unit in inside:
            continue
        common = [other for other in members if other in inside]
        if _mean(unit, home, links) >= links.cut - LOOSER and _same_words(unit, home, common, links):
            home.append(unit)
            inside.add(unit)
            joined.append(unit)
        else:
            best = max((links.score(unit, other) for other in members if other != unit), default=float("-inf"))
            stands = stands or best >= links.cut + STANDING
    return joined, stands


def _says_again(members: Sequence[int], group: Collection[int], links: Links) -> bool:
    inside = set(group)
    common = [unit for unit in members if unit in inside]
    further = spread([unit for unit in members if unit not in inside], ASKED)
    shares = [share for unit in further if (share := _agreed(unit, list(group), common, links)) is not None]
    return not shares or sum(shares) / len(shares) >= SAME_WORDS


def _same_words(unit: int, group: Sequence[int], common: Sequence[int], links: Links) -> bool:
    share = _agreed(unit, group, common, links)
    return share is None or share >= SAME_WORDS


def _agreed(unit: int, group: Sequence[int], common: Sequence[int], links: Links) -> float | None:
    """How far `unit` answers to the same words of the common units as the group does; None where nothing is known."""
    shares: list[float] = []
    asked = spread(group, ASKED)
    for middle in spread(common, ASKED):
        mine = links.footprints.get((middle, unit))
        if mine is None or links.accounts[middle] == links.accounts[unit]:
            continue
        theirs = [
            left
            for other in asked
            if other not in (middle, unit) and links.accounts[other] != links.accounts[middle]
            if (left := links.footprints.get((middle, other))) is not None
        ]
        if theirs:
            shares += agreements(mine, np.stack(theirs))
    return sum(shares) / len(shares) if shares else None


def _mean(unit: int, members: Sequence[int], links: Links) -> float:
    """The mean log-odds of a unit with the members of other accounts, each no lower than FLOOR below the cut."""
    found = [
        max(links.score(unit, other), links.cut - FLOOR)
        for other in spread(members, ASKED)
        if links.accounts[other] != links.accounts[unit]
    ]
    return sum(found) / len(found) if found else float("-inf")
