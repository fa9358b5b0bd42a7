"""`synoptic compare`: the whole way, from sources to one synopsis."""

from typing import Annotated

from cyclopts import Parameter

from synoptic import compose
from synoptic.doors.cli.output import STANDARD, check_targets, output_console, write_text
from synoptic.doors.cli.progress import progress_bar
from synoptic.doors.cli.rejections import tell_notes, tell_rejections
from synoptic.doors.cli.sources import Source, Target, named
from synoptic.doors.cli.tables import check_table, write_table
from synoptic.doors.render.contract_json import synopsis_to_json
from synoptic.doors.render.event_table import COLUMNS, event_rows
from synoptic.doors.render.markdown import story_markdown
from synoptic.doors.render.page import story_page
from synoptic.doors.render.terminal import print_synopsis


def compare(
    *sources: Source,
    json: Target | None = None,
    html: Target | None = None,
    md: Target | None = None,
    events: Target | None = None,
    one_story: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
    quiet: Annotated[bool, Parameter(negative=(), show_default=False)] = False,
) -> int:
    """Compare the articles of all sources: group them into stories, align what they say, show where they differ.

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
    one_story
        All sources are accounts of one event: do not group them.
    quiet
        No summary and no progress on the terminal.
    """
    targets = tuple(target for target in (json, html, md, events) if target is not None)
    check_targets(targets)
    if events is not None:
        check_table(events)
    with progress_bar(quiet=quiet) as progress:
        synopsis = compose.compare(named(sources), progress, one_story=one_story)
    if json is not None:
        write_text(json, synopsis_to_json(synopsis))
    if html is not None:
        write_text(html, story_page(synopsis))
    if md is not None:
        write_text(md, story_markdown(synopsis))
    if events is not None:
        write_table(events, COLUMNS, (row.cells for row in event_rows(synopsis)))
    if quiet or STANDARD in targets or not synopsis.stories:
        tell_rejections(synopsis.rejected)
    else:
        print_synopsis(synopsis, output_console())
    tell_notes(synopsis.articles)
    return 0 if synopsis.stories else 1
