"""The SourceOpener port over the file system and standard input."""

import glob
import os
import sys
from collections.abc import Callable
from pathlib import Path

from synoptic.errors import MissingSource, UnreadableSource

LARGEST = 512 * 1024 * 1024
"""Bytes of one file above which it is refused: it would have to be held in memory as a whole."""

_STREAMS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Where shells put the output of a command that is given as a file. Other pipes may never end, so they are refused."""

_WEB = ("http://", "https://")


class FileOpener:
    """Opens paths, folders (all files below, sorted; hidden ones left aside), glob patterns and `-`.

    A path that exists is taken as it is, even where it holds `*` or `[`; only then is it tried as a pattern.
    """

    def __init__(self, largest: int = LARGEST, standard_input: Callable[[], bytes] | None = None) -> None:
        self._largest = largest
        self._standard_input = standard_input or _standard_input

    def expand(self, name: str) -> list[str]:
        """The names of all files behind `name`, in the order of their names."""
        if name == "-":
            return [name]
        path = Path(name).expanduser()
        if not os.path.lexists(path) and name.lower().startswith(_WEB):
            raise MissingSource(
                "addresses are not fetched",
                source=name,
                remedy="save the page as an .html file, or pipe it in: curl -sL URL | synoptic compare -",
            )
        if not os.path.lexists(path):
            # Path.glob takes no absolute patterns
            matches = sorted(glob.glob(str(path), recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207
            if not matches:
                what = "no file matches this pattern" if glob.has_magic(name) else "no such file or folder"
                raise MissingSource(what, source=name, remedy="check the path")
            return [found for match in matches for found in _files_of(Path(match), match)]
        return _files_of(path, name)

    def read(self, name: str) -> bytes:
        """The bytes of a file, or of standard input."""
        if name == "-":
            return self._standard_input()
        path = Path(name).expanduser()
        try:
            if path.is_symlink() and not path.exists():
                raise UnreadableSource("a link to a file that is not there", source=name, remedy="mend the link")
            if not path.exists():
                raise MissingSource("no such file", source=name, remedy="check the path")
            if not path.is_file() and not name.startswith(_STREAMS):
                raise UnreadableSource("not a regular file", source=name, remedy="give a file, a folder or `-`")
            if (size := path.stat().st_size) > self._largest:
                raise UnreadableSource(
                    f"{size:,} bytes are more than the limit of {self._largest:,}", source=name, remedy="split the file"
                )
            return path.read_bytes()
        except PermissionError:
            raise UnreadableSource("permission denied", source=name, remedy="make it readable for you") from None
        except OSError as error:
            raise UnreadableSource(error.strerror or "cannot be read", source=name, remedy="check the file") from None


def _files_of(path: Path, name: str) -> list[str]:
    """The file itself, or all files of a folder and of the folders in it."""
    if not path.is_dir():
        return [name]
    refused: list[OSError] = []
    found: list[str] = []
    for folder, folders, files in os.walk(path, onerror=refused.append):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        found += (str(Path(folder) / file) for file in files if not file.startswith("."))
    if not found and refused:
        raise UnreadableSource("permission denied", source=name, remedy="make the folder readable for you")
    if not found:
        raise MissingSource("the folder holds no files", source=name, remedy="give a folder with articles")
    return sorted(found) + sorted(str(error.filename) for error in refused if error.filename)


def _standard_input() -> bytes:
    return sys.stdin.buffer.read()
