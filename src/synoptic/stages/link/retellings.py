"""Retellings: the same statements in the same order in other words."""

from collections.abc import Sequence

from synoptic.ports import Encoder
from synoptic.records.article import Article
from synoptic.records.links import Link


def find_retellings(articles: Sequence[Article], links: Sequence[Link], encoder: Encoder) -> tuple[Link, ...]:
    """Retelling links between articles of one story that no verbatim link joins yet."""
    return ()
