"""`synoptic compare`: the whole way, from sources to one synopsis."""

from typing import Annotated

from cyclopts import Parameter
from rich.console import Console

from synoptic import compose
from synoptic.doors.cli.output import STANDARD, write_text
from synoptic.doors.cli.progress import progress_bar
from synoptic.doors.cli.rejections import tell_rejections
from synoptic.doors.cli.sources import Source
from synoptic.doors.render.contract_json import synopsis_to_json
from synoptic.doors.render.markdown import story_markdown
from synoptic.doors.render.page import story_page
from synoptic.doors.render.terminal import print_synopsis


def compare(
    *sources: Source,
    json: str | None = None,
    html: str | None = None,
    md: str | None = None,
    quiet: Annotated[bool, Parameter(negative=())] = False,
) -> int:
    """Compare the articles of all sources: group them into stories, align what they say, show where they differ.

    Parameters
    ----------
    sources
        Files (.txt .md .html .jsonl), folders, globs, or - for standard input.
    json
        Write the whole analysis as JSON (schema synoptic/1) to this file; - for standard output.
    html
        Write one self-contained page to this file.
    md
        Write a Markdown digest to this file; - for standard output.
    quiet
        No summary and no progress on the terminal.
    """
    targets = (json, html, md)
    with progress_bar(quiet=quiet) as progress:
        synopsis = compose.compare(sources or (STANDARD,), progress)
    if json:
        write_text(json, synopsis_to_json(synopsis))
    if html:
        write_text(html, story_page(synopsis))
    if md:
        write_text(md, story_markdown(synopsis))
    if quiet or STANDARD in targets or not synopsis.stories:
        tell_rejections(synopsis.rejected)
    else:
        print_synopsis(synopsis, Console())
    return 0 if synopsis.stories else 1
