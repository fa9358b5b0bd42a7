"""Reported speech from house to house: how a cue stands to what it introduces, what changes in words by rule alone."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from synoptic.language.numbers import Word, number_table, read_number
from synoptic.language.tables import language_table

STANCES = ("neutral", "doubting", "trusting", "conceding", "hostile", "friendly")
"""How an outlet stands to what it introduces: plainly; as unproven; as true; as an admission; against or for it."""


@dataclass(frozen=True, slots=True)
class ReportedTable:
    """The table of one language.

    `stances[lemma]` is the stance of a cue. `shifts[word]` are the words that may stand for a word of direct speech in
    reported speech. `spellings[words]` is the plain form of a contraction or a sign; `houses` are pairs of letters that
    houses write differently.
    """

    stances: dict[str, str] = field(default_factory=dict)
    shifts: dict[str, frozenset[str]] = field(default_factory=dict)
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    houses: tuple[tuple[str, str], ...] = ()


@cache
def reported_table(language: str) -> ReportedTable:
    """The table of a language (BCP 47; the part before the hyphen counts); an empty one where there is none."""
    raw = language_table(language, "reported")
    return ReportedTable(
        {lemma: stance for stance in STANCES for lemma in raw.get("stances", {}).get(stance, ())},
        {word: frozenset(others) for word, others in raw.get("shifts", {}).items()},
        {words: tuple(plain.split()) for words, plain in raw.get("spellings", {}).items()},
        tuple((ending, other) for ending, other in raw.get("houses", ())),
    )


def stance_of(lemmas: Sequence[str], language: str) -> str:
    """The stance of a cue by its lemmas (or its words, where there are none): the first that is not neutral wins."""
    known = reported_table(language).stances
    found = [stance for lemma in lemmas if (stance := known.get(lemma.casefold()))]
    return next((stance for stance in found if stance != "neutral"), found[0] if found else "")


def is_shift(direct: str, reported: str, language: str) -> bool:
    """Whether a word of direct speech may become another in reported speech ("we" → "they", "will" → "would")."""
    return reported.casefold() in reported_table(language).shifts.get(direct.casefold(), frozenset())


@lru_cache(maxsize=65536)
def spelling(word: str, language: str) -> str:
    """A word as no house writes it: without case, accents, hyphens, apostrophes, in one of two known spellings."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(sign for sign in parts if sign.isalnum() or unicodedata.category(sign) in ("Mc", "Sc", "Po"))
    plain = plain.replace("'", "").replace("’", "").replace(".", "") or word
    if len(plain) < _SPELLED:
        return plain
    for one, other in reported_table(language).houses:
        plain = plain.replace(one, other)
    return plain


_SPELLED = 5
"""Letters from which a word may be spelled in two ways ("four" and "for" are two words, "harbour" and "harbor" one)."""


_EDGE = "\0"
"""A sign that no text holds."""


def same_words(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether two stretches are the same words in another dress ("do not" and "don't", "forty" and "40")."""
    return _undressed(tuple(one), language) == _undressed(tuple(other), language)


@lru_cache(maxsize=4096)
def _undressed(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    table = reported_table(language)
    plain: list[str] = []
    at = 0
    while at < len(words):
        for length in (2, 1):
            key = " ".join(words[at : at + length]).casefold().replace("’", "'")
            if key in table.spellings and at + length <= len(words):
                plain += table.spellings[key]
                at += length
                break
        else:
            plain.append(words[at])
            at += 1
    return tuple("".join(_numbers(plain, language)).split(_EDGE))


def _numbers(words: Sequence[str], language: str) -> list[str]:
    """The words with each number by its value between two edges; other words run on ("double dip", "double-dip")."""
    table = number_table(language)
    laid = [Word(word, word.lower(), 10 * place, 10 * place + 9) for place, word in enumerate(words)]
    found: list[str] = []
    at = 0
    while at < len(words):
        number = read_number(laid, at, table) if table is not None else None
        found.append(f"{_EDGE}{number.value!r}{_EDGE}" if number is not None else spelling(words[at], language))
        at = number.last if number is not None else at + 1
    return found
