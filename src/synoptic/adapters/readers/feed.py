"""Feeds that were saved to a file: RSS 2.0, RSS 1.0 and Atom; one entry, one article."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from synoptic.adapters.readers.markup_text import text_of_markup
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected

_SUMMARY = "the feed gives a summary only"
_LISTS = {"opml": "an OPML list", "urlset": "a sitemap", "sitemapindex": "a sitemap"}
"""XML files that hold addresses of articles, and no articles."""


class FeedReader:
    """Reads .xml, .rss and .atom files. An entry without text is rejected with its number, the rest goes on."""

    suffixes: tuple[str, ...] = (".xml", ".rss", ".atom")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The entries of the feed, in order. Raises MalformedSource where the file is no feed or has no entries."""
        root = _root(name, content)
        kind = _local(root)
        if kind in _LISTS:
            raise MalformedSource(
                f"{_LISTS[kind]}: addresses are not fetched", source=name, remedy="save the pages that it names"
            )
        entries = [element for element in root.iter() if _local(element) in {"item", "entry"}]
        if kind not in {"rss", "feed", "rdf"} or not entries:
            raise MalformedSource("not a feed with entries", source=name, remedy="give an RSS or Atom feed")
        channel = next((element for element in root if _local(element) == "channel"), root)
        outlet, language = _text(channel, "title"), _text(channel, "language") or root.get(_LANGUAGE)
        for number, entry in enumerate(entries, start=1):
            yield _article(f"{name}:{number}", entry, outlet, language)


_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _root(name: str, content: bytes) -> Any:
    """The tree of the file. Entities from outside are not resolved; small faults of real feeds are forgiven."""
    from lxml import etree

    try:
        root = etree.fromstring(content, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    except (etree.LxmlError, ValueError) as error:
        raise MalformedSource(f"not XML: {error}", source=name, remedy="save the feed again") from None
    if root is None:
        raise MalformedSource("not XML", source=name, remedy="save the feed again")
    return root


def _article(source: str, entry: Any, outlet: str | None, language: str | None) -> RawArticle | Rejected:
    """What an entry states. The whole text goes before the summary; Google News names the outlet in `source`."""
    whole, summary = _text(entry, "encoded") or _text(entry, "content"), _text(entry, "description", "summary")
    text = text_of_markup(whole or summary or "")
    if not text:
        return Rejected(source, "the entry has no text (save the page that it leads to)")
    author = _text(entry, "creator", "author")
    return RawArticle(
        source,
        text=text,
        title=text_of_markup(_text(entry, "title") or "") or None,
        url=_address(entry),
        outlet=_text(entry, "source") or outlet,
        language=language,
        authors=(author,) if author else (),
        published=_published(_text(entry, "pubDate", "published", "date", "updated")),
        notes=() if whole else (_SUMMARY,),
    )


def _local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _text(element: Any, *names: str) -> str | None:
    """The text of the first child of one of these names, the names in order of preference.

    Elements inside it stay as markup (Atom's XHTML); of an author in Atom it is the name.
    """
    from lxml import etree

    for name in names:
        for child in element:
            if _local(child) != name.lower():
                continue
            inner = [etree.tostring(part, encoding="unicode") for part in child]
            if words := (_text(child, "name") or "".join([child.text or "", *inner])).strip():
                return words
    return None


def _address(entry: Any) -> str | None:
    """The page of an entry: the text of `link` in RSS, the alternate `link` in Atom."""
    links = [child for child in entry if _local(child) == "link"]
    for link in links:
        address = (link.text or "").strip() or link.get("href", "")
        if address.startswith("http") and link.get("rel", "alternate") == "alternate":
            return str(address)
    return None


def _published(written: str | None) -> str | None:
    """A date in ISO 8601, from the form of mails that RSS uses; other forms stay as they are."""
    try:
        return parsedate_to_datetime(written).isoformat() if written else None
    except ValueError:
        return written
