"""Partners: in a crowd each article is compared with its likeliest others, and joined as if all were compared."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.records.links import DEPENDENCE
from synoptic.stages.cluster.copies import find_copies
from synoptic.stages.cluster.partners import PARTNERS, Pairs, Rounds
from synoptic.stages.weigh.origins import find_origins
from tests.stages.cluster.accounts import FERRY, VOLCANO, article

RELEASE = FERRY[0][1] + "\n\n" + VOLCANO[1]


def _pairs(shared: dict[tuple[int, int], int]) -> Pairs:
    listed = sorted(shared)
    first, second = (np.array([pair[side] for pair in listed], dtype=np.intp) for side in (0, 1))
    return Pairs(first, second, np.array([shared[pair] for pair in listed], dtype=np.intp))


def _parts(number: int, pairs: set[tuple[int, int]]) -> set[frozenset[int]]:
    """The connected components of a graph."""
    parts = [{node} for node in range(number)]
    for one, other in sorted(pairs):
        first, second = (next(part for part in parts if node in part) for node in (one, other))
        if first is not second:
            parts.remove(second)
            first |= second
    return {frozenset(part) for part in parts}


_GRAPHS = st.dictionaries(
    st.sampled_from(list(combinations(range(12), 2))), st.integers(min_value=1, max_value=5), max_size=60
)


@given(_GRAPHS, st.integers(min_value=1, max_value=4))
def test_what_depends_on_each_other_is_joined_as_if_all_were_compared(
    shared: dict[tuple[int, int], int], most: int
) -> None:
    """Where every pair is a dependence, the pairs that are asked join what all pairs join, each pair asked once."""
    rounds = Rounds(_pairs(shared), most)
    seen: list[tuple[int, int]] = []
    while len(asked := rounds.asked()):
        seen += asked.rows
        for pair in asked.rows:
            rounds.join(*pair)
    assert len(seen) == len(set(seen))
    assert _parts(12, set(seen)) == _parts(12, set(shared))


@given(_GRAPHS)
def test_few_partners_are_all_asked_at_once(shared: dict[tuple[int, int], int]) -> None:
    """Where no article has more partners than may be asked, the first round has every pair and the second none."""
    rounds = Rounds(_pairs(shared), 11)
    assert rounds.asked().rows == sorted(shared)
    rounds.join(0, 1)
    assert not len(rounds.asked())


def test_the_likeliest_are_asked_first() -> None:
    """Of many partners those with most in common are asked; a round that joins nothing is the last."""
    rounds = Rounds(_pairs({(0, other): other for other in range(1, 9)} | {(7, 8): 1}), 1)
    # Every article asks for its likeliest one: all but 0 know only 0, or share more with it.
    assert (0, 8) in rounds.asked().rows
    assert not len(rounds.asked())


@pytest.mark.parametrize("number", [PARTNERS + 1, 210])
def test_a_text_that_hundreds_print_is_one_origin(number: int) -> None:
    """However many outlets print a release, some with a line of their own, it is one origin, in links that stay few."""
    printed = [
        article(
            f"a{place}", RELEASE + (f"\n\nOur reader {place} asks why." if place % 3 else ""), outlet=f"Outlet {place}"
        )
        for place in range(number)
    ]
    other = article("b", "A storm took the roof off the mill at Orsa, and nobody was hurt.", outlet="Other")
    links = [link for link in find_copies([*printed, other]) if link.kind in DEPENDENCE]
    assert [len(origin.articles) for origin in find_origins([*printed, other], links)] == [number, 1]
    assert len(links) <= number * PARTNERS
    if number <= PARTNERS + 1:
        assert len(links) == number * (number - 1) // 2
