"""The day of an article that does not carry one: from its address, its head, or the other accounts."""

import pytest

from synoptic.records.annotation import ReferenceDate
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.links import Story
from synoptic.records.span import Span
from synoptic.stages.extract.reference import borrow_reference, find_reference_date, find_reference_dates


def article(
    *parts: tuple[BlockKind, str], id: str = "a", published: str | None = None, url: str | None = None
) -> Article:
    """An English article of these blocks."""
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words + "\n\n"
    return Article(id, text or "Nothing.", language="en", published=published, url=url, blocks=tuple(blocks))


LEAD = (BlockKind.LEAD, "The mayor of Halvern met the ferrymen on Monday.")


def test_what_is_published_is_certain() -> None:
    """A stated date or date-time is kept as it is."""
    assert find_reference_date(article(LEAD, published="2031-05-06T10:00:00+02:00")) == ReferenceDate(
        "2031-05-06T10:00:00+02:00", "published", True
    )


@pytest.mark.parametrize(
    ("parts", "url", "day", "source"),
    [
        (((BlockKind.CAPTION, "The pier on May 5, 2031. (Photo: Orrin Vale)"), LEAD), None, "2031-05-05", "caption"),
        (
            ((BlockKind.CAPTION, "The pier on May 5, 2031."), (BlockKind.DATELINE, "Halvern, May 6 (HNA)"), LEAD),
            None,
            "2031-05-06",
            "dateline",
        ),
        (((BlockKind.LEAD, "date 2031-05-05 The mayor met the ferrymen."),), None, "2031-05-05", "lead"),
        ((LEAD,), "https://courier.example/2031/05/06/ferry", "2031-05-06", "address"),
        (((BlockKind.LEAD, "The mayor met them on Sunday, May 4, 2031."),), None, "2031-05-04", "lead"),
    ],
)
def test_the_head_of_an_article_tells_its_day(
    parts: tuple[tuple[BlockKind, str], ...], url: str | None, day: str, source: str
) -> None:
    """Captions, datelines, stamps, the address and a single date of the lead give a day that is not certain."""
    found = find_reference_date(article(*parts, url=url))
    assert found is not None
    assert (found.date, found.certain) == (day, False)
    assert source in found.source


@pytest.mark.parametrize(
    "parts",
    [
        (LEAD,),
        (LEAD, (BlockKind.TEASER, "Read more: Storm hits Dunmere, January 2, 2030")),
        (LEAD, (BlockKind.FURNITURE, "Copyright May 1, 2029")),
        ((BlockKind.LEAD, "Nothing has changed since May 4, 2029."),),
        ((BlockKind.LEAD, "The fair opened on May 4, 2030, and closed on June 1, 2030."),),
    ],
)
def test_weekdays_teasers_and_background_tell_no_day(parts: tuple[tuple[BlockKind, str], ...]) -> None:
    """A weekday alone, dates of furniture, borders and several dates of a lead leave the article without a day."""
    assert find_reference_date(article(*parts)) is None


def test_an_account_without_a_day_borrows_it_within_its_story() -> None:
    """The commonest day of the story, certain for nobody; an article of no story stays without."""
    articles = (
        article(LEAD, id="a", published="2031-05-06"),
        article(LEAD, id="b", published="2031-05-06T08:00:00"),
        article(LEAD, id="c", published="2031-05-07"),
        article(LEAD, id="d"),
        article(LEAD, id="e"),
    )
    found = find_reference_dates(articles, (Story("s1", ("a", "b", "c", "d")),))
    assert found[3] == ReferenceDate("2031-05-06", "other accounts of the event", False)
    assert found[4] is None
    assert borrow_reference([None, None]) is None
