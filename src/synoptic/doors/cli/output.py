"""Where the command line writes: files whole or not at all, standard output, and errors on standard error."""

import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from rich.console import Console

from synoptic.errors import UnreadableSource

STANDARD = "-"


def error_console() -> Console:
    """A console on standard error; colours off with NO_COLOR and where it is no terminal."""
    return Console(stderr=True)


def write_text(target: str, text: str) -> None:
    """Writes `text` as UTF-8 to a path, or to standard output for `-`.

    A file appears whole or not at all (written beside, then renamed). Raises UnreadableSource where it cannot be
    written.
    """
    write_lines(target, (text,), end="")


def write_lines(target: str, lines: Iterable[str], end: str = "\n") -> None:
    """Writes lines as UTF-8 as they come: to standard output for `-`, else to a file that appears when it is whole."""
    if target == STANDARD:
        for line in lines:
            sys.stdout.buffer.write((line + end).encode())
            sys.stdout.buffer.flush()
        return
    path = Path(target)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _cannot_write(target, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            for line in lines:
                file.write((line + end).encode())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        with suppress(FileNotFoundError):
            Path(beside).unlink()


def _cannot_write(target: str, error: OSError) -> UnreadableSource:
    return UnreadableSource(
        f"cannot be written: {error.strerror or error}", source=target, remedy="choose a folder that you may write to"
    )
