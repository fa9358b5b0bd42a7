"""Identity: the id of an article that has none, and what to do with the same article or the same id twice."""

import dataclasses
import hashlib
from collections.abc import Iterable

from synoptic.records.article import Article, Rejected


def article_id(url: str | None, text: str) -> str:
    """A hash of url and text: the same article has the same id in every run and on every machine."""
    return hashlib.sha256(f"{url or ''}\n{text}".encode()).hexdigest()[:16]


def distinguish(articles: Iterable[Article]) -> tuple[list[Article], list[Rejected]]:
    """Each article once, with an id of its own.

    The same id with the same text is the same article: the later one is rejected. Another text under a known id gets
    the id with a number behind it.
    """
    kept: dict[str, Article] = {}
    rejected = []
    for article in articles:
        id, number = article.id, 1
        while id in kept and kept[id].text != article.text:
            number += 1
            id = f"{article.id}-{number}"
        if id in kept:
            rejected.append(Rejected(article.source or article.id, f"the same article as {kept[id].source or id}"))
        else:
            kept[id] = article if id == article.id else dataclasses.replace(article, id=id)
    return list(kept.values()), rejected
