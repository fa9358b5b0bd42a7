"""write: what is told of the findings: neutral sentences, each with its citations."""

from synoptic.records.stages import StorySynopsis, Synopsis, Weighed
from synoptic.stages.write.brief import write_brief


def write(weighed: Weighed) -> Synopsis:
    """The whole analysis with a brief for every story."""
    annotated = weighed.aligned.annotated
    stories = []
    for alignment, findings in zip(weighed.aligned.stories, weighed.findings, strict=True):
        accounts = annotated.accounts_of(alignment.story)
        stories.append(
            StorySynopsis(
                alignment.story,
                findings.main_event.title,
                accounts,
                tuple(p for p in annotated.grouping.placements if p.story == alignment.story.id),
                alignment,
                findings,
                write_brief(alignment, findings, accounts),
            )
        )
    collection = annotated.grouping.collection
    return Synopsis(collection.articles, collection.rejected, tuple(stories))
