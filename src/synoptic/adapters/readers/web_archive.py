"""Web archives (WARC 1.0 and 1.1, ISO 28500): one page in an archive, one article."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from synoptic.adapters.readers.packing import unpacked
from synoptic.adapters.readers.page import decode_page
from synoptic.adapters.readers.web_response import media_type, page_of_response
from synoptic.errors import InputError, MalformedSource
from synoptic.records.article import RawArticle, Rejected

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_WITHOUT_CONTENT = frozenset({"warcinfo", "request", "metadata"})
_LONGEST_HEAD = 1024 * 1024
"""Bytes of headers above which a record is refused."""


class WebArchiveReader:
    """Reads .warc and .wet files and their .gz forms: pages of responses and resources, and texts of conversions.

    Pictures, styles, redirects and the like are no articles; they are told together, counted by their reason.
    """

    suffixes: tuple[str, ...] = (".warc", ".warc.gz", ".wet", ".wet.gz")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The pages of the archive, in order. Raises MalformedSource where it is none or is cut off."""
        passed_over: Counter[str] = Counter()
        for number, record in enumerate(_records(name, unpacked(name, content)), start=1):
            if _kind(record) in _WITHOUT_CONTENT:
                continue
            source = f"{name}:{number}"
            try:
                found = _article(source, record)
            except InputError as error:
                yield Rejected(source, error.reason)
                continue
            if isinstance(found, str):
                passed_over[found] += 1
            else:
                yield found
        if passed_over:
            reasons = ", ".join(f"{reason}: {count}" for reason, count in sorted(passed_over.items()))
            yield Rejected(name, f"{passed_over.total()} records of the archive are no pages ({reasons})")


def _kind(record: "WarcRecord") -> str:
    """The type that a record states, or nothing."""
    return (record.headers.get("WARC-Type") or "").lower()


def _article(source: str, record: "WarcRecord") -> RawArticle | str:
    """The page of a record, or the kind of what it holds instead."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    written, kind = _kind(record), media_type(record.headers.get("Content-Type") or "")
    if written == "conversion" and kind.startswith("text/"):
        return RawArticle(source, text=record.reader.read().decode("utf-8", "replace"), url=url)
    charset = None
    if written == "response" and kind == "application/http":
        response = page_of_response(source, record)
        if response.status != 200:
            return f"HTTP status {response.status}"
        page, kind, charset = response.body, response.kind, response.charset
    elif written != "resource":
        return written or "records without a type"
    else:
        page = record.reader.read()
    if kind not in _PAGES:
        return kind or "no media type"
    decoded = decode_page(page, source, charset)
    return RawArticle(source, html=decoded.text, url=url, notes=(decoded.note,) if decoded.note else ())


def _records(name: str, content: bytes) -> Iterator["WarcRecord"]:
    """The records of an unpacked archive, in order, each whole.

    fastwarc gives what can be had of a record that is cut off or states no length, and ends the whole process where
    a record states more bytes than memory holds (2.0.1): lengths are checked here, before it takes the record whole.
    """
    from fastwarc.warc import ArchiveIterator

    number = 1
    archive = ArchiveIterator(BytesIO(content), parse_http=False, stream_detect=False, max_header_len=_LONGEST_HEAD)
    while (record := _next(name, number, archive)) is not None:
        length = record.headers.get("Content-Length") or ""
        if not length.isdecimal():
            raise _no_record(name, number)
        if fits := record.content_length <= len(content):
            record.freeze()
        if not fits or str(record.content_length) != (length.lstrip("0") or "0"):
            raise MalformedSource(
                "the archive is cut off", source=name, place=f"record {number}", remedy="download it again"
            )
        yield record
        number += 1
    if number == 1:
        raise _no_record(name, number)


def _next(name: str, number: int, archive: "ArchiveIterator") -> "WarcRecord | None":
    try:
        return next(archive, None)
    except OSError:
        raise _no_record(name, number) from None


def _no_record(name: str, number: int) -> MalformedSource:
    return MalformedSource("not a WARC record", source=name, place=f"record {number}", remedy="write the archive again")
