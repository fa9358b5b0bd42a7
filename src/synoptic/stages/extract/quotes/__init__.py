"""Quotes: direct, indirect and mixed."""

from collections.abc import Sequence

from synoptic.records.annotation import Entity, Quote
from synoptic.records.article import Article
from synoptic.records.parse import Parse


def find_quotes(article: Article, parse: Parse, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """The quotes of an article, in order of the text."""
    return ()
