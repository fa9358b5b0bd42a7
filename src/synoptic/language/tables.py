"""The tables of words: `data/<language>/<name>.toml` holds what a language has, `data/<name>.toml` what all share."""

import tomllib
from importlib import resources
from typing import Any

type Table = dict[str, Any]

_SAME = {"ms": "id", "in": "id", "iw": "he", "fas": "fa", "per": "fa"}
"""Languages read with the tables of another: Malay, which identifiers do not tell from Indonesian, and old codes."""


def primary_language(tag: str | None) -> str:
    """The primary language of a BCP 47 tag ("pt-BR" is "pt"; RFC 5646, 2.2.1), in lower case; "" without a tag."""
    return (tag or "").partition("-")[0].lower()


def table_language(tag: str | None) -> str:
    """The language whose tables are read for a tag: mostly its own primary language."""
    language = primary_language(tag)
    return _SAME.get(language, language)


def language_table(tag: str | None, name: str) -> Table:
    """The table `name` of a language (BCP 47; its primary language counts); empty where the language has none."""
    text = language_text(tag, f"{name}.toml")
    return tomllib.loads(text) if text else {}


def shared_table(name: str) -> Table:
    """The table `name` of no one language."""
    return tomllib.loads(_data(f"{name}.toml").read_text(encoding="utf-8"))


def language_text(tag: str | None, file: str) -> str:
    """The text of a file in the folder of a language; "" where it has no such file."""
    language = table_language(tag)
    path = _data(language, file)
    return path.read_text(encoding="utf-8") if language.isalpha() and path.is_file() else ""


def _data(*path: str) -> resources.abc.Traversable:
    return resources.files("synoptic.language").joinpath("data", *path)
