"""Who took what from whom, as a drawing: origins at the left, their articles in columns to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.doors.render.view.columns import Column, bands_of
from synoptic.doors.render.view.drawn import Drawn, drawn, nearest_links
from synoptic.records.links import DEPENDENCE, Link, LinkKind

ROW = 44
BOX = 176
GAP = 64
HEIGHT = 30
WIDEST = 22
ARC = 48
BESIDE = 5 * ROW
"""Pixels of the drawing: the height of a row, the width of a box and of the space between, the height of a box; letters
that a box holds; the room at the right for arcs; how far below its first article an origin stands at most."""

_VERBS = {
    LinkKind.COPY: "copies",
    LinkKind.PARTIAL: "takes passages from",
    LinkKind.RETELLING: "retells",
    LinkKind.QUOTATION: "prints the same quotations as",
}
_MUTUAL = {
    LinkKind.COPY: "have the same text",
    LinkKind.PARTIAL: "share passages",
    LinkKind.RETELLING: "retell one original",
    LinkKind.QUOTATION: "print the same quotations",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A labelled box at (x, y); `href` leads to the article, None for an origin; `dashed` where nobody named one."""

    x: int
    y: int
    label: str
    full: str
    hue: int
    href: str | None
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A curve from one box to another; `kind` is the link's kind, or `origin`; `arrow` where the direction is known."""

    path: str
    hue: int
    kind: str
    arrow: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the one article and the words of the other that match them."""

    left: CitationLink
    right: CitationLink


@dataclass(frozen=True, slots=True)
class Dependence:
    """A link in words, with its reason, score and first passages; `counts` unless only quotations are shared."""

    sentence: str
    reason: str
    score: str
    kind: str
    counts: bool
    pairs: tuple[Pair, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The drawing (`tiers` boxes wide) and the same in words.

    Of a large story the drawing has some articles only, which `beyond` tells, and `dependences` are only the nearest
    source of each; `links` is how many links there are in all.
    """

    width: int
    height: int
    tiers: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    dependences: tuple[Dependence, ...]
    links: int
    beyond: str
    summary: str


def build_flow(columns: Sequence[Column], links: Sequence[Link], citer: Citer) -> Flow:
    """The flow of a story; `links` join articles of it."""
    seen = drawn(columns, links)
    told = nearest_links(columns, links)
    held = {column.id for column in seen.columns}
    shown = [link for link in told if {link.source, link.target} <= held]
    depth = _depths(seen.columns, shown)
    row, rest = _rows(seen)
    boxes: list[Box] = []
    lines: list[Line] = []
    for band in bands_of(seen.columns):
        own = [column for column in seen.columns if column.band is band]
        # Amid its articles, but of many beside the first ones, where the reader begins.
        middle = min(sum(row[c.id] for c in own) * ROW // len(own), row[own[0].id] * ROW + BESIDE) + 6
        alone = band.span == 1 and band.name == own[0].name
        label = "own report" if alone else _short(band.name)
        boxes.append(Box(2, middle, label, f"origin {band.letter}: {band.name}", band.hue, None, alone))
        lines += [
            Line(_curve(2 + BOX, middle, _x(0), _y(row[column.id])), band.hue, "origin", False)
            for column in own
            if depth[column.id] == 0
        ]
        boxes += [_article(column, _x(depth[column.id]), _y(row[column.id])) for column in own]
        if band.id in seen.left:
            told_of = f"and {seen.left[band.id]} more articles"
            boxes.append(Box(_x(0), _y(rest[band.id]), told_of, told_of, band.hue, None, True))
    lines += _link_lines(seen.columns, shown, depth, row)
    arcs = any(line.kind == "quotation" or not line.arrow for line in lines if line.kind != "origin")
    return Flow(
        _x(max(depth.values(), default=0)) + BOX + (ARC if arcs else 2),
        (len(row) + len(rest)) * ROW + 4,
        max(depth.values(), default=0) + 2,
        tuple(boxes),
        tuple(lines),
        tuple(_in_words(link, citer) for link in told),
        len(links),
        f"{seen.origins} origins of {seen.articles} articles are not drawn." if seen.origins else "",
        _summary(columns),
    )


def _rows(seen: Drawn) -> tuple[dict[str, int], dict[str, int]]:
    """The row of each article, and by its id that of each origin of which articles are left out."""
    row: dict[str, int] = {}
    rest: dict[str, int] = {}
    for band in bands_of(seen.columns):
        for column in seen.columns:
            if column.band is band:
                row[column.id] = len(row) + len(rest)
        if band.id in seen.left:
            rest[band.id] = len(row) + len(rest)
    return row, rest


def _article(column: Column, x: int, y: int) -> Box:
    return Box(x, y, _short(f"{column.number}  {column.name}"), column.name, column.band.hue, f"#{column.anchor}")


def _x(depth: int) -> int:
    return 2 + (BOX + GAP) * (depth + 1)


def _y(row: int) -> int:
    return row * ROW + 6


def _short(name: str) -> str:
    return name if len(name) <= WIDEST else name[: WIDEST - 1].rstrip() + "…"


def _curve(x1: int, y1: int, x2: int, y2: int) -> str:
    """A curve from the right side of one box to the left side of another."""
    y1, y2, bend = y1 + HEIGHT // 2, y2 + HEIGHT // 2, (x2 - x1) // 2
    return f"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"


def _depths(columns: Sequence[Column], links: Sequence[Link]) -> dict[str, int]:
    """How far each article stands from the start of its chain of directed dependence; loops stop the walk."""
    depth = {column.id: 0 for column in columns}
    directed = [link for link in links if link.directed and link.kind in DEPENDENCE]
    for _ in range(len(columns)):
        moved = False
        for link in directed:
            if link.source in depth and link.target in depth and depth[link.target] <= depth[link.source] < 3:
                depth[link.target] = depth[link.source] + 1
                moved = True
        if not moved:
            break
    return depth


def _link_lines(
    columns: Sequence[Column], links: Sequence[Link], depth: dict[str, int], row: dict[str, int]
) -> list[Line]:
    """Directed dependence as arrows; what is only shared (quotations, undirected) as arcs at the right."""
    hue = {column.id: column.band.hue for column in columns}
    band = {column.id: column.band for column in columns}
    lines = []
    for link in links:
        if link.directed and link.kind in DEPENDENCE and depth[link.target] > depth[link.source]:
            start = _x(depth[link.source]) + BOX
            path = _curve(start, _y(row[link.source]), _x(depth[link.target]), _y(row[link.target]))
            lines.append(Line(path, hue[link.target], link.kind.value, True))
        elif link.kind is LinkKind.QUOTATION or band[link.source] != band[link.target]:
            ends = ((_x(depth[id]) + BOX, _y(row[id])) for id in (link.source, link.target))
            lines.append(Line(_arc(*ends), hue[link.target], link.kind.value, False))
    return lines


def _arc(start: tuple[int, int], end: tuple[int, int]) -> str:
    """An arc between the right sides of two boxes, the wider the further they are apart."""
    (x1, y1), (x2, y2) = start, end
    y1, y2 = y1 + HEIGHT // 2, y2 + HEIGHT // 2
    out = max(x1, x2) + min(ARC + 6, 14 + abs(y2 - y1) // 4)
    return f"M{x1} {y1} C{out} {y1} {out} {y2} {x2} {y2}"


def _in_words(link: Link, citer: Citer) -> Dependence:
    source, target = citer.columns[link.source], citer.columns[link.target]
    if link.directed:
        sentence = f"{target.name} {_VERBS[link.kind]} {source.name}"
    else:
        sentence = f"{source.name} and {target.name} {_MUTUAL[link.kind]}"
    pairs = tuple(
        Pair(citer.link(link.source, passage.source), citer.link(link.target, passage.target))
        for passage in link.passages[:6]
    )
    more = max(0, len(link.passages) - len(pairs))
    score = f"{link.score:.2f}"
    return Dependence(sentence, link.reason, score, link.kind.value, link.kind in DEPENDENCE, pairs, more)


def _summary(columns: Sequence[Column]) -> str:
    """The drawing in one sentence, for those who do not see it."""
    parts = []
    for band in bands_of(columns):
        names = ", ".join(column.name for column in columns if column.band is band)
        parts.append(f"origin {band.letter} ({band.name}): {names}")
    return "; ".join(parts) + "."
