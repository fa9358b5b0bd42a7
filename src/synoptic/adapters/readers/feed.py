"""Feeds that were saved to a file: RSS and Atom, read by feedparser; one entry, one article."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from synoptic.adapters.readers.markup_text import text_of_markup
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected

_SUMMARY = "the feed gives a summary only"
_LISTS = {b"opml": "an OPML list", b"urlset": "a sitemap", b"sitemapindex": "a sitemap"}
"""XML files that hold addresses of articles, and no articles."""
_LIST = re.compile(rb"<(?:\w+:)?(opml|urlset|sitemapindex)\b", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which the first element of such a list is looked for."""
_BEGINNING = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
"""Where an entry begins; in a damaged feed an entry may swallow those behind it."""


class FeedReader:
    """Reads .xml, .rss and .atom files. An entry without text is rejected with its number, the rest goes on."""

    suffixes: tuple[str, ...] = (".xml", ".rss", ".atom")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The entries of the feed, in order. Raises MalformedSource where the file is no feed or has no entries."""
        if b"<" not in content:
            raise MalformedSource("not XML", source=name, remedy="save the feed again")
        feed = _parsed(name, content)
        if not feed.version or not feed.entries:
            if found := _LIST.search(content[:_HEAD]):
                reason = f"{_LISTS[found.group(1).lower()]}: addresses are not fetched"
                raise MalformedSource(reason, source=name, remedy="save the pages that it names")
            raise MalformedSource("not a feed with entries", source=name, remedy="give an RSS or Atom feed")
        note = _encoding_note(feed)
        for number, entry in enumerate(feed.entries, start=1):
            yield _article(f"{name}:{number}", entry, feed.feed, note)
        if feed.bozo and (lost := len(_BEGINNING.findall(content)) - len(feed.entries)) > 0:
            yield Rejected(name, f"{lost} entries could not be told apart: the feed is damaged (save the feed again)")


def _encoding_note(feed: Any) -> str:
    """What is told where the text is in another encoding than the feed declares; else empty."""
    from feedparser.exceptions import CharacterEncodingOverride

    if isinstance(feed.get("bozo_exception"), CharacterEncodingOverride):
        return f"read as {feed.encoding}: the feed declares another encoding, or none"
    return ""


def _parsed(name: str, content: bytes) -> Any:
    """The feed in the file. feedparser gets bytes in memory: it would open a name or an address.

    Its own cleaning of markup is off because it changes entities that nobody declared; only words are taken.
    """
    import feedparser

    try:
        return feedparser.parse(BytesIO(content), resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:  # feedparser lets faults of many kinds through where a feed is damaged
        raise MalformedSource(f"the feed is damaged: {error}", source=name, remedy="save the feed again") from error


def _article(source: str, entry: Any, feed: Any, encoding_note: str) -> RawArticle | Rejected:
    """What an entry states. The whole text goes before the summary; Google News names the outlet in `source`."""
    texts = (text_of_markup(_said(part, "value")) for part in entry.get("content") or ())
    whole = next((text for text in texts if text), "")
    text = whole or text_of_markup(_said(entry, "summary"))
    if not text:
        return Rejected(source, "the entry has no text (save the page that it leads to)")
    address = _said(entry, "link")
    notes = ("" if whole else _SUMMARY, encoding_note)
    return RawArticle(
        source,
        text=text,
        title=text_of_markup(_said(entry, "title")) or None,
        url=address if address.startswith("http") else None,
        outlet=_said(entry.get("source"), "title") or _said(feed, "title") or None,
        language=_said(feed, "language") or None,
        authors=tuple(name for author in entry.get("authors") or () if (name := _said(author, "name"))),
        published=_published(_said(entry, "published") or _said(entry, "updated")),
        notes=tuple(note for note in notes if note),
    )


def _said(part: Any, key: str) -> str:
    """What a part of the feed states under `key`; empty also where feedparser finds half of a damaged part."""
    found = dict.get(part, key) if isinstance(part, dict) else None  # its own `get` takes one date for another
    return found.strip() if isinstance(found, str) else ""


def _published(written: str) -> str | None:
    """A date in ISO 8601, from the form of mails that RSS uses; other forms stay as they are.

    The dates that feedparser has read are left aside: they have lost their offset, and where a part is missing or not
    understood it is taken from the clock.
    """
    try:
        return parsedate_to_datetime(written).isoformat()
    except ValueError:
        return written or None
