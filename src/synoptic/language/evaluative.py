"""Evaluative words: words that show somebody as strong or weak, friendly or hostile, right or wrong.

Read from `data/<lang>/evaluative.toml`, our own compilation, and `data/<lang>/feelings.txt` (English: from
vaderSentiment, MIT). They need not be loaded: "defeated" is a plain word, and a phrase that holds it still shows its
subject in a light.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from synoptic.language.tables import language_table, language_text

_SIGNS = {"+": "pleasant", "-": "unpleasant"}


@cache
def evaluative_words(language: str) -> Mapping[str, str]:
    """The evaluative lemmas of `language` (its first subtag) with their light; empty where there is no table."""
    found: dict[str, str] = {}
    for light, words in language_table(language, "evaluative").items():
        for word in words.split():
            found.setdefault(word, light)
    for word, light in _feelings(language):
        found.setdefault(word, light)
    return MappingProxyType(found)


def _feelings(language: str) -> Iterator[tuple[str, str]]:
    """The words that people feel as pleasant or unpleasant."""
    for line in language_text(language, "feelings.txt").splitlines():
        if line[:1] in _SIGNS:
            yield line[1:], _SIGNS[line[0]]
