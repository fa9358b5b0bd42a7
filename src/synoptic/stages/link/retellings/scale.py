"""Scale: the weights that turn an alignment in order and what two accounts share into a probability of retelling."""

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


class SharedBeside(Protocol):
    """What the scale asks of what two accounts share beside others (see `beside.Shared`)."""

    @property
    def mutual(self) -> float:
        """Sentences that are each other's nearest, a sentence of the shorter text."""
        ...

    @property
    def rare(self) -> float:
        """Terms of these two alone, a term of the account with fewer."""
        ...

    @property
    def named(self) -> bool:
        """Whether the one names the other's outlet."""
        ...


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: gain beyond chance, share of sentences in order, part held, and what two alone share.

    `join` is the probability asked for.
    """

    bias: float
    beyond_chance: float
    in_order: float
    held: float
    mutual: float
    rare: float
    named: float
    join: float

    def probability(self, order: Aligned, shared: SharedBeside) -> float:
        """How likely one of the two texts retells the other, or both a third."""
        total = (
            self.bias
            + self.beyond_chance * (order.likeness - order.chance)
            + self.in_order * order.in_order / max(1, order.sentences)
            + self.held * order.held
            + self.mutual * shared.mutual
            + self.rare * shared.rare
            + self.named * shared.named
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class RetellingScale:
    """Two sets of weights: for a pair `beside` other accounts, and for one `alone`, where order tells alone.

    `least` is the likeness from which on two sentences gain, `near` that from which on they are each other's nearest,
    `floor` keeps `held` finite, `shown` is the likeness from which on an aligned pair is shown as a passage.
    """

    model: str
    least: float
    near: float
    floor: float
    shown: float
    alone: Weights
    beside: Weights


@cache
def shipped_scale() -> RetellingScale:
    """The scale that ships in `scale.json`; how it was made stands in `training/lineage/README.md`."""
    place = resources.files("synoptic.stages.link.retellings") / "scale.json"
    table = json.loads(place.read_text(encoding="utf-8"))
    alone, beside = (Weights(**table[name]) for name in ("alone", "beside"))
    return RetellingScale(table["model"], table["least"], table["near"], table["floor"], table["shown"], alone, beside)
