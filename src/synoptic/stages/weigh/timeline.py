"""The timeline of a story: what its accounts anchor to a date, in order, each in an account's own words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from synoptic.language.times import dates_its_sentence
from synoptic.records.annotation import Account, Timex, TimexType
from synoptic.records.article import MAIN, Article
from synoptic.records.findings import Citation, Claim, TimelineEntry
from synoptic.records.links import StoryAlignment
from synoptic.records.span import Span

LONGEST = timedelta(days=366)
"""A time that covers more than a year does not say when something happened."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Words of an account that tell something, and the time that they anchor it to."""

    article: str
    span: Span
    first: date
    end: date

    @property
    def day(self) -> str:
        """ISO 8601 to the precision that is known: day, week, month or year."""
        return written(self.first, self.end)


def build_timeline(
    alignment: StoryAlignment, accounts: Sequence[Account], claims: Sequence[Claim]
) -> tuple[TimelineEntry, ...]:
    """What happened when, in order of the dates; one entry for each claim (or, without claims, sentence) and date.

    Its text is that of the claim where its most central member tells the date, else the first member that does.
    """
    known = {account.article.id: account for account in accounts}
    entries: list[tuple[tuple[date, int, int], TimelineEntry]] = []
    if claims:
        for place, claim in enumerate(claims):
            entries += _of_claim(claim, known, place)
    else:
        for place, dated in enumerate(_of_sentences(accounts)):
            text = dated.span.of(known[dated.article].article.text)
            entry = TimelineEntry(dated.day, text, (Citation(dated.article, dated.span),))
            entries.append((_order(dated, place), entry))
    return tuple(entry for _, entry in sorted(entries, key=lambda pair: pair[0]))


def _of_claim(claim: Claim, known: dict[str, Account], place: int) -> list[tuple[tuple[date, int, int], TimelineEntry]]:
    """The entry of a claim, on the date that most of its members tell, the finest of several."""
    told: list[Dated] = []
    for member in claim.members:
        account = known.get(member.article)
        times = _anchors(account, member.span) if account else []
        if times:
            told.append(Dated(member.article, member.span, *times[0]))
    if not told:
        return []
    votes = Counter((dated.first, dated.end) for dated in told)
    first, end = min(votes, key=lambda days: (-votes[days], days[1] - days[0], days[0]))
    chosen = [dated for dated in told if (dated.first, dated.end) == (first, end)]
    texts = [dated.span.of(known[dated.article].article.text) for dated in chosen]
    text = claim.text if claim.text in texts else texts[0]
    members = tuple(Citation(member.article, member.span) for member in claim.members)
    return [(_order(chosen[0], place), TimelineEntry(chosen[0].day, text, members))]


def _of_sentences(accounts: Sequence[Account]) -> Iterable[Dated]:
    """Every sentence of the main text that tells a date."""
    for account in accounts:
        main = account.article.spans_of(MAIN)
        for sentence in account.annotation.parse.sentence_spans:
            if any(span.contains(sentence) for span in main):
                for first, end in _anchors(account, sentence)[:1]:
                    yield Dated(account.article.id, sentence, first, end)


def _anchors(account: Account, span: Span) -> list[tuple[date, date]]:
    """The days that times inside a span anchor it to, the finest first."""
    found = []
    for timex in account.annotation.times:
        if span.contains(timex.span):
            days = _days(timex, account.article)
            if days is not None:
                found.append(days)
    return sorted(found, key=lambda days: days[1] - days[0])


def _days(timex: Timex, article: Article) -> tuple[date, date] | None:
    """First day and day after the last, where the time says when something happened."""
    if timex.interval is None or timex.type not in (TimexType.DATE, TimexType.TIME) or not timex.value:
        return None
    if not timex.value[0].isdigit():
        return None
    first, end = (date.fromisoformat(day) for day in timex.interval)
    if end - first > LONGEST or not dates_its_sentence(article.text, timex.span, article.language or ""):
        return None
    return first, end


def _order(dated: Dated, place: int) -> tuple[date, int, int]:
    """Longer spans before what happened on a day of theirs; then in the order of the story."""
    return dated.first, -(dated.end - dated.first).days, place


def written(first: date, end: date) -> str:
    """ISO 8601 for the days from `first` to the one before `end`, no finer than they are known."""
    last = end - timedelta(days=1)
    if first == last:
        return first.isoformat()
    if first.isocalendar()[:2] == last.isocalendar()[:2]:
        year, week, _ = first.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if first.year == last.year else f"{first}/{last}"
