"""What the search for names in letters without case finds, before it is laid on tokens."""

from dataclasses import dataclass

from synoptic.records.annotation import EntityKind


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A name at the code points `[start, end)` of the article, and what told it.

    `surname` is the part by which the person is called for short, as written; "" where that is the whole name.
    """

    start: int
    end: int
    kind: EntityKind
    reason: str
    surname: str = ""


def without_overlap(found: list[Found]) -> list[Found]:
    """Of names that lie in one another the first given, in order of the text."""
    taken: list[Found] = []
    covered: set[int] = set()
    for name in found:
        if covered.isdisjoint(range(name.start, name.end)):
            covered.update(range(name.start, name.end))
            taken.append(name)
    return sorted(taken)
