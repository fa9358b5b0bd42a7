"""The tables of number words: what numbers, their scales, units, shares and approximations are called in a language.

Tables `data/<language>/numbers.toml`, explained in the English one; `data/measures.toml` holds what all share.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from synoptic.language.tables import language_table, primary_language, shared_table
from synoptic.records.span import Span

_SPACE = "\u00a0\u202f\u2009"
_LETTER = r"(?:[^\W\d_][\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u200c]*)"
"""A letter with the vowel signs and marks that belong to it, which are no letters by themselves."""
_PATTERN = (
    r"\d{1,3}(?:[SPACE]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,'’٫٬]\d+)*|°\s?[CF]\b|[%‰°#@/]|[A-Z]{0,2}[$€£¥₹₽₩]"
    r"|(?:[A-Z]\.){2,}|LETTER+(?:['’]LETTER+)?|[-–—]|[^\w\s]|_"
)
_TOKEN = re.compile(_PATTERN.replace("SPACE", _SPACE).replace("LETTER", _LETTER))
_SPACED = re.compile(_PATTERN.replace("SPACE", " " + _SPACE).replace("LETTER", _LETTER))
"""Where thousands are parted by spaces (French): `1 200`."""
_SYLLABLES = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|"
    + _TOKEN.pattern.replace(_LETTER, r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
)
"""Where numbers run on in ten thousands: each ideograph or syllable by itself."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark with its place in the text."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def digits(self) -> bool:
        """Whether it is a number in digits."""
        return self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class NumberTable:
    """The number words of one language; see the comments of `language/data/en/numbers.toml`.

    `leading` are units before the number ("%60", "百分之"), `counted` the English name of what is counted by its forms,
    `conjunction` an "and" that is written as one with the next word, `prefixes` letters that a hyphen joins to digits.
    With `ones_first` ones stand before tens. `myriads`: numbers go on in ten thousands, without spaces; a word alone is
    a number only before one of `counters` and never behind one of `not_behind`, with `word_borders` (Korean) at the
    beginning of a word at most.
    """

    language: str
    group: str
    decimal: str
    values: dict[str, float]
    scales: dict[str, float]
    digit_scales: frozenset[str]
    joiners: frozenset[str]
    join_from: float
    ranges: frozenset[str]
    between: frozenset[str]
    between_and: frozenset[str]
    articles: frozenset[str]
    skip_alone: frozenset[str]
    bare: frozenset[str]
    of: frozenset[str]
    determiners: frozenset[str]
    vague: dict[tuple[str, ...], tuple[float, float]]
    shares: dict[tuple[str, ...], tuple[float, float]]
    share_needs_noun: frozenset[str]
    bounds: dict[tuple[str, ...], tuple[float, float]]
    bounds_behind: dict[tuple[str, ...], tuple[float, float]]
    fractions: dict[str, float]
    units: dict[tuple[str, ...], str]
    currency: dict[str, str]
    compound: str
    phrases: dict[tuple[str, ...], float]
    added: dict[tuple[str, ...], float]
    out_of: dict[tuple[str, ...], bool]
    multiples: dict[tuple[str, ...], float]
    minus: frozenset[str]
    leading: dict[tuple[str, ...], str]
    counted: dict[tuple[str, ...], str]
    conjunction: str
    ones_first: bool
    prefixes: frozenset[str]
    myriads: bool = False
    word_borders: bool = False
    counters: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number over the words `[first, last)`; `scaled` says whether a word like "million" ended it."""

    first: int
    last: int
    value: float
    scaled: bool = False


@cache
def number_table(language: str) -> NumberTable | None:
    """The table of a language (BCP 47; the part before the hyphen counts), or None."""
    table = language_table(language, "numbers")
    if not table:
        return None
    if not table.get("myriads"):
        return _table(primary_language(language), table, _Rows(table, _TOKEN))
    rows = _Rows(table, _SYLLABLES)
    return replace(
        _table(primary_language(language), table, rows),
        myriads=True,
        word_borders=bool(table.get("word_borders")),
        counters=rows.words("counters"),
        not_behind=rows.words("not_behind"),
    )


def _table(code: str, raw: dict[str, Any], rows: "_Rows") -> NumberTable:
    return NumberTable(
        language=code,
        group=raw["group"],
        decimal=raw["decimal"],
        values={_folded(word): float(value) for word, value in raw["values"].items()},
        scales={_folded(word): float(value) for word, value in raw["scales"].items()},
        digit_scales=frozenset(raw.get("after_digits_only", {}).get("words", ())),
        joiners=rows.words("joiners"),
        join_from=float(raw["join_from"]),
        ranges=rows.words("range"),
        between=rows.words("between"),
        between_and=rows.words("between_and"),
        articles=rows.words("articles"),
        skip_alone=rows.words("skip_alone"),
        bare=rows.words("bare"),
        of=rows.words("of"),
        determiners=rows.words("determiners"),
        vague=rows.from_to("vague"),
        shares=rows.from_to("shares"),
        share_needs_noun=frozenset(raw.get("share_needs_noun", {}).get("words", ())),
        bounds=rows.from_to("bounds"),
        bounds_behind=rows.from_to("bounds_behind"),
        fractions={_folded(word): float(value) for word, value in raw.get("fractions", {}).items()},
        units=rows.by_form(shared_table("measures")["units"]) | rows.by_form(raw.get("units", {})),
        currency=shared_table("measures")["currency"] | raw.get("currency", {}),
        compound=raw.get("compound", ""),
        phrases=rows.numbers("phrases"),
        added=rows.numbers("added"),
        out_of={rows.key(words): bool(round_only) for words, round_only in raw.get("out_of", {}).items()},
        multiples=rows.numbers("multiples"),
        minus=rows.words("minus"),
        leading=rows.by_form(raw.get("leading", {})),
        counted=rows.by_form(raw.get("counted", {})),
        conjunction=raw.get("conjunction", ""),
        ones_first=bool(raw.get("ones_first")),
        prefixes=rows.words("prefixes"),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The lists of a file of number words; `pattern` parts phrases into words."""

    raw: dict[str, Any]
    pattern: re.Pattern[str]

    def key(self, words: str) -> tuple[str, ...]:
        return _key(words, self.pattern)

    def words(self, name: str) -> frozenset[str]:
        return frozenset(self.raw.get(name, ()))

    def numbers(self, name: str) -> dict[tuple[str, ...], float]:
        return {self.key(words): float(value) for words, value in self.raw.get(name, {}).items()}

    def from_to(self, name: str) -> dict[tuple[str, ...], tuple[float, float]]:
        return {self.key(words): (float(least), float(most)) for words, (least, most) in self.raw.get(name, {}).items()}

    def by_form(self, listed: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], str]:
        return {self.key(form): name for name, forms in listed.items() for form in forms}


def _key(words: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(_folded(match.group()) for match in pattern.finditer(words))


def _folded(word: str) -> str:
    """A word in small letters, composed letters and marks in their one normal form."""
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word.lower())


def words_of(text: str, span: Span, table: NumberTable) -> list[Word]:
    """The words, numbers and marks of a stretch of text."""
    found = []
    pattern = _SYLLABLES if table.myriads else _SPACED if table.group == " " else _TOKEN
    for match in pattern.finditer(text, span.start, span.end):
        found.append(Word(match.group(), _folded(match.group()), match.start(), match.end()))
    return found


def longest_match[Value](
    words: Sequence[Word], at: int, table: dict[tuple[str, ...], Value], longest: int = 5
) -> tuple[int, Value] | None:
    """The longest entry of a table of phrases that starts at a word: where it ends and its value."""
    key = tuple([word.lower for word in words[at : at + longest]])
    for length in range(len(key), 0, -1):
        if key[:length] in table:
            return at + length, table[key[:length]]
    return None


def digits_value(text: str, table: NumberTable) -> float | None:
    """The value of a number in digits with the separators of the language; None for chains like 12.3.4.

    Digits of any script count; the Arabic separators are read as the language's own.
    """
    plain = re.sub(rf"[ {_SPACE}'’]", "", text)
    if not plain.isascii():
        plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in plain)
        plain = plain.replace("٬", table.group.strip()).replace("٫", table.decimal)
    group, decimal = re.escape(table.group.strip() or "."), re.escape(table.decimal)
    if re.fullmatch(rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?", plain) or re.fullmatch(
        rf"\d{{1,2}}(?:{group}\d{{2}})+{group}\d{{3}}(?:{decimal}\d+)?",
        plain,  # 12,50,000: lakhs
    ):
        return float(plain.replace(table.group.strip() or ".", "").replace(table.decimal, "."))
    if re.fullmatch(rf"\d+(?:{decimal}\d+)?", plain):
        return float(plain.replace(table.decimal, "."))
    if re.fullmatch(r"\d+[.,]\d{1,2}", plain):
        return float(plain.replace(",", "."))
    return None
