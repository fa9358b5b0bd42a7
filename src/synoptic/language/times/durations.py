"""Lengths of time: "three weeks", "a year and a half", "75-year-long", "several days", "2h"."""

from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.values import Content, Duration

MULTIPLES = {"DE": (10, "Y"), "CE": (100, "Y"), "FN": (2, "W"), "NIGHT": (1, "D"), "MILL": (1000, "Y")}
"""Units that are written as so many of another one."""

SPACED = frozenset(
    {"ar", "de", "el", "en", "es", "fa", "fr", "he", "hi", "id", "it", "nl", "pl", "pt", "ru", "tr", "uk"}
)
"""Languages that put a space between words."""

ORDER = ("Y", "M", "W", "D", "H", "MIN", "S")


def length(number: float | None, unit: str) -> Duration:
    """So many units; None for a vague number."""
    times, unit = MULTIPLES.get(unit, (1, unit))
    if unit == "H" and number is not None and number < 1:
        times, unit = 60, "MIN"
    return Duration(((None if number is None else number * times, unit),), vague=number is None)


def _counted(found: Found) -> Content | None:
    unit = found.word("u", "unit")
    number = found.amount("n")
    if number is None or not unit:
        return None
    if "year" in found.items["n"].categories and "year_mark" in found.items["u"].categories:
        return None  # 2015年 is a year, 15年 a length
    short = found.items["u"].end - found.items["u"].start == 1
    if short and found.lexicon.language in SPACED and not found.items["n"].digits:
        return None  # "the two-H club"
    if found.has("f"):
        number += found.amount("f") or 0
    if len(found.row[-1].categories & {"ordinal"}) and number == 1 and found.row[0].digits:
        return None
    return length(number, unit)


def _one(found: Found) -> Content | None:
    unit = found.word("u", "unit")
    if found.has("f") and found.text[found.items["u"].start :].lower().startswith("night"):
        return None
    if found.items["u"].categories & {"ordinal", "fraction"} or not unit:
        return None
    return length(found.amount("f") if found.has("f") else 1, unit)


def _vague(found: Found) -> Content | None:
    if "ordinal" in found.items["u"].categories:
        return None
    return length(None, found.word("u", "unit"))


def _and_fraction(found: Found) -> Content | None:
    whole = found.content("x", Duration)
    fraction = found.amount("f")
    if whole is None or fraction is None or len(whole.parts) != 1 or whole.parts[0][0] is None:
        return None
    return Duration(((whole.parts[0][0] + fraction, whole.parts[0][1]),))


def _sum(found: Found) -> Content | None:
    one, two = found.content("x", Duration), found.content("y", Duration)
    if one is None or two is None or one.vague or two.vague:
        return None
    last, first = one.parts[-1][1], two.parts[0][1]
    if last not in ORDER or first not in ORDER or ORDER.index(last) >= ORDER.index(first):
        return None
    return Duration(one.parts + two.parts)


def _named(found: Found) -> Content | None:
    """A length in one word: Arabic أسبوعين "two weeks", Italian mezzora, French "une quinzaine"."""
    number, _, unit = found.word("x", "length").partition(" ")
    return length(float(number), unit)


def _long(found: Found) -> Content | None:
    return found.content("x", Duration)


DURATIONS = (
    Rule("{n:number} {dash}? {and}? {dash}? {one}? {dash}? {f:fraction} {of|dash}? {u:unit}", _counted),
    Rule("{n:number|year} {more}? {dash}? {u:unit}", _counted),
    Rule("(?<!{ordinal}){f:fraction} {of}? {one|article}? {u:unit}", _one),
    Rule("{one|whole|another} {article}? {whole}? {u:unit}", _one),
    Rule("{one|article}? {u:unit} {whole_after}", _one),
    Rule("{x:length}", _named),
    Rule("{vague} {of}? {u:unit}", _vague),
    Rule("{x:duration} {and} {one}? {f:fraction}", _and_fraction),
    Rule("(?<!{last}){x:duration} (?:{comma}|{and}|{comma}{and})? {y:duration}", _sum),
    Rule("(?<={last}){x:duration} (?:{comma}|{and}|{comma}{and})? {y:duration}(?!{ago})(?!{and}{duration}{ago})", _sum),
    Rule("{x:duration} {dash}? {long}", _long),
)
