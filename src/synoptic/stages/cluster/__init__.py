"""cluster: articles → stories with the reason for each placement, and verbatim links."""

from synoptic.ports import Encoder
from synoptic.records.links import Story
from synoptic.records.stages import Collection, Grouping
from synoptic.stages.cluster.copies import find_copies
from synoptic.stages.cluster.grouping import group

__all__ = ["cluster", "find_copies", "group"]


def cluster(collection: Collection, encoder: Encoder) -> Grouping:
    """The stories of a collection."""
    placements = group(collection.articles, encoder)
    members: dict[str, list[str]] = {}
    for placement in placements:
        members.setdefault(placement.story, []).append(placement.article)
    stories = tuple(Story(id, tuple(articles)) for id, articles in members.items())
    return Grouping(collection, stories, placements, find_copies(collection.articles))
