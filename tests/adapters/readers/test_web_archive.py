"""Web archives: pages come out as they were served, and whatever else the archive holds is counted."""

import gzip
import io
import zlib

import pytest
from fastwarc.stream_io import BrotliWriter, WarcWriter, ZstdWriter

from synoptic.adapters.readers.web_archive import WebArchiveReader
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected

PAGE = "<html><body><p>The bridge of Tårn is shut.</p></body></html>"


def record(kind: str, content_type: str, block: bytes, url: str = "https://example.com/a") -> bytes:
    """One record of an archive."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """A record that keeps what a server answered."""
    lines = "\r\n".join([f"HTTP/1.1 {status}", *headers])
    return record("response", "application/http; msgtype=response", f"{lines}\r\n\r\n".encode() + body)


def found(*records: bytes, name: str = "a.warc") -> list[RawArticle | Rejected]:
    """What the reader gives for an archive."""
    return list(WebArchiveReader().read(name, b"".join(records)))


def packed(writer: type[WarcWriter], content: bytes) -> bytes:
    """The content in a packing that fastwarc writes."""
    written = io.BytesIO()
    packing = writer(written)
    packing.write(content)
    packing.close()
    return written.getvalue()


HTML = "Content-Type: text/html; charset=utf-8"
CHUNKED = b"5\r\n" + PAGE.encode()[:5] + b"\r\n" + f"{len(PAGE.encode()) - 5:x};x=1\r\n".encode()
CHUNKED += PAGE.encode()[5:] + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "archived",
    [
        response(PAGE.encode(), HTML),
        response(PAGE.encode("latin-1"), "content-type: text/html; charset=iso-8859-1"),
        response(gzip.compress(PAGE.encode()), HTML, "Content-Encoding: gzip"),
        response(zlib.compress(PAGE.encode()), HTML, "Content-Encoding: deflate"),
        response(zlib.compress(PAGE.encode(), wbits=-15), HTML, "Content-Encoding: deflate"),
        response(packed(BrotliWriter, PAGE.encode()), HTML, "Content-Encoding: br"),
        response(packed(ZstdWriter, PAGE.encode()), HTML, "Content-Encoding: zstd"),
        response(PAGE.encode(), HTML, "Content-Encoding: br"),
        response(PAGE.encode(), 'Content-Type: Text/HTML; charset="utf-8"'),
        response(PAGE.encode(), "X-Long: " + "x" * 100_000, HTML),
        record("response", "application/http", b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + PAGE.encode()),
        response(CHUNKED, HTML, "Transfer-Encoding: chunked"),
        response(PAGE.encode(), HTML, "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        record("resource", "text/html", PAGE.encode()),
    ],
)
def test_a_page_comes_out_as_it_was_served(archived: bytes) -> None:
    """Chunks, packing and encodings are undone; where the archive has undone them already nothing is done twice."""
    (raw,) = found(archived)
    assert isinstance(raw, RawArticle)
    assert (raw.html, raw.url) == (PAGE, "https://example.com/a")


def test_text_of_an_archive_is_an_article() -> None:
    """A conversion (a WET file) holds text and no page."""
    (raw,) = found(record("conversion", "text/plain", "The bridge of Tårn is shut.".encode()))
    assert isinstance(raw, RawArticle)
    assert raw.text == "The bridge of Tårn is shut."


def test_what_is_no_page_is_counted_by_its_kind() -> None:
    """Pictures and missing pages are told in one line, requests not at all, and pages between them are read."""
    picture = response(b"\x89PNG", "Content-Type: image/png")
    page, told = found(
        record("warcinfo", "application/warc-fields", b"software: x"),
        picture,
        record("request", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
        response(PAGE.encode(), HTML),
        response(b"", HTML, status="404 Not Found"),
        picture,
    )
    assert isinstance(page, RawArticle)
    assert page.source == "a.warc:4"
    assert told == Rejected("a.warc", "3 records of the archive are no pages (HTTP status 404: 1, image/png: 2)")


def test_a_record_that_cannot_be_read_is_rejected_alone() -> None:
    """A packing that is not known or is broken is named with the record; headers that are cut off are no response."""
    broken = (b"\x0b\x02", "br"), (b"\x0b\x02", "zstd"), (b"\x0b\x02", "deflate"), (b"\x0b\x02", "x-strange")
    *bad, page = found(
        *(response(body, HTML, f"Content-Encoding: {packing}") for body, packing in broken),
        record("response", "application/http", b"HTTP/1.1 200 OK\r\nContent-Type: text/ht"),
        response(PAGE.encode(), HTML),
    )
    reasons = [(one.source, one.reason.partition(" (")[0]) for one in bad if isinstance(one, Rejected)]
    assert reasons == [
        *((f"a.warc:{number}", f"packed as {packing}") for number, (_, packing) in enumerate(broken, start=1)),
        ("a.warc:5", "not an HTTP response"),
    ]
    assert isinstance(page, RawArticle)


def test_each_record_may_be_packed_alone() -> None:
    """An archive of several gzip members is one archive."""
    packed = gzip.compress(response(PAGE.encode(), HTML)) + gzip.compress(response(PAGE.encode(), HTML))
    assert [raw.source for raw in found(packed, name="a.warc.gz")] == ["a.warc.gz:1", "a.warc.gz:2"]


def test_an_archive_that_is_cut_off_gives_what_it_holds_before() -> None:
    """The first page is read before the fault is raised, with the number of the record."""
    reading = WebArchiveReader().read("a.warc", response(PAGE.encode(), HTML) + response(PAGE.encode(), HTML)[:-20])
    assert isinstance(next(reading), RawArticle)
    with pytest.raises(MalformedSource, match="cut off") as refused:
        next(reading)
    assert refused.value.place == "record 2"


@pytest.mark.parametrize("length", ["121", str(10**9), str(10**15), str(2**63), str(10**19), "9" * 5000])
def test_a_record_that_states_more_than_the_archive_holds_is_cut_off(length: str) -> None:
    """However large the length, the reader says so and goes on living."""
    whole = response(PAGE.encode(), HTML)
    short = whole[:-4].replace(b"Content-Length: 120", f"Content-Length: {length}".encode())
    assert short != whole[:-4]
    with pytest.raises(MalformedSource, match="cut off"):
        found(short)


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", gzip.compress(PAGE.encode(), mtime=0)),
        ("deflate", zlib.compress(PAGE.encode())),
        ("br", packed(BrotliWriter, PAGE.encode())),
        ("zstd", packed(ZstdWriter, PAGE.encode())),
    ],
)
def test_a_packed_page_that_is_cut_off_is_rejected(packing: str, body: bytes) -> None:
    """No part of a page is taken for the whole."""
    (bad,) = found(response(body[:-12], HTML, f"Content-Encoding: {packing}"))
    assert isinstance(bad, Rejected)


@pytest.mark.parametrize("content", [b"\r\n", b"words", b"WARC/1.0\r\n\r\n", gzip.compress(b"", mtime=0)])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    """A file without one whole record is no archive, and is never read as an empty one."""
    with pytest.raises(MalformedSource, match="not a WARC record"):
        found(content)


@pytest.mark.parametrize("length", range(1, 60))
def test_an_archive_cut_off_anywhere_never_ends_quietly(length: int) -> None:
    """Wherever the second record is cut off, what is left of it is told."""
    reading = WebArchiveReader().read(
        "a.warc", response(PAGE.encode(), HTML) + response(PAGE.encode(), HTML)[: 4 * length]
    )
    with pytest.raises(MalformedSource):
        list(reading)
