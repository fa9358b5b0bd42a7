"""Numbers with their units, as closed ranges: "at least 12", "tens of thousands", "two thirds", "10 to 15 percent"."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from synoptic.language.numbers import Number, NumberTable, Word, longest_match, number_table, read_number, words_of
from synoptic.records.annotation import Quantity, Timex
from synoptic.records.article import READ, Article
from synoptic.records.parse import Parse
from synoptic.records.span import Span

_YEARS = (1900, 2100)
"""Four bare digits in this range are taken for a year unless a unit or a plural noun follows."""


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
        words = words_of(article.text, block, table)
        for core in _cores(article.text, words, table):
            span = Span(words[core.first].start, words[core.last - 1].end)
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
        if core is None or _part_of_code(text, words, core):
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
    behind = longest_match(words, core.last, table.bounds_behind)
    if behind is not None and bound is None:
        last, limits = behind
        core = replace(core, last=last, low=_times(core.low, limits[0]), high=_times(core.high, limits[1]))
    if core.unit == "share":
        core = replace(core, high=min(core.high, 1.0))
    return core


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
    vague = longest_match(words, at, table.vague)
    if vague is not None:
        last, (low, high) = vague
        return _with_unit(words, _Core(at, last, low, high, None, False), table)
    core = _amount(words, at, table)
    if core is None or (not bounded and core.last == at + 1 and words[at].lower in table.skip_alone):
        return None
    return _ranged(words, core, table)


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
    place = number.last if number is not None else at + 1
    top = number.value if number is not None else (1.0 if words[at].lower in table.articles else None)
    if top is not None and place < len(words):
        if words[place].text == "-" and place + 1 < len(words):
            place += 1
        bottom = table.fractions.get(words[place].lower)
        if bottom is not None and top <= bottom:
            return _Core(at, place + 1, top / bottom, top / bottom, "share", False)
    phrase = longest_match(words, at, table.shares)
    if phrase is None:
        return None
    last, (low, high) = phrase
    if last == at + 1 and words[at].lower in table.share_needs_noun:
        behind = words[last] if last < len(words) else None
        if behind is None or not behind.text[0].isalpha() or behind.text in table.of:
            return None
        if words[at].lower == "most" and not behind.lower.endswith("s"):
            return None
    return _Core(at, last, low, high, "share", False)


def _part_of_code(text: str, words: Sequence[Word], core: _Core) -> bool:
    """Numbers glued to letters, slashes, hashes or other numbers: "F-16", "2-1", "#7", "4th", "12:30", "24/7"."""
    first, last = words[core.first], words[core.last - 1]
    before = text[first.start - 1] if first.start else " "
    after = text[last.end] if last.end < len(text) else " "
    following = text[last.end + 1 : last.end + 2]
    if first.digits and (before.isalnum() or before in "/#@:_.-–" or (before == "(" and after == ")")):
        return True
    if last.digits and (after.isalnum() or after in "/_@" or (after in ":." and following.isdigit())):
        return True
    return last.digits and after in "-–" and following.isdigit()


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
    for word in words[at : at + 3]:
        if not word.text[0].isalpha():
            return None
        noun = nouns.get(word.start)
        if noun is not None:
            return noun.lemma
        if not nouns:
            return word.lower
    return None
