"""Naming: whether an account names the outlet of another, which may be the party that the news is about."""

import re
from functools import lru_cache

from synoptic.records.article import Article

_BRACKETED = re.compile(r"\([^)]*\)")
# Letters of the shortest name that is looked for.
_SHORTEST = 4
# Letters of the longest legal form or abbreviation behind a name ("AG", "plc", "ASA").
_LONGEST_FORM = 4


def names(article: Article, other: Article) -> bool:
    """Whether the title or prose of `article` has the name of the outlet of `other`, as it is spoken."""
    name = spoken(other.outlet or "")
    if not name or name == spoken(article.outlet or ""):
        return False
    return bool(_alone(name).search(f"{article.title or ''}\n{article.main_text}"))


def spoken(outlet: str) -> str:
    """A name without what is left out in speech: what stands in brackets or behind a comma, legal forms, plain words.

    "Norhaven Ferries plc regulatory announcement" is spoken "Norhaven Ferries". Empty where too little is left.
    """
    words = _BRACKETED.sub("", outlet).split(",")[0].split()
    while len(words) > 1 and _is_form(words[-1]):
        words.pop()
    name = " ".join(words)
    return name if len(name) >= _SHORTEST else ""


def _is_form(word: str) -> bool:
    return word.islower() or "." in word or "/" in word or (len(word) <= _LONGEST_FORM and word.isupper())


@lru_cache(maxsize=8192)
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.@]){re.escape(name)}(?!\w)")
