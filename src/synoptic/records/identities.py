"""Identities: what is held of two entities, by a rule or by a reader: the same, different, or unsure."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord


class Verdict(StrEnum):
    """What can be held of two entities. UNSURE joins nothing and keeps nothing apart."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Identity:
    """A judgement on two entities, named by `left` and `right`, with its score (0 to 1) and its reason in words.

    A reader's (`by_reader`) stands against any rule's. The order of the two names means nothing.
    """

    left: str
    right: str
    verdict: Verdict
    score: float = 1.0
    reason: str = ""
    by_reader: bool = False

    def __post_init__(self) -> None:
        if self.left == self.right or not 0 <= self.score <= 1:
            raise InvalidRecord(
                "a judgement is on two entities, with a score from 0 to 1", source=f"{self.left} - {self.right}"
            )

    @property
    def pair(self) -> tuple[str, str]:
        """The two names in order."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What follows from judgements: blocks of names that are one entity, and the judgements that could not be followed.

    Every name is in one block; blocks and the names in them are sorted.
    """

    blocks: tuple[tuple[str, ...], ...]
    overruled: tuple[Identity, ...]
