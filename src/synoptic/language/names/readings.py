"""How names in Japanese signs and Korean syllables are read in Latin letters: by tables of family and given names."""

from collections.abc import Sequence
from functools import cache

from synoptic.language.names.fold import fold
from synoptic.language.names.scripts import word_likeness
from synoptic.language.people import people_readings
from synoptic.language.tables import language_text

# Given names of Koreans have two syllables; their consonants are alike from this likeness on.
_GIVEN = 0.74
_LONG = (("ou", "o"), ("oo", "o"), ("oh", "o"), ("uu", "u"))


def read_as_japanese(signs: Sequence[str], latin: Sequence[str]) -> bool | None:
    """Whether a family and a given name in signs are read as two Latin words, in either order.

    None where the family name is, and no table tells how the given name is read.
    """
    if len(signs) != 2 or len(latin) != 2:
        return False
    words = [_short(word) for word in latin]
    family = _short(people_readings("ja").get(signs[0], ""))
    if not family or family not in words:
        return False
    given = words[1 - words.index(family)]
    readings = _given_readings().get(signs[1][:1])
    return None if readings is None else any(given.startswith(reading) for reading in readings)


def read_as_korean(syllables: Sequence[str], latin: Sequence[str]) -> bool:
    """Whether a family and a given name in Korean syllables are read as Latin words ("Seo Ji-hoon", "Jihun Seo")."""
    words = [part for word in latin for part in fold(word).replace("-", " ").split()]
    if len(syllables) != 2 or len(words) not in (2, 3):
        return False
    families = people_readings("ko").get(syllables[0], "").split()
    for place in (0, len(words) - 1):
        given = "".join(words[:place] + words[place + 1 :])
        if words[place] in families and word_likeness(syllables[1], given) >= _GIVEN:
            return True
    return False


def _short(word: str) -> str:
    """A Latin word without the marks and letters of long vowels."""
    found = fold(word)
    for long, short in _LONG:
        found = found.replace(long, short)
    return found


@cache
def _given_readings() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in language_text("ja", "given_signs.tsv").splitlines() if line[:1] != "#")
    return {row[0]: tuple(row[1].split()) for row in rows}
