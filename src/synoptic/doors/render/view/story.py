"""A whole story as the templates show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.doors.render.view.collation import CollatedQuote, build_collations
from synoptic.doors.render.view.columns import Band, Column, bands_of, build_columns
from synoptic.doors.render.view.flow import Flow, build_flow
from synoptic.doors.render.view.fulltext import FullText, build_fulltext
from synoptic.doors.render.view.people import PersonRow, Spelling, build_people
from synoptic.doors.render.view.relation_map import RelationMap, build_relation_map
from synoptic.doors.render.view.relations import Moment, Relation, build_moments, build_relations
from synoptic.doors.render.view.table import Row, build_rows
from synoptic.doors.render.view.versions import WIDE
from synoptic.language.dates_in_words import date_in_words
from synoptic.records.findings import Claim, ClaimStatus
from synoptic.records.links import firm_members
from synoptic.records.stages import StorySynopsis


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A sentence of the brief with its citations."""

    text: str
    topic: str
    citations: tuple[CitationLink, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a story; `unshown` claims have no row because the table would be too large."""

    articles: int
    outlets: int
    origins: int
    shared: int
    agreed: int
    partial: int
    differs: int
    single: int
    claims: int
    unshown: int


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything that the page shows of one story."""

    prefix: str
    title: str
    date: str
    place: str
    tally: Tally
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    brief: tuple[BriefLine, ...]
    author: str
    withheld: tuple[str, ...]
    flow: Flow
    rows: tuple[Row, ...]
    people: tuple[PersonRow, ...]
    others: tuple[Spelling, ...]
    quotes: tuple[CollatedQuote, ...]
    single_quotes: tuple[CollatedQuote, ...]
    moments: tuple[Moment, ...]
    relations: tuple[Relation, ...]
    relation_map: RelationMap | None
    texts: tuple[FullText, ...]

    @property
    def wide(self) -> bool:
        """Whether there are too many articles for a column each."""
        return len(self.columns) > WIDE


def build_story(story: StorySynopsis, number: int, *, texts: bool = True) -> StoryView:
    """The view of one story, the `number`th of the page; without `texts` where nothing is linked to the full texts."""
    prefix = f"s{number}"
    columns = build_columns(story, prefix)
    citer = Citer({c.id: c for c in columns}, {a.article.id: a.article.text for a in story.accounts})
    rows = build_rows(story, columns, citer, prefix)
    people, others = build_people(story, columns, citer, prefix)
    shared, alone = build_collations(story, columns, citer, prefix)
    brief = tuple(BriefLine(s.text, s.topic, citer.links(s.citations)) for s in story.brief.sentences)
    event = story.findings.main_event
    citer.links(event.citations)
    flow = build_flow(columns, story.alignment.links, citer)
    moments = build_moments(story, citer)
    relations = build_relations(story, citer)
    return StoryView(
        prefix,
        story.title,
        date_in_words(event.date) if event.date else "",
        event.place or "",
        _tally(columns, story.findings.claims, len(rows)),
        columns,
        bands_of(columns),
        brief,
        story.brief.author,
        story.brief.withheld,
        flow,
        rows,
        people,
        others,
        shared,
        alone,
        moments,
        relations,
        build_relation_map(relations),
        _texts(story, columns, citer) if texts else (),
    )


def _texts(story: StorySynopsis, columns: Sequence[Column], citer: Citer) -> tuple[FullText, ...]:
    accounts = {account.article.id: account for account in story.accounts}
    placements = {p.article: f"{p.reason} ({p.score:.2f})" if p.reason else "" for p in story.placements}
    return tuple(build_fulltext(accounts[c.id], c, citer, placements.get(c.id, "")) for c in columns)


def _tally(columns: Sequence[Column], claims: Sequence[Claim], shown: int) -> Tally:
    def of(status: ClaimStatus) -> int:
        return sum(claim.status is status for claim in claims)

    return Tally(
        len(columns),
        len({column.name.rsplit(" (", 1)[0] for column in columns}),
        len(bands_of(columns)),
        sum(len({member.article for member in firm_members(claim.members)}) > 1 for claim in claims),
        of(ClaimStatus.AGREED),
        of(ClaimStatus.PARTIAL),
        of(ClaimStatus.DIFFERS),
        of(ClaimStatus.SINGLE),
        len(claims),
        len(claims) - shown,
    )
