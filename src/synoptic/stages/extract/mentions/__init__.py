"""Mentions and within-article coreference."""

from synoptic.records.annotation import Entity
from synoptic.records.article import Article
from synoptic.records.parse import Parse


def find_entities(article: Article, parse: Parse) -> tuple[Entity, ...]:
    """The entities of an article with all their mentions."""
    return ()
