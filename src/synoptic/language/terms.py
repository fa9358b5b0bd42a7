"""Terms: the words of a text as they are counted, and how telling each is, in any script.

A term is a word without case, accents, possessive ending or plural -s; scripts that do not part their words by spaces
give pairs of characters. `Frequencies` knows how many articles use each term: it starts from a background table of the
language, so that the first five articles are weighed as sensibly as the last of ten thousand.
"""

import math
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from synoptic.language.tables import language_text

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}")
_POSSESSIVE = re.compile(r"['’]s?$|^[ldnsjmtc]['’]|^qu['’]|^(?:dell|all|nell|sull|dall)['’]")

# How many articles the background counts for. Average precision of pairs by TF-IDF, stories / neus: 0 → .886/.801,
# 30 → .880/.799, 100 → .875/.792, 300 → .868/.781. None at all would make the first articles of a collection all alike.
BACKGROUND_SIZE = 30.0
# The share of articles that use a term which the background does not know: half an article of the tables' 300 or so.
UNKNOWN_SHARE = 0.5 / 300.0


def terms(text: str) -> list[str]:
    """The terms of `text` in their order, with repetitions."""
    if text.isascii() and text.isalpha():
        return [_term(text)]
    found: list[str] = []
    for word in _WORD.findall(text):
        if word.isascii() or not _UNSPACED.search(word):
            found.append(_term(word))
        else:
            found.extend(word[at : at + 2] for at in range(len(word) - 1))
    return found


@lru_cache(maxsize=65536)
def _term(word: str) -> str:
    """The term of one word."""
    folded = word.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded)
        folded = "".join(sign for sign in parts if not unicodedata.combining(sign)).replace("’", "'")
    if "'" in folded:
        folded = _POSSESSIVE.sub("", folded) or folded
    if len(folded) > 3 and folded[-1] == "s" and folded[-2] not in "su":
        return folded[:-1]
    return folded


@cache
def background(language: str) -> dict[str, float]:
    """Term → share of articles that use it, from `data/<language>/document_frequencies.tsv`; empty without a table."""
    lines = language_text(language, "document_frequencies.tsv").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {term: float(share) for term, share in rows}


class Frequencies:
    """How many articles of a language use each term: the background at first, then more and more the stream itself."""

    def __init__(self, language: str) -> None:
        self._background = background(language)
        self._seen: dict[str, int] = {}
        self._articles = 0

    def learn(self, used: Iterable[str]) -> None:
        """Count one more article, which uses the (distinct) terms `used`."""
        self._articles += 1
        for term in used:
            self._seen[term] = self._seen.get(term, 0) + 1

    def rarity(self, term: str) -> float:
        """Inverse document frequency: about 0 for a term of every article, 6 or more for one that is hardly used."""
        known = BACKGROUND_SIZE * self._background.get(term, UNKNOWN_SHARE) + self._seen.get(term, 0)
        return max(0.0, math.log((BACKGROUND_SIZE + self._articles + 1.0) / (known + 0.5)))
