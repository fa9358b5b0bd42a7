"""Reuse: how much of two articles is common prose, and how likely one of them (or a third) was taken over."""

import json
import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache
from importlib import resources

from synoptic.stages.cluster.printed import Printed
from synoptic.stages.cluster.runs import Run

# Words of a run in which content words count: shorter ones are often names with titles (findings: runs >= 7).
_TELLING_RUN = 7


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two articles have in common beyond quotations.

    `share`: square root of the part of the shorter one's own words that stands in common runs. `content`: log of 1 +
    the lower-case content words in runs of 7 words or more. `longest`: log of 1 + the words of the longest run.
    `order`: square root of the part of the common words that stands in the same order in both.
    """

    share: float
    content: float
    longest: float
    order: float

    @property
    def content_words(self) -> int:
        """The lower-case content words in longer runs, as a count."""
        return round(math.expm1(self.content))


def measure(pair: tuple[Printed, Printed], runs: Sequence[Run]) -> Reuse:
    """The measures of a pair whose own prose has `runs` in common."""
    common = sum(run.length for run in runs)
    if not common:
        return Reuse(0.0, 0.0, 0.0, 0.0)
    one, other = pair
    shorter = max(1, min(int(one.own.sum()), int(other.own.sum())))
    telling = 0
    for run in runs:
        if run.length >= _TELLING_RUN:
            here, there = slice(run.one, run.one + run.length), slice(run.other, run.other + run.length)
            telling += int((one.content[here] & other.content[there]).sum())
    return Reuse(
        math.sqrt(min(1.0, common / shorter)),
        math.log1p(telling),
        math.log1p(max(run.length for run in runs)),
        math.sqrt(_in_order(runs) / common),
    )


def _in_order(runs: Sequence[Run]) -> int:
    """The most words of runs that stand in the same order in both articles (heaviest increasing chain)."""
    best: list[int] = []
    for number, run in enumerate(runs):
        before = (best[earlier] for earlier in range(number) if runs[earlier].other < run.other)
        best.append(run.length + max(before, default=0))
    return max(best, default=0)


@dataclass(frozen=True, slots=True)
class ReuseScale:
    """A logistic regression over the measures.

    `join` is the probability asked for, `copy_share` the share from which on a text is a copy as a whole.
    """

    bias: float
    weights: tuple[float, ...]
    join: float
    copy_share: float

    def probability(self, reuse: Reuse) -> float:
        """How likely the two texts depend on each other or on a third one."""
        total = self.bias + sum(weight * value for weight, value in zip(self.weights, astuple(reuse), strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def shipped_reuse_scale() -> ReuseScale:
    """The scale that ships in `reuse.json`; how it was made stands in `training/lineage/README.md`."""
    table = json.loads((resources.files("synoptic.stages.cluster") / "reuse.json").read_text(encoding="utf-8"))
    weights = tuple(table["weights"][field.name] for field in fields(Reuse))
    return ReuseScale(table["bias"], weights, table["join"], table["copy_share"])
