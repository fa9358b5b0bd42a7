"""What the composers of a brief look at: the accounts, findings and names of one story."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.language.dates_in_words import date_in_words
from synoptic.records.accounts import account_names, by_origin
from synoptic.records.annotation import Account, Entity
from synoptic.records.findings import Citation, Claim, Findings
from synoptic.records.links import StoryAlignment
from synoptic.records.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence that was composed but has not passed the gate.

    `asserted` are the parts of it that the cited words must support; the rest is the frame (counts, outlets).
    """

    text: str
    asserted: tuple[str, ...]
    citations: tuple[Citation, ...]
    topic: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One story with the look-ups that composing needs."""

    accounts: dict[str, Account]
    names: dict[str, str]
    entities: dict[str, Entity]
    origin_of: dict[str, str]
    alignment: StoryAlignment
    findings: Findings

    def words(self, citation: Citation) -> str:
        """The cited words."""
        return citation.span.of(self.accounts[citation.article].article.text)

    def sentence(self, article: str, span: Span) -> Span:
        """The sentences around a span, or the span itself where no sentence is known."""
        around = [s for s in self.accounts[article].annotation.parse.sentence_spans if s.overlap(span)]
        return Span(min(span.start, around[0].start), max(span.end, around[-1].end)) if around else span

    def evidence(self, citation: Citation) -> str:
        """The cited words with what they resolve to: the entities mentioned in them and the dates that they name."""
        annotation = self.accounts[citation.article].annotation
        around = self.sentence(citation.article, citation.span)
        resolved = [
            entity.name
            for entity in self.entities.values()
            if any(m.article == citation.article and around.overlap(m.span) for m in entity.mentions)
        ]
        dates = [date_in_words(time.value) for time in annotation.times if time.value and around.overlap(time.span)]
        return " ".join([Citation(citation.article, around).span.of(self.text(citation.article)), *resolved, *dates])

    def text(self, article: str) -> str:
        """The text of an article."""
        return self.accounts[article].article.text

    def outlets(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The names of accounts, each once, in the order of the story."""
        wanted = set(articles)
        return tuple(name for id, name in self.names.items() if id in wanted)

    def origins(self, articles: Iterable[str]) -> int:
        """How many independent origins stand behind these articles."""
        return len({self.origin_of.get(article, article) for article in articles})


def build_scene(alignment: StoryAlignment, findings: Findings, accounts: Sequence[Account]) -> Scene:
    """The scene of a story."""
    return Scene(
        {account.article.id: account for account in accounts},
        account_names(by_origin([account.article for account in accounts], findings.origins)),
        {entity.id: entity for entity in alignment.linking.entities},
        {article: origin.id for origin in findings.origins for article in origin.articles},
        alignment,
        findings,
    )


def cite(claim: Claim, members: Iterable[int] | None = None) -> tuple[Citation, ...]:
    """The members of a claim as citations: all, or those of these indexes; one an article, the longest first told."""
    chosen = claim.members if members is None else tuple(claim.members[i] for i in members)
    first: dict[str, Citation] = {}
    for member in chosen:
        first.setdefault(member.article, Citation(member.article, member.span))
    return tuple(first.values())
