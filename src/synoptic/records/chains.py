"""Chains: how a text travelled from a press release to an agency to the outlets."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.records.findings import Origin, OriginKind


class Via(StrEnum):
    """How a step follows from its parent: by a link of some kind, or by a credit. START marks the first step."""

    COPY = "copy"
    PARTIAL = "partial"
    RETELLING = "retelling"
    CREDIT = "credit"
    START = "start"


@dataclass(frozen=True, slots=True)
class Step:
    """A source or an article in a chain.

    `article` is None for a source that is known only from credits, or that nobody names (then `name` is None too).
    `parent` is the index of the parent step in the chain, None at the start. `certain` is False if the link that leads
    here has no direction.
    """

    name: str | None
    kind: OriginKind
    article: str | None
    parent: int | None
    via: Via
    certain: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Chain:
    """An origin and its steps; every step stands after its parent."""

    origin: Origin
    steps: tuple[Step, ...]
