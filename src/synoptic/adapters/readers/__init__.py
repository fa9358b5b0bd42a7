"""The readers: one for each kind of file that Synoptic takes."""

from synoptic.adapters.readers.feed import FeedReader
from synoptic.adapters.readers.json_articles import JsonReader
from synoptic.adapters.readers.mail import MailReader
from synoptic.adapters.readers.markdown import MarkdownReader
from synoptic.adapters.readers.page import PageReader
from synoptic.adapters.readers.plain_text import TextReader
from synoptic.adapters.readers.table import TableReader
from synoptic.adapters.readers.web_archive import WebArchiveReader
from synoptic.ports import Reader


def all_readers() -> tuple[Reader, ...]:
    """Every reader that comes with the package."""
    return (
        TextReader(),
        MarkdownReader(),
        PageReader(),
        JsonReader(),
        TableReader(),
        FeedReader(),
        MailReader(),
        WebArchiveReader(),
    )
