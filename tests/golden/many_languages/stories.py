"""Three invented stories, each told in seven or eight languages: as the program reads them, and what is expected."""

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from synoptic import compose
from synoptic.records.annotation import Annotation, Quote
from synoptic.records.article import Article
from synoptic.records.span import Span
from synoptic.records.stages import StorySynopsis, Synopsis

FOLDER = Path(__file__).parent


def expectations() -> dict[str, Any]:
    """The tables of `expected.toml`."""
    return tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Told:
    """The synopsis of one story, addressed by the first letters of the accounts' files ("3_ru")."""

    synopsis: Synopsis

    @cached_property
    def story(self) -> StorySynopsis:
        """The one story."""
        (story,) = self.synopsis.stories
        return story

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by their account."""
        return {Path(article.source).name[:4]: article for article in self.synopsis.articles}

    def annotation(self, account: str) -> Annotation:
        """What was marked in an account."""
        id = self.articles[account].id
        return next(known.annotation for known in self.story.accounts if known.article.id == id)

    def quote(self, account: str, words: str) -> Quote:
        """The quote of an account whose content holds these words."""
        text = self.articles[account].text
        start = text.index(words)
        return next(
            quote
            for quote in self.annotation(account).quotes
            if any(part.start <= start < part.end for part in quote.content)
        )

    def utterance(self, account: str, words: str) -> str:
        """The id of the group of quotes that holds these words of an account."""
        article, content = self.articles[account].id, self.quote(account, words).content
        return next(
            group.id
            for group in self.story.alignment.quotes
            for member in group.members
            if member.article == article and member.content[0].start == content[0].start
        )

    def entity(self, account: str, name: str) -> str | None:
        """The id of the story's entity that an account's first use of a name mentions."""
        article = self.articles[account]
        span = Span(article.text.index(name), article.text.index(name) + len(name))
        for entity in self.story.alignment.linking.entities:
            for mention in entity.mentions:
                if mention.article == article.id and mention.span.overlap(span):
                    return entity.id
        return None

    def tells(self, kind: str, sides: dict[str, str]) -> bool:
        """Whether some claim has a difference of this kind with these words of these accounts on sides of their own."""
        wanted = {self.articles[account].id: words for account, words in sides.items()}
        texts = {article.id: article.text for article in self.articles.values()}
        for claim in self.story.findings.claims:
            for difference in claim.differences:
                found: dict[str, int] = {}
                for side, numbers in enumerate(difference.members):
                    for member in (claim.members[number] for number in numbers):
                        if wanted.get(member.article, "\0") in member.span.of(texts[member.article]):
                            found[member.article] = side
                if difference.kind.value == kind and len(set(found.values())) == len(wanted):
                    return True
        return False


@lru_cache(maxsize=3)
def told(story: str) -> Told:
    """The accounts of a story through the whole way."""
    return Told(compose.compare([str(FOLDER / story)], one_story=True))
