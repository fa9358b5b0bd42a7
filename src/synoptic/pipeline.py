"""The pipeline: seven stages, each a function from records to records, with the models passed in.

`STAGES` is the only list of them. `build` binds the models, and fails at once if a stage takes something other than
what the stage before it gives.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

from synoptic.errors import InvalidPipeline, unexpected_as_fault
from synoptic.isolation import spare
from synoptic.ports import (
    Chat,
    Encoder,
    LanguageIdentifier,
    PageParser,
    PairJudge,
    PairScorer,
    Reader,
    SourceOpener,
    Tagger,
)
from synoptic.records.judgements import NO_JUDGEMENTS, Judgements
from synoptic.records.stages import Acquired, Aligned, Annotated, Collection, Grouping, Sources, Synopsis, Weighed
from synoptic.stages.acquire import acquire
from synoptic.stages.clean import clean
from synoptic.stages.cluster import as_one_story, cluster
from synoptic.stages.extract import extract
from synoptic.stages.link import link
from synoptic.stages.weigh import weigh
from synoptic.stages.write import write

Progress = Callable[[str, int, int], None]
"""Called with the name of the current step, how much of it is done, and how much there is in all."""


def silent(step: str, done: int, total: int) -> None:
    """The Progress that reports nothing."""


@dataclass(frozen=True, slots=True)
class Models:
    """Everything from outside that the stages need.

    Without a `scorer` the regression alone aligns claims. Without a `judge` doubtful pairs are left to our own models.
    Without a `writer` the program words the briefs itself. `judgements` are the reader's earlier decisions.
    """

    readers: tuple[Reader, ...]
    pages: PageParser
    languages: LanguageIdentifier
    tagger: Tagger
    encoder: Encoder
    opener: SourceOpener
    scorer: PairScorer | None = None
    writer: Chat | None = None
    judge: PairJudge | None = None
    judgements: Judgements = NO_JUDGEMENTS


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the type of record it takes, the type it gives, and the function that does the work."""

    name: str
    takes: type
    gives: type
    run: Callable[[Any, Models], Any]


def _cluster(given: Collection, models: Models) -> Grouping:
    return cluster(given, models.encoder, models.judgements.stories)


def _link(given: Annotated, models: Models) -> Aligned:
    return link(given, models.encoder, models.scorer, models.judgements.entities, models.judge)


STAGES: tuple[Stage, ...] = (
    Stage("acquire", Sources, Acquired, lambda given, models: acquire(given, models.opener, models.readers)),
    Stage("clean", Acquired, Collection, lambda given, models: clean(given, models.pages, models.languages)),
    Stage("cluster", Collection, Grouping, _cluster),
    Stage("extract", Grouping, Annotated, lambda given, models: extract(given, models.tagger)),
    Stage("link", Annotated, Aligned, _link),
    Stage("weigh", Aligned, Weighed, lambda given, models: weigh(given)),
    Stage("write", Weighed, Synopsis, lambda given, models: write(given, models.writer)),
)


ONE_STORY: tuple[Stage, ...] = tuple(
    Stage("cluster", Collection, Grouping, lambda given, models: as_one_story(given))
    if stage.name == "cluster"
    else stage
    for stage in STAGES
)
"""The same pipeline for articles that the user declared to be about one event: nothing is grouped."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Stages that fit together, with their models."""

    stages: tuple[Stage, ...]
    models: Models

    def run(self, given: object, progress: Progress = silent) -> Any:
        """The result of the last stage. `progress` is called before each stage and once at the end.

        An article that a stage fails with is set aside as Rejected, and that stage (from link on: link, weigh and
        write) is done again with the others. Raises ProgramFault if a stage fails whatever is left out.
        """
        for leg in _legs(self.stages):
            through = partial(self._through, leg, progress)
            given = spare(given, through) if isinstance(given, _DIVISIBLE) else through(given)
        progress("done", len(self.stages), len(self.stages))
        return given

    def _through(self, leg: tuple[Stage, ...], progress: Progress, given: object) -> Any:
        for stage in leg:
            progress(stage.name, self.stages.index(stage), len(self.stages))
            with unexpected_as_fault(stage.name):
                given = stage.run(given, self.models)
        return given


_DIVISIBLE = (Collection, Grouping, Annotated)
"""The records that can be cut down to some of their articles."""


def _legs(stages: tuple[Stage, ...]) -> list[tuple[Stage, ...]]:
    """The stages in order; those that take a record which cannot be cut down stand with the one before."""
    legs: list[tuple[Stage, ...]] = []
    for stage in stages:
        if legs and stage.takes in {Aligned, Weighed}:
            legs[-1] = (*legs[-1], stage)
        else:
            legs.append((stage,))
    return legs


def build(models: Models, stages: tuple[Stage, ...] = STAGES) -> Pipeline:
    """A pipeline of `stages`. Raises InvalidPipeline if a stage takes something that the one before does not give."""
    for before, after in pairwise(stages):
        if before.gives is not after.takes:
            raise InvalidPipeline(
                f"{after.name} takes {after.takes.__name__}, but {before.name} gives {before.gives.__name__}",
                remedy="put the stages in the order of the data",
            )
    return Pipeline(stages, models)
