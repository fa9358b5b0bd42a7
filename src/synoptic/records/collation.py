"""Collation: where two versions of an utterance differ, as in the apparatus of a critical edition."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord
from synoptic.records.span import Span


class VariationKind(StrEnum):
    """What a version does to the words that it is compared with.

    SPELLING: the same word in another spelling (house style, a number in digits). SHIFTED: changed as reported speech
    requires ("we will" → "they would"). MOVED: the words stand at another place. TRANSLATED: the words are in another
    language.
    """

    OMITTED = "omitted"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    SPELLING = "spelling"
    SHIFTED = "shifted"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Variation:
    """One place where a member of a quote group differs from the member `against` (both are indexes of members).

    `columns` is a half-open range of the alignment's columns. `base` holds the words of `against` there, `words` those
    of the member, each as offsets into its own article. `mark` is the ellipsis or bracket with which the member admits
    the change, `base_mark` the one with which `against` does.
    """

    member: int
    against: int
    kind: VariationKind
    columns: tuple[int, int]
    base: tuple[Span, ...]
    words: tuple[Span, ...]
    mark: Span | None = None
    base_mark: Span | None = None

    def __post_init__(self) -> None:
        if self.member == self.against or not (self.base or self.words) or self.columns[0] >= self.columns[1]:
            raise InvalidRecord("a variation sets words of one member against those of another")
