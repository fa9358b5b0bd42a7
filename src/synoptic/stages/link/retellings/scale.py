"""Scale: the weights that turn an alignment in order into the probability of a retelling."""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol


class Aligned(Protocol):
    """What the scale asks of an alignment (see `order.Order`)."""

    @property
    def sentences(self) -> int:
        """Sentences of the shorter text."""
        ...

    @property
    def likeness(self) -> float:
        """Gain in order, a sentence."""
        ...

    @property
    def chance(self) -> float:
        """Gain in a chance order, a sentence."""
        ...

    @property
    def in_order(self) -> int:
        """Mutually nearest sentences in the same order."""
        ...

    @property
    def held(self) -> float:
        """Part of the gain that the order keeps."""
        ...


@dataclass(frozen=True, slots=True)
class RetellingScale:
    """A logistic regression over three measures: gain beyond chance, share of sentences in order, part held.

    `least` is the likeness from which on two sentences gain, `floor` keeps `held` finite, `join` is the probability
    asked for, `shown` the likeness from which on an aligned pair is shown as a passage.
    """

    model: str
    bias: float
    beyond_chance: float
    in_order: float
    held: float
    least: float
    floor: float
    join: float
    shown: float

    def probability(self, order: Aligned) -> float:
        """How likely one of the two texts retells the other, or both a third."""
        total = (
            self.bias
            + self.beyond_chance * (order.likeness - order.chance)
            + self.in_order * order.in_order / max(1, order.sentences)
            + self.held * order.held
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def shipped_scale() -> RetellingScale:
    """The scale that ships in `scale.json`; how it was made stands in `training/lineage/README.md`."""
    place = resources.files("synoptic.stages.link.retellings") / "scale.json"
    table = json.loads(place.read_text(encoding="utf-8"))
    return RetellingScale(**{name: table[name] for name in RetellingScale.__dataclass_fields__})
