"""Sectors of public life that words belong to: what an agreement or a visit is about.

Read from `data/<lang>/sectors.toml`, our own compilation of words (the first letters of a word where it ends in `*`).
"""

import re
from functools import cache

from synoptic.language.tables import language_table

_WORD = re.compile(r"\w+(?:[-’']\w+)*")


def sectors_of(text: str, language: str) -> tuple[str, ...]:
    """The sectors that `text` names, in the order of the table; none where the language has no table."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return tuple(
        sector
        for sector, (whole, beginnings) in _table(language).items()
        if words & whole or any(word.startswith(beginnings) for word in words if beginnings)
    )


@cache
def _table(language: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    rows = language_table(language, "sectors")
    return {sector: _entry(words.split()) for sector, words in rows.items()}


def _entry(words: list[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    whole = frozenset(word for word in words if not word.endswith("*"))
    return whole, tuple(word.removesuffix("*") for word in words if word.endswith("*"))
