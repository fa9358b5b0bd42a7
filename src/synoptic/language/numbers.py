"""Numbers in words and digits, vague numbers, shares and approximations, as tables a language.

`read_number` reads an exact number at a place; `NumberTable` holds what stands around it. Offsets are those of the
words given.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from synoptic.language.tables import language_table, primary_language, shared_table
from synoptic.records.span import Span

_SPACE = "\u00a0\u202f\u2009"
_PATTERN = (
    r"\d{1,3}(?:[SPACE]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,'’]\d+)*|°\s?[CF]\b|[%‰°#@/]|[A-Z]{0,2}[$€£¥₹₽₩]"
    r"|(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|[-–—]|[^\w\s]|_"
)
_TOKEN = re.compile(_PATTERN.replace("SPACE", _SPACE))
_SPACED = re.compile(_PATTERN.replace("SPACE", " " + _SPACE))
"""Where thousands are parted by spaces (French): `1 200`."""


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
    """The number words of one language; see the comments of `language/data/en/numbers.toml`."""

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
    return _table(primary_language(language), table) if table else None


def _table(code: str, raw: dict[str, Any]) -> NumberTable:
    shared = shared_table("measures")
    units = [*shared["units"].items(), *raw.get("units", {}).items()]

    names = {name: frozenset(words) for name, words in raw.items() if isinstance(words, list)}
    none: frozenset[str] = frozenset()
    return NumberTable(
        code,
        raw["group"],
        raw["decimal"],
        {word: float(value) for word, value in raw["values"].items()},
        {word: float(value) for word, value in raw["scales"].items()},
        frozenset(raw.get("after_digits_only", {}).get("words", ())),
        names.get("joiners", none),
        float(raw["join_from"]),
        names.get("range", none),
        names.get("between", none),
        names.get("between_and", none),
        names.get("articles", none),
        names.get("skip_alone", none),
        names.get("bare", none),
        names.get("of", none),
        names.get("determiners", none),
        _ranges(raw, "vague"),
        _ranges(raw, "shares"),
        frozenset(raw.get("share_needs_noun", {}).get("words", ())),
        _ranges(raw, "bounds"),
        _ranges(raw, "bounds_behind"),
        {word: float(value) for word, value in raw.get("fractions", {}).items()},
        {_key(word): unit for unit, forms in units for word in forms},
        shared["currency"] | raw.get("currency", {}),
        raw.get("compound", ""),
        _values(raw, "phrases"),
        _values(raw, "added"),
        {_key(words): bool(round_only) for words, round_only in raw.get("out_of", {}).items()},
        _values(raw, "multiples"),
        names.get("minus", none),
    )


def _values(raw: dict[str, dict[str, float]], name: str) -> dict[tuple[str, ...], float]:
    """A table of phrases, each with its number."""
    return {_key(words): float(value) for words, value in raw.get(name, {}).items()}


def _ranges(raw: dict[str, dict[str, tuple[float, float]]], name: str) -> dict[tuple[str, ...], tuple[float, float]]:
    """A table of phrases, each with the ends of its range."""
    return {_key(words): (float(low), float(high)) for words, (low, high) in raw.get(name, {}).items()}


def _key(words: str) -> tuple[str, ...]:
    return tuple(match.group().lower() for match in _TOKEN.finditer(words))


def words_of(text: str, span: Span, table: NumberTable) -> list[Word]:
    """The words, numbers and marks of a stretch of text."""
    found = []
    pattern = _SPACED if table.group == " " else _TOKEN
    for match in pattern.finditer(text, span.start, span.end):
        found.append(Word(match.group(), match.group().lower(), match.start(), match.end()))
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
    """The value of a number in digits with the separators of the language; None for chains like 12.3.4."""
    plain = re.sub(rf"[ {_SPACE}'’]", "", text)
    group, decimal = re.escape(table.group.strip() or "."), re.escape(table.decimal)
    if re.fullmatch(rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?", plain):
        return float(plain.replace(table.group.strip() or ".", "").replace(table.decimal, "."))
    if re.fullmatch(rf"\d+(?:{decimal}\d+)?", plain):
        return float(plain.replace(table.decimal, "."))
    if re.fullmatch(r"\d+[.,]\d{1,2}", plain):
        return float(plain.replace(",", "."))
    return None


def read_number(words: Sequence[Word], at: int, table: NumberTable) -> Number | None:
    """The number that starts at a word: digits or words, with its scales ("2.5 million", "two hundred and five")."""
    number = _plain_number(words, at, table)
    return _with_part(words, number, table) if number is not None else None


def _with_part(words: Sequence[Word], number: Number, table: NumberTable) -> Number:
    """With a part of one behind it, and the scale of both: "two and a half million", "a million and a half"."""
    found = longest_match(words, number.last, table.added)
    if found is None:
        return number
    last, part = found
    unit = table.scales.get(words[number.last - 1].lower, 1.0)
    value, scaled = number.value + part * unit, number.scaled
    while last < len(words) and not scaled and (scale := table.scales.get(words[last].lower)):
        value, last, scaled = value * scale, last + 1, True
    return Number(number.first, last, value, scaled)


def _plain_number(words: Sequence[Word], at: int, table: NumberTable) -> Number | None:
    if at >= len(words):
        return None
    if words[at].digits:
        value = digits_value(words[at].text, table)
        if value is None:
            return None
        place, scaled = at + 1, False
        while place < len(words):
            # "$40-million": a hyphen may join the scale.
            place += words[place].text == "-" and place + 1 < len(words) and len(words[place + 1].text) > 3
            scale = _scale_behind_digits(words, place, table)
            if scale is None:
                place -= words[place - 1].text == "-"
                break
            value, place, scaled = value * scale, place + 1, True
        return Number(at, place, value, scaled)
    return _worded(words, at, table)


def _scale_behind_digits(words: Sequence[Word], at: int, table: NumberTable) -> float | None:
    word = words[at]
    scale = table.scales.get(word.lower)
    if scale is None or (scale == 12 and word.start == words[at - 1].end):
        return None
    if word.lower in table.digit_scales and word.start > words[at - 1].end + 1:
        return None
    return scale


def _worded(words: Sequence[Word], at: int, table: NumberTable) -> Number | None:
    total = current = 0.0
    place, scaled, seen = at, False, False
    phrase = longest_match(words, at, table.phrases)
    if phrase is not None:
        place, current, seen = phrase[0], phrase[1], True
    while place < len(words):
        word = words[place].lower
        value = table.values.get(word) if word in table.values else compound_value(word, table)
        scale = table.scales.get(word) if word not in table.digit_scales else None
        if value is not None and (not seen or _may_follow(current, value, scaled)):
            current, seen, place = current + value, True, place + 1
        elif scale is not None and (seen or word not in table.digit_scales):
            if not seen and word not in table.bare and not _article_before(words, at, table):
                return None
            if scale < 1000:
                current = max(1.0, current) * scale
            else:
                total, current = total + max(1.0, current) * scale, 0.0
            seen, scaled, place = True, True, place + 1
        elif seen and word in table.joiners and _joins(words, place, current, table, scaled):
            place += 1
        elif seen and word in ("-", "‐") and place + 1 < len(words) and words[place + 1].lower in table.values:
            if not _may_follow(current, table.values[words[place + 1].lower], scaled):
                break
            place += 1
        else:
            break
    return Number(at, place, total + current, scaled) if seen else None


def _article_before(words: Sequence[Word], at: int, table: NumberTable) -> bool:
    return at > 0 and words[at - 1].lower in table.articles


def _may_follow(current: float, value: float, scaled: bool) -> bool:
    """Whether a small number adds to what stands before it: "twenty one", "three hundred twelve", not "five six"."""
    if current == 0:
        return scaled
    if value < 10:
        return current % 10 == 0
    return value < 100 and current % 100 == 0


def _joins(words: Sequence[Word], at: int, current: float, table: NumberTable, scaled: bool) -> bool:
    if at + 1 >= len(words):
        return False
    value = table.values.get(words[at + 1].lower)
    large = current >= table.join_from or (current == 0 and scaled)
    return value is not None and large and _may_follow(current, value, scaled)


def compound_value(word: str, table: NumberTable) -> float | None:
    """The value of a number written as one word (German: "zweihundertfünfunddreißig"), None where it is none."""
    if not table.compound or len(word) < 6:
        return None
    return _compound(word, table.language)


@lru_cache(maxsize=1 << 14)
def _compound(word: str, language: str) -> float | None:
    table = number_table(language)
    if table is None or word in table.values:
        return table.values[word] if table else None
    for scale_word, scale in sorted(table.scales.items(), key=lambda item: -item[1]):
        if scale_word in word and scale_word not in table.digit_scales and len(scale_word) > 3:
            before, _, after = word.partition(scale_word)
            factor = 1.0 if not before else _compound(before, language)
            rest = 0.0 if not after else _compound(after.removeprefix(table.compound), language)
            return None if factor is None or rest is None else factor * scale + rest
    before, joiner, after = word.partition(table.compound)
    if joiner and before in table.values and after in table.values:
        return table.values[before] + table.values[after]
    # Italian joins tens and ones, and drops a vowel before another one: "novantadue", "ventuno".
    for ten_word, ten in table.values.items():
        for stem in (ten_word, ten_word[:-1]):
            one = table.values.get(word.removeprefix(stem)) if 20 <= ten < 100 and word.startswith(stem) else None
            if one is not None and 0 < one < 10:
                return ten + one
    return None
