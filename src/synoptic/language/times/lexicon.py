"""The words of a language that speak of time, read from its table `data/<language>/times.toml`.

A table has one section a category (month, weekday, unit, number, next, ago …); each section leads from a value to the
words that have it. A word may stand in several sections: "second" is an ordinal and a unit. `[settings]` says how dates
are written, `[tense]` which words show that a sentence looks ahead or back.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from synoptic.errors import SynopticError
from synoptic.language.tables import language_text, table_language

type Value = int | float | str

LANGUAGES = (
    *("ar", "de", "el", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr"),
    *("uk", "zh"),
)
"""Languages that may have a table; one that has none yet is read with digits alone."""

WORD = re.compile(
    r"\d+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"|(?:[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u094f])+|[^\w\s]|_"
)
"""A run of digits, one ideograph or syllable, a word, or one mark."""

_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0653-\u0655]")


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """A word without case and without the accents that writers leave out; one kind of apostrophe and dash."""
    word = word.lower()
    if word.isascii():
        return word
    word = {"’": "'", "‘": "'", "´": "'", "–": "-", "—": "-", "‒": "-", "−": "-", "～": "~", "：": ":"}.get(word, word)
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", word)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase: its words (folded) and its value in each category that it belongs to."""

    words: tuple[str, ...]
    values: tuple[tuple[str, Value], ...]
    categories: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The table of one language, indexed by the first word of each entry, longest entries first."""

    language: str
    entries: dict[str, tuple[Entry, ...]]
    settings: dict[str, str]
    future: re.Pattern[str] | None
    possible: re.Pattern[str] | None
    past: re.Pattern[str] | None
    categories: frozenset[str]

    def is_set(self, name: str) -> bool:
        """Whether a setting of the table is on."""
        return self.settings.get(name, "") == "yes"


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language (BCP 47; its first part counts). Unknown ones get a table without words."""
    code = table_language(language)
    text = language_text(code, "times.toml") if code in LANGUAGES else ""
    return read_lexicon(code, text) if text else Lexicon(code, {}, {"order": "dmy"}, None, None, None, frozenset())


def read_lexicon(language: str, toml: str) -> Lexicon:
    """A lexicon from the text of its table."""
    sections = tomllib.loads(toml)
    settings = {name: str(value) for name, value in sections.pop("settings", {}).items()}
    tense = sections.pop("tense", {})
    found: dict[tuple[str, ...], dict[str, Value]] = {}
    for category, rows in sections.items():
        if not isinstance(rows, dict):
            raise SynopticError(f"times.toml of {language}: [{category}] must be a section")
        for value, phrases in rows.items():
            for phrase in phrases:
                words = tuple(folded(word) for word in WORD.findall(phrase))
                found.setdefault(words, {})[category] = _value(value)
    for words, number in _compounds(settings, sections.get("number", {})):
        found.setdefault(words, {})["number"] = number
    for word, value in _glued_parts(settings, sections):
        found.setdefault((word,), {})["weekday_part"] = value
    first: dict[str, list[Entry]] = {}
    for words, values in found.items():
        first.setdefault(words[0], []).append(Entry(words, tuple(sorted(values.items())), frozenset(values)))
    entries = {word: tuple(sorted(group, key=lambda e: -len(e.words))) for word, group in first.items()}
    return Lexicon(
        language,
        entries,
        settings,
        _any_of(tense.get("future", [])),
        _any_of(tense.get("possible", [])),
        _any_of(tense.get("past", []), settings.get("infinitive", "")),
        frozenset(sections),
    )


def _glued_parts(settings: dict[str, str], sections: dict[str, dict[str, list[str]]]) -> list[tuple[str, str]]:
    """Weekday and part of the day in one word (Dienstagabend), where the table says that the language does so."""
    if settings.get("glued_parts", "") != "yes":
        return []
    parts = sections.get("daypart", {}) | {"MO": sections["daypart"]["MO"] + sections["late_part"]["MO"]}
    return [
        (folded(day + part), f"{weekday} {value}")
        for weekday, days in sections["weekday"].items()
        for day in days
        for value, names in parts.items()
        for part in names
        if len(day) > 4 and " " not in part
    ]


def _value(written: str) -> Value:
    try:
        return int(written)
    except ValueError:
        try:
            return float(written)
        except ValueError:
            return written


def _any_of(patterns: list[str], infinitive: str = "") -> re.Pattern[str] | None:
    """One pattern of all; not right behind the word of the infinitive, where one is given ("to hit" is no past)."""
    behind = rf"(?<!\b{infinitive}\s)" if infinitive else ""
    return re.compile(rf"(?<!\w){behind}(?:" + "|".join(patterns) + r")(?!\w)", re.IGNORECASE) if patterns else None


def _compounds(settings: dict[str, str], numbers: dict[str, list[str]]) -> list[tuple[tuple[str, ...], int]]:
    """Number words written as one: up to 99 by the patterns `compound`, years by the prefixes `compound_years`."""
    made: dict[str, int] = {}
    for pattern in settings.get("compound", "").split():
        for ten in range(20, 100, 10):
            for one in range(1, 10):
                for o in numbers.get(str(one), []):
                    for t in numbers.get(str(ten), []):
                        made[pattern.format(one=o, ten=t, cut=t[:-1])] = ten + one
    small = {word: int(value) for value, words in numbers.items() for word in words if int(value) < 100} | made
    for century in settings.get("compound_years", "").split():
        value, _, prefix = century.partition(":")
        made |= {prefix + word: int(value) + number for word, number in small.items() if " " not in word and number}
    return [(tuple(folded(part) for part in WORD.findall(word)), number) for word, number in made.items()]
