"""The cascade: the regression scores every candidate, and a pair scorer, where there is one, reads the doubtful."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from synoptic.ports import PairScorer
from synoptic.records.sentence import Sentence
from synoptic.stages.link.claims.index import Floats, Ints, StoryIndex
from synoptic.stages.link.claims.linked import SLACK
from synoptic.stages.link.claims.regression import regression
from synoptic.stages.link.claims.units import Unit

type Odds = NDArray[np.float64]
type Features = tuple[tuple[str, ...], Floats]


@dataclass(frozen=True, slots=True)
class Mixture:
    """How the log-odds of a scorer join those of the regression; all log-odds are less the cut.

    A pair is doubtful where the regression's lie from `lowest` to `highest` and both its units are in `languages`
    (None: whatever the language). Its own then are `regression` x the regression's + `scorer` x the scorer's +
    `shift` + the weight of each of `features` x the feature, standardised as for the regression: what the scorer knows
    better than the regression, whose weight for it is taken back. `slack` takes the place of the regression's (see
    linked.SLACK).
    """

    lowest: float
    highest: float
    regression: float
    scorer: float
    shift: float
    slack: float
    languages: frozenset[str] | None = None
    features: tuple[tuple[str, float], ...] = ()


PLAIN = Mixture(-3.0, 3.0, 1.0, 1.0, 0.0, SLACK)
"""For a scorer that nothing was measured of: what it says is added where the regression is in doubt."""


def judged(index: StoryIndex, pairs: Ints, features: Features, odds: Odds, scorer: PairScorer) -> Odds:
    """The log-odds of all pairs with what the scorer says of the doubtful ones; `features` as of pair_features."""
    mixture = mixture_of(scorer.model)
    asked = np.flatnonzero((odds >= mixture.lowest) & (odds <= mixture.highest))
    asked = asked[_readable(index, pairs[asked], mixture.languages)]
    if not len(asked):
        return odds
    sentences = in_their_accounts(index.units)
    told = scorer.score([(sentences[i], sentences[j]) for i, j in pairs[asked]])
    found = odds.copy()
    found[asked] = mixture.regression * odds[asked] + mixture.scorer * told + mixture.shift
    if mixture.features:
        names, values = features
        standard = regression().standard(names, values[asked])
        places = [names.index(name) for name, _ in mixture.features]
        found[asked] += standard[:, places] @ np.array([weight for _, weight in mixture.features])
    return found


def in_their_accounts(units: Sequence[Unit]) -> list[Sentence]:
    """Each unit behind the one before it in its account."""
    before = ["", *(unit.text for unit in units)]
    return [Sentence(unit.text, text if unit.order else "") for unit, text in zip(units, before, strict=False)]


def _readable(index: StoryIndex, pairs: Ints, languages: frozenset[str] | None) -> NDArray[np.bool_]:
    known = np.array([languages is None or unit.language in languages for unit in index.units], dtype=bool)
    return np.asarray(known[pairs].all(axis=1), dtype=bool)


@cache
def mixture_of(model: str) -> Mixture:
    """The mixture that was measured for a scorer, by its id; PLAIN where there is none."""
    rows = json.loads(resources.files(__package__).joinpath("mixtures.json").read_text(encoding="utf-8"))["mixtures"]
    row = next((row for row in rows if row["model"] == model), None)
    if row is None:
        return PLAIN
    return Mixture(
        lowest=float(row["lowest"]),
        highest=float(row["highest"]),
        regression=float(row["regression"]),
        scorer=float(row["scorer"]),
        shift=float(row["shift"]),
        slack=float(row["slack"]),
        languages=frozenset(str(code) for code in row["languages"]),
        features=tuple((str(name), float(weight)) for name, weight in row["features"].items()),
    )
