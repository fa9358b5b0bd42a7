"""Where the command line writes: whole files or none, standard output, and errors on standard error."""

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console

from synoptic.errors import UnwritableTarget

STANDARD = "-"


def error_console() -> Console:
    """A console on standard error, without colours if NO_COLOR is set or it is not a terminal."""
    return Console(stderr=True)


class _Summary(Console):
    """A console that raises BrokenPipeError when its reader goes away, where rich would end the program."""

    def on_broken_pipe(self) -> None:
        """Raises the error instead of exiting."""
        raise BrokenPipeError


def output_console() -> Console:
    """A console on standard output, without colours if NO_COLOR is set or it is not a terminal."""
    return _Summary()


def check_targets(targets: Sequence[str]) -> None:
    """Raises UnwritableTarget, before any work is done, if a target cannot be written or two are the same."""
    for number, target in enumerate(targets):
        if target in targets[:number]:
            raise UnwritableTarget("two outputs go there", source=target, remedy="give each output its own file")
        path = Path(target).expanduser()
        if target == STANDARD or _is_stream(path):
            continue
        if path.is_dir():
            raise _cannot_write(target, "it is a folder", "name a file in it")
        above = next(folder for folder in path.absolute().parents if folder.exists())
        if not above.is_dir():
            raise _cannot_write(target, f"{above} is no folder")
        if not os.access(above, os.W_OK):
            raise _cannot_write(target, "permission denied")


def _is_stream(path: Path) -> bool:
    """Whether a path is an existing device or pipe, which is written to and never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def write_text(target: str, text: str) -> None:
    """Writes `text` as UTF-8 to a path, or to standard output for `-`.

    A file appears whole or not at all (it is written under another name, then renamed). Raises UnwritableTarget if it
    cannot be written.
    """
    write_lines(target, (text,), end="")


def write_lines(target: str, lines: Iterable[str], end: str = "\n") -> None:
    """Writes lines as UTF-8 as they come: to standard output for `-`, else to a file that appears when complete."""
    _write(target, ((line + end).encode() for line in lines))


def write_bytes(target: str, content: bytes) -> None:
    """Writes `content` unchanged, in the same way as `write_lines`."""
    _write(target, (content,))


def _write(target: str, parts: Iterable[bytes]) -> None:
    if target == STANDARD:
        for part in parts:
            sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
        return
    path = Path(target).expanduser()
    if _is_stream(path):
        _write_to_stream(target, path, parts)
        return
    path = path.resolve()  # what a link leads to is written, not the link
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _cannot_write(target, error.strerror or str(error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as error:
        raise _cannot_write(target, error.strerror or str(error)) from error
    finally:
        with suppress(FileNotFoundError):
            Path(beside).unlink()


def _write_to_stream(target: str, path: Path, parts: Iterable[bytes]) -> None:
    try:
        with path.open("wb") as stream:
            stream.writelines(parts)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _cannot_write(target, error.strerror or str(error), "name another file") from error


def _cannot_write(target: str, why: str, remedy: str = "choose a folder that you may write to") -> UnwritableTarget:
    return UnwritableTarget(f"cannot be written: {why}", source=target, remedy=remedy)
