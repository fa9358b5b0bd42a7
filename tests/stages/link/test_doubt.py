"""A judge of the pairs that stay in doubt: what it is asked, and what its answers do."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from synoptic.adapters.models.pair_model import PairModel
from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.annotation import Account
from synoptic.records.links import FIRM, SURE, EntityLinking
from synoptic.stages.link.claims import align_claims
from synoptic.stages.link.claims.doubt import DECIDED, DOUBTFUL, asked_of
from synoptic.stages.link.claims.index import StoryIndex, build_index
from synoptic.stages.link.claims.units import units_of
from synoptic.stages.link.entities import link_entities
from tests.stages.annotated import annotated

TEXTS = (
    "Dam at Orrelund leaks\n"
    "Engineers found a leak in the Orrelund dam on Tuesday and lowered the lake by two metres.\n"
    "Campers were told to leave the shore.",
    "Lake falls after fault\n"
    "The water behind the Orrelund dam was let down two metres after a fault was noticed.\n"
    "The camp site by the shore was cleared on Tuesday.",
    "Orrelund waits\nThe reservoir stands lower than in any summer, and holiday makers have gone home.\n"
    "The shore is empty since everybody was sent away on Tuesday.\n"
    "Nobody camps by the lake now that the water has been lowered.",
)


@cache
def accounts() -> tuple[Account, ...]:
    """Three accounts of a leaking dam."""
    return tuple(annotated(text, id=f"d{number}") for number, text in enumerate(TEXTS))


class Fixed:
    """Gives one answer to every pair and keeps the pairs."""

    model = "fixed"

    def __init__(self, answer: bool | None) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[bool | None]:
        """The answer for each."""
        self.asked += pairs
        return [self.answer] * len(pairs)


@cache
def index() -> StoryIndex:
    """The units of the three accounts."""
    return build_index(units_of(accounts(), EntityLinking((), {})), UseEncoder())


def test_who_gives_no_answer_changes_nothing() -> None:
    """With a judge that never answers the claims are those of a run without one."""
    listed = accounts()
    silent = align_claims(listed, link_entities(listed), UseEncoder(), PairModel(), Fixed(None))
    assert silent == align_claims(listed, link_entities(listed), UseEncoder(), PairModel())


def test_a_yes_joins_and_is_told_in_the_evidence() -> None:
    """What the judge says is one fact is one claim, with the judge named in the reason, firm but never sure."""
    listed, agreeing = accounts(), Fixed(True)
    claims = align_claims(listed, link_entities(listed), UseEncoder(), PairModel(), agreeing)
    assert agreeing.asked
    judged = [member for claim in claims for member in claim.members if "judged by fixed" in member.reason]
    assert judged
    assert all(FIRM <= member.score < SURE for member in judged)


def test_a_no_parts() -> None:
    """A pair that the judge says is not one fact is in no claim together, and nothing is told of the judge."""
    listed, denying = accounts(), Fixed(False)
    claims = align_claims(listed, link_entities(listed), UseEncoder(), PairModel(), denying)
    assert denying.asked
    asked = {frozenset(pair) for pair in denying.asked}
    texts = {account.article.id: account.article.text for account in listed}
    for claim in claims:
        words = {member.span.of(texts[member.article]) for member in claim.members}
        assert not any(pair <= words for pair in asked)
        assert not any("judged" in member.reason for member in claim.members)


def _row(pair: tuple[str, str], pairs: NDArray[np.int64]) -> int:
    """The row of a pair of texts."""
    texts = [{index().units[int(unit)].text for unit in row} for row in pairs]
    return texts.index(set(pair))


@given(st.lists(st.floats(-4, 4), min_size=1, max_size=8), st.lists(st.sampled_from([True, False, None]), min_size=8))
def test_only_the_doubtful_are_asked_the_most_doubtful_first(odds: list[float], answers: list[bool | None]) -> None:
    """Law: pairs beyond the band are never asked; order is by doubt; no answer leaves the log-odds as they were."""

    class Scripted(Fixed):
        def judge(self, pairs: Sequence[tuple[str, str]]) -> list[bool | None]:
            self.asked += pairs
            return answers[: len(pairs)]

    units = len(index().units)
    pairs = np.array([(i, j) for i in range(units) for j in range(i + 1, units)][: len(odds)], dtype=np.int64)
    given_odds = np.array(odds[: len(pairs)], dtype=np.float64)
    judge = Scripted(None)
    found, agreed = asked_of(judge, index(), pairs, given_odds)
    doubtful = [row for row in range(len(pairs)) if abs(given_odds[row]) <= DOUBTFUL]
    assert [abs(given_odds[_row(pair, pairs)]) for pair in judge.asked] == sorted(abs(given_odds[doubtful]))
    assert all(list(pair) == sorted(pair) for pair in judge.asked)
    changed = {row for row in range(len(pairs)) if found[row] != given_odds[row]}
    assert changed <= set(doubtful)
    assert {abs(float(found[row])) for row in changed} <= {DECIDED}
    assert len(agreed) == sum(answer is True for answer in answers[: len(doubtful)])
