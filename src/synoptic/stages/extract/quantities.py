"""Numbers with their units, as closed ranges: "at least 12", "tens of thousands", "two thirds", "10 to 15 percent"."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from synoptic.language.numbers import Number, NumberTable, Word, longest_match, number_table, read_number, words_of
from synoptic.records.annotation import Quantity, Timex
from synoptic.records.article import READ, Article
from synoptic.records.parse import Parse
from synoptic.records.span import Span

_YEARS = (1900, 2100)
"""Four bare digits in this range are taken for a year unless a unit or a plural noun follows."""


_FEW = 10
"""Below this a vague number may count hundreds or thousands."""

ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10_000, 100_000, 1e6})
"""What "one in five" may be out of: "12 in 37 minutes" is no share."""


@dataclass(frozen=True, slots=True)
class _Core:
    """A range over the words `[first, last)`; `exact` tells numbers from vague words and shares."""

    first: int
    last: int
    low: float
    high: float
    unit: str | None = None
    exact: bool = True


def find_quantities(article: Article, parse: Parse, times: Sequence[Timex]) -> tuple[Quantity, ...]:
    """Quantities in the read blocks that are no part of a time, in order; none in a language without a table."""
    table = number_table(article.language or parse.language or "en")
    if table is None:
        return ()
    nouns = _nouns(parse)
    found = []
    for block in article.spans_of(READ):
        words = with_thousands(words_of(article.text, block, table), table)
        for core in _cores(article.text, words, table):
            core, span = _signed(article.text, words, core, table)
            if any(time.span.start < span.end and span.start < time.span.end for time in times):
                continue
            counted = None
            if core.unit in (None, "share", "percent"):
                counted = _counted(words, core, nouns, table)
            if not _is_year(words, core, counted):
                found.append(Quantity(span, core.low, core.high, core.unit, counted))
    return tuple(found)


def _cores(text: str, words: Sequence[Word], table: NumberTable) -> Iterator[_Core]:
    at = 0
    while at < len(words):
        core = _bounded(words, at, table)
        if core is None or _part_of_code(text, words, core, table):
            at = at + 1 if core is None else core.last
            continue
        yield core
        at = core.last


def _bounded(words: Sequence[Word], at: int, table: NumberTable) -> _Core | None:
    """A quantity with the words of approximation before and behind it."""
    bound = longest_match(words, at, table.bounds)
    place, limits = bound if bound is not None else (at, (1.0, 1.0))
    core = _between(words, at, table) if bound is None else None
    core = core or _bare(words, place, table, bound is not None)
    if core is None:
        return None
    if bound is not None:
        core = replace(core, first=at, low=_times(core.low, limits[0]), high=_times(core.high, limits[1]))
    behind = _bound_behind(words, core.last, table)
    if behind is not None:
        last, limits = behind if bound is None else (behind[0], (1.0, 1.0))
        core = replace(core, last=last, low=_times(core.low, limits[0]), high=_times(core.high, limits[1]))
    if core.unit == "share":
        core = replace(core, high=min(core.high, 1.0))
    return core


def _bound_behind(words: Sequence[Word], at: int, table: NumberTable) -> tuple[int, tuple[float, float]] | None:
    """The words of approximation behind a number, also past what it counts ("100人以上"): where it then ends."""
    found = longest_match(words, at, table.bounds_behind)
    if found is None and at < len(words) and words[at].lower in table.counters:
        counted = longest_match(words, at + 1, table.bounds_behind)
        return None if counted is None else (at, counted[1])
    return found


def _times(value: float, factor: float) -> float:
    """`value * factor`, with 0 for 0 and without the dust of binary fractions."""
    if math.isinf(factor):
        return math.inf
    return float(f"{value * factor:.12g}")


def _between(words: Sequence[Word], at: int, table: NumberTable) -> _Core | None:
    """`between 10 and 15 people`."""
    if words[at].lower not in table.between:
        return None
    low = _amount(words, at + 1, table)
    if low is None or low.last >= len(words) or words[low.last].lower not in table.between_and:
        return None
    high = _amount(words, low.last + 1, table)
    if high is None or high.high < low.low:
        return None
    return replace(high, first=at, low=_grown(words, low, high, low.last + 1, table))


def _bare(words: Sequence[Word], at: int, table: NumberTable, bounded: bool) -> _Core | None:
    if at >= len(words):
        return None
    share = _share(words, at, table)
    if share is not None:
        return share
    manifold = longest_match(words, at, table.multiples)
    if manifold is not None:
        return _Core(at, manifold[0], manifold[1], manifold[1], "times", False)
    vague = _vague(words, at, table)
    if vague is not None:
        return _with_unit(words, vague, table)
    core = _amount(words, at, table)
    if core is None or (not bounded and core.last == at + 1 and words[at].lower in table.skip_alone):
        return None
    return _ranged(words, core, table)


def _vague(words: Sequence[Word], at: int, table: NumberTable) -> _Core | None:
    """A vague number, and the scale that it counts: "dozens", "a few hundred", "varios cientos", "some dozen"."""
    found = longest_match(words, at, table.vague)
    if found is None:
        return None
    last, (low, high) = found
    behind = last + (last < len(words) and words[last].lower in table.of)
    if high < _FEW and behind < len(words):
        word = words[behind].lower
        plural = table.vague.get((word,))
        scale = table.scales.get(word) if word not in table.digit_scales else None
        scale = scale or (plural[0] / 2 if plural and plural[0] >= _FEW else None)
        if scale:
            return _Core(at, behind + 1, low * scale, high * scale, None, False)
    return _Core(at, last, low, high, None, False)


def _ranged(words: Sequence[Word], core: _Core, table: NumberTable) -> _Core:
    """`10 to 15 percent`, `10-15 km`, `two or three`: the second number gives unit and scale."""
    if core.last + 1 >= len(words) or words[core.last].lower not in table.ranges:
        return core
    high = _amount(words, core.last + 1, table)
    if high is None or high.low <= core.low or (core.unit and high.unit and core.unit != high.unit):
        return core
    low = _grown(words, core, high, core.last + 1, table)
    return _Core(core.first, high.last, low, high.high, high.unit or core.unit)


def _grown(words: Sequence[Word], low: _Core, high: _Core, at: int, table: NumberTable) -> float:
    """The lower end of a range with the scale of the upper one, which starts at a word: "3 to 4 million"."""
    start = at + 1 if words[at].text in table.currency else at
    scaled = read_number(words, start, table)
    if scaled is None or not scaled.scaled or low.low >= 1000:
        return low.low
    grown = low.low * _scale_of(scaled)
    return grown if grown < high.low else low.low


def _scale_of(number: Number) -> float:
    scale = 1.0
    while number.value >= scale * 1000:
        scale *= 1000
    return scale


def _amount(words: Sequence[Word], at: int, table: NumberTable) -> _Core | None:
    """An exact number with a currency before it or a unit behind it."""
    unit = table.currency.get(words[at].text) if at < len(words) else None
    start = at + 1 if unit else at
    leading = longest_match(words, at, table.leading)
    if leading is not None:
        start, unit = leading
    if not unit and at + 1 < len(words) and words[at].lower in table.articles and words[at + 1].lower in table.scales:
        start = at + 1
    number = read_number(words, start, table)
    if number is None:
        return None
    core = _Core(at, number.last, number.value, number.value, unit)
    return core if unit else _with_unit(words, core, table, number.scaled)


def _with_unit(words: Sequence[Word], core: _Core, table: NumberTable, scaled: bool = False) -> _Core:
    """The core with the unit or currency behind it: "km", "-mile", "percent", "millones de dólares"."""
    place = core.last
    if place < len(words):
        linked = words[place].lower in table.of and (scaled or not core.exact)
        place += words[place].text == "-" or linked
    found = longest_match(words, place, table.units)
    if found is None:
        mark = table.currency.get(words[core.last].text) if core.last < len(words) else None
        return replace(core, last=core.last + 1, unit=mark) if mark else core
    last, unit = found
    return replace(core, last=last, unit=unit)


def _share(words: Sequence[Word], at: int, table: NumberTable) -> _Core | None:
    """`two thirds`, `half of`, `most of`, `one in five`, `3 out of 10`."""
    number = read_number(words, at, table)
    part = _out_of(words, number, table) if number is not None else None
    if part is not None:
        return part
    place = number.last if number is not None else at + 1
    top = number.value if number is not None else (1.0 if words[at].lower in table.articles else None)
    if top is not None and place < len(words):
        if words[place].text == "-" and place + 1 < len(words):
            place += 1
        bottom = table.fractions.get(words[place].lower)
        # "half a million" and "a quarter million" are numbers, "half of the million" a share.
        whole = longest_match(words, at, table.phrases)
        if bottom is not None and top <= bottom and (whole is None or whole[0] <= place + 1):
            return _Core(at, place + 1, top / bottom, top / bottom, "share", False)
    phrase = longest_match(words, at, table.shares)
    whole = longest_match(words, at, table.phrases)
    if phrase is None or (whole is not None and whole[0] > phrase[0]):
        return None
    last, (low, high) = phrase
    if last == at + 1 and words[at].lower in table.share_needs_noun:
        behind = words[last] if last < len(words) else None
        if behind is None or not behind.text[0].isalpha() or behind.text in table.of:
            return None
        if words[at].lower == "most" and not behind.lower.endswith("s"):
            return None
    return _Core(at, last, low, high, "share", False)


def _out_of(words: Sequence[Word], top: Number, table: NumberTable) -> _Core | None:
    """A share told as one of so many: "nine out of ten", "one in five", "una de cada cinco"."""
    found = longest_match(words, top.last, table.out_of)
    bottom = read_number(words, found[0], table) if found is not None else None
    if found is None or bottom is None or not 0 < top.value < bottom.value or not top.value.is_integer():
        return None
    if found[1] and bottom.value not in ROUND:
        return None
    share = top.value / bottom.value
    return _Core(top.first, bottom.last, share, share, "share", False)


def _signed(text: str, words: Sequence[Word], core: _Core, table: NumberTable) -> tuple[_Core, Span]:
    """The core with its minus where it is a temperature below zero, and its span."""
    span = Span(words[core.first].start, words[core.last - 1].end)
    before = words[core.first - 1] if core.first else None
    if before is None or core.unit != "degree" or core.low != core.high:
        return core, span
    if before.lower in table.minus or (before.text in "-−–" and before.end == span.start):
        return replace(core, low=-core.high, high=-core.low), Span(before.start, span.end)
    return core, span


def with_thousands(words: Sequence[Word], table: NumberTable) -> list[Word]:
    """The words with thousands put together that a space parts ("some 1, 600"), where words of approximation lead."""
    joined: list[Word] = []
    at = 0
    while at < len(words):
        word, end = words[at], at + 1
        while word.digits and _group_follows(words, end, joined, table):
            end += 1 + (words[end].text == table.group)
            word = Word(
                word.text + words[end - 1].text, word.lower + words[end - 1].lower, word.start, words[end - 1].end
            )
        joined.append(word)
        at = end
    return joined


def _group_follows(words: Sequence[Word], at: int, before: Sequence[Word], table: NumberTable) -> bool:
    """Whether three digits follow a shorter number, a space between, behind a word of approximation or a currency."""
    lead = words[at - 1]
    place = at + (at < len(words) and words[at].text == table.group)
    if (
        place >= len(words)
        or not re.fullmatch(r"\d{3}", words[place].text)
        or not re.fullmatch(r"[1-9]\d{0,2}", lead.text)
    ):
        return False
    if words[place].start != words[place - 1].end + 1:
        return False
    led = (tuple(word.lower for word in before[-length:]) in table.bounds for length in range(1, 4))
    return bool(before) and (before[-1].text in table.currency or any(led))


def _part_of_code(text: str, words: Sequence[Word], core: _Core, table: NumberTable) -> bool:
    """Numbers glued to letters, slashes, hashes or other numbers: "F-16", "2-1", "#7", "4th", "12:30", "24/7"."""
    first, last = words[core.first], words[core.last - 1]
    before = text[first.start - 1] if first.start else " "
    after = text[last.end] if last.end < len(text) else " "
    if before in "-־–" and core.first > 1 and words[core.first - 2].lower in table.prefixes:
        before = " "
    following = text[last.end + 1 : last.end + 2]
    if core.unit == "degree" and before in "-−–" and not text[max(0, first.start - 2) : first.start - 1].isalnum():
        return False
    if first.digits and (_glues(before) or before in "/#@:_.-–" or (before == "(" and after == ")")):
        return True
    if last.digits and (_glues(after) or after in "/_@" or (after in ":." and following.isdigit())):
        return True
    return last.digits and after in "-–" and following.isdigit()


def _glues(sign: str) -> bool:
    """Whether a sign makes a code of the figures beside it; letters without case are words that run on ("因27起")."""
    return sign.isdigit() or sign == "_" or sign.lower() != sign.upper()


def _is_year(words: Sequence[Word], core: _Core, counted: str | None) -> bool:
    word = words[core.first]
    bare = core.last == core.first + 1 and word.digits and len(word.text) == 4
    following = words[core.last].lower if core.last < len(words) else ""
    singular = counted is None or counted == following
    return bare and core.unit is None and singular and _YEARS[0] <= core.low < _YEARS[1]


@dataclass(frozen=True, slots=True)
class _Noun:
    lemma: str
    head: int
    """Offset of the noun that a number token counts, or its own."""


def _nouns(parse: Parse) -> dict[int, _Noun]:
    """By the offset of each token: the noun that it is or counts, from the parse."""
    found: dict[int, _Noun] = {}
    if not parse.parsed:
        return found
    for token in parse.tokens:
        head = parse.tokens[token.head]
        if token.dep in ("nummod", "quantmod", "compound", "amod", "advmod") and head.pos in ("NOUN", "PROPN"):
            found[token.start] = _Noun(head.lemma.lower(), head.start)
        if token.pos == "NOUN":
            found[token.start] = _Noun(token.lemma.lower(), token.start)
    return found


def _counted(words: Sequence[Word], core: _Core, nouns: dict[int, _Noun], table: NumberTable) -> str | None:
    """The lemma of the noun that is counted: by the parse, else the next word behind "of" and articles."""
    for word in reversed(words[core.first : core.last]):
        noun = nouns.get(word.start)
        if noun is not None and noun.head >= words[core.last - 1].end:
            return noun.lemma
    at = core.last
    while at < len(words) and (words[at].lower in table.of | table.articles | table.determiners):
        at += 1
    if at > core.last and at < len(words) and read_number(words, at, table) is not None:
        at += 1
    for place, word in enumerate(words[at : at + 3], start=at):
        if not word.text[0].isalpha():
            return None
        known = longest_match(words, place, table.counted) if not nouns else None
        if known is not None:
            return known[1]
        noun = nouns.get(word.start)
        if noun is not None:
            return noun.lemma
        if not nouns:
            return None if table.myriads or core.unit == "percent" else word.lower
    return None
