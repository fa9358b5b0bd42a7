"""Time expressions of an article."""

from datetime import datetime

from synoptic.language.times import find_timexes
from synoptic.records.annotation import ReferenceDate, Timex
from synoptic.records.article import READ, Article


def find_times(article: Article, reference: ReferenceDate | None) -> tuple[Timex, ...]:
    """Time expressions in the read blocks, in order, with TIMEX3 values and the days they cover.

    Block by block: an expression never crosses the border of a block. Without a reference, values that depend on one
    stay underspecified ("XXXX-WXX-1") and have no interval.
    """
    day = moment_of(reference)
    found: list[Timex] = []
    for block in article.spans_of(READ):
        for timex in find_timexes(block.of(article.text), article.language or "", day):
            found.append(Timex(timex.span.shifted(block.start), timex.type, timex.value, timex.interval))
    return tuple(found)


def moment_of(reference: ReferenceDate | None) -> datetime | None:
    """The reference as a moment, in its own zone; None where it is unknown or no date."""
    if reference is None:
        return None
    for written in (reference.date, reference.date[:10]):
        try:
            return datetime.fromisoformat(written).replace(tzinfo=None)
        except ValueError:
            continue
    return None
