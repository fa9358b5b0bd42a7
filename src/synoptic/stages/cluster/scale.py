"""Scale: the weights that turn signals into the probability that two articles tell one event."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.cluster.signals import Signal

WITHOUT_ENCODER = "none"
"""The model of the scale for articles without vectors."""


def logistic(odds: float) -> float:
    """The probability of log odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


# What is added to a likeness before its logarithm is taken. Within one language logarithms and their products with the
# gap tell more than the likenesses: B³ F1 in five folds by story of stories / stories-dense / neus, the likenesses
# themselves .940/.916/.881, logarithms with 0.05 .943/.923/.878, with 0.1 .938/.925/.881, 0.1 and the products
# .945/.927/.880.
_LEAST = 0.1
_LIKENESSES = (Signal.TEXT, Signal.TITLE, Signal.TITLE_IN_TEXT, Signal.LEAD_IN_TEXT)
FEATURES = (*(signal.name.lower() for signal in Signal), "text_gap", "lead_gap")
"""What is weighed within one language; across languages the signals themselves are."""


def features(signals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Array of shape (11, pairs) from signals of shape (9, pairs).

    Logarithms of likenesses, the other signals, and how the likeness of the texts and of the leads goes with the gap.
    """
    found = np.empty((len(FEATURES), signals.shape[1]))
    found[: len(Signal)] = signals
    found[: len(_LIKENESSES)] = np.log(np.maximum(signals[: len(_LIKENESSES)], 0.0) + _LEAST)
    found[len(Signal)] = found[Signal.TEXT] * found[Signal.GAP]
    found[len(Signal) + 1] = found[Signal.LEAD_IN_TEXT] * found[Signal.GAP]
    return found


@dataclass(frozen=True, slots=True)
class Weights:
    """A bias and one weight a feature (`FEATURES`) or signal."""

    bias: float
    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scale:
    """A logistic regression over the named signals, and from which mean probability on an article joins a story.

    `own` is for two articles in one language, `foreign` across languages.
    `join` is the threshold for the probability at the mean log odds over a story's members, `move` by how much another
    story must be better before the second look moves an article. `crowd` is how fast the prior log odds fall with the
    log of the number of articles, from `few` (and less) to `many` (and more): among five articles that somebody put
    together, two that are somewhat alike are far likelier to tell one event than among a thousand. `chain` is how much
    the nearest member counts beside the mean of all in a small collection. `model` is the encoder that the
    weights belong to.
    """

    model: str
    own: Weights
    foreign: Weights
    join: float
    move: float
    crowd: float
    chain: float
    few: int
    many: int

    def odds(self, signals: NDArray[np.float64], foreign: NDArray[np.bool_] | None) -> NDArray[np.float64]:
        """The log odds that pairs with these signals (signals, pairs) tell one event, among many articles.

        `foreign` tells which pairs are in two languages; None: no pair is.
        """
        own: NDArray[np.float64] = self.own.values @ features(signals) + self.own.bias
        if foreign is None or not foreign.any():
            return own
        return np.where(foreign, self.foreign.values @ signals + self.foreign.bias, own)

    @property
    def threshold(self) -> float:
        """The log odds at `join`."""
        return math.log(self.join / (1.0 - self.join))

    def prior(self, articles: int) -> float:
        """What is added to the log odds where only so many articles can be told apart."""
        return self.crowd * math.log(self.many / min(self.many, max(self.few, articles)))

    def strongest(self, likeness: tuple[float, ...]) -> tuple[Signal, ...]:
        """The signals of likeness, those that add most first."""
        found = features(np.array(likeness)[:, None])[:, 0]
        shares = (found - features(np.zeros((len(Signal), 1)))[:, 0]) * self.own.values
        return tuple(signal for signal in sorted(Signal, key=lambda signal: -shares[signal]) if shares[signal] > 0)


@cache
def shipped_scale(model: str = WITHOUT_ENCODER) -> Scale:
    """The scale in `scale.json` for an encoder; that without one where the encoder is not known there.

    How it was made stands in `training/grouping/README.md`.
    """
    table = json.loads((resources.files("synoptic.stages.cluster") / "scale.json").read_text(encoding="utf-8"))
    fitted = table["models"].get(model) or table["models"][WITHOUT_ENCODER]
    return Scale(
        model if model in table["models"] else WITHOUT_ENCODER,
        _weights(fitted["own"], FEATURES),
        _weights(fitted["foreign"], FEATURES[: len(Signal)]),
        table["join"],
        table["move"],
        table["crowd"],
        table["chain"],
        table["few"],
        table["many"],
    )


def _weights(table: dict[str, float], names: Sequence[str]) -> Weights:
    return Weights(table["bias"], np.array([table.get(name, 0.0) for name in names]))
