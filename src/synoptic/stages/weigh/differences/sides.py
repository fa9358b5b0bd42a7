"""Sides: tellings sorted by the value that they give, as the two or more sides of a difference."""

from collections.abc import Sequence

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.telling import Telling


def sides_of(values: Sequence[tuple[Telling, str, str]]) -> list[tuple[tuple[int, ...], str, set[str]]]:
    """Tellings given as (telling, key, words) → one side a key: its member indexes, its words, its articles.

    Sides stand in the order of their first member; the words of a side are those of its first member.
    """
    found: dict[str, tuple[list[int], str, set[str]]] = {}
    for telling, key, words in values:
        side = found.setdefault(key, ([], words, set()))
        if telling.index not in side[0]:
            side[0].append(telling.index)
        side[2].add(telling.article)
    return [(tuple(indexes), words, articles) for indexes, words, articles in found.values()]


def difference(
    kind: DifferenceKind, values: Sequence[tuple[Telling, str, str]], compatible: bool, reason: str
) -> Difference | None:
    """A difference between the keys, or None where there is but one, or where one article alone holds them all."""
    sides = sides_of(values)
    if len(sides) < 2 or len(set().union(*(articles for _, _, articles in sides))) < 2:
        return None
    return Difference(
        kind,
        tuple(indexes for indexes, _, _ in sides),
        tuple(words for _, words, _ in sides),
        compatible,
        reason,
    )
