"""Event records: one record a real event from all accounts, its fields voted, with the words that tell it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from synoptic.language.terms import terms
from synoptic.records.annotation import Account, Event
from synoptic.records.findings import Citation, EventRecord
from synoptic.records.links import StoryAlignment
from synoptic.records.span import Span, hull

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types that both sides do: the order of actor and recipient makes no difference."""

_TELLING = 4
"""The fewest letters of a word that tells who is meant; articles and pronouns have fewer."""

_NEAR = (
    frozenset({"CONSULT"}),
    frozenset({"AGREE", "SUPPORT", "COOPERATE"}),
    frozenset({"ACCUSE", "REJECT"}),
    frozenset({"COERCE", "SANCTION"}),
)
"""Types that accounts of one event may give it, when actor, recipient and date are the same."""


@dataclass(frozen=True, slots=True)
class _Side:
    """An actor or recipient as one article names it: the story's entity, and the terms of its words."""

    entity: str | None
    words: frozenset[str]

    def matches(self, other: "_Side") -> bool:
        """Whether both may be the same: one entity; where one of them is only described, a word in common."""
        if self.entity is not None and other.entity is not None:
            return self.entity == other.entity
        return bool(self.words & other.words)

    @property
    def is_empty(self) -> bool:
        """Whether the article names nobody."""
        return self.entity is None and not self.words


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as one article tells it, with the story's entities."""

    article: str
    event: Event
    actor: _Side
    recipient: _Side


def merge_events(alignment: StoryAlignment, accounts: Sequence[Account]) -> tuple[EventRecord, ...]:
    """The events of a story, merged over its accounts; those that most articles tell come first.

    Two tellings are one event where type (or near type), actor and recipient are the same and their dates can be. Actor
    and recipient of a record are ids of the story's entities, None where they are only described.
    """
    told = [_read(alignment, account, event) for account in accounts for event in account.annotation.events]
    # In order of the articles' ids: the order of the accounts decides nothing but the order of a record's members.
    told.sort(key=lambda one: (one.article, one.event.span, one.event.code))
    place = {account.article.id: number for number, account in enumerate(accounts)}
    groups: list[list[_Told]] = []
    for one in told:
        home = next((group for group in groups if _belongs(one, group)), None)
        if home is not None:
            home.append(one)
        else:
            groups.append([one])
    groups.sort(key=lambda group: (-len({one.article for one in group}), -_named_sides(group)))
    return tuple(_record(group, place) for group in groups)


def _read(alignment: StoryAlignment, account: Account, event: Event) -> _Told:
    def side(span: Span | None, entity: str | None) -> _Side:
        words = (
            frozenset(word for word in terms(span.of(account.article.text)) if len(word) >= _TELLING)
            if span
            else frozenset()
        )
        return _Side(alignment.linking.ids.get((account.article.id, entity or "")), words)

    return _Told(
        account.article.id, event, side(event.actor, event.entity_actor), side(event.recipient, event.entity_recipient)
    )


def _belongs(one: _Told, group: Sequence[_Told]) -> bool:
    return any(_is_same(one, other) for other in group) and _dates_agree(one, group)


def _is_same(one: _Told, other: _Told) -> bool:
    near = any({one.event.code, other.event.code} <= types for types in _NEAR) and one.event.date == other.event.date
    if one.event.code != other.event.code and not near:
        return False
    if one.actor.matches(other.actor):
        if one.recipient.is_empty and other.recipient.is_empty:
            return one.event.rule == other.event.rule
        if one.recipient.matches(other.recipient):
            return True
    mutual = one.event.code in _MUTUAL and other.event.code in _MUTUAL
    return mutual and one.actor.matches(other.recipient) and one.recipient.matches(other.actor)


def _named_sides(group: Sequence[_Told]) -> int:
    return max((one.actor.entity is not None) + (one.recipient.entity is not None) for one in group)


def _dates_agree(one: _Told, group: Sequence[_Told]) -> bool:
    """Whether no date of the group excludes this one: one of each two is unknown or begins the other."""
    mine = one.event.date
    dates = {other.event.date for other in group if other.event.date}
    return mine is None or all(date.startswith(mine) or mine.startswith(date) for date in dates)


def _record(group: Sequence[_Told], place: Mapping[str, int]) -> EventRecord:
    first = max(group, key=lambda one: (one.actor.entity is not None) + (one.recipient.entity is not None))
    return EventRecord(
        _voted(one.event.code for one in group) or first.event.code,
        _shared_mode(group),
        first.actor.entity,
        first.recipient.entity,
        _voted(one.event.date for one in group),
        _voted(one.event.place for one in group),
        tuple(Citation(one.article, _words(one.event)) for one in sorted(group, key=lambda one: place[one.article])),
    )


def _voted(values: Iterable[str | None]) -> str | None:
    """The value that most tellings give; of equals the fuller, then the first in order of the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)


def _shared_mode(group: Sequence[_Told]) -> str | None:
    """The mode that at least half of the tellings give."""
    mode = _voted(one.event.mode for one in group)
    return mode if 2 * sum(one.event.mode == mode for one in group) >= len(group) else None


def _words(event: Event) -> Span:
    return hull(span for span in (event.span, event.actor, event.recipient) if span is not None)
