"""What the composers of a brief look at: the accounts, findings and names of one story."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.language.dates_in_words import date_in_words
from synoptic.records.accounts import account_names, by_origin
from synoptic.records.annotation import Account, Entity, EntityKind, MentionForm
from synoptic.records.findings import Citation, Claim, Findings
from synoptic.records.links import StoryAlignment, firm_members
from synoptic.records.span import Span
from synoptic.stages.write.elsewhere import Elsewhere
from synoptic.stages.write.openings import SENTENCES, Openings


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence that was composed but has not passed the gate.

    `asserted` are the parts of it that the cited words must support; the rest is the frame (counts, outlets). `forms`
    are sentences that say the same, of which one is printed in turn; `once` is what `text` says of accounts that one
    sentence of a brief says for all, so that it is printed where none before it said it. `new` is the share of its
    words that no sentence before it may hold.
    """

    text: str
    asserted: tuple[str, ...]
    citations: tuple[Citation, ...]
    topic: str
    forms: tuple[str, ...] = ()
    once: str = ""
    new: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """One story with the look-ups that composing needs.

    `names` are the accounts' names by article id, in the order in which people see them; `mentions` each article's
    mentions with the name of their entity; `actors` the last names of the persons whom most articles name; `elsewhere`
    tells which articles hold the words of a sentence, `openings` how like a sentence is to what the accounts begin
    with; `tone` counts the loaded labels in each article's own voice; `neighbours` are the members of all claims by
    article, each with its claim.
    """

    accounts: dict[str, Account]
    names: dict[str, str]
    entities: dict[str, Entity]
    mentions: dict[str, tuple[tuple[Span, MentionForm, str], ...]]
    actors: tuple[str, ...]
    origin_of: dict[str, str]
    alignment: StoryAlignment
    findings: Findings
    elsewhere: Elsewhere
    openings: Openings
    tone: dict[str, int]
    neighbours: dict[str, tuple[tuple[Span, Claim], ...]]

    def beside(self, article: str, span: Span) -> tuple[Claim, ...]:
        """Each claim that has a member, however doubtful, in the sentences around a span."""
        around = self.sentence(article, span)
        return tuple(claim for place, claim in self.neighbours.get(article, ()) if place.overlap(around))

    def akin(self, one: Citation, other: Citation) -> bool:
        """Whether some claim holds both words: members of it stand in the sentences around each."""
        there = self.sentence(other.article, other.span)
        return any(
            member.article == other.article and member.span.overlap(there)
            for claim in self.beside(one.article, one.span)
            for member in firm_members(claim.members)
        )

    def with_origin(self, articles: Iterable[str]) -> frozenset[str]:
        """These articles and all others of their origins."""
        homes = {self.origin_of.get(article, article) for article in articles}
        return frozenset(article for article in self.accounts if self.origin_of.get(article, article) in homes)

    def sentence(self, article: str, span: Span) -> Span:
        """The sentences around a span, or the span itself where no sentence is known."""
        around = [s for s in self.accounts[article].annotation.parse.sentence_spans if s.overlap(span)]
        return Span(min(span.start, around[0].start), max(span.end, around[-1].end)) if around else span

    def evidence(self, citation: Citation) -> str:
        """The cited sentence with what it resolves to: the entities mentioned in it, who speaks, and the dates."""
        around = self.sentence(citation.article, citation.span)
        resolved = [name for span, _, name in self.mentions.get(citation.article, ()) if around.overlap(span)]
        resolved += self._speakers(citation.article, around)
        times = self.accounts[citation.article].annotation.times
        values = [time.value for time in times if time.value and around.overlap(time.span)]
        dates = [date_in_words(value) for whole in values for value in (whole, whole[:10])]
        return " ".join([around.of(self.text(citation.article)), *dict.fromkeys(resolved), *dict.fromkeys(dates)])

    def _speakers(self, article: str, around: Span) -> list[str]:
        """The names of those who are quoted with words of a span, though they may be named before it."""
        quotes = self.accounts[article].annotation.quotes
        keys = (
            self.alignment.linking.ids.get((article, quote.entity))
            for quote in quotes
            if quote.entity is not None and any(around.overlap(span) for span in quote.content)
        )
        return [self.entities[key].name for key in keys if key in self.entities]

    def text(self, article: str) -> str:
        """The text of an article."""
        return self.accounts[article].article.text

    def outlets(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The names of accounts, each once, in the order in which people see them."""
        wanted = set(articles)
        return tuple(name for id, name in self.names.items() if id in wanted)

    def origins(self, articles: Iterable[str]) -> int:
        """How many independent origins stand behind these articles."""
        return len({self.origin_of.get(article, article) for article in articles})


def build_scene(alignment: StoryAlignment, findings: Findings, accounts: Sequence[Account]) -> Scene:
    """The scene of a story."""
    entities = alignment.linking.entities
    mentions: dict[str, list[tuple[Span, MentionForm, str]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            mentions.setdefault(mention.article, []).append((mention.span, mention.form, entity.name))
    persons = [entity for entity in entities if entity.kind is EntityKind.PERSON and entity.name.split()]
    persons.sort(key=lambda e: (-len({m.article for m in e.mentions}), -len(e.mentions), e.name))
    homes = {article: origin.id for origin in findings.origins for article in origin.articles}
    return Scene(
        {account.article.id: account for account in accounts},
        account_names(by_origin([account.article for account in accounts], findings.origins)),
        {entity.id: entity for entity in entities},
        {article: tuple(found) for article, found in mentions.items()},
        tuple(person.name.split()[-1] for person in persons[:4]),
        homes,
        alignment,
        findings,
        Elsewhere({account.article.id: _sentences(account) for account in accounts}, homes),
        Openings(
            {
                account.article.id: (account.article.title or "", *_sentences(account)[:SENTENCES])
                for account in accounts
            }
        ),
        Counter(use.article for use in findings.labels if use.loaded and use.voice == "outlet" and not use.distanced),
        _neighbours(findings),
    )


def _neighbours(findings: Findings) -> dict[str, tuple[tuple[Span, Claim], ...]]:
    found: dict[str, list[tuple[Span, Claim]]] = {}
    for claim in findings.claims:
        for member in claim.members:
            found.setdefault(member.article, []).append((member.span, claim))
    return {article: tuple(rows) for article, rows in found.items()}


def _sentences(account: Account) -> tuple[str, ...]:
    text = account.article.text
    return tuple(span.of(text) for span in account.annotation.parse.sentence_spans)


def one_an_article(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The first citation of each article."""
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.article, citation)
    return tuple(first.values())
