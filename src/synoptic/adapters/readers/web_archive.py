"""Web archives (WARC 1.0 and 1.1, ISO 28500): one page in an archive, one article."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from synoptic.adapters.readers.packing import unpacked
from synoptic.adapters.readers.page import decode_page
from synoptic.adapters.readers.web_response import media_type, page_of_response
from synoptic.errors import InputError, MalformedSource
from synoptic.records.article import RawArticle, Rejected

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_WITHOUT_CONTENT = frozenset({"warcinfo", "request", "metadata"})


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its headers with names in lower case, and its block."""

    headers: dict[str, str]
    block: bytes

    @property
    def kind(self) -> str:
        return self.headers.get("warc-type", "").lower()


class WebArchiveReader:
    """Reads .warc and .wet files and their .gz forms: pages of responses and resources, and texts of conversions.

    Pictures, styles, redirects and the like are no articles; they are told together, counted by their reason.
    """

    suffixes: tuple[str, ...] = (".warc", ".warc.gz", ".wet", ".wet.gz")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The pages of the archive, in order. Raises MalformedSource where it is none or is cut off."""
        passed_over: Counter[str] = Counter()
        for number, record in enumerate(_records(name, unpacked(name, content)), start=1):
            if record.kind in _WITHOUT_CONTENT:
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


def _article(source: str, record: _Record) -> RawArticle | str:
    """The page of a record, or the kind of what it holds instead."""
    url = record.headers.get("warc-target-uri", "").strip("<>") or None
    kind = media_type(record.headers.get("content-type", ""))
    if record.kind == "conversion" and kind.startswith("text/"):
        return RawArticle(source, text=record.block.decode("utf-8", "replace"), url=url)
    page, charset = record.block, None
    if record.kind == "response" and kind == "application/http":
        response = page_of_response(source, page)
        if response.status != 200:
            return f"HTTP status {response.status}"
        page, kind, charset = response.body, response.kind, response.charset
    elif record.kind != "resource":
        return record.kind or "records without a type"
    if kind not in _PAGES:
        return kind or "no media type"
    decoded = decode_page(page, source, charset)
    return RawArticle(source, html=decoded.text, url=url, notes=(decoded.note,) if decoded.note else ())


def _records(name: str, content: bytes) -> Iterator[_Record]:
    """The records of an unpacked archive, in order."""
    at, number = 0, 0
    while at < len(content):
        number += 1
        end = content.find(b"\r\n\r\n", at)
        head = content[at:end].decode("utf-8", "replace").split("\r\n")
        fields = {key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in head[1:])}
        length = fields.get("content-length", "")
        if end < 0 or not head[0].startswith("WARC/") or not length.isdecimal():
            raise MalformedSource(
                "not a WARC record", source=name, place=f"record {number}", remedy="write the archive again"
            )
        start = end + 4
        at = start + int(length)
        if at > len(content):
            raise MalformedSource(
                "the archive is cut off", source=name, place=f"record {number}", remedy="download it again"
            )
        yield _Record(fields, content[start:at])
        while content[at : at + 2] == b"\r\n":
            at += 2
