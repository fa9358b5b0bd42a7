"""An HTTP response as archives keep it: status line, headers, and a body that may be chunked and packed."""

import re
import zlib
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from io import BytesIO
from typing import TYPE_CHECKING, Any

from synoptic.adapters.readers.packing import LARGEST, unpacked
from synoptic.errors import MalformedSource

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_LONGEST_HEAD = 1024 * 1024
"""Bytes of headers above which a response is refused; some servers send long lists of cookies and policies."""
_RESPONSE = re.compile(rb"HTTP/.+?\r?\n\r?\n", re.DOTALL)
"""A response with the blank line behind its headers; fastwarc takes headers that are cut off, too."""
_CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Response:
    """Status, media type, declared charset (None: none) and unpacked body."""

    status: int
    kind: str
    charset: str | None
    body: bytes


def media_type(written: str) -> str:
    """The type of a Content-Type header without its parameters: `text/html`."""
    return written.partition(";")[0].strip().lower()


def page_of_response(source: str, record: "WarcRecord") -> Response:
    """The response in a record. Raises MalformedSource where it is none, or packed in a way that is not known."""
    block = record.reader.read()
    record.reader.seek(0)
    record.is_http = True  # fastwarc overlooks a media type on the line behind its name
    try:
        record.parse_http(max_header_len=_LONGEST_HEAD, quirks_mode=True)  # quirks: line feeds alone end lines, too
    except OSError:
        raise _no_response(source) from None
    headers = record.http_headers
    if headers.status_code is None or not _RESPONSE.match(block):
        raise _no_response(source)
    body = record.reader.read()
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = _joined(body)
    return Response(
        headers.status_code,
        media_type(record.http_content_type or ""),
        (record.http_charset or "").strip("\"' ") or None,
        _unpacked(source, body, (headers.get("Content-Encoding") or "").strip().lower()),
    )


def _no_response(source: str) -> MalformedSource:
    return MalformedSource("not an HTTP response", source=source, remedy="archive the page again")


class _Kept(BytesIO):
    """Bytes that http.client takes for a connection."""

    def makefile(self, *_: object) -> "_Kept":
        return self


def _joined(body: bytes) -> bytes:
    """The chunks of a body in one (RFC 9112, 7.1); archives that have joined them already are left as they are.

    Python's own client reads them: the reader of fastwarc stops at chunks that state more than their size.
    """
    connection: Any = _Kept(_CHUNKED + body)
    response = HTTPResponse(connection)
    try:
        response.begin()
        return response.read()
    except (HTTPException, ValueError, OverflowError):
        return body


def _unpacked(source: str, body: bytes, packing: str) -> bytes:
    """The body without its Content-Encoding; archives that took it away already are left as they are."""
    if packing in {"identity", ""}:
        return body
    if packing in {"gzip", "x-gzip"}:
        return unpacked(source, body)
    found = None
    if packing == "deflate":
        found = _inflated(body)
    elif packing in {"br", "zstd"}:
        found = _expanded(body, packing)
    if found is None and body.lstrip().startswith(b"<"):
        return body
    if found is None or len(found) > LARGEST:
        raise MalformedSource(f"packed as {packing}", source=source, remedy="archive the page without packing")
    return found


def _inflated(body: bytes) -> bytes | None:
    """The body without `deflate`: with the header of RFC 1950, or without, as some servers send it.

    None where it is damaged or too large.
    """
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        packed = zlib.decompressobj(window)
        try:
            found = packed.decompress(body, LARGEST)
        except zlib.error:
            continue
        return found if packed.eof else None
    return None


def _expanded(body: bytes, packing: str) -> bytes | None:
    """The body without Brotli or Zstandard; None where it is damaged, or holds nothing."""
    from fastwarc.stream_io import BrotliReader, ZstdReader

    try:
        return (BrotliReader if packing == "br" else ZstdReader)(BytesIO(body)).read(LARGEST + 1) or None
    except (OSError, ValueError):
        return None
