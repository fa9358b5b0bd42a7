"""Reuse: how much of two articles is common prose, and how likely one of them (or a third) was taken over."""

import json
import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache
from importlib import resources

from synoptic.stages.cluster.printed import Printed
from synoptic.stages.cluster.runs import Run


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two articles have in common beyond quotations.

    `share`: square root of the part of the shorter one's own words that stands in common runs. `longest`: log of 1 +
    the most lower-case words of a run: names, titles and headings are common to independent reports.
    """

    share: float
    longest: float


def measure(pair: tuple[Printed, Printed], runs: Sequence[Run]) -> Reuse:
    """The measures of a pair whose own prose has `runs` in common."""
    if not runs:
        return Reuse(0.0, 0.0)
    one, other = pair
    shorter = max(1, min(int(one.own.sum()), int(other.own.sum())))
    return Reuse(
        math.sqrt(min(1.0, sum(run.length for run in runs) / shorter)),
        math.log1p(max(_lower(pair, run) for run in runs)),
    )


def _lower(pair: tuple[Printed, Printed], run: Run) -> int:
    """The words of a run that both write without a capital; in scripts without spaces two characters make a word."""
    here, there = slice(run.one, run.one + run.length), slice(run.other, run.other + run.length)
    one = pair[0].wording
    number = int((one.lower[here] & pair[1].wording.lower[there]).sum())
    return number // 2 if (one.ends[here] - one.starts[here] == 1).all() else number


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
