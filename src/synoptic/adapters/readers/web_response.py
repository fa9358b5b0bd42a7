"""An HTTP response as archives keep it: status line, headers, and a body that may be chunked and packed."""

import zlib
from dataclasses import dataclass
from email.message import Message

from synoptic.adapters.readers.packing import LARGEST, unpacked
from synoptic.errors import MalformedSource


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


def page_of_response(source: str, content: bytes) -> Response:
    """The response in `content`. Raises MalformedSource where it is none, or packed in a way that is not known."""
    head, blank, body = content.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    version, _, rest = first.partition(" ")
    if not blank or not version.startswith("HTTP/") or not rest[:3].isdecimal():
        raise MalformedSource("not an HTTP response", source=source, remedy="archive the page again")
    headers = Message()
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip()] = value.strip()
    if "chunked" in headers.get("Transfer-Encoding", "").lower():
        body = _joined(body)
    charset = headers.get_content_charset()
    return Response(
        int(rest[:3]),
        media_type(headers.get("Content-Type", "")),
        charset,
        _unpacked(source, body, headers.get("Content-Encoding", "identity").strip().lower()),
    )


def _joined(body: bytes) -> bytes:
    """The chunks of a body in one (RFC 9112, 7.1); archives that have joined them already are left as they are."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        try:
            size = int(body[at:end].partition(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0 or end + 2 + size > len(body):
            return body
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 4 + size


def _unpacked(source: str, body: bytes, packing: str) -> bytes:
    """The body without its Content-Encoding; archives that took it away already are left as they are."""
    if packing in {"gzip", "x-gzip"}:
        return unpacked(source, body)
    if packing == "deflate":
        for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # with the header of RFC 1950, and without, as some servers do
            try:
                return zlib.decompressobj(window).decompress(body, LARGEST)
            except zlib.error:
                continue
    if packing in {"identity", "", "deflate"}:
        return body
    raise MalformedSource(f"packed as {packing}", source=source, remedy="archive the page without packing")
