"""Gaps: whether a sentence says that something is not known, not clear or not confirmed."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")


def states_a_gap(text: str, language: str) -> bool:
    """Whether a sentence says that something is not known."""
    pattern = _patterns().get(language)
    return pattern is not None and bool(pattern.search(_folded(text)))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("synoptic.stages.write").joinpath("unknown.toml").read_text(encoding="utf-8"))
    return {language: re.compile("|".join(map(_as_pattern, phrases))) for language, phrases in table.items()}


def _as_pattern(phrase: str) -> str:
    return r"\b" + re.escape(phrase).replace(r"\{\}\ ", r"(?:\w+ ){0,3}")


def _folded(text: str) -> str:
    text = re.sub(r"n[’']t\b", " not", text.casefold())
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain))
