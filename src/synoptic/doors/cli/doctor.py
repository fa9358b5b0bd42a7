"""`synoptic doctor`: versions, models with their checksums, missing extras."""

import platform
from collections.abc import Sequence
from dataclasses import asdict
from json import dumps
from typing import Annotated

from cyclopts import Parameter
from rich.table import Table

from synoptic import compose
from synoptic.doors.cli.output import output_console, write_text
from synoptic.version import __version__


def doctor(*, json: Annotated[bool, Parameter(negative=(), show_default=False)] = False) -> int:
    """Check the installation: versions, models with their checksums, and which extras are missing.

    Parameters
    ----------
    json
        Print one JSON line per package instead of a table, with the whole checksum.
    """
    found = compose.inventory()
    if json:
        write_text("-", "".join(dumps(asdict(status), ensure_ascii=False) + "\n" for status in found))
    else:
        _print_table(found)
    return 1 if any(status.fault for status in found) else 0


def _print_table(found: Sequence[compose.ModelStatus]) -> None:
    """A row a package; below it, how to install what is missing."""
    console = output_console()
    console.print(f"synoptic {__version__}, Python {platform.python_version()}, {platform.system()}")
    table = Table(box=None, pad_edge=False)
    for head, folded in (("package", False), ("version", False), ("sha-256", False), ("state", True), ("for", True)):
        table.add_column(head, overflow="fold", no_wrap=not folded)
    for status in found:
        state = status.fault or ("ok" if status.installed else "not installed")
        digest = (status.digest or "-")[:8]
        table.add_row(status.package.name, status.installed or "-", digest, state, status.package.purpose)
    console.print(table)
    for extra in sorted({status.package.extra for status in found if status.package.extra and not status.installed}):
        console.print(f"extra {extra}: pip install 'synoptic-news[{extra}]'", markup=False, soft_wrap=True)
