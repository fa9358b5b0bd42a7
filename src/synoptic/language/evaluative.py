"""Evaluative words: words that show somebody as strong or weak, friendly or hostile, right or wrong.

Read from `data/<lang>/evaluative.toml`, our own compilation, and `data/<lang>/feelings.txt` (English: from
vaderSentiment, MIT). They need not be loaded: "defeated" is a plain word, and a phrase that holds it still shows its
subject in a light.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

_SIGNS = {"+": "pleasant", "-": "unpleasant"}


@cache
def evaluative_words(language: str) -> Mapping[str, str]:
    """The evaluative lemmas of `language` (its first subtag) with their light; empty where there is no table."""
    source = resources.files("synoptic.language") / "data" / language.split("-")[0] / "evaluative.toml"
    if not language or not source.is_file():
        return MappingProxyType({})
    lights = tomllib.loads(source.read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for light, words in lights.items():
        for word in words.split():
            found.setdefault(word, light)
    for word, light in _feelings(language):
        found.setdefault(word, light)
    return MappingProxyType(found)


def _feelings(language: str) -> Iterator[tuple[str, str]]:
    """The words that people feel as pleasant or unpleasant."""
    source = resources.files("synoptic.language") / "data" / language.split("-")[0] / "feelings.txt"
    if source.is_file():
        for line in source.read_text(encoding="utf-8").splitlines():
            if line[:1] in _SIGNS:
                yield line[1:], _SIGNS[line[0]]
