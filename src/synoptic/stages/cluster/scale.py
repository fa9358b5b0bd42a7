"""Scale: the weights that turn signals into the probability that two articles tell one event."""

import json
import math
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from synoptic.stages.cluster.signals import Signals


def logistic(odds: float) -> float:
    """The probability of log odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


@dataclass(frozen=True, slots=True)
class Scale:
    """A logistic regression over the named signals, and from which mean probability on an article joins a story.

    `bias` and `weights` are for two articles in one language, `foreign_bias` and `foreign_weights` across languages.
    `join` is the threshold for the probability at the mean log odds over a story's members, `move` by how much another
    story must be better before the second look moves an article. `crowd` is how fast the prior log odds fall with the
    log of the number of articles, from `few` (and less) to `many` (and more): among five articles that somebody put
    together, two that are somewhat alike are far likelier to tell one event than among a thousand. `model` is the
    encoder that the weights belong to.
    """

    model: str
    bias: float
    weights: tuple[float, ...]
    foreign_bias: float
    foreign_weights: tuple[float, ...]
    join: float
    move: float
    crowd: float
    few: int
    many: int

    def odds(self, signals: Signals, foreign: bool = False) -> float:
        """The log odds that two articles with these signals tell one event, among many articles."""
        bias, weights = (self.foreign_bias, self.foreign_weights) if foreign else (self.bias, self.weights)
        return bias + sum(weight * value for weight, value in zip(weights, signals.values, strict=True))

    def prior(self, articles: int) -> float:
        """What is added to the log odds where only so many articles can be told apart."""
        return self.crowd * math.log(self.many / min(self.many, max(self.few, articles)))

    def strongest(self, signals: Signals) -> tuple[str, ...]:
        """The names of the signals of likeness, those that add most first."""
        names = [field.name for field in fields(Signals)]
        shares = [weight * value for weight, value in zip(self.weights, signals.values, strict=True)]
        order = sorted(range(len(names)), key=lambda number: -shares[number])
        return tuple(names[number] for number in order if shares[number] > 0)


@cache
def shipped_scale() -> Scale:
    """The scale that ships in `scale.json`; how it was made stands in `training/grouping/README.md`."""
    table = json.loads((resources.files("synoptic.stages.cluster") / "scale.json").read_text(encoding="utf-8"))
    names = [field.name for field in fields(Signals)]
    return Scale(
        table["model"],
        table["bias"],
        tuple(table["weights"][name] for name in names),
        table["foreign_bias"],
        tuple(table["foreign_weights"].get(name, 0.0) for name in names),
        table["join"],
        table["move"],
        table["crowd"],
        table["few"],
        table["many"],
    )
