"""Times of an article: in its read blocks, with offsets in its text."""

from synoptic.records.annotation import ReferenceDate
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.extract.times import find_times

PARTS = (
    (BlockKind.TITLE, "Ferry strike ends Tuesday"),
    (BlockKind.LEAD, "The strike at Halvern ended on Tuesday, 22 years after the last one in"),
    (BlockKind.BODY, "May 2009, the union said."),
    (BlockKind.TEASER, "Read more: what happened on Monday"),
)


def test_times_stand_in_read_blocks_and_never_cross_their_borders() -> None:
    """Every span points into the article; teasers are not read; "in" at the end of a block leads to nothing."""
    text, blocks = "", []
    for kind, words in PARTS:
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words + "\n"
    known = Article("a", text, language="en", blocks=tuple(blocks))
    found = find_times(known, ReferenceDate("2031-05-06", "published", True))
    assert [(timex.span.of(text), timex.value) for timex in found] == [
        ("Tuesday", "2031-05-06"),
        ("Tuesday", "2031-05-06"),
        ("22 years", "P22Y"),
        ("May 2009", "2009-05"),
    ]


def test_a_zone_of_the_reference_does_not_move_its_day() -> None:
    """The day is the one that the outlet writes, whatever its zone."""
    text = "The vote was today."
    known = Article("a", text, language="en", blocks=(Block(BlockKind.BODY, Span(0, len(text))),))
    (timex,) = find_times(known, ReferenceDate("2031-05-06T23:30:00-07:00", "published", True))
    assert timex.value == "2031-05-06"
