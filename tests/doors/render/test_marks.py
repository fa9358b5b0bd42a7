"""Marked text: whatever the marks, the words stay."""

from hypothesis import given
from hypothesis import strategies as st

from synoptic.doors.render.view.marks import Mark, Piece, anchor_id, merged, nested
from synoptic.records.span import Span

TEXT = "abcdefghijklmnopqrstuvwxyz"
SPANS = (
    st.tuples(st.integers(0, 25), st.integers(1, 26)).map(sorted).filter(lambda p: p[0] < p[1]).map(lambda p: Span(*p))
)


def words(pieces: tuple[Piece, ...]) -> str:
    """All text of some pieces."""
    return "".join(piece.text + words(piece.children) for piece in pieces)


def anchors(pieces: tuple[Piece, ...]) -> list[str]:
    """All anchors, in order."""
    return [a for piece in pieces for a in [*([piece.anchor] if piece.anchor else []), *anchors(piece.children)]]


def covered(pieces: tuple[Piece, ...], anchor: str) -> str:
    """The words that stand under an anchor or continue it."""
    found = ""
    for piece in pieces:
        own = anchor in (piece.anchor, piece.continues)
        found += words((piece,)) if own else covered(piece.children, anchor)
    return found


@given(st.lists(SPANS, max_size=8), SPANS)
def test_marks_cut_but_never_lose_or_repeat_words(spans: list[Span], within: Span) -> None:
    """Nested, crossing and touching marks leave the words of the stretch exactly as they were."""
    marks = merged(Mark(span, (), anchor_id("a", span)) for span in spans)
    assert words(nested(TEXT, within, marks, set())) == within.of(TEXT)


@given(st.lists(SPANS, min_size=1, max_size=8))
def test_each_mark_has_one_anchor_and_covers_its_words(spans: list[Span]) -> None:
    """Every anchor occurs once, and the pieces that carry or continue it hold exactly the words of its span."""
    marks = merged(Mark(span, (), anchor_id("a", span)) for span in spans)
    pieces = nested(TEXT, Span(0, 26), marks, set())
    assert sorted(anchors(pieces)) == sorted(anchor_id("a", span) for span in set(spans))
    for span in spans:
        assert covered(pieces, anchor_id("a", span)) == span.of(TEXT)


def test_a_mark_over_two_stretches_is_anchored_in_the_first() -> None:
    """Where a mark runs over a border of blocks, the second block continues it without a second id."""
    mark = Mark(Span(2, 8), (), "x")
    seen: set[str] = set()
    first, second = nested(TEXT, Span(0, 5), [mark], seen), nested(TEXT, Span(5, 10), [mark], seen)
    assert anchors(first) == ["x"]
    assert anchors(second) == []
    assert covered(second, "x") == "fgh"
