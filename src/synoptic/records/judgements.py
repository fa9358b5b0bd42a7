"""Judgements: a reader's decisions about stories and entities. They override rules and models in every run."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord
from synoptic.records.identities import Identity


class JudgementKind(StrEnum):
    """What a reader can decide.

    MERGE: the stories of these articles are one story. SPLIT: these articles leave the story of `anchor` and form their
    own. MOVE: these articles belong to the story of `anchor`. SAME_STORY: all these articles are about one event.
    DIFFERENT_STORY: no two of these articles are about one event.
    """

    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    SAME_STORY = "same-story"
    DIFFERENT_STORY = "different-story"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about articles, named by their ids because story ids do not last. `source` is where it was read."""

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
        """The ids of the articles that it is about; the anchor is last."""
        return self.articles if self.anchor is None else (*self.articles, self.anchor)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A judgement that the model suggests, how likely it is right (0 to 1), and why."""

    judgement: Judgement
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judgements:
    """All decisions of a reader: where articles belong, and which names are the same entity."""

    stories: tuple[Judgement, ...] = ()
    entities: tuple[Identity, ...] = ()

    @property
    def named(self) -> frozenset[str]:
        """The ids of all articles that the judgements name."""
        return frozenset(id for one in self.stories for id in one.named)


NO_JUDGEMENTS = Judgements()
