"""cluster: articles → stories with the reason for each placement, and verbatim links."""

from collections.abc import Sequence

from synoptic.ports import Encoder
from synoptic.records.judgements import Judgement
from synoptic.records.links import Placement, Story
from synoptic.records.stages import Collection, Grouping
from synoptic.stages.cluster.copies import find_copies
from synoptic.stages.cluster.grouping import group, open_stream, run

__all__ = ["as_one_story", "cluster", "find_copies", "group"]


def cluster(collection: Collection, encoder: Encoder, judgements: Sequence[Judgement] = ()) -> Grouping:
    """The stories of a collection; a reader's `judgements` win over the model."""
    found = run(open_stream(encoder, len(collection.articles)), collection.articles, encoder, judgements)
    return _grouped(collection, found.placements)


def as_one_story(collection: Collection) -> Grouping:
    """All articles of a collection as one story, because the user says that they are."""
    reason = "all sources were given as accounts of one event"
    return _grouped(collection, tuple(Placement(article.id, "s1", 1.0, reason) for article in collection.articles))


def _grouped(collection: Collection, placements: tuple[Placement, ...]) -> Grouping:
    members: dict[str, list[str]] = {}
    for placement in placements:
        members.setdefault(placement.story, []).append(placement.article)
    stories = tuple(Story(id, tuple(articles)) for id, articles in members.items())
    return Grouping(collection, stories, placements, find_copies(collection.articles))
