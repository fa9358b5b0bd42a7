"""Articles of a set as the product would read them."""

from collections.abc import Mapping

from synoptic import compose
from synoptic.records.article import Article, RawArticle
from synoptic.stages.clean import clean_article

_KEYS = ("id", "text", "title", "url", "outlet", "language", "published")


def cleaned(row: Mapping[str, str | None]) -> Article:
    """The cleaned article of a row of the contract; keys of a set's own and empty values are left out."""
    models = compose.models()
    known = {key: value for key in _KEYS if (value := row.get(key))}
    return clean_article(RawArticle(known["id"], **known), models.pages, models.languages)
