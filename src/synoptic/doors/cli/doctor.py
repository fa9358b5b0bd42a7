"""`synoptic doctor`: versions, models with their checksums, missing extras."""

import platform
from dataclasses import asdict
from json import dumps
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from synoptic import compose
from synoptic.doors.cli.output import write_text
from synoptic.version import __version__


def doctor(*, json: Annotated[bool, Parameter(negative=(), show_default=False)] = False) -> int:
    """Check the installation: versions, models with their checksums, extras that are missing.

    Parameters
    ----------
    json
        Print one JSON line a model instead of a table.
    """
    found = compose.inventory()
    if json:
        write_text("-", "".join(dumps(asdict(status), ensure_ascii=False) + "\n" for status in found))
    else:
        console = Console()
        console.print(f"synoptic {__version__}, Python {platform.python_version()}, {platform.system()}")
        table = Table(box=None, pad_edge=False)
        for head, folded in (
            ("package", True),
            ("version", False),
            ("what for", True),
            ("sha-256", False),
            ("state", True),
        ):
            table.add_column(head, overflow="fold", no_wrap=not folded)
        for status in found:
            missing = f"not installed: pip install 'synoptic-news[{status.package.extra}]'"
            state = status.fault or ("ok" if status.installed else missing)
            digest = (status.digest or "")[:12]
            table.add_row(status.package.name, status.installed or "-", status.package.purpose, digest, escape(state))
        console.print(table)
    return 1 if any(status.fault for status in found) else 0
