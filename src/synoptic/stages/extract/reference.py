"""The day from which an article's relative times count.

Where an article does not carry its date, its own text often does: a stamp in front of it, the dateline, the caption of
a photograph, a weekday with the day of the month. The candidates are weighed by where they stand and by whether they
agree with the weekdays of the first paragraphs; what can't be had from the text may come from the other accounts of
the same event.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from synoptic.language.times import find_timexes
from synoptic.records.annotation import ReferenceDate, Timex
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.links import Story

HEADS = {
    BlockKind.DATELINE: 3,
    BlockKind.BYLINE: 3,
    BlockKind.CAPTION: 2,
    BlockKind.LEAD: 1,
    BlockKind.TITLE: 1,
    BlockKind.BODY: 0,
}
"""Kinds of block whose dates count, with their rank; teasers and furniture speak of other days."""

REACH = timedelta(days=7)
"""How far a caption's or lead's date may lie before the day of writing, for a weekday to fit."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that the text states: the day, or day and month without a year, where, and its words."""

    day: date | None
    month_day: tuple[int, int] | None
    weekday: int | None
    rank: int
    words: str
    place: str


def find_reference_date(article: Article) -> ReferenceDate | None:
    """The article's own date: `published` where it is given, else what the text itself says (`certain` False)."""
    if article.published and _is_date(article.published):
        return ReferenceDate(article.published, "published", True)
    candidates = _candidates(article)
    best = _stated(candidates)
    if best is None:
        return None
    return best


def find_reference_dates(
    articles: Sequence[Article], stories: Sequence[Story] = ()
) -> tuple[ReferenceDate | None, ...]:
    """The reference of each article, in order; one without a date takes it from the other accounts of its story."""
    own = {article.id: find_reference_date(article) for article in articles}
    for story in stories:
        members = [id for id in story.articles if id in own]
        borrowed = borrow_reference([own[id] for id in members])
        for id in members:
            own[id] = own[id] or borrowed
    return tuple(own[article.id] for article in articles)


def borrow_reference(known: Sequence[ReferenceDate | None]) -> ReferenceDate | None:
    """The day that most accounts of an event have, the earliest of several; None where none has one."""
    days = Counter(reference.date[:10] for reference in known if reference is not None)
    if not days:
        return None
    day = min(days, key=lambda day: (-days[day], day))
    return ReferenceDate(day, "other accounts of the event", False)


def _is_date(written: str) -> bool:
    try:
        datetime.fromisoformat(written)
    except ValueError:
        try:
            date.fromisoformat(written[:10])
        except ValueError:
            return False
    return True


def _candidates(article: Article) -> list[Candidate]:
    """The dates of the head of the article: everything before its second paragraph of prose, and the captions."""
    found: list[Candidate] = []
    prose = 0
    for block in article.blocks:
        if block.kind not in HEADS:
            continue
        if block.kind in (BlockKind.LEAD, BlockKind.BODY):
            prose += 1
        if prose > LEADING_BLOCKS and block.kind is not BlockKind.CAPTION:
            continue
        words = block.span.of(article.text)
        for timex in find_timexes(words, article.language or "", None):
            candidate = _candidate(timex, words, block)
            if candidate is not None:
                found.append(candidate)
    return found


LEADING_BLOCKS = 3
"""How many paragraphs of prose are asked for weekdays and dates."""


def _candidate(timex: Timex, words: str, block: Block) -> Candidate | None:
    value, text = timex.value or "", timex.span.of(words)
    stamp = block.kind in (BlockKind.LEAD, BlockKind.BODY) and timex.span.start <= 8 and value[:4].isdigit()
    rank = 3 if stamp else HEADS[block.kind]
    name = block.kind.value
    if timex.interval and len(value) >= 10 and value[:10] == timex.interval[0]:
        return Candidate(date.fromisoformat(value[:10]), None, None, rank, text, name)
    if value.startswith("XXXX-WXX-"):
        return Candidate(None, None, int(value[9]), rank, text, name)
    if value.startswith("XXXX-") and len(value) >= 10 and value[5:7].isdigit() and value[8:10].isdigit():
        return Candidate(None, (int(value[5:7]), int(value[8:10])), None, rank, text, name)
    return None


def _stated(candidates: list[Candidate]) -> ReferenceDate | None:
    """The latest full date of the highest rank, moved on to a dateline's day where one follows it closely."""
    full = [known for known in candidates if known.day is not None]
    if not full:
        return None
    rank = max(known.rank for known in full)
    best = max((known for known in full if known.rank == rank), key=lambda known: known.day or date.min)
    assert best.day is not None
    for known in candidates:
        moved = _in_year_of(known, best.day)
        if moved is not None and known.place == "dateline" and best.day <= moved <= best.day + REACH:
            return ReferenceDate(
                moved.isoformat(),
                f"“{known.words}” in the dateline, its year from “{best.words}” in the {best.place}",
                False,
            )
    if best.rank == 0:
        return None
    return ReferenceDate(best.day.isoformat(), f"“{best.words}” in the {best.place}", False)


def _in_year_of(known: Candidate, day: date) -> date | None:
    """A day and month in the year in which it lies nearest to `day`."""
    if known.month_day is None:
        return None
    near: list[date] = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            near.append(date(year, *known.month_day))
        except ValueError:
            continue
    return min(near, key=lambda other: abs(other - day)) if near else None
