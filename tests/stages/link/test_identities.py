"""The algebra of identities: laws of settling judgements on pairs."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.errors import InvalidRecord
from synoptic.records.identities import Identity, Settlement, Verdict
from synoptic.stages.link.identities import settle

NAMES = "abcdefgh"
PAIRS = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)


@st.composite
def identities(draw: st.DrawFn, by_reader: bool | None = None) -> Identity:
    """A judgement on two of eight names."""
    left, right = draw(PAIRS)
    return Identity(
        left,
        right,
        draw(st.sampled_from(Verdict)),
        draw(st.sampled_from([0.2, 0.5, 0.9, 1.0])),
        by_reader=draw(st.booleans()) if by_reader is None else by_reader,
    )


MANY = st.lists(identities(), max_size=25)


def same(settlement: Settlement, left: str, right: str) -> bool:
    """Whether two names are in one block."""
    return any(left in block and right in block for block in settlement.blocks)


@settings(max_examples=60)
@given(MANY)
def test_blocks_part_the_names(given_: list[Identity]) -> None:
    """Every name is in one block, and only there; to be the same is transitive by that."""
    settlement = settle(NAMES, given_)
    assert sorted(name for block in settlement.blocks for name in block) == sorted(NAMES)


@settings(max_examples=60)
@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_judgements_does_not_matter(given_: list[Identity], chance: random.Random) -> None:
    """Shuffled, and with the two names swapped, they say the same."""
    shuffled = [
        Identity(one.right, one.left, one.verdict, one.score, one.reason, one.by_reader)
        if chance.random() < 0.5
        else one
        for one in chance.sample(given_, len(given_))
    ]
    assert settle(NAMES, shuffled).blocks == settle(reversed(NAMES), given_).blocks


@settings(max_examples=60)
@given(st.lists(PAIRS, max_size=12))
def test_the_same_is_transitive(pairs: list[list[str]]) -> None:
    """Without any "different" all that is linked is one."""
    settlement = settle(NAMES, [Identity(left, right, Verdict.SAME) for left, right in pairs])
    linked = {name: {name} for name in NAMES}
    for left, right in pairs:
        union = linked[left] | linked[right]
        for name in union:
            linked[name] = union
    assert all(same(settlement, left, right) == (right in linked[left]) for left, right in combinations(NAMES, 2))


@settings(max_examples=60)
@given(MANY, PAIRS)
def test_what_a_reader_parts_stays_apart(given_: list[Identity], pair: list[str]) -> None:
    """No chain of joinings puts the two into one block."""
    left, right = pair
    settlement = settle(NAMES, [*given_, Identity(left, right, Verdict.DIFFERENT, by_reader=True)])
    assert not same(settlement, left, right)


@settings(max_examples=60)
@given(st.lists(identities(by_reader=False), max_size=25), st.lists(PAIRS, max_size=5))
def test_what_a_reader_joins_is_joined(given_: list[Identity], pairs: list[list[str]]) -> None:
    """Whatever rules say against it, of the pair itself or of others."""
    settlement = settle(
        NAMES, [*given_, *(Identity(left, right, Verdict.SAME, 0.2, by_reader=True) for left, right in pairs)]
    )
    assert all(same(settlement, left, right) for left, right in pairs)


@settings(max_examples=60)
@given(MANY)
def test_nothing_is_left_undone_in_silence(given_: list[Identity]) -> None:
    """Each judgement that stands for its pair is followed or told."""
    settlement = settle(NAMES, given_)
    for one in given_:
        rivals = [other for other in given_ if other.pair == one.pair]
        if any(other.verdict is not one.verdict for other in rivals) or one.verdict is Verdict.UNSURE:
            continue
        followed = same(settlement, one.left, one.right) == (one.verdict is Verdict.SAME)
        assert followed or any(other.pair == one.pair for other in settlement.overruled)


@settings(max_examples=60)
@given(MANY)
def test_what_follows_follows_again(given_: list[Identity]) -> None:
    """The blocks, written as judgements of a reader, give the same blocks."""
    blocks = settle(NAMES, given_).blocks
    again = [
        Identity(left, right, Verdict.SAME, by_reader=True)
        for block in blocks
        for left, right in combinations(block, 2)
    ]
    again += [Identity(one[0], other[0], Verdict.DIFFERENT, by_reader=True) for one, other in combinations(blocks, 2)]
    assert settle(NAMES, [*given_, *again]).blocks == blocks


@settings(max_examples=60)
@given(MANY, PAIRS)
def test_to_be_unsure_of_a_new_pair_changes_nothing(given_: list[Identity], pair: list[str]) -> None:
    """It joins nothing and keeps nothing apart."""
    left, right = pair
    if all(set(one.pair) != set(pair) for one in given_):
        assert settle(NAMES, [*given_, Identity(left, right, Verdict.UNSURE)]).blocks == settle(NAMES, given_).blocks


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_a_score_is_between_0_and_1(score: float) -> None:
    """Anything else is refused."""
    with pytest.raises(InvalidRecord):
        Identity("a", "b", Verdict.SAME, score)


def test_nothing_is_judged_against_itself() -> None:
    """One entity is no pair."""
    with pytest.raises(InvalidRecord):
        Identity("a", "a", Verdict.SAME)
