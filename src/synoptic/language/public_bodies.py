"""Public bodies by what their names share: "Ministerio de Defensa ruso" and "Russian Defence Ministry" are one."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from synoptic.language.names.fold import fold, name_words
from synoptic.language.tables import shared_table
from synoptic.language.territories import TerritoryRole, find_territory

# Initials with full stops are one word ("U.S.", "EE.UU."); a hyphen parts two.
_WORDS = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘")
# The longest phrase of the table, in words.
_LONGEST = 9
# A territory's name has at most so many words here ("Trinidad and Tobago").
_LAND = 3


@lru_cache(maxsize=65536)
def public_body(name: str, language: str = "en") -> tuple[str, ...]:
    """What the names of one public body share in any language, sorted: its class, its land's code, what is left.

    Nothing for a name without a word for such a body, and none for an organisation of states.
    """
    words = _WORDS.findall(name.translate(_APOSTROPHES))
    found: list[str] = []
    public, first = False, 0
    while first < len(words):
        size, key, of_public = _longest(tuple(words[first : first + _LONGEST]), language)
        public = public or of_public
        found += key.split()
        first += size
    return tuple(sorted(set(found))) if public else ()


def _longest(words: tuple[str, ...], language: str) -> tuple[int, str, bool]:
    """How many words the longest known phrase has that begins here, its key, and whether it makes a public body."""
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        known = _known().get(_abbreviation(phrase)) or _known().get(fold(phrase))
        if known is not None:
            return size, *known
        territory = find_territory(phrase, language) if size <= _LAND else None
        if territory is not None and territory.role in (TerritoryRole.NAME, TerritoryRole.DEMONYM):
            return size, territory.code, False
    folded = "".join(name_words(words[0]))
    return 1, "" if folded in _small() else folded, False


def _abbreviation(phrase: str) -> str:
    """The key of a word in capitals, as the table writes it: "U.N." is "UN"; "" for others."""
    letters = phrase.replace(".", "")
    return fold(letters).upper() if letters.isupper() and " " not in letters else ""


@cache
def _known() -> Mapping[str, tuple[str, bool]]:
    """Folded phrases, and abbreviations in capitals, with their key and whether they make a public body."""
    table = shared_table("names/bodies")
    known: dict[str, tuple[str, bool]] = {}
    for section in ("words", "public", "organizations"):
        for key, phrases in table[section].items():
            known.update(dict.fromkeys(phrases, (key, section != "words")))
    return MappingProxyType(known)


@cache
def _small() -> frozenset[str]:
    """Articles and prepositions inside names, in any language."""
    forms = shared_table("names/forms")
    words: str = f"{forms['small']['words']} {forms['particles']['de']}"
    return frozenset(words.split())
