"""Event records: one a real event from all accounts, fields voted, dissent kept, with the words that tell."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import EventRecord
from synoptic.records.links import StoryAlignment
from synoptic.stages.weigh.events.groups import group_tellings
from synoptic.stages.weigh.events.record import record_of
from synoptic.stages.weigh.events.telling import read_tellings


def merge_events(alignment: StoryAlignment, accounts: Sequence[Account]) -> tuple[EventRecord, ...]:
    """The events of a story, merged over its accounts; those that most articles tell come first.

    Two tellings are one event where type (or near type), actor and recipient are the same and their dates can be. Actor
    and recipient of a record are ids of the story's entities, None where they are only described. What single accounts
    say otherwise of mode, date or place stands in the record's `dissent`.
    """
    groups = group_tellings(read_tellings(alignment, accounts))
    groups.sort(key=lambda group: (-len({one.article for one in group}), -max(one.named_sides for one in group)))
    place = {account.article.id: number for number, account in enumerate(accounts)}
    return tuple(record_of(group, place) for group in groups)
