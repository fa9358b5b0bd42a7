"""cluster: articles → stories with the reason for each placement, and verbatim links."""

from collections.abc import Sequence

from synoptic.ports import Encoder
from synoptic.records.article import Article
from synoptic.records.links import Placement, Story
from synoptic.records.stages import Collection, Grouping
from synoptic.stages.cluster.copies import find_copies


def cluster(collection: Collection, encoder: Encoder) -> Grouping:
    """The stories of a collection."""
    placements = group(collection.articles, encoder)
    members: dict[str, list[str]] = {}
    for placement in placements:
        members.setdefault(placement.story, []).append(placement.article)
    stories = tuple(Story(id, tuple(articles)) for id, articles in members.items())
    return Grouping(collection, stories, placements, find_copies(collection.articles))


def group(articles: Sequence[Article], encoder: Encoder) -> tuple[Placement, ...]:
    """The story of each article, in order of arrival."""
    return tuple(Placement(article.id, "s1", 1.0, "first") for article in articles)
