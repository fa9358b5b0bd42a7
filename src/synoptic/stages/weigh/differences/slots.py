"""Slots: marks of different articles that fill one place of a claim (the number of dead, the day of the vote)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from synoptic.records.span import Span
from synoptic.stages.weigh.differences.telling import Telling


@dataclass(frozen=True, slots=True)
class Mark[Value]:
    """A value as one telling gives it: `key` is equal for equal values, `words` as written.

    `known` is the value as the whole account is asked for it (`Telling.known`).
    """

    telling: Telling
    value: Value
    key: str
    words: str
    span: Span
    known: str = ""


def slots[Value](
    marks: Sequence[Mark[Value]], comparable: Callable[[Mark[Value], Mark[Value]], bool]
) -> list[list[Mark[Value]]]:
    """The marks that fill one slot, where at least two articles fill it differently.

    A mark whose value stands in the other article too is settled between the two. Two marks that are left and
    comparable share a slot; an article that gives two values for a slot tells both, and takes no side.
    """
    keys: dict[int, set[str]] = {}
    for mark in marks:
        keys.setdefault(mark.telling.index, set()).add(mark.key)
    parent = list(range(len(marks)))

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for (i, one), (j, other) in combinations(enumerate(marks), 2):
        apart = one.telling.article != other.telling.article
        settled = one.key in keys[other.telling.index] or other.key in keys[one.telling.index]
        if apart and not settled and comparable(one, other):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    found: dict[int, list[Mark[Value]]] = {}
    for number, mark in enumerate(marks):
        found.setdefault(root(number), []).append(mark)
    filled = [_one_sided(group) for group in found.values()]
    return [group for group in filled if len({mark.key for mark in group}) > 1]


def _one_sided[Value](group: Sequence[Mark[Value]]) -> list[Mark[Value]]:
    keys: dict[str, set[str]] = {}
    for mark in group:
        keys.setdefault(mark.telling.article, set()).add(mark.key)
    return [mark for mark in group if len(keys[mark.telling.article]) == 1]
