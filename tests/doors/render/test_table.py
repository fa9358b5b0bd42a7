"""The order of the rows of the synopsis table."""

from synoptic.doors.render.view.table import _repeats_last
from synoptic.records.annotation import Voice
from synoptic.records.findings import Claim, ClaimStatus
from synoptic.records.links import ClaimMember
from synoptic.records.span import Span


def claim(id: str, *sentences: int, status: ClaimStatus = ClaimStatus.PARTIAL) -> tuple[int, Claim]:
    """A claim whose members are these sentences, one an article."""
    members = tuple(ClaimMember(f"a{n}", Span(n * 10, n * 10 + 9), Voice.OUTLET) for n in sentences)
    return int(id[1:]), Claim(id, "", status, 1, members)


def test_a_row_that_says_an_earlier_one_again_comes_last() -> None:
    """Two of three sentences again: last; one of three, or a single sentence: in its place."""
    rows = [claim("c1", 1, 2, 3), claim("c2", 1, 2, 4), claim("c3", 1, 5, 6), claim("c4", 1), claim("c5", 7, 8)]
    assert [number for number, _ in _repeats_last(rows)] == [1, 3, 4, 5, 2]


def test_a_conflict_keeps_its_place() -> None:
    """What cannot all be right is never moved out of sight."""
    rows = [claim("c1", 1, 2, 3), claim("c2", 1, 2, 3, status=ClaimStatus.DIFFERS), claim("c3", 8, 9)]
    assert [number for number, _ in _repeats_last(rows)] == [1, 2, 3]
