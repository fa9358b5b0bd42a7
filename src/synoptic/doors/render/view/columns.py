"""The articles of a story as columns, grouped by origin and numbered from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from synoptic.language.dates_in_words import date_in_words
from synoptic.language.tables import primary_language
from synoptic.records.accounts import account_names, by_origin
from synoptic.records.article import Article
from synoptic.records.findings import Origin, OriginKind
from synoptic.records.stages import StorySynopsis

HUES = 8
"""How many colours the style sheet has for origins; further origins use them again."""

_RTL = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"])
_KINDS = {OriginKind.AGENCY: "agency", OriginKind.RELEASE: "release", OriginKind.OUTLET: "own report"}


@dataclass(frozen=True, slots=True)
class Band:
    """An origin: its letter, hue (1 to HUES), name in words, why it is one, and how many columns it spans."""

    id: str
    letter: str
    hue: int
    name: str
    kind: str
    reason: str
    span: int


@dataclass(frozen=True, slots=True)
class Column:
    """An article as a column: its number, name, origin, and what its head shows. `url` is None unless http(s)."""

    number: int
    id: str
    anchor: str
    name: str
    band: Band
    title: str
    url: str | None
    published: str
    language: str
    direction: str


def build_columns(story: StorySynopsis, prefix: str) -> tuple[Column, ...]:
    """The columns of a story, origin by origin; articles that no origin holds come last, each on its own."""
    articles = {account.article.id: account.article for account in story.accounts}
    names = account_names(by_origin(list(articles.values()), story.findings.origins))
    placed = {id for origin in story.findings.origins for id in origin.articles}
    loose = [Origin(id, None, OriginKind.UNKNOWN, (id,)) for id in articles if id not in placed]
    columns: list[Column] = []
    for number, origin in enumerate([*story.findings.origins, *loose]):
        held = [id for id in origin.articles if id in articles]
        band = _band(origin, number, [names[id] for id in held])
        for id in held:
            columns.append(_column(articles[id], len(columns) + 1, prefix, names[id], band))
    return tuple(columns)


def bands_of(columns: Sequence[Column]) -> tuple[Band, ...]:
    """The origins, each once, from left to right."""
    return tuple({column.band.id: column.band for column in columns}.values())


def safe_url(url: str | None) -> str | None:
    """The address where it is http or https; everything else (also `javascript:`) is not linked."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def _band(origin: Origin, number: int, names: Sequence[str]) -> Band:
    letter = chr(ord("A") + number) if number < 26 else str(number + 1)
    kind = _KINDS.get(origin.kind, "origin not named")
    name = origin.name or (names[0] if len(names) == 1 else "original not named")
    return Band(origin.id, letter, number % HUES + 1, name, kind, origin.reason, len(names))


def _column(article: Article, number: int, prefix: str, name: str, band: Band) -> Column:
    language = article.language or ""
    direction = "rtl" if primary_language(language) in _RTL else "auto"
    published = date_in_words(article.published) if article.published else ""
    return Column(
        number,
        article.id,
        f"{prefix}a{number}",
        name,
        band,
        article.title or "",
        safe_url(article.url),
        published,
        language,
        direction,
    )
