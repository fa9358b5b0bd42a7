"""Parameter types that the commands share: sources to read (paths, folders, globs, `-`) and files to write."""

import sys
from typing import Annotated

from cyclopts import Parameter

from synoptic.doors.cli.output import STANDARD
from synoptic.errors import MissingSource

UNKNOWN_OPTION = "Unknown option"
"""How the message about a mistyped option begins."""


def _no_option(_: object, value: str | None) -> None:
    """Refuses a value that looks like a mistyped option; a lone `-` is a standard stream."""
    if value and value.startswith("-") and value != STANDARD:
        raise ValueError(f'{UNKNOWN_OPTION}: "{value}". A file of that name is given as "./{value}".')


Source = Annotated[
    str,
    Parameter(
        name="SOURCE",
        allow_leading_hyphen=True,
        validator=_no_option,
        help="Files (.txt .md .html .json .jsonl .csv .tsv .eml .warc, feeds as .xml .rss .atom), folders, globs, or - "
        "for standard input (the default).",
    ),
]
"""A file, a folder, a glob, or - for standard input."""

Target = Annotated[str, Parameter(allow_leading_hyphen=True, validator=_no_option, metavar="FILE", show_default=False)]
"""A file to write, or - for standard output."""


def named(sources: tuple[str, ...]) -> tuple[str, ...]:
    """The sources, or standard input if none is named.

    Raises MissingSource if standard input is a terminal: nobody wants to type an article.
    """
    if not sources and sys.stdin is not None and sys.stdin.isatty():
        raise MissingSource("no source is named", remedy="name files or folders, or pipe articles in")
    return sources or (STANDARD,)
