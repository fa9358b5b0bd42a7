"""`synoptic clean` and `annotate`, and what the filter commands share.

Each filter runs one part of the pipeline and writes JSON Lines, so that every part can be used and scored alone.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Annotated

from cyclopts import Parameter

from synoptic import compose
from synoptic.doors.cli.output import STANDARD, check_targets, write_lines
from synoptic.doors.cli.progress import progress_bar
from synoptic.doors.cli.rejections import tell_notes, tell_rejections
from synoptic.doors.cli.sources import Source, Target, named
from synoptic.doors.render.contract_json import (
    annotation_to_json,
    article_to_json,
)
from synoptic.records.article import Rejected
from synoptic.records.stages import Collection
from synoptic.settings import settings_from

Out = Annotated[Target, Parameter(help="Write JSON Lines to this file; - for standard output.")]


def clean(*sources: Source, out: Out = STANDARD) -> int:
    """Find the main text, metadata, typed blocks and credits of every article; one line per article."""
    collection = read_sources(sources, out)
    write_lines(out, (article_to_json(article) for article in collection.articles))
    return exit_code(collection)


def annotate(*sources: Source, out: Out = STANDARD) -> int:
    """Mark people, times, quotes, labels and events in every article; one line per article.

    The environment variable SYNOPTIC_PROCESSES sets how many processes share the work.
    """
    settings = settings_from(os.environ)
    with compose.engine_of(settings) as engine:
        collection = read_sources(sources, out)
        batches = list(batched(collection.articles, settings.batch))
        left_out: list[Rejected] = []
        with progress_bar() as progress:
            found = compose.finished_annotations(batches, engine, annotation_to_json, progress)
            write_lines(out, _without_rejected(found, left_out))
    tell_rejections(left_out)
    return 1 if left_out and len(left_out) == len(collection.articles) else exit_code(collection)


def _without_rejected(found: Iterable[str | Rejected], left_out: list[Rejected]) -> Iterator[str]:
    """The lines to write; what is left out instead is added to `left_out`."""
    for line in found:
        if isinstance(line, Rejected):
            left_out.append(line)
        else:
            yield line


def read_sources(sources: tuple[str, ...], out: str) -> Collection:
    """The articles of all sources; reports what was left out or guessed. `out` is checked before any work."""
    check_targets((out,))
    collection = compose.read(named(sources))
    tell_rejections(collection.rejected)
    tell_notes(collection.articles)
    return collection


def exit_code(collection: Collection) -> int:
    """1 if nothing at all could be read, else 0. An input without articles and without rejections is not an error."""
    return 1 if collection.rejected and not collection.articles else 0
