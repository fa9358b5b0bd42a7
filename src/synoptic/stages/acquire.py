"""acquire: sources → RawArticle, Rejected."""

import json
import re
from collections.abc import Iterator, Sequence

from synoptic.errors import InputError, ProgramFault, UnsupportedFormat, unexpected_as_fault
from synoptic.ports import Reader, SourceOpener
from synoptic.records.article import RawArticle, Rejected
from synoptic.records.stages import Acquired, Sources

_SIGNATURES = ((b"\x1f\x8b", ".jsonl.gz"), (b"%PDF-", ".pdf"), (b"WARC/", ".warc"))
"""First bytes of formats that would otherwise be taken for text."""
_FIRST_ELEMENT = re.compile(rb"(?:<[?!][^>]*>\s*)*<([a-z:]+)")
"""The first element of markup, behind declarations and comments."""
_FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf"})
_EMPTY_INPUT = "standard input is empty (name files or folders, or pipe articles in)"


def acquire(sources: Sources, opener: SourceOpener, readers: Sequence[Reader]) -> Acquired:
    """The articles of all sources, in the order given; a source that fails is rejected and the rest goes on.

    A source with a known suffix goes to the reader of that suffix; standard input and files without a suffix go by
    what they look like.
    """
    raw: list[RawArticle] = []
    rejected: list[Rejected] = []
    for found in _all_of(sources, opener, readers):
        if isinstance(found, RawArticle):
            raw.append(found)
        else:
            rejected.append(found)
    return Acquired(tuple(raw), tuple(rejected))


def _all_of(sources: Sources, opener: SourceOpener, readers: Sequence[Reader]) -> Iterator[RawArticle | Rejected]:
    for source in sources.names:
        if isinstance(source, RawArticle):
            yield source
            continue
        try:
            with unexpected_as_fault("acquire", source):
                names = opener.expand(source)
        except (InputError, ProgramFault) as error:
            yield Rejected.because(printable(source), error)
            continue
        for name in names:
            yield from _articles_of(name, opener, readers)


def _articles_of(name: str, opener: SourceOpener, readers: Sequence[Reader]) -> Iterator[RawArticle | Rejected]:
    """The articles of one file; what was read before a fault stays."""
    try:
        with unexpected_as_fault("acquire", name):
            yield from _read(name, opener, readers)
    except (InputError, ProgramFault) as error:
        yield Rejected.because(printable(name), error)


def _read(name: str, opener: SourceOpener, readers: Sequence[Reader]) -> Iterator[RawArticle | Rejected]:
    """What the reader of a file gives. A suffix without reader is refused unopened."""
    known = _reader_by_suffix(name, readers)
    content = opener.read(name)
    if not content.strip():
        yield Rejected(printable(name), _EMPTY_INPUT if name == "-" else "the file is empty (give a file with text)")
        return
    reader = known or _reader_by_suffix(f"{name}{looks_like(content)}", readers)
    if reader is None:
        raise UnsupportedFormat("no reader for this content", source=name)
    yield from reader.read(printable(name), content)


def printable(name: str) -> str:
    """A name as it can be told: bytes of a file name that are not UTF-8, which Python holds as surrogates, become �."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _reader_by_suffix(name: str, readers: Sequence[Reader]) -> Reader | None:
    """The reader of the longest suffix that `name` ends in; None for a name without any suffix.

    Raises UnsupportedFormat for a suffix that no reader takes.
    """
    low = name.lower()
    fitting = [(len(suffix), reader) for reader in readers for suffix in reader.suffixes if low.endswith(suffix)]
    if fitting:
        return max(fitting, key=lambda pair: pair[0])[1]
    stem, dot, suffix = low.replace("\\", "/").rsplit("/", 1)[-1].rpartition(".")
    if stem and dot and suffix:
        taken = " ".join(sorted({suffix for reader in readers for suffix in reader.suffixes}))
        raise UnsupportedFormat(
            f"no reader takes .{suffix} files", source=name, remedy=f"save the article as one of {taken}"
        )
    return None


def looks_like(content: bytes) -> str:
    """The suffix of the format that content looks like; plain text where it looks like no other."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, suffix in _SIGNATURES:
        if start.startswith(signature):
            return suffix
    if start.startswith(b"[") and start[1:].lstrip()[:1] in {b"{", b"]"}:
        return ".json"
    if start.startswith(b"{") and _is_json_object(content):
        return ".jsonl"
    return _kind_of_markup(start.lower()) if start.startswith(b"<") else ".txt"


def _kind_of_markup(start: bytes) -> str:
    """A web page, a feed or another XML file, or text that begins with a bracket, by its first element."""
    if start.startswith(b"<!doctype html"):
        return ".html"
    element = _FIRST_ELEMENT.match(start)
    if element is None:
        return ".txt"
    if element.group(1) == b"html":
        return ".html"
    return ".xml" if start.startswith(b"<?xml") or element.group(1) in _FEEDS else ".txt"


def _is_json_object(content: bytes) -> bool:
    """Whether the first line that is not blank (or else the whole) is a JSON object."""
    first = content.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    for candidate in (first, content):
        try:
            return isinstance(json.loads(candidate.decode("utf-8-sig")), dict)
        except RecursionError:  # nested too deeply, which its reader says
            return True
        except (UnicodeDecodeError, ValueError):
            continue
    return False
