"""The timeline: what invented accounts anchor to a date, read by the real extract stage."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from synoptic.records.annotation import Account, Voice
from synoptic.records.findings import Claim, ClaimStatus, TimelineEntry
from synoptic.records.links import ClaimMember
from synoptic.records.span import Span
from synoptic.stages.weigh.timeline import build_timeline, written
from tests.stages.annotated import annotated

FIRST = annotated(
    "The mayor of Halvern met the ferrymen on Monday. No mayor had met them since 2009. "
    "The ferry Orla sank 22 years ago near Dunmere. The 1979 flood is remembered by all.",
    id="first",
)
SECOND = annotated(
    "The ferry Orla sank near Dunmere in 2009. On Monday evening the mayor met the ferrymen. "
    "The talks will go on for three weeks.",
    id="second",
)


def span_of(account: Account, words: str) -> Span:
    """Where words stand in an account."""
    start = account.article.text.index(words)
    return Span(start, start + len(words))


def claim(id: str, *members: tuple[Account, str]) -> Claim:
    """A claim of these words; the first member is central."""
    found = tuple(ClaimMember(account.article.id, span_of(account, words), Voice.OUTLET) for account, words in members)
    return Claim(id, members[0][1], ClaimStatus.AGREED, 1, found)


MEETING = claim(
    "c1",
    (FIRST, "The mayor of Halvern met the ferrymen on Monday."),
    (SECOND, "On Monday evening the mayor met the ferrymen."),
)
SINKING = claim(
    "c2",
    (FIRST, "The ferry Orla sank 22 years ago near Dunmere."),
    (SECOND, "The ferry Orla sank near Dunmere in 2009."),
)


def timeline(*claims: Claim) -> tuple[TimelineEntry, ...]:
    """The timeline of both accounts."""
    accounts = (FIRST, SECOND)
    return build_timeline(accounts, claims)


def test_a_claim_is_one_entry_with_all_its_members() -> None:
    """Accounts that tell one fact on one date share an entry, in order of the dates, to the precision known."""
    entries = timeline(MEETING, SINKING)
    assert [(entry.date, len(entry.members)) for entry in entries] == [("2009", 2), ("2031-05-05", 2)]


def test_texts_are_words_of_an_account() -> None:
    """Every text stands verbatim in the article of one of its members."""
    texts = (FIRST.article.text, SECOND.article.text)
    for entry in (*timeline(MEETING, SINKING), *timeline()):
        assert any(entry.text in text for text in texts)


def test_a_clause_and_its_sentence_become_one_entry() -> None:
    """Claims that rest on the same words for their date are not told twice."""
    inner = claim("c3", (FIRST, "met the ferrymen on Monday"))
    (entry,) = timeline(MEETING, inner)
    assert len(entry.members) == 2


def test_borders_names_and_lengths_date_nothing() -> None:
    """Words like "since 2009", "the 1979 flood" and "three weeks" make no entry of their own."""
    entries = timeline()
    assert [entry.date for entry in entries] == ["2009", "2009", "2031-05-05", "2031-05-05"]
    assert not any("since" in entry.text or "1979" in entry.text for entry in entries)


@given(first=st.dates(date(1900, 1, 1), date(2100, 1, 1)), days=st.integers(1, 366))
def test_a_date_is_written_no_finer_than_it_is_known(first: date, days: int) -> None:
    """What is written begins with the year of the first day and is a whole day only for one day."""
    end = date.fromordinal(first.toordinal() + days)
    text = written(first, end)
    assert text[:4] in (f"{first.year:04d}", f"{first.isocalendar().year:04d}")
    assert (text == first.isoformat()) is (days == 1)
