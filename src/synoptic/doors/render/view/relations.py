"""The timeline and the relations of a story: what happened when, and who did what to whom."""

from dataclasses import dataclass

from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.language.dates_in_words import date_in_words
from synoptic.records.stages import StorySynopsis

DEEDS = {
    "AGREE": "agrees with",
    "CONSULT": "meets or consults",
    "SUPPORT": "supports",
    "CONCEDE": "concedes to",
    "YIELD": "yields to",
    "COOPERATE": "cooperates with",
    "AID": "aids",
    "RETREAT": "retreats before",
    "REQUEST": "calls on",
    "ACCUSE": "accuses",
    "REJECT": "rejects",
    "THREATEN": "threatens",
    "PROTEST": "protests against",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilises against",
    "COERCE": "coerces",
    "ASSAULT": "attacks",
}
"""PLOVER types in words. Source: PLOVER codebook (Open Event Data Alliance)."""


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
    """An event: who (empty: not named) does what (`code` in words) to whom, when, where."""

    actor: str
    deed: str
    code: str
    recipient: str
    date: str
    place: str
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
            DEEDS.get(event.code, event.code.lower()),
            event.code if event.mode is None else f"{event.code} · {event.mode}",
            names.get(event.recipient or "", ""),
            date_in_words(event.date, weekday=False) if event.date else "",
            event.place or "",
            citer.one_an_article(event.members),
        )
        for event in events
    )
