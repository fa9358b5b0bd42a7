"""Event records as a table, one row an event of a story, with the columns of PLOVER data and where each comes from.

Column names follow the event data of POLECAT (Halterman et al. 2023, "PLOVER and POLECAT"); the last six are ours.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from synoptic.language.plover import EVENT_TYPES
from synoptic.language.territories import find_territory
from synoptic.records.findings import EventRecord
from synoptic.records.stages import StorySynopsis, Synopsis

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Quad Code",
    "Actor Name",
    "Actor Country",
    "Recipient Name",
    "Recipient Country",
    "Placename",
    "Source",
    "Publication Date",
    "Language",
    "CAMEO Root",
    "Sectors",
    "Story ID",
    "Articles",
    "Origins",
    "Dissent",
)
"""The columns, in order. All hold text but Articles and Origins, which hold counts; "; " joins several values."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row; empty text where nothing is known. `articles` and `origins` count who tells of the event."""

    id: str
    date: str
    code: str
    mode: str
    quad: str
    actor: str
    actor_country: str
    recipient: str
    recipient_country: str
    place: str
    source: str
    published: str
    language: str
    cameo: str
    sectors: str
    story: str
    articles: int
    origins: int
    dissent: str

    @property
    def cells(self) -> tuple[str | int, ...]:
        """The values in the order of COLUMNS."""
        return astuple(self)


def event_rows(synopsis: Synopsis) -> Iterator[EventRow]:
    """The rows of all stories, in their order; an event's number is its place in the story."""
    for story in synopsis.stories:
        for number, event in enumerate(story.findings.events, 1):
            yield _row(story, event, number)


def _row(story: StorySynopsis, event: EventRecord, number: int) -> EventRow:
    names = {entity.id: entity.name for entity in story.alignment.linking.entities}
    told = dict.fromkeys(member.article for member in event.members)
    articles = [account.article for account in story.accounts if account.article.id in told]
    origins = sum(any(id in told for id in origin.articles) for origin in story.findings.origins)
    actor, recipient = names.get(event.actor or "", ""), names.get(event.recipient or "", "")
    kind = EVENT_TYPES[event.code]
    return EventRow(
        f"{story.story.id}/{number}",
        event.date or "",
        event.code,
        event.mode or "",
        kind.quad.value,
        actor,
        _country(actor),
        recipient,
        _country(recipient),
        event.place or "",
        "; ".join(dict.fromkeys(article.outlet or article.id for article in articles)),
        min((article.published for article in articles if article.published), default=""),
        "; ".join(sorted({article.language for article in articles if article.language})),
        kind.root(event.mode),
        "; ".join(event.sectors),
        story.story.id,
        len(articles),
        origins,
        "; ".join(f"{one.field}: {one.value}" for one in event.dissent),
    )


def _country(name: str) -> str:
    """The country that a name is of, as an ISO 3166 code in capitals; empty for a name that is no territory's."""
    territory = find_territory(name) if name else None
    return territory.code.upper() if territory else ""
