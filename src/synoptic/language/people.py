"""How people are named in text whose letters have no capitals: the words of names and those around them.

The words are tables (`data/<language>/people.toml`; of Japanese also `surnames.tsv`); a language without a table has
none. Letters that are written in several ways are folded to one by `plain`.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from icu import Transliterator

from synoptic.language.tables import language_table, language_text

# Signs of Arabic writing that mean the same: alef with and without hamza, final ya, the Arabic and Persian kaf and ya.
_VOWELS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_ALIKE = str.maketrans("أإآٱيكة", "اااایکه", "ـ")


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """What the names of people are made of in one language, and what stands around them; words are plain.

    `given` are given names, `surnames` family names, `inner` particles inside a name, `bound` first and `tails` last
    parts of given names of two words. As one with the word behind are written `prefixes` and `article`, with the word
    before `particles` and `owners` (whose it is); `postpositions` follow a name as words of their own, `leads` stand
    before one; `behind` are titles behind a name; `ends` words that no name holds; `to` is the letter that infinitives
    begin with. `syllables` are those of given names, `sounds` the signs that write foreign names by their sound,
    `after` those that mostly follow a name; `readings` tells how a family name is read. `lists` are others, by name,
    for which the reader of one script alone asks.
    """

    given: frozenset[str]
    surnames: frozenset[str]
    inner: frozenset[str]
    bound: frozenset[str]
    tails: frozenset[str]
    prefixes: tuple[str, ...]
    to: str
    article: str
    particles: tuple[str, ...]
    owners: tuple[str, ...]
    postpositions: frozenset[str]
    leads: frozenset[str]
    behind: tuple[str, ...]
    ends: frozenset[str]
    syllables: frozenset[str]
    sounds: frozenset[str]
    after: frozenset[str]
    readings: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]

    def listed(self, name: str) -> frozenset[str]:
        """One of `lists`: words, or signs; empty where the language has none of that name."""
        return self.lists.get(name, frozenset())

    def surname_of(self, text: str) -> str:
        """The longest family name that a text begins with; "" where it begins with none."""
        return next((text[:size] for size in (3, 2, 1) if text[:size] in self.surnames), "")


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word without vowel signs of Arabic and Hebrew, its letters in one spelling."""
    if word.isascii():
        return word.casefold()
    composed = unicodedata.normalize("NFC", word)
    return "".join(sign for sign in composed if not _VOWELS.match(sign)).translate(_ALIKE)


@cache
def people_table(language: str) -> PeopleTable | None:
    """The table of a language (BCP 47); None where there is none."""
    content = language_table(language, "people")
    if not content:
        return None
    readings = people_readings(language)

    def words(key: str) -> frozenset[str]:
        found = content.get(key, ())
        return frozenset(plain(word) for word in (found.split() if isinstance(found, str) else found))

    def longest(key: str) -> tuple[str, ...]:
        return tuple(sorted(content.get(key, ()), key=lambda word: (-len(word), word)))

    return PeopleTable(
        given=words("given") - words("inner"),
        surnames=words("surnames") | frozenset(readings),
        inner=words("inner"),
        bound=words("bound"),
        tails=words("tails"),
        prefixes=longest("prefixes"),
        to=content.get("to", ""),
        article=content.get("article", ""),
        particles=longest("particles"),
        owners=longest("owners"),
        postpositions=words("postpositions"),
        leads=words("leads"),
        behind=longest("behind"),
        ends=words("ends"),
        syllables=words("syllables"),
        sounds=_signs(content.get("sounds", "")),
        after=_signs(content.get("after", "")),
        readings=readings,
        lists=MappingProxyType({name: frozenset(listed) for name, listed in content.get("lists", {}).items()}),
    )


def _signs(written: str) -> frozenset[str]:
    """The signs of a list, simplified and traditional."""
    signs = "".join(written.split())
    return frozenset(signs + Transliterator.createInstance("Hans-Hant").transliterate(signs)) if signs else frozenset()


@cache
def people_readings(language: str) -> Mapping[str, str]:
    """How the family names of a language are read in Latin letters; empty where no table tells."""
    rows = (line.split("\t") for line in language_text(language, "surnames.tsv").splitlines() if line[:1] != "#")
    return MappingProxyType({row[0]: row[1] for row in rows})
