"""Origins: how many independent sources a story has."""

from collections.abc import Sequence

from synoptic.records.article import Article
from synoptic.records.findings import Origin
from synoptic.records.links import Link


def find_origins(articles: Sequence[Article], links: Sequence[Link]) -> tuple[Origin, ...]:
    """Connected components over dependence links and shared credits."""
    return ()
