"""Slots: marks of different articles that fill one place of a claim (the number of dead, the day of the vote)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from synoptic.records.components import join, root
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.telling import Telling

FIRM = 2.0
"""Log-odds from which a value stands although its article tells another one elsewhere (1 gives the same rows)."""


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
    marks: Sequence[Mark[Value]],
    strength: Callable[[Mark[Value], Mark[Value]], float | None],
    agree: Callable[[Mark[Value], Mark[Value]], bool] = lambda one, other: False,
    firm: float = inf,
) -> list[list[Mark[Value]]]:
    """The marks that fill one slot, where at least two articles fill it differently.

    A mark whose value stands in the other article too is settled between the two. Two marks that are left share a slot
    where `strength` gives a number and neither is nearer to another mark of the other telling. Of values of one article
    that `agree` the nearest to another account stands. An article that gives two others stands with the one that no
    other article gives, where that is tied to another's by `firm` at least; else it tells both, and takes no side.
    """
    keys: dict[int, set[str]] = {}
    for mark in marks:
        keys.setdefault(mark.telling.index, set()).add(mark.key)
    near: dict[tuple[int, int], float] = {}
    for (i, one), (j, other) in combinations(enumerate(marks), 2):
        apart = one.telling.article != other.telling.article
        settled = one.key in keys[other.telling.index] or other.key in keys[one.telling.index]
        if apart and not settled and (found := strength(one, other)) is not None:
            near[i, j] = found
    of_article: dict[str, list[int]] = {}
    for n, mark in enumerate(marks):
        of_article.setdefault(mark.telling.article, []).append(n)
    joined = {pair: found for pair, found in near.items() if _nearest(pair, near, marks, of_article)}
    return _filled(marks, joined, agree, firm)


def opposed[Value](
    slot: Sequence[Mark[Value]], strength: Callable[[Mark[Value], Mark[Value]], float | None]
) -> list[tuple[Mark[Value], Mark[Value]]]:
    """The pairs of a slot that say otherwise: marks of two articles with two values, tied to each other."""
    return [
        (one, other)
        for one, other in combinations(sorted(slot, key=lambda mark: mark.telling.index), 2)
        if one.telling.article != other.telling.article and one.key != other.key and strength(one, other) is not None
    ]


def _nearest[Value](
    pair: tuple[int, int],
    near: Mapping[tuple[int, int], float],
    marks: Sequence[Mark[Value]],
    of_article: Mapping[str, Sequence[int]],
) -> bool:
    """Whether neither of two marks is nearer to another value of the other's account."""
    for mine, theirs in (pair, pair[::-1]):
        there = marks[theirs]
        rest = (n for n in of_article[there.telling.article] if n != theirs and marks[n].key != there.key)
        if any(near.get((min(mine, n), max(mine, n)), -inf) > near[pair] for n in rest):
            return False
    return True


def _filled[Value](
    marks: Sequence[Mark[Value]],
    joined: Mapping[tuple[int, int], float],
    agree: Callable[[Mark[Value], Mark[Value]], bool],
    firm: float,
) -> list[list[Mark[Value]]]:
    """The marks by the slots that join them, those with one value left out."""
    above: dict[int, int] = {}
    best: dict[int, float] = {}
    for (i, j), found in joined.items():
        join(above, i, j)
        best[i], best[j] = max(best.get(i, found), found), max(best.get(j, found), found)
    groups: dict[int, list[int]] = {}
    for number in range(len(marks)):
        groups.setdefault(root(above, number), []).append(number)
    filled = [_one_sided([(marks[n], best.get(n, -inf)) for n in group], agree, firm) for group in groups.values()]
    return [group for group in filled if len({mark.key for mark in group}) > 1]


def _one_sided[Value](
    group: Sequence[tuple[Mark[Value], float]], agree: Callable[[Mark[Value], Mark[Value]], bool], firm: float
) -> list[Mark[Value]]:
    by_article: dict[str, list[tuple[Mark[Value], float]]] = {}
    for mark, found in group:
        by_article.setdefault(mark.telling.article, []).append((mark, found))
    kept: set[int] = set()
    for rows in by_article.values():
        mine = [mark for mark, _ in rows]
        if len({mark.key for mark in mine}) == 1:
            kept.update(map(id, mine))
        elif all(agree(a, b) for a, b in combinations(mine, 2) if a.key != b.key):
            nearest = max(rows, key=lambda row: row[1])[0].key
            kept.update(id(mark) for mark in mine if mark.key == nearest)
        else:
            rest = [mark for mark, _ in group if mark.telling.article != mine[0].telling.article]
            own = [row for row in rows if not any(row[0].key == mark.key or agree(row[0], mark) for mark in rest)]
            if len({mark.key for mark, _ in own}) == 1 and max(found for _, found in own) >= firm:
                kept.update(id(mark) for mark, _ in own)
    return [mark for mark, _ in group if id(mark) in kept]
