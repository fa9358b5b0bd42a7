"""Given names: which tell that their bearer is most likely a man or a woman."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from synoptic.language.tables import language_table


def gender_of_given_name(word: str) -> str:
    """The gender ("m", "f") of a folded given name that is almost always one, else ""."""
    return _given().get(word, "")


@cache
def _given() -> Mapping[str, str]:
    content = language_table("en", "given_names")
    return MappingProxyType({word: sex for sex, words in content.items() for word in words.split()})
