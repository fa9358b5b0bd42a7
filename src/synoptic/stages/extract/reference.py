"""The day from which an article's relative times count.

Where an article does not carry its date, its address or its own text often does: a stamp in front of it, the dateline,
the caption of a photograph, the lead. What can't be had from there may come from the other accounts of the event.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from synoptic.language.times import dates_its_sentence, find_timexes
from synoptic.records.annotation import ReferenceDate, Timex
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.links import Story

STAMP = 3
RANKS = {
    BlockKind.DATELINE: 3,
    BlockKind.BYLINE: 3,
    BlockKind.CAPTION: 2,
    BlockKind.LEAD: 1,
    BlockKind.TITLE: 1,
    BlockKind.BODY: 1,
}
"""Kinds of block whose dates count, and how much: a dateline before a caption before the lead. Teasers and furniture
speak of other days."""

LEADING_BLOCKS = 3
"""How many paragraphs of prose are asked for a date; further down stands background."""

REACH = timedelta(days=7)
"""How far after a caption's day a dateline without a year may lie to take its year from it."""

_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d|19\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that the text states: a day, or day and month without a year; its rank, its words, where it stands."""

    day: date | None
    month_day: tuple[int, int] | None
    rank: int
    words: str
    place: str


def find_reference_date(article: Article) -> ReferenceDate | None:
    """The article's own date: `published`, else what its address or its text says (`certain` False); None for none."""
    if article.published and _day_of(article.published) is not None:
        return ReferenceDate(article.published, "published", True)
    return _from_address(article.url) or _stated(_candidates(article))


def find_reference_dates(
    articles: Sequence[Article], stories: Sequence[Story] = ()
) -> tuple[ReferenceDate | None, ...]:
    """The reference of each article, in order; one without a date takes it from the other accounts of its story."""
    own = {article.id: find_reference_date(article) for article in articles}
    for story in stories:
        members = [id for id in story.articles if id in own]
        borrowed = borrow_reference([own[id] for id in members])
        own |= {id: own[id] or borrowed for id in members}
    return tuple(own[article.id] for article in articles)


def borrow_reference(known: Sequence[ReferenceDate | None]) -> ReferenceDate | None:
    """The day that most accounts of an event have, the earliest of several; None where none has one."""
    days = Counter(reference.date[:10] for reference in known if reference is not None)
    if not days:
        return None
    day = min(days, key=lambda day: (-days[day], day))
    return ReferenceDate(day, "other accounts of the event", False)


def _day_of(written: str) -> date | None:
    """The day of an ISO 8601 date or date-time."""
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        try:
            return date.fromisoformat(written[:10])
        except ValueError:
            return None


def _from_address(url: str | None) -> ReferenceDate | None:
    """A day in the article's address ("/2023/12/04/")."""
    match = _IN_ADDRESS.search(url or "")
    day = _day_of("-".join(match.groups())) if match else None
    return ReferenceDate(day.isoformat(), "the article's address", False) if day else None


def _candidates(article: Article) -> list[Candidate]:
    """The dates of the head of the article (its first paragraphs and what stands above them) and of its captions."""
    found: list[Candidate] = []
    prose = 0
    for block in article.blocks:
        prose += block.kind in (BlockKind.LEAD, BlockKind.BODY)
        if block.kind not in RANKS or (prose > LEADING_BLOCKS and block.kind is not BlockKind.CAPTION):
            continue
        words = block.span.of(article.text)
        for timex in find_timexes(words, article.language or "", None):
            if dates_its_sentence(words, timex.span, article.language or ""):
                found += _candidate(timex, words, block)
    return found


def _candidate(timex: Timex, words: str, block: Block) -> list[Candidate]:
    """The candidate that a time makes; none where it is no day."""
    value, text = timex.value or "", timex.span.of(words)
    stamp = timex.span.start <= len("date ") and text[:4].isdigit()
    rank, name = STAMP if stamp else RANKS[block.kind], block.kind.value
    day = _day_of(value[:10]) if timex.interval and value[:10] == timex.interval[0] else None
    if day is not None and re.match(r"\d{4}-\d\d-\d\d(?:T|\Z)", value):
        return [Candidate(day, None, rank, text, name)]
    if re.match(r"XXXX-\d\d-\d\d", value):
        return [Candidate(None, (int(value[5:7]), int(value[8:10])), rank, text, name)]
    return []


def _stated(candidates: list[Candidate]) -> ReferenceDate | None:
    """The latest full date of the highest rank, moved on to the day of a dateline that follows it closely.

    Dates of the lead alone count only where they all name one day: several are background or plans.
    """
    full = [(known.day, known) for known in candidates if known.day is not None]
    if not full:
        return None
    rank = max(known.rank for _, known in full)
    days = [(day, known) for day, known in full if known.rank == rank]
    if rank == min(RANKS.values()) and len({day for day, _ in days}) > 1:
        return None
    day, best = max(days, key=lambda pair: pair[0])
    for known in candidates:
        moved = _in_year_of(known, day)
        if moved is not None and known.place == BlockKind.DATELINE.value and day <= moved <= day + REACH:
            source = f"“{known.words}” in the dateline, its year from “{best.words}” in the {best.place}"
            return ReferenceDate(moved.isoformat(), source, False)
    return ReferenceDate(day.isoformat(), f"“{best.words}” in the {best.place}", False)


def _in_year_of(known: Candidate, day: date) -> date | None:
    """A day and month in the year in which it lies nearest to `day`."""
    if known.month_day is None:
        return None
    month, number = known.month_day
    years = (_day_of(f"{year:04d}-{month:02d}-{number:02d}") for year in (day.year - 1, day.year, day.year + 1))
    return min((other for other in years if other), key=lambda other: abs(other - day), default=None)
