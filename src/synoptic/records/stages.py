"""What each stage gives to the next one. Each record contains the previous one, so nothing found is lost.

A Collection, Grouping or Annotated can be cut down to some of its articles (`only`). `units` says which articles the
next stage treats together.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

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

    @property
    def units(self) -> tuple[tuple[str, ...], ...]:
        """All articles at once, by their ids."""
        return (tuple(article.id for article in self.articles),)

    def only(self, kept: AbstractSet[str], rejected: Sequence[Rejected] = ()) -> "Collection":
        """The articles with these ids; `rejected` joins what was rejected before."""
        return Collection(
            tuple(article for article in self.articles if article.id in kept), (*self.rejected, *rejected)
        )


@dataclass(frozen=True, slots=True)
class Grouping:
    """Result of cluster: the stories, why each article is in its story, and the links by shared wording."""

    collection: Collection
    stories: tuple[Story, ...]
    placements: tuple[Placement, ...]
    links: tuple[Link, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the collection."""
        return self.collection.articles

    @property
    def units(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the articles of each story."""
        return tuple(story.articles for story in self.stories)

    def only(self, kept: AbstractSet[str], rejected: Sequence[Rejected] = ()) -> "Grouping":
        """The same for the articles with these ids; a story without articles is gone."""
        stories = [
            replace(story, articles=tuple(id for id in story.articles if id in kept))
            for story in self.stories
            if not kept.isdisjoint(story.articles)
        ]
        return Grouping(
            self.collection.only(kept, rejected),
            tuple(stories),
            tuple(placement for placement in self.placements if placement.article in kept),
            tuple(link for link in self.links if {link.source, link.target} <= kept),
        )


@dataclass(frozen=True, slots=True)
class Annotated:
    """Result of extract: an annotation for every article."""

    grouping: Grouping
    annotations: tuple[Annotation, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the collection."""
        return self.grouping.articles

    @property
    def units(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the articles of each story."""
        return self.grouping.units

    def only(self, kept: AbstractSet[str], rejected: Sequence[Rejected] = ()) -> "Annotated":
        """The same for the articles with these ids."""
        annotations = tuple(annotation for annotation in self.annotations if annotation.article in kept)
        return Annotated(self.grouping.only(kept, rejected), annotations)

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
