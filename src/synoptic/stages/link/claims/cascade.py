"""The cascade: the regression scores every candidate, and a pair scorer, where there is one, reads the doubtful."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

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
class Weights:
    """What the log-odds of some pairs are made of once a scorer was asked; all log-odds are less the cut.

    The pairs whose units are both in `languages` (None: whatever the language), in one language if `alike`, in two if
    not (None: either). Their log-odds are `regression` x the regression's + `scorer` x the scorer's + `shift` + the
    weight of each of `features` x the feature, standardised as for the regression: what the scorer knows better than
    the regression, whose weight for it is taken back.
    """

    regression: float
    scorer: float
    shift: float
    features: tuple[tuple[str, float], ...] = ()
    languages: frozenset[str] | None = None
    alike: bool | None = None


@dataclass(frozen=True, slots=True)
class Mixture:
    """How the log-odds of a scorer join those of the regression.

    A pair is doubtful where the regression's lie from `lowest` to `highest` and one of `weights` holds for it; the
    scorer is not asked about others. `slack` takes the place of the regression's (see linked.SLACK).
    """

    lowest: float
    highest: float
    weights: tuple[Weights, ...]
    slack: float


PLAIN = Mixture(-3.0, 3.0, (Weights(1.0, 1.0, 0.0),), SLACK)
"""For a scorer that nothing was measured of: what it says is added where the regression is in doubt."""


def judged(index: StoryIndex, pairs: Ints, features: Features, odds: Odds, scorer: PairScorer) -> Odds:
    """The log-odds of all pairs with what the scorer says of the doubtful ones; `features` as of pair_features."""
    mixture = mixture_of(scorer.model)
    doubtful = (odds >= mixture.lowest) & (odds <= mixture.highest)
    parts = [np.flatnonzero(doubtful & _held(weights, index, pairs)) for weights in mixture.weights]
    asked = np.unique(np.concatenate(parts))
    if not len(asked):
        return odds
    sentences = in_their_accounts(index.units)
    told = np.zeros(len(pairs))
    told[asked] = scorer.score([(sentences[i], sentences[j]) for i, j in pairs[asked]])
    found = odds.copy()
    for weights, rows in zip(mixture.weights, parts, strict=True):
        found[rows] = _weighed(weights, odds[rows], told[rows], (features[0], features[1][rows]))
    return found


def _held(weights: Weights, index: StoryIndex, pairs: Ints) -> NDArray[np.bool_]:
    """Which pairs the weights are for."""
    languages = np.array([unit.language for unit in index.units])[pairs]
    held = np.ones(len(pairs), dtype=bool)
    if weights.languages is not None:
        held &= np.isin(languages, sorted(weights.languages)).all(axis=1)
    if weights.alike is not None:
        held &= (languages[:, 0] == languages[:, 1]) == weights.alike
    return held


def _weighed(weights: Weights, odds: Odds, told: Odds, features: Features) -> Odds:
    """The log-odds of pairs by those of the regression, those of the scorer and the features."""
    found = weights.regression * odds + weights.scorer * told + weights.shift
    if weights.features and len(odds):
        names, values = features
        places = [names.index(name) for name, _ in weights.features]
        found += regression().standard(names, values)[:, places] @ np.array([weight for _, weight in weights.features])
    return np.asarray(found, dtype=np.float64)


def in_their_accounts(units: Sequence[Unit]) -> list[Sentence]:
    """Each unit behind the one before it in its account."""
    before = ["", *(unit.text for unit in units)]
    paired = zip(units, before, strict=False)
    return [Sentence(unit.text, text if unit.order else "", unit.language) for unit, text in paired]


@cache
def mixture_of(model: str) -> Mixture:
    """The mixture that was measured for a scorer, by its id; PLAIN where there is none."""
    rows = json.loads(resources.files(__package__).joinpath("mixtures.json").read_text(encoding="utf-8"))["mixtures"]
    row = next((row for row in rows if row["model"] == model), None)
    if row is None:
        return PLAIN
    weights = tuple(_weights(part) for part in row["weights"])
    return Mixture(float(row["lowest"]), float(row["highest"]), weights, float(row["slack"]))


def _weights(row: Mapping[str, Any]) -> Weights:
    return Weights(
        regression=float(row["regression"]),
        scorer=float(row["scorer"]),
        shift=float(row["shift"]),
        features=tuple((str(name), float(weight)) for name, weight in row["features"].items()),
        languages=frozenset(str(code) for code in row["languages"]),
        alike=bool(row["alike"]),
    )
