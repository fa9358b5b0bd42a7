"""Who deals with whom, as a drawing: names in a column, an arc for each two of them, numbered like the list."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.doors.render.view.relations import Relation
from synoptic.language.plover import Quad

ROW = 34
NAMES = 196
STEP = 26
MOST = 14
WIDEST = 25
"""Pixels of the drawing: the height of a row, the width of the names, how much further out an arc reaches for each row
that it spans; how many names are drawn; letters that a name may take."""


@dataclass(frozen=True, slots=True)
class Node:
    """A name at height `y`; `full` where the label is cut."""

    y: int
    label: str
    full: str


@dataclass(frozen=True, slots=True)
class Arc:
    """All relations of two names: the curve, where its numbers stand, and the tone of most of them."""

    path: str
    x: int
    y: int
    numbers: str
    width: int
    tone: str


@dataclass(frozen=True, slots=True)
class RelationMap:
    """The drawing, and the same in words."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    summary: str


def build_relation_map(relations: Sequence[Relation]) -> RelationMap | None:
    """The map of the relations whose sides are both named, numbered from 1 in their order.

    None where fewer than two pairs of names would be drawn: the list says it better.
    """
    numbered = [(n, r) for n, r in enumerate((r for r in relations if r.complete), 1) if r.actor != r.recipient]
    degree = Counter(name for _, relation in numbered for name in (relation.actor, relation.recipient))
    drawn = sorted(degree, key=lambda name: -degree[name])[:MOST]
    rank = {name: row for row, name in enumerate(_near_each_other(drawn, [relation for _, relation in numbered]))}
    pairs: dict[tuple[str, str], list[tuple[int, Relation]]] = {}
    for number, relation in numbered:
        if relation.actor in rank and relation.recipient in rank:
            first, second = sorted((relation.actor, relation.recipient), key=lambda name: rank[name])
            pairs.setdefault((first, second), []).append((number, relation))
    if len(pairs) < 2:
        return None
    arcs = tuple(_arc(rank[first], rank[second], held) for (first, second), held in pairs.items())
    nodes = tuple(Node(_y(row), _short(name), name) for name, row in rank.items())
    width = max(arc.x + arc.width // 2 for arc in arcs) + 24
    summary = "; ".join(f"{n}: {r.actor} {r.deed} {r.recipient}" for n, r in numbered if r.actor in rank)
    return RelationMap(width, len(nodes) * ROW + 4, nodes, arcs, summary)


def _near_each_other(names: Sequence[str], relations: Sequence[Relation]) -> list[str]:
    """The names in an order that keeps arcs short: each beside the placed name that it has most to do with."""
    placed: list[str] = []
    for name in names:
        ties = Counter(
            other
            for relation in relations
            for one, other in ((relation.actor, relation.recipient), (relation.recipient, relation.actor))
            if one == name and other in placed
        )
        if not ties:
            placed.append(name)
            continue
        row = placed.index(max(placed, key=lambda other: ties[other]))
        placed.insert(row + 1 if row >= len(placed) // 2 else row, name)
    return placed


def _arc(upper: int, lower: int, held: Sequence[tuple[int, Relation]]) -> Arc:
    top, bottom, out = _y(upper), _y(lower), NAMES + 34 + STEP * (lower - upper)
    numbers = " · ".join(str(number) for number, _ in held[:4]) + (" …" if len(held) > 4 else "")
    tones = Counter(_tone(relation) for _, relation in held)
    return Arc(
        f"M{NAMES} {top} C{out} {top} {out} {bottom} {NAMES} {bottom}",
        NAMES + (out - NAMES) * 3 // 4,
        (top + bottom) // 2,
        numbers,
        8 + 7 * len(numbers),
        tones.most_common(1)[0][0],
    )


def _tone(relation: Relation) -> str:
    """For or against, by the quarter; a request is neither, though PLOVER counts it to conflict."""
    if relation.code.startswith("REQUEST"):
        return "asks"
    return "with" if relation.quad in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION) else "against"


def _y(row: int) -> int:
    return row * ROW + ROW // 2 + 2


def _short(name: str) -> str:
    return name if len(name) <= WIDEST else name[: WIDEST - 1].rstrip() + "…"
