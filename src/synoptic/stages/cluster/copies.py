"""Copies: near-duplicates and partial reuse, with the passages."""

from collections.abc import Sequence

from synoptic.records.article import Article
from synoptic.records.links import Link


def find_copies(articles: Sequence[Article]) -> tuple[Link, ...]:
    """Copy, partial and quotation links between articles."""
    return ()
