"""Links: the scored pairs of units that groups are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synoptic.stages.link.claims.footprints import Footprints

Pair = tuple[int, int]

SLACK = 0.6
"""How far below the cut a pair inside a group may lie, in log-odds. data/claims, weights by leave one story out, cut
-1.0: slack 0 gives pair F1 .537 in 441 groups, .3 .543 in 426, .6 .547 in 415, 1.0 .543 in 398."""

SAME_WORDS = 0.5
"""Least agreement of the footprints of two units of one account. data/claims: 0 .547, .3 .546, .5 .545, .7 .543 in 348,
360, 382, 408 groups: no gain in pairs, but rows that a reader can follow."""

ASKED = 24
"""Members of a group that are asked whether another unit belongs to it: what keeps large stories from costing the cube
of their accounts. Not tuned: the seeds, the breakwater example and three stories of data/claims come out the same to
the byte as without it; with 100 accounts of one story group_units takes 3 s, not 16."""


@dataclass(frozen=True, slots=True)
class Links:
    """What groups are made from.

    `scores` holds the log-odds of the pairs (i < j) that lie no more than `slack` below the `cut`, `footprints` theirs;
    `accounts` the account of each unit; `captions` are the units that join claims but make none, `unfit` those that a
    claim is not told by where others can: in another language than most accounts, or loaded. `judged` are the pairs
    that the judge named `judge` said state one fact. `wordings` gives units in the same words one number.
    """

    scores: Mapping[Pair, float]
    cut: float
    accounts: Sequence[int]
    footprints: Footprints
    captions: frozenset[int] = frozenset()
    unfit: frozenset[int] = frozenset()
    slack: float = SLACK
    judged: frozenset[Pair] = frozenset()
    judge: str = ""
    wordings: Sequence[int] = ()

    def wording(self, unit: int) -> int:
        """The number of the words of a unit; its own where nothing is known."""
        return self.wordings[unit] if self.wordings else unit

    def judged_by(self, one: int, other: int) -> str:
        """The judge that said that a pair states one fact; empty where none did."""
        return self.judge if ((one, other) if one < other else (other, one)) in self.judged else ""

    def score(self, one: int, other: int) -> float:
        """The log-odds of a pair; minus infinity where it is not known."""
        return self.scores.get((one, other) if one < other else (other, one), float("-inf"))


def spread(units: Sequence[int], count: int) -> Sequence[int]:
    """At most `count` of some units, evenly taken from all of them."""
    if len(units) <= count:
        return units
    return [units[place * len(units) // count] for place in range(count)]
