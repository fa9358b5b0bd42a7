"""Reuse: how much of two articles is common prose, and how likely one of them (or a third) was taken over."""

import json
import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache
from importlib import resources
from itertools import pairwise

import numpy as np

from synoptic.stages.cluster.printed import Printed
from synoptic.stages.cluster.runs import Places, Runs


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two articles have in common beyond quotations.

    `share`: square root of the part of the shorter one's own words that stands in common runs. `longest`: log of 1 +
    the most lower-case words of a run: names, titles and headings are common to independent reports.
    """

    share: float
    longest: float


def measure(one: Printed, others: Sequence[Printed], runs: Runs, borders: Places) -> list[Reuse]:
    """The measures of an article with each of `others`, with which it has `runs[borders[k] : borders[k + 1]]`."""
    lengths, lower = np.concatenate(([0], np.cumsum(runs.length))), _lower(one, others, runs, borders).tolist()
    words = (lengths[borders[1:]] - lengths[borders[:-1]]).tolist()
    found = []
    for other, total, (first, last) in zip(others, words, pairwise(borders.tolist()), strict=True):
        shorter = max(1, min(one.own_words, other.own_words))
        longest = max(lower[first:last], default=0)
        found.append(Reuse(math.sqrt(min(1.0, total / shorter)), math.log1p(longest)))
    return found


def _lower(one: Printed, others: Sequence[Printed], runs: Runs, borders: Places) -> Places:
    """The words of each run that both write without a capital; without spaces two characters make a word."""
    sizes = np.array([len(other.wording) for other in others], dtype=np.intp)
    begins = runs.other + np.repeat(np.cumsum(sizes) - sizes, np.diff(borders))
    ends = np.cumsum(runs.length)
    within = np.arange(runs.length.sum()) - np.repeat(ends - runs.length, runs.length)
    here = one.wording.lower[np.repeat(runs.one, runs.length) + within]
    there = np.concatenate([other.wording.lower for other in others])[np.repeat(begins, runs.length) + within]
    both = np.concatenate(([0], np.cumsum(here & there)))
    number = both[ends] - both[ends - runs.length]
    single = np.concatenate(([0], np.cumsum(one.wording.ends - one.wording.starts == 1)))
    alone = single[runs.one + runs.length] - single[runs.one] == runs.length
    return np.asarray(np.where(alone, number // 2, number), dtype=np.intp)


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
