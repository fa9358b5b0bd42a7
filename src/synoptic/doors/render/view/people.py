"""How each outlet names the same people and bodies: spellings, offices, and labels with their voice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from synoptic.doors.render.cards import NAME, TITLE, CardPart, build_cards
from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.doors.render.view.columns import Column
from synoptic.doors.render.view.versions import WIDE, Printed, Version, versions
from synoptic.language.dates_in_words import date_in_words
from synoptic.records.annotation import Entity, EntityKind, MentionForm
from synoptic.records.findings import LabelUse
from synoptic.records.stages import StorySynopsis

MOST_ROWS = 40
_KIND_ORDER = {EntityKind.PERSON: 0, EntityKind.ORGANIZATION: 1, EntityKind.PLACE: 2, EntityKind.OTHER: 3}


@dataclass(frozen=True, slots=True)
class LabelView:
    """One label in one article: its words, how often, in whose voice, whether loaded or distanced."""

    text: str
    times: int
    voice: str
    loaded: bool
    distanced: bool
    neutral: str
    link: CitationLink


@dataclass(frozen=True, slots=True)
class LabelCell:
    """What one article calls an entity; `mentioned` tells a gap from "never named"."""

    column: Column
    labels: tuple[LabelView, ...]
    mentioned: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form of a name and the articles (numbers) that write it so."""

    form: str
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CardWord:
    """A name or title of a card: its words, how often, whether all of it is quoted, whether loaded."""

    text: str
    times: int
    quoted: bool
    loaded: bool
    link: CitationLink


@dataclass(frozen=True, slots=True)
class CardLine:
    """What one article calls a person, with its date in words ("" where it has none)."""

    column: Column
    date: str
    names: tuple[CardWord, ...]
    titles: tuple[CardWord, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """An entity with its spellings, offices and a cell an article; `card` holds the names and titles by date.

    In a story of many articles `cells` are only of those that label it, `versions` are its labels, and `mentioned` is
    how many articles speak of it.
    """

    anchor: str
    name: str
    kind: str
    spellings: tuple[Spelling, ...]
    offices: tuple[str, ...]
    cells: tuple[LabelCell, ...]
    loaded: bool
    mentioned: int = 0
    versions: tuple[Version[LabelView], ...] = ()
    card: tuple[CardLine, ...] = ()


def build_people(
    story: StorySynopsis, columns: Sequence[Column], citer: Citer, prefix: str
) -> tuple[tuple[PersonRow, ...], tuple[Spelling, ...]]:
    """Rows for all who are labelled and all persons; and the others that are named, as plain names."""
    labels: dict[str, list[LabelUse]] = {}
    for use in story.findings.labels:
        labels.setdefault(use.entity, []).append(use)
    entities = sorted(story.alignment.linking.entities, key=lambda e: _weight(e, labels.get(e.id, [])))
    cards = build_cards(story)
    rows: list[PersonRow] = []
    others: list[Spelling] = []
    for number, entity in enumerate(entities, 1):
        named = any(mention.form is MentionForm.NAME for mention in entity.mentions)
        if len(rows) < MOST_ROWS and (entity.id in labels or (named and entity.kind is EntityKind.PERSON)):
            row = _row(entity, labels.get(entity.id, []), columns, citer, f"{prefix}p{number}")
            rows.append(replace(row, card=_card(cards.get(entity.id, ()), columns, citer)))
        elif named:
            others.append(Spelling(entity.name, _numbers(entity, columns)))
    return tuple(rows), tuple(others)


def _weight(entity: Entity, uses: Sequence[LabelUse]) -> tuple[int, int, int, str]:
    articles = len({mention.article for mention in entity.mentions})
    loaded = any(use.loaded for use in uses)
    return (_KIND_ORDER[entity.kind] - (2 if loaded else 0), -articles, -len(entity.mentions), entity.name)


def _numbers(entity: Entity, columns: Sequence[Column]) -> tuple[int, ...]:
    held = {mention.article for mention in entity.mentions}
    return tuple(column.number for column in columns if column.id in held)


def _row(entity: Entity, uses: Sequence[LabelUse], columns: Sequence[Column], citer: Citer, anchor: str) -> PersonRow:
    wide = len(columns) > WIDE
    here: dict[str, list[LabelUse]] = {}
    for use in uses:
        here.setdefault(use.article, []).append(use)
    mentions = Counter(mention.article for mention in entity.mentions)
    cells = tuple(
        LabelCell(column, _labels(here.get(column.id, ()), citer), mentions[column.id])
        for column in columns
        if not wide or column.id in here
    )
    return PersonRow(
        anchor,
        entity.name,
        entity.kind.value,
        _spellings(entity, columns, citer),
        entity.offices,
        cells,
        any(use.loaded and use.voice == "outlet" for use in uses),
        len(mentions),
        _versions(cells) if wide else (),
    )


def _versions(cells: Sequence[LabelCell]) -> tuple[Version[LabelView], ...]:
    """The labels, loaded ones first."""
    found = versions(
        (label, Printed((label.text.casefold(), label.voice, str(label.distanced)), label.link))
        for cell in cells
        for label in cell.labels
    )
    return tuple(sorted(found, key=lambda version: not version.shown.loaded))


def _card(parts: Sequence[CardPart], columns: Sequence[Column], citer: Citer) -> tuple[CardLine, ...]:
    """The lines of a card, the earliest article first."""
    known = {column.id: column for column in columns}

    def words(part: CardPart, kind: str) -> tuple[CardWord, ...]:
        return tuple(
            CardWord(
                one.text,
                len(one.spans),
                one.voice == "quoted",
                one.loaded,
                citer.link(part.article, one.spans[0], "label", *(("loaded",) if one.loaded else ())),
            )
            for one in part.called
            if one.kind == kind
        )

    return tuple(
        CardLine(
            known[part.article], date_in_words(part.date) if part.date else "", words(part, NAME), words(part, TITLE)
        )
        for part in parts
        if part.article in known
    )


def _labels(uses: Sequence[LabelUse], citer: Citer) -> tuple[LabelView, ...]:
    """The labels of one cell: the same words in the same voice once, with their count; loaded ones first."""
    counts = Counter((use.text.casefold(), use.voice) for use in uses)
    first: dict[tuple[str, str], LabelUse] = {}
    for use in uses:
        first.setdefault((use.text.casefold(), use.voice), use)
    views = [
        LabelView(
            " ".join(use.text.split()),
            counts[key],
            use.voice,
            use.loaded,
            use.distanced,
            use.neutral or "",
            citer.link(use.article, use.span, "label", *(("loaded",) if use.loaded else ())),
        )
        for key, use in first.items()
    ]
    return tuple(sorted(views, key=lambda view: (not view.loaded, view.voice, -view.times)))


def _spellings(entity: Entity, columns: Sequence[Column], citer: Citer) -> tuple[Spelling, ...]:
    """The written forms of a name, the most frequent first."""
    numbers = {column.id: column.number for column in columns}
    found: dict[str, list[int]] = {}
    for mention in entity.mentions:
        if mention.form is MentionForm.NAME and mention.article in numbers:
            form = " ".join(mention.span.of(citer.texts[mention.article]).split())
            found.setdefault(form, []).append(numbers[mention.article])
    ordered = sorted(found.items(), key=lambda known: (-len(known[1]), known[0]))
    return tuple(Spelling(form, tuple(sorted(set(where)))) for form, where in ordered)
