"""Articles of a set as the product would read them."""

from collections.abc import Mapping

from synoptic import compose
from synoptic.records.article import Article, RawArticle
from synoptic.stages.clean import clean_article


def cleaned(row: Mapping[str, str | None]) -> Article:
    """The cleaned article of a row of the contract; keys of a set's own and empty values are left out."""
    models = compose.models()
    raw = RawArticle(
        row["id"] or "",
        text=row["text"] or "",
        id=row["id"],
        title=row.get("title") or None,
        url=row.get("url") or None,
        outlet=row.get("outlet") or None,
        language=row.get("language") or None,
        published=row.get("published") or None,
    )
    return clean_article(raw, models.pages, models.languages)
