"""`synoptic doctor`: versions, models with their checksums, missing extras."""

import platform
from dataclasses import asdict
from json import dumps
from typing import Annotated

from cyclopts import Parameter

from synoptic import compose
from synoptic.doors.cli.output import output_console, write_text
from synoptic.version import __version__


def doctor(*, json: Annotated[bool, Parameter(negative=(), show_default=False)] = False) -> int:
    """Check the installation: versions, models with their checksums, and which extras are missing.

    Parameters
    ----------
    json
        Print one JSON line per package, with the whole checksum.
    """
    found = compose.inventory()
    if json:
        write_text("-", "".join(dumps(asdict(status), ensure_ascii=False) + "\n" for status in found))
    else:
        console = output_console()
        console.print(f"synoptic {__version__}, Python {platform.python_version()}, {platform.system()}")
        for status in found:
            console.print(_told(status), markup=False, highlight=False, soft_wrap=True)
    return 1 if any(status.fault for status in found) else 0


def _told(status: compose.ModelStatus) -> str:
    """One line about a package: its state, version and checksum, what it is for, and the remedy if it is missing."""
    package = status.package
    state = "wrong" if status.fault else "ok" if status.installed else "missing"
    named = " ".join(part for part in (package.name, status.installed, (status.digest or "")[:12]) if part)
    remedy = status.fault or ("" if status.installed else f"pip install 'synoptic-news[{package.extra}]'")
    return f"{state:<8} {named}: {package.purpose}" + (f" ({remedy})" if remedy else "")
