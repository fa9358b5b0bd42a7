"""write: what is told of the findings: neutral sentences, each with its citations."""

from synoptic.ports import Chat
from synoptic.records.links import Placement
from synoptic.records.stages import StorySynopsis, Synopsis, Weighed
from synoptic.stages.write.brief import write_brief
from synoptic.stages.write.by_model import brief_by
from synoptic.stages.write.scene import build_scene


def write(weighed: Weighed, chat: Chat | None = None) -> Synopsis:
    """The whole analysis with a brief for every story; `chat`, where the user named one, words the briefs."""
    annotated = weighed.aligned.annotated
    placements: dict[str, list[Placement]] = {}
    for placement in annotated.grouping.placements:
        placements.setdefault(placement.story, []).append(placement)
    stories = []
    told = zip(weighed.aligned.stories, weighed.findings, annotated.accounts_by_story(), strict=True)
    for alignment, findings, accounts in told:
        scene = build_scene(alignment, findings, accounts)
        brief = write_brief(scene)
        if chat is not None:
            brief = brief_by(chat, scene, brief)
        stories.append(
            StorySynopsis(
                alignment.story,
                findings.main_event.title,
                accounts,
                tuple(placements.get(alignment.story.id, ())),
                alignment,
                findings,
                brief,
            )
        )
    collection = annotated.grouping.collection
    return Synopsis(collection.articles, collection.rejected, tuple(stories))
