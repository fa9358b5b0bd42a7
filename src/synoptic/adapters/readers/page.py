"""Web pages on disk: one file, one article; the page is parsed later, behind the PageParser port."""

import re
from collections.abc import Iterator

from synoptic.adapters.readers.decoding import Decoded, decode
from synoptic.records.article import RawArticle, Rejected

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a declaration is looked for; HTML asks for the first 1024, but pages in the wild put it later."""


class PageReader:
    """Reads .html files, in the encoding that the page declares where it is not UTF-8."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The one page of the file."""
        decoded = decode_page(content, name)
        yield RawArticle(name, html=decoded.text, notes=(decoded.note,) if decoded.note else ())


def decode_page(content: bytes, source: str, declared: str | None = None) -> Decoded:
    """The text of a page, in the encoding that its server (`declared`) or else the page itself declares.

    Raises MalformedSource like `decode`.
    """
    stated = _DECLARED.search(content[:_HEAD])
    return decode(content, source, declared or (stated.group(1).decode("ascii", "ignore") if stated else None))
