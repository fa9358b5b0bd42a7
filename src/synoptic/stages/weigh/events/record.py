"""The record of one event: each field as most accounts give it, and what the others say."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from synoptic.records.findings import Citation, Dissent, EventRecord
from synoptic.stages.weigh.events.telling import Telling

_FIELDS: tuple[tuple[str, Callable[[Telling], str | None]], ...] = (
    ("code", lambda one: one.event.code),
    ("mode", lambda one: one.event.mode),
    ("date", lambda one: one.event.date),
    ("place", lambda one: one.event.place),
)
"""The fields that are voted on, as one telling gives them."""


def record_of(group: Sequence[Telling], place: Mapping[str, int]) -> EventRecord:
    """The record of the tellings of one event; `place` is the rank of each article among the accounts."""
    ordered = sorted(group, key=lambda one: place[one.article])
    first = max(group, key=lambda one: one.named_sides)
    voted = {name: _voted(value(one) for one in group) for name, value in _FIELDS}
    mode = _shared(voted["mode"], [one.event.mode for one in group])
    kept = voted | {"mode": mode}
    dissent = (
        Dissent(name, value, tuple(Citation(one.article, one.words) for one in ordered if of(one) == value))
        for name, of in _FIELDS
        for value in sorted({of(one) for one in group} - {None, kept[name]}, key=str)
        if value is not None and not (kept[name] or "").startswith(value)
    )
    return EventRecord(
        voted["code"] or first.event.code,
        mode,
        first.actor.entity,
        first.recipient.entity,
        voted["date"],
        voted["place"],
        tuple(Citation(one.article, one.words) for one in ordered),
        tuple(sorted({sector for one in group for sector in one.sectors})),
        tuple(dissent),
    )


def _voted(values: Iterable[str | None]) -> str | None:
    """The value that most tellings give; of equals the fuller, then the first in order of the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)


def _shared(mode: str | None, modes: Sequence[str | None]) -> str | None:
    """The mode where at least half of the tellings give it."""
    return mode if 2 * modes.count(mode) >= len(modes) else None
