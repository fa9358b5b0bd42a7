"""Parts of a name: its words with what each of them is (a word of its own, an initial, a particle, a legal form)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from synoptic.language.names.fold import fold, skeleton
from synoptic.language.tables import shared_table


class PartKind(StrEnum):
    """What a word of a name is."""

    WORD = "word"
    INITIAL = "initial"
    NUMBER = "number"
    PARTICLE = "particle"
    SMALL = "small"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name: as folded, and as it is compared (nicknames, numbers and spellings in one form)."""

    text: str
    form: str
    kind: PartKind


@dataclass(frozen=True, slots=True)
class _Forms:
    honorifics: frozenset[str]
    particles: Mapping[str, str]
    suffixes: frozenset[str]
    small: frozenset[str]
    legal: Mapping[str, str]
    phrases: tuple[tuple[str, str], ...]
    same: Mapping[str, str]
    numbers: Mapping[str, str]
    nicknames: Mapping[str, str]


_WORD = re.compile(r"\d+|[^\W\d_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?\b|\b(?:[^\W\d_]\.){2,}")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʿʾ`´")


@lru_cache(maxsize=65536)
def parts_of(name: str, person: bool, bare: bool = False) -> tuple[Part, ...]:
    """The parts of a name, folded. A body's acronym with full stops is one word; honorifics of people are left out.

    `bare` reduces words to their consonants, for comparison with a script that writes no vowels.
    """
    forms = _forms()
    text = fold(name.replace("&", " and ").translate(_APOSTROPHES))
    for phrase, short in forms.phrases:
        if phrase in text and not person:
            text = re.sub(rf"\b{re.escape(phrase)}", f" {short} ", text)
    if not person:
        text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    words = _WORD.findall(text)
    kept = [word for word in words if not (person and word in forms.honorifics)] or words
    found = tuple(_part(word, person, forms) for word in kept)
    if bare:
        found = tuple(
            Part(skeleton(part.text), skeleton(part.form), part.kind) if part.kind is PartKind.WORD else part
            for part in found
        )
    return _numbers(found)


def _part(word: str, person: bool, forms: _Forms) -> Part:
    if word in forms.numbers or word.isdigit():
        return Part(word, forms.numbers.get(word, word), PartKind.NUMBER)
    if person:
        if word in forms.particles:
            return Part(word, forms.particles[word], PartKind.PARTICLE)
        if word in forms.suffixes or word in ("sa", "llc", "ltd", "inc", "gmbh"):
            return Part(word, word, PartKind.LEGAL)
        if len(word) == 1:
            return Part(word, word, PartKind.INITIAL)
        return Part(word, forms.nicknames.get(word, word), PartKind.WORD)
    if word in forms.legal:
        return Part(word, forms.legal[word], PartKind.LEGAL)
    if word in forms.small:
        return Part(word, word, PartKind.SMALL)
    return Part(word, forms.same.get(word, word), PartKind.WORD)


def _numbers(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Tens and units in one number: "forty four" is "44"."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        tens = before is not None and before.kind is PartKind.NUMBER and len(before.form) == 2 and before.form[1] == "0"
        if before is not None and tens and part.kind is PartKind.NUMBER and len(part.form) == 1:
            found[-1] = Part(before.text + part.text, before.form[0] + part.form, PartKind.NUMBER)
        else:
            found.append(part)
    return tuple(found)


@cache
def _forms() -> _Forms:
    content = shared_table("names/forms")

    def classes(section: str) -> dict[str, str]:
        return {word: key for key, words in content[section].items() for word in words.split()}

    def words(section: str) -> frozenset[str]:
        return frozenset(content[section]["words"].split())

    phrases = sorted(content["legal_phrases"].items(), key=lambda item: -len(item[0]))
    return _Forms(
        words("honorifics"),
        classes("particles"),
        words("suffixes"),
        words("small"),
        classes("legal"),
        tuple(phrases),
        content["spellings"],
        content["numbers"],
        content["nicknames"],
    )
