"""The timeline and the relations of a story: what happened when, and who did what to whom."""

from dataclasses import dataclass

from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.language.dates_in_words import date_in_words
from synoptic.language.plover import EVENT_TYPES, Quad
from synoptic.records.findings import EventRecord
from synoptic.records.stages import StorySynopsis


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the timeline."""

    iso: str
    date: str
    text: str
    origins: int
    citations: tuple[CitationLink, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """An event: who (empty: not named) does what (`code` in words) to whom, when, where, about what.

    `otherwise` says what single accounts tell differently.
    """

    actor: str
    deed: str
    code: str
    quad: Quad
    recipient: str
    when_where: str
    sectors: str
    otherwise: str
    citations: tuple[CitationLink, ...]

    @property
    def complete(self) -> bool:
        """Whether both sides are named."""
        return bool(self.actor and self.recipient)


def build_moments(story: StorySynopsis, citer: Citer) -> tuple[Moment, ...]:
    """The timeline in order of its dates."""
    band = {id: column.band.id for id, column in citer.columns.items()}
    return tuple(
        Moment(
            entry.date,
            date_in_words(entry.date),
            entry.text,
            len({band[member.article] for member in entry.members}),
            citer.one_an_article(entry.members),
        )
        for entry in story.findings.timeline
    )


def build_relations(story: StorySynopsis, citer: Citer) -> tuple[Relation, ...]:
    """The events of a story, those that most accounts tell first."""
    names = {entity.id: entity.name for entity in story.alignment.linking.entities}
    events = sorted(story.findings.events, key=lambda event: -len({m.article for m in event.members}))
    return tuple(
        Relation(
            names.get(event.actor or "", ""),
            EVENT_TYPES[event.code].words(event.mode),
            event.code if event.mode is None else f"{event.code} · {event.mode}",
            EVENT_TYPES[event.code].quad,
            names.get(event.recipient or "", ""),
            _when_where(event.date, event.place),
            ", ".join(event.sectors),
            _otherwise(event, citer),
            citer.one_an_article(event.members),
        )
        for event in events
    )


def _when_where(date: str | None, place: str | None) -> str:
    return ", ".join(part for part in (date_in_words(date, weekday=False) if date else "", place or "") if part)


def _otherwise(event: EventRecord, citer: Citer) -> str:
    """What single accounts say of its date and place: the type is our reading, not theirs."""
    told = (
        f"{', '.join(dict.fromkeys(citer.columns[member.article].name for member in dissent.members))}: "
        f"{date_in_words(dissent.value, weekday=False) if dissent.field == 'date' else dissent.value}"
        for dissent in event.dissent
        if dissent.field in ("date", "place")
    )
    return "; ".join(told)
