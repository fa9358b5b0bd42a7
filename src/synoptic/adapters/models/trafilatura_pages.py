"""The PageParser port over trafilatura (2.3): main text and metadata of a web page, without any network."""

import dataclasses
from functools import lru_cache
from typing import Any

from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle


class TrafilaturaPages:
    """Takes the article out of a page. `favor_precision`: what is unsure is left out rather than taken."""

    def parse(self, page: RawArticle) -> RawArticle:
        """The same article with `text` in place of `html`; what the source stated goes before what the page states."""
        html = page.html or ""
        try:
            found = _trafilatura().bare_extraction(
                html, url=page.url, favor_precision=True, include_comments=False, with_metadata=True
            )
        except (ValueError, TypeError, AttributeError, RecursionError, AssertionError) as error:
            raise _no_text(page, f"the page cannot be parsed: {error}") from None
        text = (found.text or "") if found is not None else ""
        if not text.strip():
            raise _no_text(page, "no article text was found on the page")
        return dataclasses.replace(
            page,
            html=None,
            text=text,
            title=page.title or _stated(found.title),
            url=page.url or _stated(found.url),
            outlet=page.outlet or _stated(found.sitename),
            language=page.language or _stated(found.language),
            authors=page.authors or _names(found.author),
            published=page.published or _stated(found.date),
        )


def _no_text(page: RawArticle, message: str) -> MalformedSource:
    return MalformedSource(message, source=page.source, remedy="give the article's text instead")


def _stated(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _names(written: str | None) -> tuple[str, ...]:
    """Trafilatura joins authors by semicolons."""
    return tuple(name.strip() for name in (written or "").split(";") if name.strip())


@lru_cache(maxsize=1)
def _trafilatura() -> Any:
    import trafilatura

    return trafilatura
