"""`synoptic compare`: the whole way, from sources to one synopsis."""

import os
from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter, validators

from synoptic import compose
from synoptic.doors.cli.output import STANDARD, check_targets, output_console, write_text
from synoptic.doors.cli.progress import progress_bar
from synoptic.doors.cli.rejections import tell_note, tell_notes, tell_rejections, tell_unknown
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
    """What is written where; - is standard output.

    Parameters
    ----------
    json
        Write the whole analysis as JSON (schema synoptic/1) to this file; - for standard output.
    html
        Write one self-contained page to this file; - for standard output.
    md
        Write a Markdown digest to this file; - for standard output.
    events
        Write the event records as a table with PLOVER columns to this file: Parquet where its name ends in .parquet
        (extra analytics), else tab-separated; - for standard output.
    """

    json: Target | None = None
    html: Target | None = None
    md: Target | None = None
    events: Target | None = None

    @property
    def targets(self) -> tuple[str, ...]:
        """All that are asked for."""
        return tuple(target for target in (self.json, self.html, self.md, self.events) if target is not None)

    def check(self) -> None:
        """Raises UnwritableTarget, before any work is done, where one of them cannot be written."""
        check_targets(self.targets)
        if self.events is not None:
            check_table(self.events)

    def write(self, synopsis: Synopsis) -> None:
        """Writes each."""
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
        Base URL of an OpenAI-compatible server whose language model words the briefs (extra llm); every sentence passes
        the same gate. Only then is anything sent over the network: the statements that the brief may use, to this URL.
    writer_model
        The name of the model at that server. A key is read from SYNOPTIC_LLM_KEY.
    """

    writer: Annotated[str | None, Parameter(metavar="URL")] = None
    writer_model: Annotated[str, Parameter(metavar="NAME")] = "default"

    @property
    def endpoint(self) -> Endpoint | None:
        """The endpoint that was named. Raises InvalidSetting where its URL is none."""
        return endpoint_from(self.writer, self.writer_model, os.environ) if self.writer is not None else None


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Judge:
    """Who decides what stays in doubt.

    Parameters
    ----------
    judge
        Base URL of an OpenAI-compatible server whose language model decides the pairs of sentences that the program
        itself is in doubt about: whether they state one fact (extra llm). Only then is anything sent over the network:
        those sentences, to this URL. Answers are kept (SYNOPTIC_ANSWERS, else the cache folder) and marked in the
        report; where there is none, our own models decide.
    judge_model
        The name of the model at that server. A key is read from SYNOPTIC_LLM_KEY.
    judge_budget
        Ask about so many pairs at most, the most doubtful of each story first; answers that are kept count, too.
    """

    judge: Annotated[str | None, Parameter(metavar="URL")] = None
    judge_model: Annotated[str, Parameter(metavar="NAME")] = "default"
    judge_budget: Annotated[int, Parameter(metavar="N", validator=validators.Number(gte=1))] = 200

    @property
    def asked(self) -> compose.ChatJudge | None:
        """The judge that was named. Raises InvalidSetting where its URL is none."""
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
    """Compare the articles of all sources: group them into stories, align what they say, show where they differ.

    Parameters
    ----------
    judgements
        Obey the judgements in this file (JSON Lines: merge, split, move, same-story, different-story of articles; same,
        different of names). They win over every rule.
    one_story
        All sources are accounts of one event: do not group them.
    quiet
        No summary and no progress on the terminal.
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
