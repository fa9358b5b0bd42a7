"""Statements: the propositions of an article with voice, polarity and modality."""

from collections.abc import Sequence

from synoptic.records.annotation import Quote, Statement
from synoptic.records.article import Article
from synoptic.records.parse import Parse


def find_statements(article: Article, parse: Parse, quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    """The statements of lead and body, in order of the text."""
    return ()
