"""The timeline of a story: what its accounts anchor to a date, in order, each in an account's own words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from synoptic.language.times import dates_its_sentence
from synoptic.records.annotation import Account, Timex, TimexType
from synoptic.records.article import MAIN, Article
from synoptic.records.findings import Citation, Claim, TimelineEntry
from synoptic.records.links import firm_members
from synoptic.records.span import Span

LONGEST = timedelta(days=366)
"""A time that covers more than a year does not say when something happened."""

SHORTEST_CLAUSE = 20
"""Characters below which a clause is too short to tell anything alone; then the whole sentence is shown."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an account (`span`) and the time inside them (`time`) that anchors them to days [first, end)."""

    article: str
    span: Span
    time: Span
    first: date
    end: date

    @property
    def days(self) -> tuple[date, date]:
        """The first day and the day after the last."""
        return self.first, self.end


@dataclass(frozen=True, slots=True)
class Telling:
    """What will be one entry: its place in the story, the anchors on its date (the one shown first) and all members."""

    place: int
    anchors: tuple[Anchor, ...]
    members: tuple[Citation, ...]

    @property
    def order(self) -> tuple[date, int, int]:
        """Longer spans before what happened on a day of theirs; then in the order of the story."""
        first, end = self.anchors[0].days
        return first, -(end - first).days, self.place

    @property
    def times(self) -> list[tuple[str, Span, tuple[date, date]]]:
        """Words with the date that they stand for: what another telling rests on too is told with it.

        A clause and its sentence, for example.
        """
        return [(anchor.article, anchor.time, self.anchors[0].days) for anchor in self.anchors]


def build_timeline(accounts: Sequence[Account], claims: Sequence[Claim]) -> tuple[TimelineEntry, ...]:
    """What happened when, in order of the dates; one entry for each claim (or, without claims, sentence) and date.

    Its text is the clause around the date, taken from the claim's central member where that tells it. Claims that
    rest on the same words for their date become one entry.
    """
    known = {account.article.id: account for account in accounts}
    if claims:
        tellings = [telling for place, claim in enumerate(claims) for telling in _of_claim(claim, known, place)]
    else:
        tellings = list(_of_sentences(accounts))
    merged: list[Telling] = []
    places: dict[tuple[str, Span, tuple[date, date]], int] = {}
    for telling in tellings:
        index = min((places[time] for time in telling.times if time in places), default=len(merged))
        if index == len(merged):
            merged.append(telling)
        else:
            merged[index] = _merged(merged[index], telling)
        for time in telling.times:
            places[time] = min(index, places.get(time, index))
    return tuple(_entry(telling, known) for telling in sorted(merged, key=lambda telling: telling.order))


def _of_claim(claim: Claim, known: dict[str, Account], place: int) -> list[Telling]:
    """A telling for each date that members of the claim tell; those without a date go with the commonest one.

    Dates that cover one another ("Monday", "this week") are one; the finest of them is shown.
    """
    anchors: list[Anchor] = []
    undated: list[Citation] = []
    for member in firm_members(claim.members):
        account = known.get(member.article)
        found = _anchors(account, member.span)[:1] if account else []
        anchors += found
        undated += [] if found else [Citation(member.article, member.span)]
    groups = _by_date(anchors)
    tellings = []
    for number, group in enumerate(groups):
        central = [a for a in group if a.span.of(known[a.article].article.text) == claim.text]
        finest = min(group, key=lambda anchor: anchor.end - anchor.first).days
        shown = next((a for a in (*central, *group) if a.days == finest), group[0])
        members = [Citation(anchor.article, anchor.span) for anchor in group] + (undated if number == 0 else [])
        tellings.append(Telling(place, (shown, *(a for a in group if a is not shown)), tuple(members)))
    return tellings


def _by_date(anchors: Sequence[Anchor]) -> list[list[Anchor]]:
    """Anchors in groups whose days lie within one another, the largest group first."""
    groups: list[list[Anchor]] = []
    for anchor in sorted(anchors, key=lambda anchor: anchor.end - anchor.first):
        home = next((group for group in groups if anchor.first <= group[0].first and group[0].end <= anchor.end), None)
        if home is None:
            groups.append([anchor])
        else:
            home.append(anchor)
    return sorted(groups, key=lambda group: (-len(group), group[0].days))


def _of_sentences(accounts: Sequence[Account]) -> Iterable[Telling]:
    """Every sentence of the main text that tells a date."""
    place = 0
    for account in accounts:
        main = account.article.spans_of(MAIN)
        for sentence in account.annotation.parse.sentence_spans:
            if any(span.contains(sentence) for span in main):
                for anchor in _anchors(account, sentence)[:1]:
                    yield Telling(place, (anchor,), (Citation(account.article.id, sentence),))
                    place += 1


def _merged(one: Telling, other: Telling) -> Telling:
    """Both as one; the telling with more members is shown, a member that contains another one gives way to it."""
    shown, added = (one, other) if len(one.members) >= len(other.members) else (other, one)
    members = list(dict.fromkeys((*shown.members, *added.members)))
    spans: dict[str, list[Span]] = {}
    for member in members:
        spans.setdefault(member.article, []).append(member.span)
    kept = tuple(
        member
        for member in members
        if not any(span != member.span and member.span.contains(span) for span in spans[member.article])
    )
    anchors = tuple(dict.fromkeys((*shown.anchors, *added.anchors)))
    return Telling(min(one.place, other.place), anchors, kept)


def _anchors(account: Account, span: Span) -> list[Anchor]:
    """The times inside a span that say when it happened, the finest first."""
    found = []
    for timex in account.annotation.times:
        days = _days(timex, account.article) if span.contains(timex.span) else None
        if days is not None:
            found.append(Anchor(account.article.id, span, timex.span, *days))
    return sorted(found, key=lambda anchor: anchor.end - anchor.first)


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


def _entry(telling: Telling, known: dict[str, Account]) -> TimelineEntry:
    shown = telling.anchors[0]
    account = known[shown.article]
    text = _clause(account, shown).of(account.article.text)
    return TimelineEntry(written(*shown.days), text, telling.members)


def _clause(account: Account, anchor: Anchor) -> Span:
    """The smallest statement around the time that is long enough to tell something; else the member itself."""
    clauses = [
        statement.span
        for statement in account.annotation.statements
        if statement.span.contains(anchor.time) and anchor.span.contains(statement.span)
    ]
    text = account.article.text
    enough = [
        span
        for span in clauses
        if len(span) - len(anchor.time) >= SHORTEST_CLAUSE and not span.of(text).endswith(("'s", "’s"))
    ]
    return min(enough, key=len, default=anchor.span)


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
