"""Narrative order: where a claim stands when several accounts are told as one."""

from collections.abc import Sequence
from math import inf
from statistics import median

from synoptic.stages.link.claims.groups import Group
from synoptic.stages.link.claims.index import StoryIndex
from synoptic.stages.link.claims.linked import Links


def in_narrative_order(index: StoryIndex, groups: Sequence[Group], links: Links) -> list[Group]:
    """Groups of several accounts by where most of these have them.

    What one account alone says follows what it said before; before a shared claim it opens no story.
    """
    shared = [group for group in groups if len({index.accounts[member] for member in group.members}) > 1]
    place = {group: _place(index, group, links) for group in groups}
    first = min((place[group] for group in shared), default=0.0)
    before: dict[int, list[tuple[int, float]]] = {}
    for group in shared:
        for member in group.members:
            unit = index.units[member]
            before.setdefault(unit.account, []).append((unit.order, place[group]))
    for group in set(groups) - set(shared):
        unit = index.units[group.centre]
        earlier = [row for row in before.get(unit.account, ()) if row[0] <= unit.order]
        place[group] = max(earlier)[1] if earlier else first
    return sorted(groups, key=lambda group: (place[group], group not in shared, _words(index, group)))


def _place(index: StoryIndex, group: Group, links: Links) -> float:
    """The middle position of those members that tell the claim in each account: the likest to the centre.

    Captions count where an account has nothing else: they stand anywhere on a page.
    """
    telling: dict[int, tuple[bool, float, float]] = {}
    for member in group.members:
        unit = index.units[member]
        likeness = inf if member == group.centre else links.score(member, group.centre)
        telling[unit.account] = max(
            (not unit.caption, likeness, -unit.position), telling.get(unit.account, (False, -inf, -inf))
        )
    return median(-position for _, _, position in telling.values())


def _words(index: StoryIndex, group: Group) -> tuple[float, str]:
    unit = index.units[group.centre]
    return unit.position, unit.text
