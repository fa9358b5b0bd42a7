"""link: what in different articles is the same. Annotations of a story → entities, quote groups, claims, links."""

from collections.abc import Sequence

from synoptic.ports import Encoder, PairJudge, PairScorer
from synoptic.records.annotation import Account
from synoptic.records.identities import Identity
from synoptic.records.links import Link, Story, StoryAlignment
from synoptic.records.stages import Aligned, Annotated
from synoptic.stages.link.claims import align_claims
from synoptic.stages.link.entities import link_entities
from synoptic.stages.link.quotes import group_quotes
from synoptic.stages.link.retellings import find_retellings


def link(
    annotated: Annotated,
    encoder: Encoder,
    scorer: PairScorer | None = None,
    judged: Sequence[Identity] = (),
    judge: PairJudge | None = None,
) -> Aligned:
    """The alignment of every story; `judged` names win over any rule.

    A `scorer` reads the doubtful pairs of claims, a `judge` decides those that are doubtful still.
    """
    stories = annotated.grouping.stories
    told = zip(stories, annotated.accounts_by_story(), _by_story(stories, annotated.grouping.links), strict=True)
    models = (encoder, scorer, judge)
    return Aligned(annotated, tuple(link_story(*story, models, judged) for story in told))


def _by_story(stories: Sequence[Story], links: Sequence[Link]) -> list[tuple[Link, ...]]:
    """The links inside each story."""
    home = {article: number for number, story in enumerate(stories) for article in story.articles}
    found: list[list[Link]] = [[] for _ in stories]
    for known in links:
        if known.source in home and home[known.source] == home.get(known.target):
            found[home[known.source]].append(known)
    return [tuple(row) for row in found]


def link_story(
    story: Story,
    accounts: Sequence[Account],
    links: Sequence[Link],
    models: tuple[Encoder, PairScorer | None, PairJudge | None],
    judged: Sequence[Identity] = (),
) -> StoryAlignment:
    """The alignment of one story; `links` are the verbatim links inside it."""
    encoder, scorer, judge = models
    linking = link_entities(accounts, judged)
    retellings = find_retellings([account.article for account in accounts], tuple(links), encoder)
    return StoryAlignment(
        story,
        linking,
        group_quotes(accounts, linking, encoder),
        align_claims(accounts, linking, encoder, scorer, judge),
        (*links, *retellings),
    )
