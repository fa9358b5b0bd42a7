"""Event records: one record a real event from all accounts."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import EventRecord
from synoptic.records.links import StoryAlignment


def merge_events(alignment: StoryAlignment, accounts: Sequence[Account]) -> tuple[EventRecord, ...]:
    """The events of a story, merged over its accounts."""
    return ()
