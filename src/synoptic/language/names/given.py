"""Given names: which tell that their bearer is most likely a man or a woman."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


def gender_of_given_name(word: str) -> str:
    """The gender ("m", "f") of a folded given name that is almost always one, else ""."""
    return _given().get(word, "")


@cache
def _given() -> Mapping[str, str]:
    path = resources.files("synoptic.language").joinpath("data", "en", "given_names.toml")
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType({word: sex for sex, words in content.items() for word in words.split()})
