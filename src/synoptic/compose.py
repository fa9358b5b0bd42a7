"""The one place where adapters are chosen and the pipeline is built.

Doors call these functions and render what they return.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import batched
from os import PathLike, fspath
from pathlib import Path

from synoptic.adapters.engines.local import InProcess, ProcessPool
from synoptic.adapters.engines.threads import one_blas_thread
from synoptic.adapters.models.chat_endpoint import ChatEndpoint, Patience
from synoptic.adapters.models.chat_judge import ChatJudge
from synoptic.adapters.models.eld_identifier import EldIdentifier
from synoptic.adapters.models.inventory import ModelStatus, inventory
from synoptic.adapters.models.pair_model import PairModel
from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.adapters.models.trafilatura_pages import TrafilaturaPages
from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.adapters.readers import all_readers
from synoptic.adapters.readers.files import FileOpener
from synoptic.adapters.readers.judgement_lines import read_judgements
from synoptic.errors import ArticleSetAside, ProgramFault, unexpected_as_fault
from synoptic.isolation import spare, surviving
from synoptic.language.names.compare import same_name
from synoptic.pipeline import ONE_STORY, STAGES, Models, Pipeline, Progress, build, silent
from synoptic.ports import Engine
from synoptic.records.annotation import Annotation, EntityKind
from synoptic.records.article import Article, RawArticle, Rejected
from synoptic.records.chains import Chain
from synoptic.records.judgements import NO_JUDGEMENTS, Judgements, Proposal
from synoptic.records.links import Link, Placement
from synoptic.records.stages import Collection, Sources, Synopsis
from synoptic.settings import Endpoint, Settings
from synoptic.stages.cluster import cluster
from synoptic.stages.cluster.grouping import Run, open_stream, run
from synoptic.stages.cluster.refine import propose
from synoptic.stages.cluster.state import load, save
from synoptic.stages.extract import annotate
from synoptic.stages.link.retellings import find_retellings
from synoptic.stages.weigh.chains import find_chains, related
from synoptic.stages.weigh.origins import find_origins
from synoptic.stages.write.gate import support

__all__ = [
    "NO_JUDGEMENTS",
    "ChatJudge",
    "Family",
    "Grouped",
    "GroupingOptions",
    "ModelStatus",
    "Progress",
    "Source",
    "Trace",
    "annotations",
    "compare",
    "engine_of",
    "finished_annotations",
    "grouped",
    "inventory",
    "judge_at",
    "links",
    "models",
    "name_score",
    "pipeline",
    "placements",
    "proposals",
    "read",
    "state_of",
    "support_score",
    "trace",
]


@lru_cache(maxsize=1)
def models() -> Models:
    """The models and readers that come with the package. Each is loaded on first use."""
    return Models(
        all_readers(),
        TrafilaturaPages(),
        EldIdentifier(),
        SpacyTagger(),
        UseEncoder(),
        FileOpener(),
        scorer=PairModel(),
    )


_DEFAULTS = Settings()
_BRISK = Patience(seconds=30.0, tries=2)
"""For the judge, who may get hundreds of questions: give up early on an endpoint that is slow or busy."""


def judge_at(endpoint: Endpoint, budget: int) -> ChatJudge:
    """A language model that is asked about at most `budget` doubtful pairs of sentences."""
    return ChatJudge(
        ChatEndpoint(endpoint.url, endpoint.name, key=endpoint.key, answers=endpoint.answers, patience=_BRISK), budget
    )


def pipeline(
    *,
    one_story: bool = False,
    writer: Endpoint | None = None,
    judge: ChatJudge | None = None,
    judgements: Judgements = NO_JUDGEMENTS,
) -> Pipeline:
    """The whole pipeline, from sources to synopsis; with `one_story` all articles count as accounts of one event.

    `writer` is a language model that words the briefs, `judge` one that decides doubtful pairs of sentences (see
    `judge_at`); without them nothing is sent anywhere. `judgements` override every rule and model.
    """
    used = replace(models(), judgements=judgements, judge=judge)
    if writer is not None:
        chat = ChatEndpoint(writer.url, writer.name, key=writer.key, answers=writer.answers)
        used = replace(used, writer=chat)
    return build(used, ONE_STORY if one_story else STAGES)


type Source = str | PathLike[str] | RawArticle
"""A path, a folder, a glob, `-` for standard input, or an article that is already in memory."""


def read(sources: Source | Iterable[Source]) -> Collection:
    """The cleaned articles of all sources, and the sources that were rejected."""
    result = build(models(), STAGES[:2]).run(_sources(sources))
    assert isinstance(result, Collection)
    return result


def _sources(given: Source | Iterable[Source]) -> Sources:
    """One source or several; a single string is one path, not a sequence of letters."""
    several = (given,) if isinstance(given, str | PathLike | RawArticle) else given
    return Sources(tuple(one if isinstance(one, RawArticle) else fspath(one) for one in several))


@one_blas_thread()
def compare(
    sources: Source | Iterable[Source],
    progress: Progress = silent,
    *,
    one_story: bool = False,
    writer: Endpoint | None = None,
    judge: ChatJudge | None = None,
    judgements: Judgements = NO_JUDGEMENTS,
) -> Synopsis:
    """The whole analysis of all sources. For `one_story`, `writer`, `judge` and `judgements` see `pipeline`."""
    way = pipeline(one_story=one_story, writer=writer, judge=judge, judgements=judgements)
    result = way.run(_sources(sources), progress)
    assert isinstance(result, Synopsis)
    return result


def annotations(
    articles: Sequence[Article], settings: Settings = _DEFAULTS, progress: Progress = silent
) -> Iterator[tuple[Article, Annotation]]:
    """Each article with its annotation, in order, as soon as its batch is finished.

    Warns with ArticleSetAside of an article that is left out because the program fails with it.
    """
    with engine_of(settings) as engine:
        batches = list(batched(articles, settings.batch))
        found = finished_annotations(batches, engine, _as_it_is, progress)
        for article, annotation in zip(articles, found, strict=True):
            if isinstance(annotation, Rejected):
                _warn((annotation,))
            else:
                yield article, annotation


def _warn(rejected: Iterable[Rejected]) -> None:
    for entry in rejected:
        warnings.warn(f"{entry.source}: {entry.reason}", ArticleSetAside, stacklevel=3)


def engine_of(settings: Settings) -> Engine:
    """The engine that annotates articles. Its processes start to load their models when the context is entered."""
    return ProcessPool(settings.processes, _load_tagger) if settings.processes > 1 else InProcess()


def finished_annotations[Result](
    batches: Sequence[Sequence[Article]],
    engine: Engine,
    finish: Callable[[Annotation], Result],
    progress: Progress = silent,
) -> Iterator[Result | Rejected]:
    """`finish(annotation)` for each article, in order, as soon as its batch is finished.

    In place of an article that the program fails with, or in which a process ends, comes the reason. `finish` runs in
    the process that made the annotation, so that parses need not travel between processes. It must be picklable.
    """
    done, total = 0, sum(map(len, batches))
    for found in surviving(engine, partial(_finished_batch, finish), batches):
        yield from found
        done += len(found)
        progress("annotate", done, total)


def _load_tagger() -> None:
    models().tagger.parse(["Ready."], "en")


def _finished_batch[Result](
    finish: Callable[[Annotation], Result], batch: Sequence[Article]
) -> tuple[Result | Rejected, ...]:
    """The articles of a batch that the program fails with are done one by one."""
    try:
        with unexpected_as_fault("annotate"):
            return tuple(finish(annotation) for annotation in annotate(batch, models().tagger))
    except ProgramFault as fault:
        if len(batch) == 1:
            return (Rejected.because(batch[0].source or batch[0].id, fault),)
        return tuple(result for article in batch for result in _finished_batch(finish, (article,)))


def _as_it_is(annotation: Annotation) -> Annotation:
    return annotation


@dataclass(frozen=True, slots=True)
class GroupingOptions:
    """Options of `grouped`: the files of a saved stream and of judgements ("" for none), a second pass, no encoder."""

    state: str = ""
    judgements: str = ""
    refine: bool = False
    words_only: bool = False


@dataclass(frozen=True, slots=True)
class Grouped:
    """What `grouped` gives: the run of the stream, and the articles that came with it.

    Those that the program fails with are among the rejected ones of `collection`.
    """

    run: Run
    collection: Collection


@one_blas_thread()
def grouped(collection: Collection, options: GroupingOptions) -> Grouped:
    """The story of each article. With a saved state, the stream continues from there.

    Raises InputError if the state or the judgements cannot be used.
    """
    return spare(collection, partial(_grouped, options))


def _grouped(options: GroupingOptions, collection: Collection) -> Grouped:
    encoder = None if options.words_only else models().encoder
    with unexpected_as_fault("cluster"):
        stream = open_stream(encoder, None if options.state else len(collection.articles))
        if options.state and Path(options.state).expanduser().exists():
            stream = load(models().opener.read(options.state), stream.scale.model, options.state)
        judged = judgements_of(options.judgements).stories if options.judgements else ()
        return Grouped(run(stream, collection.articles, encoder, judged, options.refine), collection)


def placements(collection: Collection) -> tuple[Placement, ...]:
    """The story of each article, in order of arrival.

    Warns with ArticleSetAside of an article that is left out because the program fails with it.
    """
    found = grouped(collection, GroupingOptions())
    _warn(found.collection.rejected[len(collection.rejected) :])
    return found.run.placements


def judgements_of(name: str) -> Judgements:
    """A reader's decisions, from a file. Raises InputError if it cannot be read or understood."""
    return read_judgements(name, models().opener.read(name))


def proposals(found: Run) -> tuple[Proposal, ...]:
    """Judgements that the collection as a whole suggests, the most likely first."""
    return propose(found.stream)


def state_of(found: Run) -> bytes:
    """The stream as bytes, for the next run."""
    return save(found.stream)


def links(collection: Collection) -> tuple[Link, ...]:
    """Who took what from whom: verbatim links over the whole collection, retellings within each story.

    Warns with ArticleSetAside of an article that is left out because the program fails with it.
    """
    found = trace(collection)
    _warn(found.collection.rejected[len(collection.rejected) :])
    return found.links


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that stories or dependence bring together, in order of arrival, with the chain of each origin."""

    articles: tuple[Article, ...]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """All links of a collection, and the chains of every family.

    Articles that the program fails with are among the rejected ones of `collection`.
    """

    links: tuple[Link, ...]
    families: tuple[Family, ...]
    collection: Collection


@one_blas_thread()
def trace(collection: Collection) -> Trace:
    """The links of a collection, and the chains from press release to agency to outlets, as far as they are known."""
    return spare(collection, _traced)


def _traced(collection: Collection) -> Trace:
    encoder = models().encoder
    by_id = {article.id: article for article in collection.articles}
    with unexpected_as_fault("trace"):
        grouping = cluster(collection, encoder)
        found = list(grouping.links)
        home = {id: story.id for story in grouping.stories for id in story.articles}
        within: dict[str, list[Link]] = {}
        for known in grouping.links:
            if home[known.source] == home[known.target]:
                within.setdefault(home[known.source], []).append(known)
        for story in grouping.stories:
            found += find_retellings([by_id[id] for id in story.articles], within.get(story.id, ()), encoder)
        joined = related(grouping.stories, found)
        families = [_family([by_id[id] for id in members], links) for members, links in joined]
    return Trace(tuple(found), tuple(families), collection)


def _family(articles: Sequence[Article], links: Sequence[Link]) -> Family:
    return Family(tuple(articles), find_chains(articles, links, find_origins(articles, links)))


def name_score(left: str, right: str, kind: EntityKind) -> float:
    """How likely two names are of the same entity (0 to 1; from .5 they count as the same)."""
    return same_name(left, right, kind).score


def support_score(claim: str, evidence: Sequence[str]) -> float:
    """How likely the sentences of a page support a claim (0 to 1; from .5 it counts as supported)."""
    return support(claim, evidence, models().encoder).score
