"""A made stream: short articles of stories with heavy-tailed sizes, in order of arrival, with the story of each.

Nothing in it is news: words are invented syllables. What makes grouping hard is kept: words follow Zipf's law,
stories of one theme share its words, many stories run at once, sizes follow a power law (most have one article, a
few have hundreds), new names keep coming.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "or", "un")]
_WORDS, _THEMES, _THEME_WORDS = 60_000, 150, 400
_STORY_NAMES, _STORY_WORDS = 6, 25
_TITLE, _BODY = 9, 55
_START = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Made:
    """An article and the story it was made for."""

    article: Article
    story: int


class _World:
    """Words by frequency, and the words of each theme."""

    def __init__(self, random: np.random.Generator) -> None:
        self.random = random
        self.words = np.array([_word(number, 2) for number in range(_WORDS)])
        shares = 1.0 / (np.arange(_WORDS) + 2.7)
        self.cumulative = np.cumsum(shares / shares.sum())
        self.themes = random.integers(200, _WORDS, (_THEMES, _THEME_WORDS))
        self.names = 0

    def common(self, number: int) -> NDArray[np.int64]:
        """So many words, drawn by their frequency."""
        return np.searchsorted(self.cumulative, self.random.random(number))


def _word(number: int, least: int) -> str:
    parts: list[str] = []
    while number or len(parts) < least:
        number, rest = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[rest])
    return "".join(parts)


class _Story:
    """A story: names that no other has, and words of its theme."""

    def __init__(self, number: int, world: _World) -> None:
        self.number = number
        self.world = world
        random = world.random
        theme = world.themes[random.integers(_THEMES)]
        self.words = world.words[random.choice(theme, _STORY_WORDS, replace=False)]
        self.theme = world.words[theme]
        self.names = np.array([_word(world.names + at, 4).capitalize() for at in range(_STORY_NAMES)])
        world.names += _STORY_NAMES

    def text(self, number: int) -> str:
        """So many words: names and words of the story, of its theme, and any."""
        random, world = self.world.random, self.world
        kinds = random.random(number)
        drawn = world.words[world.common(number)].astype(object)
        drawn = np.where(kinds < 0.55, self.words[(random.random(number) ** 2 * _STORY_WORDS).astype(int)], drawn)
        drawn = np.where(kinds < 0.28, self.names[(random.random(number) ** 2 * _STORY_NAMES).astype(int)], drawn)
        drawn = np.where(kinds > 0.85, self.theme[random.integers(0, _THEME_WORDS, number)], drawn)
        return " ".join(drawn.tolist())


@dataclass(order=True, slots=True)
class _Due:
    """An article that will come: when, of which story."""

    at: float
    opened: int
    story: _Story = field(compare=False)


def made_stream(articles: int, seed: int = 1, per_day: int = 4_000) -> Iterator[Made]:
    """So many articles in order of arrival, `per_day` a day."""
    world = _World(np.random.default_rng(seed))
    waiting: list[_Due] = []
    stories = 0
    for number in range(articles):
        # A new story is opened about as often as old ones would leave the stream without articles.
        if not waiting or waiting[0].at > number:
            story = _Story(stories, world)
            stories += 1
            size = min(2_000, int((1.0 - world.random.random()) ** (-1.0 / 1.1)))
            for at in number + np.sort(world.random.exponential(per_day * 0.8, size - 1)):
                heapq.heappush(waiting, _Due(float(at), number, story))
        else:
            story = heapq.heappop(waiting).story
        yield Made(_article(number, story, per_day), story.number)


def _article(number: int, story: _Story, per_day: int) -> Article:
    text = story.text(_BODY)
    return Article(
        f"a{number}",
        text,
        story.text(_TITLE),
        outlet=f"outlet {number % 211}",
        language="en",
        published=(_START + timedelta(days=number / per_day)).isoformat(timespec="minutes"),
        blocks=(Block(BlockKind.LEAD, Span(0, len(text))),),
    )
