"""The event that a story is about: title, date and place."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import Claim, MainEvent
from synoptic.records.links import StoryAlignment


def find_main_event(alignment: StoryAlignment, accounts: Sequence[Account], claims: Sequence[Claim]) -> MainEvent:
    """The headline of the story with its date and place."""
    first = accounts[0].article
    return MainEvent(first.title or first.text[:80], first.published, None, ())
