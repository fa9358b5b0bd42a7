"""Sources on the command line: paths, folders, globs, and `-`."""

from typing import Annotated

from cyclopts import Parameter

from synoptic.doors.cli.output import STANDARD


def _no_option(_: object, value: str) -> None:
    """Refuses what looks like an option: a lone `-` is standard input, everything else with a hyphen is a slip."""
    if value.startswith("-") and value != STANDARD:
        raise ValueError(f'Unknown option: "{value}". A file of that name is given as "./{value}".')


Source = Annotated[str, Parameter(allow_leading_hyphen=True, validator=_no_option)]
"""A file (.txt .md .html .jsonl), a folder, a glob, or - for standard input."""
