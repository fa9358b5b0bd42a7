"""Names for the accounts of a story that people can read: short, and no two alike."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from synoptic.records.article import Article
from synoptic.records.findings import Origin

_LONGEST_STEM = 28
_NUMBERING = re.compile(r"^\d{1,3}[-_. ]+")
_DIGITS = re.compile(r"\d")


def by_origin(articles: Sequence[Article], origins: Sequence[Origin]) -> tuple[Article, ...]:
    """The articles sorted by origin, those without an origin last: the order in which people see them."""
    known = {article.id: article for article in articles}
    placed = dict.fromkeys(id for origin in origins for id in origin.articles if id in known)
    return tuple(known[id] for id in [*placed, *(id for id in known if id not in placed)])


def account_names(articles: Sequence[Article]) -> dict[str, str]:
    """A name for each article id: its outlet, else a meaningful file name, else its number; numbered if ambiguous."""
    plain = [_plain_name(article) or f"article {number}" for number, article in enumerate(articles, 1)]
    counts = Counter(plain)
    taken = {name for name, count in counts.items() if count == 1}
    names: dict[str, str] = {}
    for article, name in zip(articles, plain, strict=True):
        if counts[name] > 1:
            name = next(n for n in (f"{name} ({k})" for k in range(1, len(articles) + 2)) if n not in taken)
            taken.add(name)
        names[article.id] = name
    return names


def _plain_name(article: Article) -> str:
    """The outlet, or the stem of the file where it reads like a name (not like a number or a hash)."""
    if article.outlet and article.outlet.strip():
        return " ".join(article.outlet.split())
    stem = _NUMBERING.sub("", PurePosixPath(article.source.replace("\\", "/")).stem)
    digits = len(_DIGITS.findall(stem))
    telling = 2 < len(stem) <= _LONGEST_STEM and digits * 4 <= len(stem) and any(letter.isalpha() for letter in stem)
    return stem if telling else ""
