"""Marked text: spans of an article as nested pieces, so that every citation has a place to jump to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from synoptic.records.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with the classes that it is shown with; `anchor` is its id on the page (None: it cannot be cited)."""

    span: Span
    classes: tuple[str, ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text (`text`), or a mark with the pieces inside it.

    `anchor` is set on the first piece of a mark; where one mark is cut by another, later pieces only `continues` it.
    """

    text: str = ""
    anchor: str | None = None
    continues: str | None = None
    classes: tuple[str, ...] = ()
    children: "tuple[Piece, ...]" = ()


def anchor_id(prefix: str, span: Span) -> str:
    """The id on the page of a span of an article."""
    return f"{prefix}-{span.start}-{span.end}"


def merged(marks: Iterable[Mark]) -> list[Mark]:
    """One mark a span and anchor, with all its classes, in order: outer marks before those inside them."""
    found: dict[Span, Mark] = {}
    for mark in marks:
        known = found.get(mark.span)
        classes = tuple(dict.fromkeys([*(known.classes if known else ()), *mark.classes]))
        found[mark.span] = Mark(mark.span, classes, mark.anchor or (known.anchor if known else None))
    return sorted(found.values(), key=_outer_first)


def nested(text: str, within: Span, marks: Sequence[Mark], seen: set[str]) -> tuple[Piece, ...]:
    """The words of `within` as pieces; marks that cross a border are cut. `seen` holds the anchors already used."""
    inside = [cut for mark in marks if (cut := _cut(mark, within))]
    inside.sort(key=_outer_first)
    return tuple(_pieces(text, within, inside, seen))


def _pieces(text: str, within: Span, marks: list[Mark], seen: set[str]) -> list[Piece]:
    pieces: list[Piece] = []
    at = within.start
    while marks:
        mark, rest = marks[0], marks[1:]
        if mark.span.start > at:
            pieces.append(Piece(text[at : mark.span.start]))
        inner = [cut for other in rest if (cut := _cut(other, mark.span))]
        after = [_after(other, mark.span.end) for other in rest if other.span.end > mark.span.end]
        first = mark.anchor is not None and mark.anchor not in seen
        if first and mark.anchor:
            seen.add(mark.anchor)
        pieces.append(
            Piece(
                anchor=mark.anchor if first else None,
                continues=None if first else mark.anchor,
                classes=mark.classes,
                children=tuple(_pieces(text, mark.span, sorted(inner, key=_outer_first), seen)),
            )
        )
        at = mark.span.end
        marks = sorted(after, key=_outer_first)
    if at < within.end:
        pieces.append(Piece(text[at : within.end]))
    return pieces


def _outer_first(mark: Mark) -> tuple[int, int]:
    return (mark.span.start, -mark.span.end)


def _cut(mark: Mark, within: Span) -> Mark | None:
    start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
    return replace(mark, span=Span(start, end)) if start < end else None


def _after(mark: Mark, end: int) -> Mark:
    return mark if mark.span.start >= end else replace(mark, span=Span(end, mark.span.end))
