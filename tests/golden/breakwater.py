"""The example story: the accounts as the program reads them, and what a careful reader expects of them."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from synoptic import compose
from synoptic.records.article import Article
from synoptic.records.findings import Claim, Findings
from synoptic.records.links import StoryAlignment
from synoptic.records.span import Span
from synoptic.records.stages import StorySynopsis, Synopsis

FOLDER = Path(__file__).parents[2] / "examples" / "breakwater"


def expectations() -> dict[str, Any]:
    """The tables of `expected.toml`."""
    return tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Breakwater:
    """The synopsis of the example story, addressed by the numbers of the accounts."""

    synopsis: Synopsis

    @cached_property
    def story(self) -> StorySynopsis:
        """The one story."""
        (story,) = self.synopsis.stories
        return story

    @property
    def findings(self) -> Findings:
        """Its findings."""
        return self.story.findings

    @property
    def alignment(self) -> StoryAlignment:
        """Its alignment."""
        return self.story.alignment

    @cached_property
    def articles(self) -> dict[int, Article]:
        """The articles by the number in front of their file's name."""
        return {int(Path(article.source).name[:2]): article for article in self.synopsis.articles}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each article's id."""
        return {article.id: number for number, article in self.articles.items()}

    def locate(self, account: int, snippet: str) -> Span:
        """Where a snippet stands in an account: exactly once."""
        text = self.articles[account].text
        assert text.count(snippet) == 1, f"account {account} has {text.count(snippet)} times {snippet!r}"
        return Span(text.index(snippet), text.index(snippet) + len(snippet))

    def claims_at(self, account: int, snippet: str) -> set[str]:
        """The ids of the claims that have a member over this snippet."""
        span, article = self.locate(account, snippet), self.articles[account].id
        return {
            claim.id
            for claim in self.findings.claims
            if any(
                member.article == article and 2 * member.span.overlap(span) >= min(len(span), len(member.span))
                for member in claim.members
            )
        }

    def claim(self, id: str) -> Claim:
        """A claim by its id."""
        return next(claim for claim in self.findings.claims if claim.id == id)

    def entity_at(self, account: int, span: Span) -> str | None:
        """The id of the story's entity that is mentioned by (most of) these words."""
        article = self.articles[account].id
        found = [
            (mention.span.overlap(span), entity.id)
            for entity in self.alignment.linking.entities
            for mention in entity.mentions
            if mention.article == article and 2 * mention.span.overlap(span) >= len(mention.span)
        ]
        return max(found)[1] if found else None

    def person(self, name: str) -> str | None:
        """The id of the entity that bears this name in the first account that has it."""
        for number, article in sorted(self.articles.items()):
            if name in article.text:
                start = article.text.index(name)
                if found := self.entity_at(number, Span(start, start + len(name))):
                    return found
        return None


def analysed() -> Breakwater:
    """The example accounts through the whole way."""
    return Breakwater(compose.compare([str(FOLDER / "accounts")]))
