"""The words of this folder's modules: `words.toml`, and longer lists of one word a line."""

import tomllib
from functools import cache
from importlib import resources

from synoptic.stages.weigh.differences.frames import folded


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """The words of one list; `section` is the module that reads it."""
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return frozenset(str(word) for word in tomllib.loads(text)[section][name])


@cache
def lines_of(name: str) -> frozenset[str]:
    """The words of a file, folded; one a line, of all languages."""
    lines = resources.files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return frozenset(folded(line) for line in lines if line and not line.startswith("#"))
