"""Numbers in words and digits: `read_number` reads an exact number at a place. Offsets are those of the words given."""

from collections.abc import Sequence
from functools import lru_cache

from synoptic.language.myriads import read_myriads
from synoptic.language.number_tables import (
    Number,
    NumberTable,
    Word,
    digits_value,
    longest_match,
    number_table,
    words_of,
)

__all__ = [
    "Number",
    "NumberTable",
    "Word",
    "compound_value",
    "digits_value",
    "longest_match",
    "number_table",
    "read_number",
    "words_of",
]


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
    if table.myriads:
        return read_myriads(words, at, table)
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
        return Number(at, _past_point(words, place, table), value, scaled)
    return _worded(words, at, table)


def _past_point(words: Sequence[Word], at: int, table: NumberTable) -> int:
    """Past the full stop of a shortened scale ("2,5 млн. евро", "3 Mio. Euro") that does not end the sentence."""
    if at + 1 >= len(words) or words[at].text != "." or words[at].start != words[at - 1].end:
        return at
    goes_on = words[at + 1].text[0].islower() or longest_match(words, at + 1, table.units) is not None
    return at + 1 if words[at - 1].lower in table.digit_scales and goes_on else at


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
        if seen and table.conjunction and word.startswith(table.conjunction):
            word = word.removeprefix(table.conjunction) if word not in table.values else word
        value = table.values.get(word) if word in table.values else compound_value(word, table)
        scale = table.scales.get(word) if word not in table.digit_scales else None
        if value is not None and (not seen or _may_follow(current, value, scaled, table)):
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
            if not _may_follow(current, table.values[words[place + 1].lower], scaled, table):
                break
            place += 1
        else:
            break
    return Number(at, place, total + current, scaled) if seen else None


def _article_before(words: Sequence[Word], at: int, table: NumberTable) -> bool:
    return at > 0 and words[at - 1].lower in table.articles


def _may_follow(current: float, value: float, scaled: bool, table: NumberTable) -> bool:
    """Whether a small number adds to what stands before it: "twenty one", "three hundred twelve", not "five six"."""
    if current == 0:
        return scaled
    if table.ones_first and 0 < current % 100 < 10:
        return 20 <= value < 100
    if value < 10:
        return current % 10 == 0
    return value < 100 and current % 100 == 0


def _joins(words: Sequence[Word], at: int, current: float, table: NumberTable, scaled: bool) -> bool:
    if at + 1 >= len(words):
        return False
    value = table.values.get(words[at + 1].lower)
    large = current >= table.join_from or (current == 0 and scaled)
    return value is not None and large and _may_follow(current, value, scaled, table)


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
