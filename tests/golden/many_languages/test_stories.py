"""Three invented stories in 20 languages come out as a careful reader lays them out (`expected.toml`).

`NOT_YET` names what is expected and not reached; each of these fails this suite as soon as it passes, so that the list
stays true.
"""

from typing import Any

import pytest

from synoptic.records.annotation import QuoteForm
from synoptic.records.article import MAIN
from tests.golden.many_languages.not_yet import NOT_YET
from tests.golden.many_languages.stories import Told, expectations, told

pytestmark = pytest.mark.xdist_group("golden")

EXPECTED = expectations()
STORIES = tuple(EXPECTED)


def cases(what: str, rows: list[tuple[Any, ...]]) -> list[Any]:
    """Parameters with ids: what is asked, the story, and the rest in plain letters; those in NOT_YET must fail."""
    found = []
    for row in rows:
        name = ":".join([what, *(part for part in row if isinstance(part, str) and part.isascii())])
        marks = [pytest.mark.xfail(strict=True)] if name in NOT_YET else []
        found.append(pytest.param(*row, id=name, marks=marks))
    return found


def each(section: str) -> list[tuple[str, str, str]]:
    """Story, account and what is expected of it, from a table by accounts."""
    return [
        (story, account, str(value)) for story in STORIES for account, value in EXPECTED[story].get(section, {}).items()
    ]


@pytest.mark.parametrize("story", STORIES)
def test_all_accounts_are_read(story: str) -> None:
    """No account of a story is left out."""
    assert sorted(told(story).articles) == sorted(EXPECTED[story]["languages"])
    assert not told(story).synopsis.rejected


@pytest.mark.parametrize(("story", "account", "language"), cases("language", each("languages")))
def test_the_language_is_found(story: str, account: str, language: str) -> None:
    """Told by the text alone; Indonesian goes as Malay, whose tables are the same."""
    assert told(story).articles[account].language == language


@pytest.mark.parametrize(("story", "account", "day"), cases("day", each("days")))
def test_the_day_of_the_account_is_read(story: str, account: str, day: str) -> None:
    """From the line below the headline, in the digits and the calendar of the language."""
    assert told(story).articles[account].published == day


@pytest.mark.parametrize(("story", "account", "outlet"), cases("outlet", each("outlets")))
def test_the_outlet_is_read(story: str, account: str, outlet: str) -> None:
    """From the same line."""
    assert told(story).articles[account].outlet == outlet


@pytest.mark.parametrize(
    ("story", "words"), cases("no prose", [(s, w) for s in STORIES for w in EXPECTED[s]["no_prose"]])
)
def test_what_stands_around_an_article_is_no_prose_of_it(story: str, words: str) -> None:
    """Captions, links to other articles, notices and datelines make no statement."""
    articles = told(story).articles.values()
    assert any(words in article.text for article in articles)
    for article in articles:
        assert not any(words in span.of(article.text) for span in article.spans_of(MAIN))


def amounts() -> list[tuple[str, str, str, dict[str, Any]]]:
    """Story, account and name of each expected number, with its table."""
    return [
        (story, account, f"{row['low']:g} {row.get('unit') or row.get('counted', '')}".strip(), row)
        for story in STORIES
        for row in EXPECTED[story]["numbers"]
        for account in row["accounts"]
    ]


@pytest.mark.parametrize(("story", "account", "name", "row"), cases("number", amounts()))
def test_numbers_are_read(story: str, account: str, name: str, row: dict[str, Any]) -> None:
    """In native digits and words, with the scales of the language, what they count under one name."""
    found = [
        quantity
        for quantity in told(story).annotation(account).quantities
        if quantity.low <= row["low"] <= quantity.high and quantity.unit == row.get("unit")
    ]
    assert found, name
    if "counted" in row:
        assert row["counted"] in {quantity.counted for quantity in found}


@pytest.mark.parametrize(
    ("story", "account", "day"),
    cases("date", [(s, a, row["day"]) for s in STORIES for row in EXPECTED[s]["dates"] for a in row["accounts"]]),
)
def test_dates_are_read(story: str, account: str, day: str) -> None:
    """In the month names, the order and the calendar of the language, weekdays from the day of the account."""
    assert day in {(time.value or "")[:10] for time in told(story).annotation(account).times}


def quotations() -> list[tuple[str, str, str, str]]:
    """Story, account, words and speaker of each expected quotation."""
    quotes = {story: EXPECTED[story]["quote"] for story in STORIES}
    return [(s, a, words, quotes[s]["speakers"][a]) for s in STORIES for a, words in quotes[s]["words"].items()]


@pytest.mark.parametrize(("story", "account", "words", "speaker"), cases("quote", quotations()))
def test_the_quotation_has_its_speaker(story: str, account: str, words: str, speaker: str) -> None:
    """Between the marks of the language; the speaker without what follows the name."""
    quote = told(story).quote(account, words)
    assert quote.form is QuoteForm.DIRECT
    assert quote.speaker is not None
    assert quote.speaker.of(told(story).articles[account].text) == speaker


@pytest.mark.parametrize(
    ("story", "account"),
    cases("utterance", [(s, a) for s in STORIES for a in list(EXPECTED[s]["quote"]["words"])[1:]]),
)
def test_the_quotation_is_one_utterance_in_all_languages(story: str, account: str) -> None:
    """Each translation stands in one group with that of the first account."""
    words = EXPECTED[story]["quote"]["words"][account]
    first, opening = next(iter(EXPECTED[story]["quote"]["words"].items()))
    assert told(story).utterance(account, words) == told(story).utterance(first, opening)


@pytest.mark.parametrize(
    ("story", "account"),
    cases("person", [(s, a) for s in STORIES for a in list(EXPECTED[s]["person"]["names"])[1:]]),
)
def test_a_person_is_one_in_all_scripts(story: str, account: str) -> None:
    """Each spelling is of the entity of the first account."""
    name = EXPECTED[story]["person"]["names"][account]
    first, known = next(iter(EXPECTED[story]["person"]["names"].items()))
    entity = told(story).entity(account, name)
    assert entity is not None
    assert entity == told(story).entity(first, known)


@pytest.mark.parametrize(
    ("story", "kind", "accounts", "row"),
    cases("differs", [(s, d["kind"], "-".join(d["sides"]), d) for s in STORIES for d in EXPECTED[s]["differences"]]),
)
def test_planted_differences_are_told(story: str, kind: str, accounts: str, row: dict[str, Any]) -> None:
    """Accounts of unlike languages that give a number, a day or a speaker differently, or deny what others tell."""
    assert told(story).tells(kind, row["sides"]), accounts


@pytest.mark.parametrize("story", STORIES)
def test_no_difference_but_the_planted_ones_is_a_conflict(story: str) -> None:
    """What only another language makes look different is told as compatible."""
    planted = {row["kind"] for row in EXPECTED[story]["differences"]}
    assert conflicts(told(story)) <= planted


def conflicts(known: Told) -> set[str]:
    """The kinds of the differences of which not both sides can be right."""
    claims = known.story.findings.claims
    return {difference.kind.value for claim in claims for difference in claim.differences if not difference.compatible}
