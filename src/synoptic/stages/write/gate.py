"""The citation gate: is what a sentence says supported by the words that it cites?

Names, numbers and the core content words of the sentence must be found in the evidence. Pure word work, so that what
it decides can be read and argued with; a sentence that fails is withheld with the words that were missing.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_THOUSANDS = re.compile(r"(?<=\d)[,.\u202f ](?=\d{3}(?!\d))")

_TABLE = tomllib.loads(files("synoptic.stages.write").joinpath("words_en.toml").read_text(encoding="utf-8"))
_FUNCTION = frozenset(_TABLE["function"])
_NUMBERS = {word: str(number) for number, word in enumerate(_TABLE["numbers"])}

CONTENT_SHARE = 0.7
"""The share of content words that must be found. To be measured on WiCE; the names and numbers are all needed."""


@dataclass(frozen=True, slots=True)
class Support:
    """How far evidence supports a sentence: score from 0 to 1, what was missing, and the finding in words."""

    score: float
    missing: tuple[str, ...]
    reason: str

    @property
    def passed(self) -> bool:
        """Whether the sentence may be printed."""
        return self.score >= 0.5


def support(claim: str, evidence: Sequence[str]) -> Support:
    """How far `evidence` supports `claim`: below .5 where a name, a number or too many words are missing."""
    found = {_key(word) for text in evidence for word in _words(text)}
    hard, soft = _needed(claim)
    missing_hard = tuple(word for word in hard if _key(word) not in found)
    missing_soft = tuple(word for word in soft if not _covered(_key(word), found))
    share = 1.0 if not soft else 1 - len(missing_soft) / len(soft)
    if missing_hard:
        return Support(0.4 * share, missing_hard + missing_soft, "not in the cited words: " + ", ".join(missing_hard))
    if share < CONTENT_SHARE:
        return Support(0.49 * share, missing_soft, "not in the cited words: " + ", ".join(missing_soft))
    return Support(0.5 + 0.5 * share, missing_soft, "names, numbers and core words are in the cited words")


def content_share(claim: str, evidence: Sequence[str]) -> float:
    """The share of the content words of `claim`, names and numbers among them, that stand in `evidence`."""
    found = {_key(word) for text in evidence for word in _words(text)}
    hard, soft = _needed(claim)
    words = [*hard, *soft]
    return sum(_covered(_key(word), found) for word in words) / len(words) if words else 1.0


def content_keys(text: str) -> frozenset[str]:
    """The content words of a text as they are compared."""
    hard, soft = _needed(text)
    return frozenset(_key(word) for word in [*hard, *soft])


def figures(text: str) -> set[str]:
    """The numbers of a text, those in words as figures ("seven" is "7"); one is left out, being mostly no count."""
    keys = {_key(word) for word in _words(text)}
    return {key for key in keys if key[0].isdigit() and key != "1"}


def _words(text: str) -> list[str]:
    return _WORD.findall(_THOUSANDS.sub("", text))


def _needed(claim: str) -> tuple[list[str], list[str]]:
    """The names and numbers of a sentence, and its other content words, each once and in order."""
    words = _words(claim)
    hard: dict[str, None] = {}
    soft: dict[str, None] = {}
    for place, word in enumerate(words):
        if word[0].isdigit() or (place and word[0].isupper() and word.lower() not in _FUNCTION):
            hard.setdefault(word)
        elif word.lower() not in _FUNCTION:
            soft.setdefault(word)
    return list(hard), list(soft)


def _key(word: str) -> str:
    """A word without case, diacritics and its English or Romance ending."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").removesuffix("'s")
    if plain in _NUMBERS:
        return _NUMBERS[plain]
    for ending in ("ings", "ing", "edly", "ies", "ied", "es", "ed", "s", "ly"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain


def _covered(key: str, found: set[str]) -> bool:
    """Whether a key or one of the same stem (five letters or more) is among those found."""
    return key in found or (len(key) >= 5 and any(len(other) >= 5 and other[:5] == key[:5] for other in found))
