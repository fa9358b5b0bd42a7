"""Collation: where one version of an utterance departs from another, as in the apparatus of a critical edition."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord
from synoptic.records.span import Span


class VariationKind(StrEnum):
    """What a witness does to the words that it is compared with.

    SPELLING is no other word: a house style, a number in digits. SHIFTED is what reported speech asks for ("we will" →
    "they would"). MOVED words stand at another place. TRANSLATED are the words of another language for a phrase.
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
    """One place where a member of a quote group departs from the member `against`.

    `columns` is the half-open range of the alignment's columns, `base` the words of `against` there, `words` those of
    the member (offsets into the article of each). `mark` is the ellipsis or bracket by which the member admits the
    change, `base_mark` one by which `against` does.
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
