"""What each stage gives to the next. Each record holds the one before it: nothing found is lost on the way."""

from dataclasses import dataclass

from synoptic.errors import InvalidRecord
from synoptic.records.annotation import Account, Annotation
from synoptic.records.article import Article, RawArticle, Rejected
from synoptic.records.findings import Brief, Findings
from synoptic.records.links import Link, Placement, Story, StoryAlignment


@dataclass(frozen=True, slots=True)
class Sources:
    """What the user gave: names (paths, folders, globs, `-` for standard input), and articles already in memory."""

    names: tuple[str | RawArticle, ...]


@dataclass(frozen=True, slots=True)
class Acquired:
    """acquire gives: the articles as they came, and what could not be read."""

    raw: tuple[RawArticle, ...]
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """clean gives: articles with typed blocks, in order of arrival, and all that was left out so far."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...] = ()

    def __post_init__(self) -> None:
        if len({article.id for article in self.articles}) != len(self.articles):
            raise InvalidRecord("two articles of a collection have the same id")


@dataclass(frozen=True, slots=True)
class Grouping:
    """cluster gives: the stories, why each article was placed where it is, and the verbatim links."""

    collection: Collection
    stories: tuple[Story, ...]
    placements: tuple[Placement, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """extract gives: an annotation for every article."""

    grouping: Grouping
    annotations: tuple[Annotation, ...]

    def accounts_of(self, story: Story) -> tuple[Account, ...]:
        """The accounts of a story, in its order."""
        articles = {article.id: article for article in self.grouping.collection.articles}
        annotations = {annotation.article: annotation for annotation in self.annotations}
        return tuple(Account(articles[id], annotations[id]) for id in story.articles)


@dataclass(frozen=True, slots=True)
class Aligned:
    """link gives: entities, quote groups, claims and links of every story."""

    annotated: Annotated
    stories: tuple[StoryAlignment, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """weigh gives: the findings of every story, in the order of `aligned.stories`."""

    aligned: Aligned
    findings: tuple[Findings, ...]


@dataclass(frozen=True, slots=True)
class StorySynopsis:
    """All that is known of one story: what doors print, and `synoptic/1` writes out."""

    story: Story
    title: str
    accounts: tuple[Account, ...]
    placements: tuple[Placement, ...]
    alignment: StoryAlignment
    findings: Findings
    brief: Brief


@dataclass(frozen=True, slots=True)
class Synopsis:
    """write gives: the whole analysis."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]
    stories: tuple[StorySynopsis, ...]
