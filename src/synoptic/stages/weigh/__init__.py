"""weigh: what the links amount to: origins, status of claims, differences, omissions, labels, timeline."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import Findings
from synoptic.records.links import StoryAlignment
from synoptic.records.stages import Aligned, Weighed
from synoptic.stages.weigh.claims import weigh_claims
from synoptic.stages.weigh.events import merge_events
from synoptic.stages.weigh.labels import label_ledger
from synoptic.stages.weigh.main_event import find_main_event
from synoptic.stages.weigh.omissions import find_omissions
from synoptic.stages.weigh.origins import find_origins
from synoptic.stages.weigh.timeline import build_timeline


def weigh(aligned: Aligned) -> Weighed:
    """The findings of every story."""
    told = zip(aligned.stories, aligned.annotated.accounts_by_story(), strict=True)
    return Weighed(aligned, tuple(weigh_story(story, accounts) for story, accounts in told))


def weigh_story(alignment: StoryAlignment, accounts: Sequence[Account]) -> Findings:
    """The findings of one story."""
    origins = find_origins([account.article for account in accounts], alignment.links)
    claims = weigh_claims(alignment, accounts, origins)
    return Findings(
        find_main_event(alignment, accounts),
        origins,
        claims,
        find_omissions(claims, origins, accounts),
        label_ledger(alignment, accounts),
        merge_events(alignment, accounts),
        build_timeline(accounts, claims),
    )
