"""Time expressions of an article."""

from synoptic.records.annotation import ReferenceDate, Timex
from synoptic.records.article import Article


def find_times(article: Article, reference: ReferenceDate | None) -> tuple[Timex, ...]:
    """Time expressions in the read blocks."""
    return ()
