"""The day from which an article's relative times count."""

from synoptic.records.annotation import ReferenceDate
from synoptic.records.article import Article


def find_reference_date(article: Article) -> ReferenceDate | None:
    """The article's own date."""
    return ReferenceDate(article.published[:10], "published", True) if article.published else None
