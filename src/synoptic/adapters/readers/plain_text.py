"""Plain text: one file, one article, verbatim."""

from collections.abc import Iterator

from synoptic.adapters.readers.decoding import decode
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected


class TextReader:
    """Reads .txt files. Line ends are kept as they are: offsets count in the text as given."""

    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The one article of the file."""
        decoded = decode(content, name)
        if not decoded.text.strip():
            raise MalformedSource("the file holds only white space", source=name, remedy="give a file with text")
        yield RawArticle(name, text=decoded.text, notes=(decoded.note,) if decoded.note else ())
