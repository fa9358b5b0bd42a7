"""Spans: half-open ranges of code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.errors import InvalidRecord
from synoptic.records.span import Span, hull

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 500), st.integers(1, 200))


@given(st.text(min_size=1), st.data())
def test_a_span_is_a_view_of_the_text(text: str, data: st.DataObject) -> None:
    """`Span(s, e).of(text)` is `text[s:e]`, in code points, for any script."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).of(text) == text[start:end]


@given(spans, spans)
def test_overlap_is_symmetric_and_bounded(left: Span, right: Span) -> None:
    """Two spans share the same number of code points from either side, at most the shorter's length."""
    assert left.overlap(right) == right.overlap(left) <= min(len(left), len(right))


@given(st.lists(spans, min_size=1))
def test_the_hull_contains_every_span_and_no_more(listed: list[Span]) -> None:
    """The hull contains all, and touches the first start and the last end."""
    whole = hull(listed)
    assert all(whole.contains(span) for span in listed)
    assert whole.start in {span.start for span in listed}
    assert whole.end in {span.end for span in listed}


@given(spans, st.integers(0, 100))
def test_shifting_there_and_back_changes_nothing(span: Span, offset: int) -> None:
    """A span moved by an offset and back is the same span."""
    assert span.shifted(offset).shifted(-offset) == span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_empty_and_backward_spans_are_refused(start: int, end: int) -> None:
    """A span is never empty, backward or before the text."""
    with pytest.raises(InvalidRecord, match="0 <= start < end"):
        Span(start, end)
