"""Narrative order: where a claim stands when several accounts are told as one."""

from collections.abc import Sequence
from statistics import fmean

from synoptic.stages.link.claims.groups import Group
from synoptic.stages.link.claims.index import StoryIndex


def in_narrative_order(index: StoryIndex, groups: Sequence[Group]) -> list[Group]:
    """Groups of several accounts by where they stand in these on average.

    What one account alone says follows what it said before; before a shared claim it opens no story.
    """
    shared = [group for group in groups if len({index.accounts[member] for member in group.members}) > 1]
    place = {group: fmean(index.units[member].position for member in group.members) for group in groups}
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


def _words(index: StoryIndex, group: Group) -> tuple[float, str]:
    unit = index.units[group.centre]
    return unit.position, unit.text
