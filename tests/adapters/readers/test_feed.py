"""Feeds in a file: RSS and Atom, with whole texts and with summaries."""

from pathlib import Path

import pytest

from synoptic.adapters.readers.feed import FeedReader
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Gazette</title><link>https://example.com</link><language>en</language>
<item><title>Ferry &amp; fog</title><link>https://example.com/ferry</link><dc:creator>Ida Holm</dc:creator>
  <pubDate>Wed, 02 Apr 2031 08:30:00 +0200</pubDate><description>Short.</description>
  <content:encoded><![CDATA[<p>The <b>Solvang</b> ran aground&nbsp;at Lyr.</p><script>x()</script>
  <p>No one was hurt.</p>]]></content:encoded></item>
<item><title>Bridge shut</title><description>The bridge of Tarn is shut.</description>
  <source url="x">Tarn Post</source></item>
<item><title>Picture of the day</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenblatt</title>
<entry><title type="html">Fähre &lt;i&gt;Solvang&lt;/i&gt;</title>
<link rel="self" href="https://example.com/feed"/><link href="https://example.com/f"/>
<author><name>Ida Holm</name><email>ida@example.com</email></author><published>2031-04-02T08:30:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sie lief auf.</p><p>Niemand kam um.</p></div>
</content>
</entry></feed>"""


def found(text: str) -> list[RawArticle | Rejected]:
    """What the reader gives for a feed."""
    return list(FeedReader().read("feed.xml", text.encode()))


def test_an_entry_of_rss_is_an_article() -> None:
    """The whole text goes before the summary, its markup becomes paragraphs, its script goes."""
    whole, summary, empty = found(RSS)
    assert isinstance(whole, RawArticle)
    assert isinstance(summary, RawArticle)
    assert isinstance(empty, Rejected)
    assert whole.text == "The Solvang ran aground at Lyr.\n\nNo one was hurt."
    assert (whole.title, whole.outlet, whole.language) == ("Ferry & fog", "Harbour Gazette", "en")
    assert (whole.url, whole.authors) == ("https://example.com/ferry", ("Ida Holm",))
    assert (whole.published, whole.notes) == ("2031-04-02T08:30:00+02:00", ())
    assert (summary.outlet, summary.notes) == ("Tarn Post", ("the feed gives a summary only",))
    assert empty.source == "feed.xml:3"


def test_an_entry_of_atom_is_an_article() -> None:
    """Its page is the link that is not the feed's own, its author a name without the address."""
    (raw,) = found(ATOM)
    assert isinstance(raw, RawArticle)
    assert (raw.title, raw.text) == ("Fähre Solvang", "Sie lief auf.\n\nNiemand kam um.")
    assert (raw.url, raw.authors, raw.language) == ("https://example.com/f", ("Ida Holm",), "de")
    assert (raw.outlet, raw.published) == ("Hafenblatt", "2031-04-02T08:30:00Z")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<urlset><url><loc>https://example.com/a</loc></url></urlset>", "sitemap"),
        ('<opml version="2.0"><body><outline xmlUrl="https://example.com/feed"/></body></opml>', "OPML"),
        ("<html><body><p>Not found</p></body></html>", "not a feed"),
        ('<rss version="2.0"><channel><title>Quiet</title></channel></rss>', "not a feed with entries"),
        ("words", "not XML"),
    ],
)
def test_what_is_no_feed_says_what_it_is(content: str, reason: str) -> None:
    """Lists of addresses, pages and feeds without entries are refused with a remedy."""
    with pytest.raises(MalformedSource, match=reason) as refused:
        found(content)
    assert refused.value.remedy


def test_a_feed_opens_no_file_of_the_machine(tmp_path: object) -> None:
    """An entity that names a file is not resolved."""
    hostile = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + RSS.partition("?>")[2].replace(
        "The bridge of Tarn is shut.", "The bridge &x; is shut."
    )
    texts = [raw.text for raw in found(hostile) if isinstance(raw, RawArticle)]
    assert texts[1] == "The bridge &x; is shut."


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("<pubDate>Wed, 02 Apr 2031 08:30:00 -0500</pubDate>", "2031-04-02T08:30:00-05:00"),
        ("<dc:date>2031-04-02T08:30:00+02:00</dc:date>", "2031-04-02T08:30:00+02:00"),
        ("<pubDate>02 avril 2031 vers midi</pubDate>", "02 avril 2031 vers midi"),
        ("<pubDate>Wed Apr 2 08:30:00 2031</pubDate>", "2031-04-02T08:30:00"),
        ("<pubDate>2031년 04월 02일 08:30:00</pubDate>", "2031년 04월 02일 08:30:00"),
        ("<pubDate>31-W14-3</pubDate>", "31-W14-3"),
        ("<pubDate></pubDate>", None),
    ],
)
def test_a_date_keeps_the_offset_that_it_states(written: str, published: str | None) -> None:
    """Dates in the form of mails and in ISO 8601 keep their offset; other forms stay as they are."""
    raw = found(RSS.replace("<description>The bridge", f"{written}<description>The bridge"))[1]
    assert isinstance(raw, RawArticle)
    assert raw.published == published


def test_a_feed_of_rss_1_is_read() -> None:
    """Its entries stand beside the channel, and its names are in the namespace of RDF."""
    (raw,) = found(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<channel><title>Tarn Post</title></channel>"
        "<item><title>Bridge</title><link>https://example.com/b</link><description>It is shut.</description></item>"
        "</rdf:RDF>"
    )
    assert isinstance(raw, RawArticle)
    assert (raw.text, raw.url, raw.outlet) == ("It is shut.", "https://example.com/b", "Tarn Post")


def test_an_encoding_that_the_feed_does_not_declare_is_told() -> None:
    """A feed in Latin-1 that says it is in UTF-8 is read, with a note."""
    (raw,) = FeedReader().read("feed.xml", ATOM.encode("latin-1"))
    assert isinstance(raw, RawArticle)
    assert raw.title == "Fähre Solvang"
    assert any(note.startswith("read as") for note in raw.notes)


def test_entries_that_a_damaged_feed_swallows_are_told() -> None:
    """An entry without its end takes in the next one: the reader says how many it could not tell apart."""
    *_, told = found(RSS.replace("<source url", "<description><![CDATA[<source url"))
    assert isinstance(told, Rejected)
    assert told.reason.startswith("1 entries could not be told apart")


def test_a_feed_is_never_a_name_of_a_file(tmp_path: Path) -> None:
    """Bytes that name a file or an address are a broken feed and open nothing."""
    path = tmp_path / "<feed>"
    path.write_text(RSS, encoding="utf-8")
    for name in (str(path), "https://example.com/<feed>"):
        with pytest.raises(MalformedSource):
            found(name)
