"""Chains: the way of a text from its release to an agency to the outlets."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.records.findings import Origin, OriginKind


class Via(StrEnum):
    """How a step follows from the one before it: by a link of a kind, or because it credits it."""

    COPY = "copy"
    PARTIAL = "partial"
    RETELLING = "retelling"
    CREDIT = "credit"
    START = "start"


@dataclass(frozen=True, slots=True)
class Step:
    """A source or an article of a chain.

    `article` is None for a source that only credits name, or that nobody names (`name` None). `parent` is the place of
    the step before it in the chain, None at the start; `certain` is False where the link has no direction.
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
    """An origin and its steps, each behind its parent."""

    origin: Origin
    steps: tuple[Step, ...]
