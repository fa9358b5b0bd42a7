"""The words of a sentence as the citation gate compares them: numbers, names, other content words, with weights."""

import math
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from synoptic.language.terms import background

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_THOUSANDS = re.compile(r"(?<=\d)[,.\u202f ](?=\d{3}(?!\d))")
_ENDINGS = ("ings", "ing", "edly", "ies", "ied", "es", "ed", "s", "ly")
STEM = 5
"""Letters of two words that must agree at their beginning for them to count as forms of one."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A content word of a sentence: as written, as compared, its kind, and its weight (rarer words weigh more)."""

    word: str
    key: str
    number: bool
    name: bool
    weight: float

    @property
    def hard(self) -> bool:
        """Whether the sentence is wrong without it: names and numbers."""
        return self.number or self.name


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files("synoptic.stages.write").joinpath("words_en.toml").read_text(encoding="utf-8"))


@cache
def _tables() -> tuple[frozenset[str], dict[str, str]]:
    """Function words, and number words to 99 with their figures ("twenty-one" is "21")."""
    table = _table()
    numbers = {word: str(number) for number, word in enumerate(table["numbers"])}
    for ten, word in enumerate(table["tens"], 2):
        numbers[word] = str(10 * ten)
        numbers |= {f"{word}-{one}": str(10 * ten + number) for number, one in enumerate(table["numbers"][1:10], 1)}
    return frozenset(table["function"]), numbers


def function_words() -> frozenset[str]:
    """Words without content of their own ("the"), in lower case."""
    return _tables()[0]


@cache
def judging_words() -> frozenset[str]:
    """Words with which a writer judges or paints, in lower case."""
    return frozenset(_table()["judging"])


@cache
def _compounds() -> re.Pattern[str]:
    words = sorted((word for word in _tables()[1] if "-" in word), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(words).replace("-", "[- ]") + r")\b", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """Words and numbers in order, numbers without separators of thousands and compound ones as figures."""
    text = _compounds().sub(lambda found: _tables()[1][found.group().lower().replace(" ", "-")], text)
    return _WORD.findall(_THOUSANDS.sub("", text))


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """A word as it is compared: without case, diacritics and its commonest endings; number words as figures."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").removesuffix("'s")
    number = _tables()[1].get(plain)
    if number is not None:
        return number
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain


def needed(text: str) -> list[Needed]:
    """The content words of a sentence, each once and in order. A capital inside a sentence marks a name."""
    function = _tables()[0]
    found: dict[str, Needed] = {}
    for place, word in enumerate(words_of(text)):
        key = key_of(word)
        number = key[:1].isdigit() and word.lower() not in function
        if word in found or (not number and word.lower() in function):
            continue
        found[word] = Needed(word, key, number, not number and place > 0 and word[0].isupper(), _weight(word, key))
    return list(found.values())


def _weight(word: str, key: str) -> float:
    """The negative logarithm of how many articles use a word, at least 0.3; unknown words are rare."""
    shares = background("en")
    share = shares.get(key, 0.0) or shares.get(word.lower(), 0.0)
    return max(0.3, -math.log(share + 0.003))


class Keys:
    """The compared words of some evidence; a word is held where it, or a word of the same stem, stands there."""

    __slots__ = ("_keys", "_stems")

    def __init__(self, texts: Iterable[str]) -> None:
        self._keys = {key_of(word) for text in texts for word in words_of(text)}
        self._stems = {key[:STEM] for key in self._keys if len(key) >= STEM}

    def hold(self, wanted: Needed) -> bool:
        """Whether the word is held; numbers must be equal, names and others may be forms of one stem."""
        if wanted.key in self._keys:
            return True
        return not wanted.number and len(wanted.key) >= STEM and wanted.key[:STEM] in self._stems


def share_held(wanted: Sequence[Needed], keys: Keys) -> float:
    """The share of the wanted words that are held; all of none."""
    return sum(keys.hold(word) for word in wanted) / len(wanted) if wanted else 1.0


def weight_held(wanted: Sequence[Needed], keys: Keys) -> float:
    """The share of the wanted words that are held, by weight; none of none."""
    total = sum(word.weight for word in wanted)
    return sum(word.weight for word in wanted if keys.hold(word)) / total if total else 0.0


def content_share(claim: str, evidence: Iterable[str]) -> float:
    """The share of the content words of `claim`, names and numbers among them, that stand in `evidence`."""
    return share_held(needed(claim), Keys(evidence))


def figures(text: str) -> set[str]:
    """The numbers of a text, those in words as figures ("seven" is "7"); one is left out, being mostly no count."""
    keys = {key_of(word) for word in words_of(text)}
    return {key for key in keys if key[0].isdigit() and key != "1"}
