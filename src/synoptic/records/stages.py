"""What each stage gives to the next one. Each record contains the previous one, so nothing found is lost."""

from dataclasses import dataclass

from synoptic.errors import InvalidRecord
from synoptic.records.annotation import Account, Annotation
from synoptic.records.article import Article, RawArticle, Rejected
from synoptic.records.findings import Brief, Findings
from synoptic.records.links import Link, Placement, Story, StoryAlignment


@dataclass(frozen=True, slots=True)
class Sources:
    """What the user gave: names (paths, folders, globs, `-` for standard input) and articles already in memory."""

    names: tuple[str | RawArticle, ...]


@dataclass(frozen=True, slots=True)
class Acquired:
    """Result of acquire: the articles as they came, and the sources that could not be read."""

    raw: tuple[RawArticle, ...]
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """Result of clean: articles with typed blocks, in order of arrival, and everything rejected so far."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...] = ()

    def __post_init__(self) -> None:
        if len({article.id for article in self.articles}) != len(self.articles):
            raise InvalidRecord("two articles of a collection have the same id")


@dataclass(frozen=True, slots=True)
class Grouping:
    """Result of cluster: the stories, why each article is in its story, and the links by shared wording."""

    collection: Collection
    stories: tuple[Story, ...]
    placements: tuple[Placement, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """Result of extract: an annotation for every article."""

    grouping: Grouping
    annotations: tuple[Annotation, ...]

    def accounts_by_story(self) -> tuple[tuple[Account, ...], ...]:
        """The accounts of each story of the grouping, stories and accounts in their order."""
        articles = {article.id: article for article in self.grouping.collection.articles}
        annotations = {annotation.article: annotation for annotation in self.annotations}
        return tuple(
            tuple(Account(articles[id], annotations[id]) for id in story.articles) for story in self.grouping.stories
        )


@dataclass(frozen=True, slots=True)
class Aligned:
    """Result of link: entities, quote groups, claims and links of every story."""

    annotated: Annotated
    stories: tuple[StoryAlignment, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Result of weigh: the findings of every story, in the order of `aligned.stories`."""

    aligned: Aligned
    findings: tuple[Findings, ...]


@dataclass(frozen=True, slots=True)
class StorySynopsis:
    """Everything known about one story: what the doors print and what `synoptic/1` contains."""

    story: Story
    title: str
    accounts: tuple[Account, ...]
    placements: tuple[Placement, ...]
    alignment: StoryAlignment
    findings: Findings
    brief: Brief


@dataclass(frozen=True, slots=True)
class Synopsis:
    """Result of write: the whole analysis."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]
    stories: tuple[StorySynopsis, ...]
