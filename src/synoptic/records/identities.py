"""Identities: whether two entities are the same, as a rule or a reader decided: same, different, or unsure."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord


class Verdict(StrEnum):
    """Whether two entities are the same. UNSURE neither joins them nor keeps them apart."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Identity:
    """A judgement on the two entities named `left` and `right`, with a score (0 to 1) and a reason in words.

    A reader's judgement (`by_reader`) overrides any rule. The order of the two names has no meaning.
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
        """The two names in alphabetical order."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)


@dataclass(frozen=True, slots=True)
class Settlement:
    """The consequence of judgements: blocks of names that are one entity, and judgements that could not be obeyed.

    Every name is in exactly one block; blocks and the names in them are sorted.
    """

    blocks: tuple[tuple[str, ...], ...]
    overruled: tuple[Identity, ...]
