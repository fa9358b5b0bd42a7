"""Names across scripts: how alike two words are by the consonants that both scripts write.

Vowels are left out, since Arabic and Hebrew write few of them and Chinese and Japanese put others between consonants.
Each letter is heard as one of several consonants ("ב" as b or v, "l" and "r" are one in Chinese, Japanese and Korean);
some may be written or not ("h", "w", the "r" at the end of a syllable). The tables are `data/names/scripts.toml`.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from icu import Transliterator

from synoptic.language.names.fold import fold
from synoptic.language.tables import shared_table

# What a consonant costs that stands on one side alone: one that may be left out, and any other.
_MAY, _MUST = 0.2, 1.0
# Two words are one in two scripts from this likeness on, and names of two words from this mean likeness on.
# Chosen on made-up pairs of one and of two people in nine scripts (tests/language/test_scripts.py), not tuned further.
_WORD, _NAME = 0.74, 0.8
# Names that share fewer consonants than this are too often two.
_TELLING = 4
_LETTERS = re.compile(r"[^\W\d_]+(?:['׳’][^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class Heard:
    """A consonant: the sounds that it may be, and whether it may be left out."""

    sounds: frozenset[str]
    may: bool = False


def script_of(name: str) -> str:
    """The script of a name's first letter: "LATIN", "CJK", "HANGUL", "KATAKANA" ...; "" without letters."""
    letter = next((letter for letter in name if letter.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def unlike_scripts(left: str, right: str) -> bool:
    """Whether two names stand in two scripts of which one is written with few vowels, or by syllables and signs."""
    one, other = script_of(left), script_of(right)
    return one != other and bool({one, other} & _FOREIGN)


_FOREIGN = frozenset({"ARABIC", "HEBREW", "DEVANAGARI", "CJK", "HANGUL", "KATAKANA", "HIRAGANA", "GREEK", "CYRILLIC"})


def in_whole_signs(name: str) -> bool:
    """Whether a name is all signs or all Korean syllables, without blank or dot: another sign is another name."""
    return script_of(name) in ("CJK", "HANGUL") and all(letter.isalpha() for letter in name)


@lru_cache(maxsize=65536)
def simplified(name: str) -> str:
    """A name in simplified signs: "習近平" as "习近平"."""
    signs: str = _romaniser("Hant-Hans").transliterate(name)
    return signs


def across_scripts(left: Sequence[str], right: Sequence[str]) -> float:
    """How alike two full names of two scripts are, from 0 to 1; 0 where a word of the shorter has no like.

    The words are as written, in any order; particles ("bin", "al") are left out.
    """
    short, long = sorted((_content(left), _content(right)), key=len)
    if len(short) < 2 or sum(len(_must(word)) for word in short) < _TELLING:
        return 0.0
    found: list[float] = []
    taken: set[int] = set()
    for word in sorted(short, key=lambda word: -len(_must(word))):
        left_over = [(word_likeness(word, other), -at) for at, other in enumerate(long) if at not in taken]
        likest = max(left_over, default=(0.0, 0))
        if likest[0] < _WORD:
            return 0.0
        taken.add(-likest[1])
        found.append(likest[0])
    mean = sum(found) / len(found)
    return round(mean, 4) if mean >= _NAME else 0.0


def same_word_across(left: str, right: str, *, sure: bool = False) -> bool:
    """Whether two words of two scripts are one name; of fewer than three consonants only where more makes it `sure`."""
    if min(len(_must(left)), len(_must(right))) < _TELLING - 1 - 2 * sure:
        return False
    return word_likeness(left, right) >= _NAME


@lru_cache(maxsize=65536)
def word_likeness(left: str, right: str) -> float:
    """The share of the consonants of two words that stand for each other, in order."""
    one, other = heard(left), heard(right)
    most = max(sum(not sound.may for sound in one), sum(not sound.may for sound in other))
    if not most:
        return 1.0 if not one and not other and fold(left)[:1] == fold(right)[:1] else 0.0
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _cost(sound))
    for sound in one:
        before, row = row, [row[0] + _cost(sound)]
        for at, another in enumerate(other, start=1):
            match = before[at - 1] + (0.0 if sound.sounds & another.sounds else _MUST)
            row.append(min(match, before[at] + _cost(sound), row[-1] + _cost(another)))
    return max(0.0, 1.0 - row[-1] / most)


def first_heard(word: str) -> frozenset[str]:
    """Keys of which two words that are one in two scripts share one: the classes of their first firm consonant."""
    sounds = _must(word)
    return frozenset(_class(sound) for sound in sounds[0].sounds) if sounds else frozenset({""})


def _class(sound: str) -> str:
    return next((group[0] for group in _CLASSES if sound in group), sound)


_CLASSES = ("bpfv", "dt", "gkxh", "szScj", "lr", "mn")


def _cost(sound: Heard) -> float:
    return _MAY if sound.may else _MUST


def _must(word: str) -> list[Heard]:
    return [sound for sound in heard(word) if not sound.may]


def _content(words: Sequence[str]) -> list[str]:
    kept = [word for word in words if word.casefold() not in _particles() and fold(word) not in _particles()]
    return kept if len(kept) > 1 else list(words)


@cache
def _particles() -> frozenset[str]:
    table = shared_table("names/scripts")["particles"]
    return frozenset(word for words in table.values() for word in words.split())


@lru_cache(maxsize=65536)
def heard(word: str) -> tuple[Heard, ...]:
    """The consonants of a word in any script, in order; one that is written twice is one."""
    script = script_of(word)
    letters = _written(word, script)
    units = _units().get(script) or _units()["LATIN"]
    longest = max(map(len, units))
    found: list[Heard] = []
    at = 0
    while at < len(letters):
        size = next((size for size in range(longest, 0, -1) if letters[at : at + size] in units), 0)
        for sound in units.get(letters[at : at + size], ()):
            if not found or found[-1].sounds != sound.sounds or letters[at - 1 : at] in ("-", *"aeiou"):
                closing = letters[at : at + size] in ("r", "l") and letters[at + size : at + size + 1] not in _VOWELS
                found.append(Heard(sound.sounds, True) if closing and at else sound)
        at += max(size, 1)
    return tuple(found)


def _written(word: str, script: str) -> str:
    """A word as the tables have it: letters of Arabic, Hebrew and Devanagari, others in Latin letters."""
    if script in ("ARABIC", "HEBREW", "DEVANAGARI"):
        bare = unicodedata.normalize("NFC", word)
        return bare.removeprefix("ال") if len(bare) > _TELLING else bare
    if script in _ROMANISED:
        latin: str = _romaniser(_ROMANISED[script]).transliterate(unicodedata.normalize("NFC", word)).casefold()
        return latin.replace(" ", "-") if script == "CJK" else latin
    if script == "GREEK":
        for pair, sound in _GREEK:
            word = word.casefold().replace(pair, sound)
    return fold(word)


# Before these an "r" or "l" begins a syllable, and is heard in any script.
_VOWELS = tuple("aeiouy")
_GREEK = (("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("τζ", "j"), ("τσ", "ts"))
_ROMANISED = MappingProxyType(
    {
        "CJK": "Han-Latin; Latin-ASCII",
        "HANGUL": "Hangul-Latin; Latin-ASCII",
        "KATAKANA": "Katakana-Latin; Latin-ASCII",
        "HIRAGANA": "Hiragana-Latin; Latin-ASCII",
    }
)


@cache
def _romaniser(rules: str) -> Transliterator:
    return Transliterator.createInstance(rules)


@cache
def _units() -> Mapping[str, Mapping[str, tuple[Heard, ...]]]:
    """Of each script the letters, and letters together, that are heard as consonants.

    In the table a sound in brackets may be left out; letters of one consonant stand together, two consonants apart.
    """
    table = shared_table("names/scripts")
    return MappingProxyType(
        {
            script.upper(): MappingProxyType(
                {unit: tuple(_sound(part) for part in sounds.split()) for unit, sounds in units.items()}
            )
            for script, units in table["heard"].items()
        }
    )


def _sound(written: str) -> Heard:
    return Heard(frozenset(written.strip("()")), written.startswith("("))
