"""Which tellings of different accounts are one event."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import product

from synoptic.records.annotation import Event
from synoptic.stages.weigh.events.telling import Side, Telling

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types that both sides do: the order of actor and recipient makes no difference."""

_NEAR = (
    frozenset({"CONSULT"}),
    frozenset({"AGREE", "SUPPORT", "COOPERATE"}),
    frozenset({"ACCUSE", "REJECT"}),
    frozenset({"COERCE", "SANCTION"}),
)
"""Types that accounts of one event may give it, when actor, recipient and date are the same."""


_DAY = len("2031-05-05")
"""Characters of an ISO date to the day."""


class _Group:
    """The tellings of one event. Tellings that say the same are compared once: `kinds` holds one of each."""

    def __init__(self) -> None:
        self.tellings: list[Telling] = []
        self.kinds: dict[tuple[object, ...], Telling] = {}
        self.dates: set[str] = set()

    def add(self, one: Telling) -> None:
        self.tellings.append(one)
        self.kinds.setdefault(_kind(one), one)
        if one.event.date:
            self.dates.add(one.event.date)

    def holds(self, one: Telling) -> bool:
        """Whether `one` tells this event: no date of the group excludes it, and some telling is the same."""
        date = one.event.date
        if date is not None and not all(_is_part(date, other) or _is_part(other, date) for other in self.dates):
            return self._holds_misdated(one)
        return _kind(one) in self.kinds or any(_is_same(one, other) for other in self.kinds.values())

    def _holds_misdated(self, one: Telling) -> bool:
        """Whether accounts give this event dates of two neighbouring days (time zones, the day of the report).

        Only between entities, and only where no account tells of both days: those would be two events.
        """
        days = {*self.dates, one.event.date or ""}
        if one.named_sides < 2 or not _are_neighbours(days):
            return False
        mine = {one.article, *(other.article for other in self.tellings if other.event.date == one.event.date)}
        theirs = {other.article for other in self.tellings if other.event.date not in (None, one.event.date)}
        return not mine & theirs and any(
            other.event.code == one.event.code and other.named_sides == 2 and _is_same(one, other)
            for other in self.kinds.values()
        )


def group_tellings(told: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of one event together, in the order of their first; each joins the first group that holds it.

    Only groups that share a word or entity on both sides are asked, so that the cost of a story does not grow with the
    square of its events.
    """
    groups: list[_Group] = []
    found: dict[tuple[str, str], dict[int, None]] = {}
    for one in told:
        asked = sorted({number for key in _asked(one) for number in found.get(key, ())})
        home = next((number for number in asked if groups[number].holds(one)), None)
        if home is None:
            home = len(groups)
            groups.append(_Group())
        groups[home].add(one)
        for key in product(one.actor.keys, one.recipient.keys):
            found.setdefault(key, {})[home] = None
    return [group.tellings for group in groups]


def _asked(one: Telling) -> Iterator[tuple[str, str]]:
    yield from product(one.actor.keys, one.recipient.keys)
    if one.event.code in _MUTUAL:
        yield from product(one.recipient.keys, one.actor.keys)


def _kind(one: Telling) -> tuple[object, ...]:
    event = one.event
    bare = event.rule if one.recipient.is_empty else ""
    return event.code, event.date, bare, _known(one.actor), _known(one.recipient)


def _known(side: Side) -> tuple[object, ...]:
    return side.entity, side.words


def _is_same(one: Telling, other: Telling) -> bool:
    if one.event.code != other.event.code and not _is_near(one.event, other.event):
        return False
    if one.actor.matches(other.actor):
        if one.recipient.is_empty and other.recipient.is_empty:
            return one.event.rule == other.event.rule
        if one.recipient.matches(other.recipient):
            return True
    # "The captain was arrested": who did it need not be told.
    if one.actor.is_empty and other.actor.is_empty and one.event.code == other.event.code:
        return not one.recipient.is_empty and one.recipient.matches(other.recipient)
    mutual = one.event.code in _MUTUAL and other.event.code in _MUTUAL
    return mutual and one.actor.matches(other.recipient) and one.recipient.matches(other.actor)


def _is_near(one: Event, other: Event) -> bool:
    return one.date == other.date and any({one.code, other.code} <= types for types in _NEAR)


def _are_neighbours(dates: set[str]) -> bool:
    """Whether the ISO dates are of two days that follow each other."""
    if any(len(date) < _DAY for date in dates):
        return False
    days = sorted({datetime.date.fromisoformat(date[:_DAY]) for date in dates})
    return len(days) == 2 and days[1] - days[0] == datetime.timedelta(days=1)


def _is_part(date: str, whole: str) -> bool:
    """Whether an ISO date is a day or month of the other, or the same."""
    return date.startswith(whole)
