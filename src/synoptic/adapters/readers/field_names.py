"""What front matter and the columns of tables usually call the fields of an article."""

FIELD_NAMES = {
    "id": "id",
    "title": "title",
    "headline": "title",
    "url": "url",
    "link": "url",
    "source_url": "url",
    "outlet": "outlet",
    "site": "outlet",
    "sitename": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "source": "outlet",
    "language": "language",
    "lang": "language",
    "date": "published",
    "published": "published",
    "author": "authors",
    "authors": "authors",
}
"""The names of Jekyll, Hugo, Obsidian and web clippers, and of the tables that scrapers write."""

TEXT_NAMES = {"text": "text", "body": "text", "content": "text", "article": "text", "html": "html"}
"""Columns of a table that hold the article itself."""
