"""Components are what one can walk to, whatever the order in which they were joined."""

from hypothesis import given
from hypothesis import strategies as st

from synoptic.records.components import join, root

PAIRS = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=40)


def reached(pairs: list[tuple[int, int]], start: int) -> set[int]:
    """All that one can walk to, by taking every step again until nothing new is found."""
    found = {start}
    while more := {other for pair in pairs if found & set(pair) for other in pair} - found:
        found |= more
    return found


@given(PAIRS)
def test_the_root_is_the_smallest_that_one_can_walk_to(pairs: list[tuple[int, int]]) -> None:
    """And `join` says whether the two were apart until then."""
    above: dict[int, int] = {}
    for place, (one, other) in enumerate(pairs):
        assert join(above, one, other) == (other not in reached(pairs[:place], one))
    for member in range(16):
        assert root(above, member) == min(reached(pairs, member))
