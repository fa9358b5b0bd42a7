"""The timeline of a story."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import Claim, TimelineEntry
from synoptic.records.links import StoryAlignment


def build_timeline(
    alignment: StoryAlignment, accounts: Sequence[Account], claims: Sequence[Claim]
) -> tuple[TimelineEntry, ...]:
    """What happened when, in order of the dates."""
    return ()
