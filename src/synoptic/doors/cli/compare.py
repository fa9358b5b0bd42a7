"""`synoptic compare`: the whole pipeline, from sources to one synopsis."""

import os
from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter, validators

from synoptic import compose
from synoptic.doors.cli.output import STANDARD, check_targets, output_console, write_text
from synoptic.doors.cli.progress import progress_bar
from synoptic.doors.cli.rejections import tell_note, tell_notes, tell_rejections, tell_traceback, tell_unknown
from synoptic.doors.cli.sources import Source, Target, named
from synoptic.doors.cli.tables import check_table, write_table
from synoptic.doors.render.contract_json import synopsis_to_json
from synoptic.doors.render.event_table import COLUMNS, event_rows
from synoptic.doors.render.markdown import story_markdown
from synoptic.doors.render.page import story_page
from synoptic.doors.render.terminal import print_synopsis
from synoptic.records.stages import Synopsis
from synoptic.settings import Endpoint, endpoint_from


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Outputs:
    """Which outputs are written, and where; - is standard output.

    Parameters
    ----------
    json
        Write the whole analysis as JSON (schema synoptic/1) to this file; - for standard output.
    html
        Write one self-contained page to this file; - for standard output.
    md
        Write a Markdown digest to this file; - for standard output.
    events
        Write the event records as a table with PLOVER columns to this file: as Parquet if its name ends in .parquet
        (extra analytics), otherwise tab-separated; - for standard output.
    """

    json: Target | None = None
    html: Target | None = None
    md: Target | None = None
    events: Target | None = None

    @property
    def targets(self) -> tuple[str, ...]:
        """All files that are asked for."""
        return tuple(target for target in (self.json, self.html, self.md, self.events) if target is not None)

    def check(self) -> None:
        """Raises UnwritableTarget, before any work is done, if one of them cannot be written."""
        check_targets(self.targets)
        if self.events is not None:
            check_table(self.events)

    def write(self, synopsis: Synopsis) -> None:
        """Writes every output that is asked for."""
        if self.json is not None:
            write_text(self.json, synopsis_to_json(synopsis))
        if self.html is not None:
            write_text(self.html, story_page(synopsis))
        if self.md is not None:
            write_text(self.md, story_markdown(synopsis))
        if self.events is not None:
            write_table(self.events, COLUMNS, (row.cells for row in event_rows(synopsis)))


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Writer:
    """Who words the briefs.

    Parameters
    ----------
    writer
        Let a language model word the briefs: base URL of an OpenAI-compatible server (extra llm). Every sentence must
        pass the same checks as our own. The statements that the brief may use are sent to this URL, and nothing else.
    writer_model
        The name of the model at that server. A key is read from SYNOPTIC_LLM_KEY.
    """

    writer: Annotated[str | None, Parameter(metavar="URL")] = None
    writer_model: Annotated[str, Parameter(metavar="NAME")] = "default"

    @property
    def endpoint(self) -> Endpoint | None:
        """The endpoint that was named, if any. Raises InvalidSetting if its URL is not one."""
        return endpoint_from(self.writer, self.writer_model, os.environ) if self.writer is not None else None


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Judge:
    """Who decides pairs of sentences that stay in doubt.

    Parameters
    ----------
    judge
        Let a language model decide whether two sentences state the same fact where the program cannot: base URL of an
        OpenAI-compatible server (extra llm). Those sentences are sent to this URL, and nothing else. Answers are cached
        (SYNOPTIC_ANSWERS, or the cache folder) and marked in the report. Without an answer our own models decide.
    judge_model
        The name of the model at that server. A key is read from SYNOPTIC_LLM_KEY.
    judge_budget
        Ask about at most this many pairs, the most doubtful of each story first; cached answers count, too.
    """

    judge: Annotated[str | None, Parameter(metavar="URL")] = None
    judge_model: Annotated[str, Parameter(metavar="NAME")] = "default"
    judge_budget: Annotated[int, Parameter(metavar="N", validator=validators.Number(gte=1))] = 200

    @property
    def asked(self) -> compose.ChatJudge | None:
        """The judge that was named, if any. Raises InvalidSetting if its URL is not one."""
        if self.judge is None:
            return None
        return compose.judge_at(endpoint_from(self.judge, self.judge_model, os.environ), self.judge_budget)


_NOTHING, _OURSELVES, _NOBODY = Outputs(), Writer(), Judge()


def compare(
    *sources: Source,
    outputs: Outputs = _NOTHING,
    writing: Writer = _OURSELVES,
    judging: Judge = _NOBODY,
    judgements: Annotated[str | None, Parameter(metavar="FILE")] = None,
    one_story: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    quiet: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
) -> int:
    """Compare articles: group them into stories, align what they say, show where they differ.

    Parameters
    ----------
    judgements
        Your own decisions, as JSON Lines: merge, split, move, same-story, different-story for articles; same, different
        for names. They override every rule and model.
    one_story
        All sources are about one event: do not group them.
    quiet
        Print no summary and no progress.
    """
    outputs.check()
    endpoint, judge = writing.endpoint, judging.asked
    judged = compose.judgements_of(judgements) if judgements is not None else compose.NO_JUDGEMENTS
    with progress_bar(quiet=quiet) as progress:
        synopsis = compose.compare(
            named(sources), progress, one_story=one_story, writer=endpoint, judge=judge, judgements=judged
        )
    outputs.write(synopsis)
    if quiet or STANDARD in outputs.targets or not synopsis.stories:
        tell_rejections(synopsis.rejected)
    else:
        print_synopsis(synopsis, output_console())
        for left_out in synopsis.rejected:
            tell_traceback(left_out.traceback)
    tell_notes(synopsis.articles)
    if (alone := _nothing_compared(synopsis)) is not None:
        tell_note(alone)
    for note in judge.notes if judge is not None else ():
        tell_note(note)
    if one_story and judged.stories:
        tell_note("judgements on articles have no effect with --one-story")
    tell_unknown(judged.named - {article.id for article in synopsis.articles})
    return 0 if synopsis.stories else 1


def _nothing_compared(synopsis: Synopsis) -> str | None:
    """What to tell a user whose report compares nothing; None where some story has two accounts."""
    if not synopsis.stories or any(len(story.accounts) > 1 for story in synopsis.stories):
        return None
    if len(synopsis.stories) == 1:
        return "there is one article only: name more accounts of its event to compare it with"
    return (
        f"all {len(synopsis.stories)} articles are stories of their own: nothing was compared "
        "(give --one-story where you know that they are about one event)"
    )
