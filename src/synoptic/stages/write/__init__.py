"""write: findings → brief: neutral sentences, each with its citations."""

from synoptic.records.findings import Brief
from synoptic.records.stages import StorySynopsis, Synopsis, Weighed


def write(weighed: Weighed) -> Synopsis:
    """The whole analysis with a brief for every story."""
    annotated = weighed.aligned.annotated
    stories = tuple(
        StorySynopsis(
            alignment.story,
            findings.main_event.title,
            annotated.accounts_of(alignment.story),
            tuple(p for p in annotated.grouping.placements if p.story == alignment.story.id),
            alignment,
            findings,
            Brief(()),
        )
        for alignment, findings in zip(weighed.aligned.stories, weighed.findings, strict=True)
    )
    collection = annotated.grouping.collection
    return Synopsis(collection.articles, collection.rejected, stories)
