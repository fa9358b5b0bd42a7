"""Event records: one record a real event from all accounts, its fields voted, with the words that tell it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.records.annotation import Account, Event
from synoptic.records.findings import Citation, EventRecord
from synoptic.records.links import StoryAlignment
from synoptic.records.span import Span, hull

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types that both sides do: the order of actor and recipient makes no difference."""

_NEAR = (
    frozenset({"CONSULT"}),
    frozenset({"AGREE", "SUPPORT", "COOPERATE"}),
    frozenset({"ACCUSE", "REJECT"}),
    frozenset({"COERCE", "SANCTION"}),
)
"""Types that accounts of one event may give it, when actor, recipient and date are the same."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as one article tells it, with the story's entities."""

    article: str
    event: Event
    actor: str | None
    recipient: str | None


def merge_events(alignment: StoryAlignment, accounts: Sequence[Account]) -> tuple[EventRecord, ...]:
    """The events of a story, merged over its accounts; those that most articles tell come first.

    Two tellings are one event where type (or near type), actor and recipient are the same and their dates can be. Actor
    and recipient of a record are ids of the story's entities.
    """
    ids = alignment.linking.ids
    told = [
        _Told(
            account.article.id,
            event,
            ids.get((account.article.id, event.entity_actor or "")),
            ids.get((account.article.id, event.entity_recipient or "")),
        )
        for account in accounts
        for event in account.annotation.events
    ]
    groups: list[list[_Told]] = []
    for one in told:
        home = next((group for group in groups if any(_is_same(one, other) for other in group)), None)
        if home is not None and _dates_agree(one, home):
            home.append(one)
        else:
            groups.append([one])
    groups.sort(key=lambda group: -len({one.article for one in group}))
    return tuple(_record(group) for group in groups)


def _is_same(one: _Told, other: _Told) -> bool:
    if one.actor is None or one.recipient is None:
        return False
    near = any({one.event.code, other.event.code} <= types for types in _NEAR) and one.event.date == other.event.date
    if one.event.code != other.event.code and not near:
        return False
    if (one.actor, one.recipient) == (other.actor, other.recipient):
        return True
    mutual = one.event.code in _MUTUAL and other.event.code in _MUTUAL
    return mutual and (one.actor, one.recipient) == (other.recipient, other.actor)


def _dates_agree(one: _Told, group: Sequence[_Told]) -> bool:
    """Whether no date of the group excludes this one: one of each two is unknown or begins the other."""
    mine = one.event.date
    dates = {other.event.date for other in group if other.event.date}
    return mine is None or all(date.startswith(mine) or mine.startswith(date) for date in dates)


def _record(group: Sequence[_Told]) -> EventRecord:
    first = group[0]
    return EventRecord(
        _voted(one.event.code for one in group) or first.event.code,
        _voted(one.event.mode for one in group),
        first.actor,
        first.recipient,
        _voted(one.event.date for one in group),
        _voted(one.event.place for one in group),
        tuple(Citation(one.article, _words(one.event)) for one in group),
    )


def _voted(values: Iterable[str | None]) -> str | None:
    """The value that most tellings give; of equals the fuller, then the first."""
    counts = Counter(value for value in values if value)
    return max(counts, key=lambda value: (counts[value], len(value)), default=None)


def _words(event: Event) -> Span:
    return hull(span for span in (event.span, event.actor, event.recipient) if span is not None)
