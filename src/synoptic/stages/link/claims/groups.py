"""Groups: from linked pairs to claims. Groups are tight and may overlap; they are never a partition.

A sentence often states several facts, so single link would chain a story into one claim (single link on the gold pairs
themselves is useless, average link gives .76 of their F1). Every member of a group is linked to most of the others, and
two sentences of one account join only where they answer to the same words of a third.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from synoptic.records.links import FIRM
from synoptic.stages.link.claims.absorption import absorbed
from synoptic.stages.link.claims.growth import grown
from synoptic.stages.link.claims.linked import ASKED, Links, spread

STRONGER = 0.5
"""How far above the cut a pair must lie to open a group, for each group that both its units have already: most of these
are the same fact once more. data/claims: without .549 in 456 groups (precision .60), .5 .544 in 370 (.63), 1.0 .538 in
341 (.64); a fixed step of .5 .544 in 383, of 1.5 .536 in 333. Gold has 340 claims of several articles."""


LIKE = log(FIRM / (1 - FIRM))
"""How far above the cut a member must be linked to another account's to tell a claim that its most central member does
not tell: so that one other member is firm at least."""


@dataclass(frozen=True, slots=True)
class Group:
    """Units that state one fact: the most central unit and all members (indexes of units, the centre among them)."""

    centre: int
    members: tuple[int, ...]


def group_units(links: Links) -> tuple[Group, ...]:
    """Groups from the linked pairs, the strongest first: a pair starts a group, units join while they fit.

    A pair inside an earlier group is done with; one whose units both have groups must be STRONGER to start another.
    """
    linked = {pair: score for pair, score in links.scores.items() if score >= links.cut}
    known: dict[int, dict[int, float]] = {}
    for (i, j), score in links.scores.items():
        known.setdefault(i, {})[j] = score
        known.setdefault(j, {})[i] = score
    homes: dict[int, set[int]] = {unit: set() for unit in known}
    made: list[list[int]] = []
    for one, other in sorted(linked, key=lambda p: (-linked[p], p)):
        if not homes[one].isdisjoint(homes[other]):
            continue
        if linked[one, other] < links.cut + STRONGER * min(len(homes[one]), len(homes[other])):
            continue
        if links.captions.issuperset((one, other)):
            continue
        members = grown((one, other), links, known)
        for member in members:
            homes[member].add(len(made))
        made.append(members)
    return _centred([sorted(members) for members in absorbed(made, links)], links)


def _centred(groups: Sequence[Sequence[int]], links: Links) -> tuple[Group, ...]:
    """The groups with their centres. Those of most accounts choose first, for no two are told by one sentence."""

    def width(number: int) -> tuple[int, Sequence[int]]:
        return -len({links.accounts[member] for member in groups[number]}), groups[number]

    centres: dict[int, int] = {}
    taken: set[int] = set()
    for number in sorted(range(len(groups)), key=width):
        centres[number] = _centre(groups[number], links, taken)
        taken.add(links.wording(centres[number]))
    return tuple(Group(centres[number], tuple(members)) for number, members in enumerate(groups))


def _centre(members: Sequence[int], links: Links, taken: set[int]) -> int:
    """The member that the fit ones are likest to: readers are shown it as the claim.

    It is fit itself where one is, and in other words than those `taken` by other claims where such a member is linked
    to another account: a lead that states five facts tells one of them.
    """
    fit = [unit for unit in members if unit not in links.unfit]
    asked = spread(fit if len(fit) > 1 else members, ASKED)

    def mean(unit: int) -> float:
        found = [links.score(unit, other) for other in asked if links.accounts[other] != links.accounts[unit]]
        return sum(found) / max(1, len(found))

    able = set(members) - links.captions
    chosen = able - links.unfit or able
    free = [
        unit
        for unit in chosen
        if links.wording(unit) not in taken and _nearest(unit, members, links) >= links.cut + LIKE
    ]
    return max(sorted(free or chosen), key=mean)


def _nearest(unit: int, members: Sequence[int], links: Links) -> float:
    """The greatest log-odds of a member with one of another account."""
    others = spread([other for other in members if links.accounts[other] != links.accounts[unit]], ASKED)
    return max((links.score(unit, other) for other in others), default=float("-inf"))
