"""Scale: the weights that turn signals into the probability that two articles tell one event."""

import json
import math
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from synoptic.stages.cluster.signals import Signals


@dataclass(frozen=True, slots=True)
class Scale:
    """A logistic regression over the named signals, and from which mean probability on an article joins a story.

    `join` is the threshold of the mean probability over a story's members, `move` by how much another story must be
    better before the second look moves an article. `model` is the encoder whose cosines the weights belong to.
    """

    model: str
    bias: float
    weights: tuple[float, ...]
    join: float
    move: float

    def probability(self, signals: Signals) -> float:
        """How likely two articles with these signals tell one event."""
        total = self.bias + sum(weight * value for weight, value in zip(self.weights, signals.values, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

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
    return Scale(
        table["model"],
        table["bias"],
        tuple(table["weights"][field.name] for field in fields(Signals)),
        table["join"],
        table["move"],
    )
