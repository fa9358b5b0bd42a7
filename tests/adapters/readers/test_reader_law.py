"""The law of the Reader port, on bytes that nobody checked: articles, reasons, or an InputError, and nothing else."""

import contextlib
import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.adapters.readers import all_readers
from synoptic.errors import InputError
from synoptic.ports import Reader
from synoptic.records.article import RawArticle, Rejected
from tests.adapters.readers.test_feed import ATOM, RSS
from tests.adapters.readers.test_mail import mail
from tests.adapters.readers.test_web_archive import CHUNKED, HTML, PAGE, record, response

READERS = all_readers()
ARCHIVE = response(PAGE.encode(), HTML) + response(
    CHUNKED, HTML, "Transfer-Encoding: chunked", "Content-Encoding: gzip"
)
VALID = (
    RSS.encode(),
    ATOM.encode(),
    mail(text="The bridge stays shut.", html="<p>Shut.</p>"),
    ARCHIVE + record("conversion", "text/plain", b"The bridge is shut."),
    gzip.compress(ARCHIVE, mtime=0),
    b'id,text,authors\n1,"The bridge, it says,\nis shut.",Ida Holm;Per Lund\n',
    b'{"text": "The bridge is shut.", "blocks": [{"kind": "lead", "start": 0, "end": 19}]}\n',
    b"---\ntitle: Bridge\n---\nThe *bridge* is shut.",
    PAGE.encode(),
)


def damaged() -> st.SearchStrategy[bytes]:
    """A valid file of some format with a piece cut out, put in twice or replaced."""

    def cut(content: bytes, start: int, length: int, put: bytes) -> bytes:
        at = start % (len(content) + 1)
        return content[:at] + put + content[at + length :]

    return st.builds(cut, st.sampled_from(VALID), st.integers(0, 10_000), st.integers(0, 40), st.binary(max_size=12))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: type(reader).__name__)
@given(content=st.one_of(damaged(), st.binary(max_size=200)))
@settings(max_examples=60, deadline=None)
def test_whatever_comes_in_gives_articles_or_reasons(reader: Reader, content: bytes) -> None:
    """No other error leaves a reader, and whatever it leaves out has a source and a reason."""
    with contextlib.suppress(InputError):
        for found in reader.read("a.file", content):
            assert isinstance(found, RawArticle | Rejected)
            assert isinstance(found, RawArticle) or (found.source.startswith("a.file") and found.reason)
