"""Judgements: what a reader decided about stories and entities. They are kept, obeyed, and win over models."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord
from synoptic.records.identities import Identity


class JudgementKind(StrEnum):
    """What a reader can decide.

    MERGE: the stories of these articles are one. SPLIT: these leave the story of `anchor` and are one of their own.
    MOVE: these belong to the story of `anchor`. SAME_STORY: they tell one event. DIFFERENT_STORY: no two of them do.
    """

    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    SAME_STORY = "same-story"
    DIFFERENT_STORY = "different-story"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about articles, by their ids: stories have no lasting names. `source` is where it was read."""

    kind: JudgementKind
    articles: tuple[str, ...]
    anchor: str | None = None
    source: str = ""

    def __post_init__(self) -> None:
        anchored = self.kind in (JudgementKind.SPLIT, JudgementKind.MOVE)
        named = self.named
        if anchored != (self.anchor is not None) or len(self.articles) < (1 if anchored else 2):
            raise InvalidRecord(
                f"{self.kind} takes at least {'one article and an anchor' if anchored else 'two articles'}",
                source=self.source,
            )
        if len(set(named)) != len(named):
            raise InvalidRecord(f"{self.kind} names an article twice", source=self.source)

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of the articles that it is about, its anchor last."""
        return self.articles if self.anchor is None else (*self.articles, self.anchor)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A judgement that the model would agree with, how likely it is right, and why."""

    judgement: Judgement
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judgements:
    """All that a reader decided: where articles belong, and which names are one entity."""

    stories: tuple[Judgement, ...] = ()
    entities: tuple[Identity, ...] = ()

    @property
    def named(self) -> frozenset[str]:
        """The ids of all articles that are judged."""
        return frozenset(id for one in self.stories for id in one.named)


NO_JUDGEMENTS = Judgements()
