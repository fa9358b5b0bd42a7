"""Span: a half-open range of Unicode code points in the text of one article."""

from collections.abc import Iterable
from dataclasses import dataclass

from synoptic.errors import InvalidRecord


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]`, counted in Unicode code points; never empty.

    Raises InvalidRecord when `start < 0` or `end <= start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidRecord(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that this span covers in `text`."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """How many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shifted(self, offset: int) -> "Span":
        """The same span in a text that has `offset` more code points in front."""
        return Span(self.start + offset, self.end + offset)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that contains all of `spans`; raises InvalidRecord for none."""
    listed = tuple(spans)
    if not listed:
        raise InvalidRecord("no spans to take the hull of")
    return Span(min(span.start for span in listed), max(span.end for span in listed))
