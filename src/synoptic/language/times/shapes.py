"""Numbers as they are written: which runs of digits and marks are a date, a clock time, a year or just a number.

Each shape is recognised where a digit begins; the first that fits wins. What a number counts (euros, per cent,
kilometres, versions, telephone numbers) is kept out here, before any rule sees it.
"""

import re
from dataclasses import dataclass
from datetime import date

from synoptic.language.times.calendar import make_day
from synoptic.language.times.values import Clock, Moment, When

_SEP = r"[-/.‐–]"
_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)[T ](?P<h>[01]\d|2[0-4]):?(?P<i>[0-5]\d)(?::?(?P<s>[0-5]\d)(?:[.,]\d+)?)?"
    r"(?P<z>Z|[+-]\d\d:?\d\d)?(?![\d:])"
)
_YMD = re.compile(rf"(?P<y>[12]\d{{3}})(?P<p>{_SEP}|\s)(?P<m>\d{{1,2}})(?P=p)(?P<d>\d{{1,2}})(?!\d|[-/:]\d)")
_XXY = re.compile(rf"(?P<a>\d{{1,2}})(?P<p>{_SEP}|\s)(?P<b>\d{{1,2}})(?P=p)(?P<y>[12]\d{{3}}|\d\d)(?!\d|[/:.,]\d)")
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_CLOCK = re.compile(r"(?P<h>[01]?\d|2[0-4])[:：](?P<i>[0-5]\d)(?:[:：](?P<s>[0-5]\d))?(?![\d:]|[.,]\d)")
_H_CLOCK = re.compile(r"(?P<h>[01]?\d|2[0-4])\s?[hH]\s?(?P<i>[0-5]\d)(?!\d)")
_SHORT_HALF = re.compile(r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<i>[0-5]\d))?(?P<a>[ap])(?![^\W_]|\.\w)")
_H = re.compile(r"(?P<h>[01]?\d|2[0-4])\s?h(?![^\W_]|\s?\d\d)")
_DOT_CLOCK = re.compile(r"(?P<h>[01]?\d|2[0-4])\.(?P<i>[0-5]\d)(?!\d|\.\d)")
_TWO = re.compile(r"(?P<a>\d{1,2})(?P<p>[-/.])(?P<b>\d{1,2})(?!\d|[/.,:]\d|-\d+(?![\d/]))")
_YEAR_MONTH = re.compile(r"(?P<y>[12]\d{3})\s?[-/.]\s?(?P<m>0?[1-9]|1[0-2])(?!\d|[-/.:]\d)")
_MONTH_YEAR = re.compile(r"(?P<m>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<y>(?:19|20)\d\d)(?!\d|[-/.:]\d)")
_CODE = re.compile(r"\d+(?:-\d+){2,}|\d{1,3}\s?-\s?[12]\d{3}(?![\d/])|[12]\d{3}\s?-\s?\d{1,3}(?![\d/])")
_MONTH_AMID = re.compile(r"\d{1,2}-[12]\d{3}-[^\W\d_]{3}")
"""A month in words behind day and year: 23-2020-September."""
_SEASON = re.compile(r"(?P<y>[12]\d{3})[-/–](?P<z>\d\d)(?![\d/-])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_COUNTED = re.compile(
    r"\s?(?:%|‰|°|percent\b|per cent\b|km\b|kg\b|mph\b|cm\b|mm\b|mb\b|gb\b|[€$£¥₹₽]|million|billion|trillion)", re.I
)
_BEFORE = re.compile(r"(?:[€$£¥₹₽#№]\s?|\d[.,:/]|\d\s?-|[+_])\Z")
_GLUED = re.compile(r"\d[-/]\Z")


@dataclass(frozen=True, slots=True)
class Shape:
    """A written number: its category, its end in the text and what it says."""

    category: str
    end: int
    value: int | float | str | When | Clock | Moment
    digits: int = 0


def read_shape(text: str, start: int, order: str) -> Shape:
    """What the digits at `start` are.

    `order` is "mdy", "dmy" or "ymd": how the language writes short dates; with a full stop behind it ("dmy.") where it
    writes short dates and ordinals with full stops.
    """
    before = text[max(0, start - 2) : start]
    if not re.search(r"[\d.,:]\Z", before) or re.search(r"[^\d][.,:]\Z", before):
        for read in (_iso, _whole_dates, _clocks, _short_dates):
            shape = read(text, start, order)
            if shape is not None and not (_GLUED.search(before) and before[-1] in text[start : shape.end]):
                return shape
    code = _CODE.match(text, start)
    if code and _MONTH_AMID.match(text, start):
        return _number(text, start)
    if code and not re.search(r"[^\W\d_][-/]\Z", before) and not _SEASON.match(text, start):
        return Shape("amount", code.end(), code.group())
    return _number(text, start)


def _iso(text: str, start: int, order: str) -> Shape | None:
    m = _ISO.match(text, start)
    if not m or make_day(int(m["y"]), int(m["m"]), int(m["d"])) is None:
        return None
    when = When("day", int(m["y"]), int(m["m"]), int(m["d"]))
    clock = Clock(int(m["h"]), int(m["i"]), int(m["s"]) if m["s"] else None, fixed=True)
    return Shape("moment", m.end(), when.at(clock))


def _whole_dates(text: str, start: int, order: str) -> Shape | None:
    m = _YMD.match(text, start) or _COMPACT.match(text, start)
    if m and make_day(int(m["y"]), int(m["m"]), int(m["d"])):
        return Shape("date", m.end(), When("day", int(m["y"]), int(m["m"]), int(m["d"])))
    m = _XXY.match(text, start)
    if m and not (m["p"].isspace() and len(m["y"]) == 2):
        year = int(m["y"]) if len(m["y"]) == 4 else full_year(int(m["y"]))
        pair = _day_and_month(int(m["a"]), int(m["b"]), order)
        if pair and make_day(year, pair[1], pair[0]):
            return Shape("date", m.end(), When("day", year, pair[1], pair[0]))
    m = _SEASON.match(text, start)
    if m and (int(m["y"]) + 1) % 100 == int(m["z"]):
        year = int(m["y"])
        return Shape(
            "date",
            m.end(),
            When("span", None, first=date(year, 1, 1), end=date(year + 2, 1, 1), value=f"{year}/{year + 1}"),
        )
    m = _YEAR_MONTH.match(text, start) or _MONTH_YEAR.match(text, start)
    if m and 1900 <= int(m["y"]) < 2100:
        return Shape("date", m.end(), When("month", int(m["y"]), int(m["m"])))
    return None


def _clocks(text: str, start: int, order: str) -> Shape | None:
    m = _SHORT_HALF.match(text, start)
    if m:
        return Shape("clock", m.end(), Clock(int(m["h"]), int(m["i"]) if m["i"] else None, half=f"{m['a']}m"))
    m = _H.match(text, start)
    if m:
        return Shape("hclock", m.end(), Clock(int(m["h"]) % 24))
    m = _CLOCK.match(text, start) or _H_CLOCK.match(text, start)
    if m:
        if m.re is _CLOCK and re.match(r"\s+(?:aspect|ratio)|-\d", text[m.end() : m.end() + 8]):
            return None
        seconds = m["s"] if m.re is _CLOCK else None
        return Shape("clock", m.end(), Clock(int(m["h"]) % 24, int(m["i"]), int(seconds) if seconds else None))
    m = _DOT_CLOCK.match(text, start)
    return Shape("dotted", m.end(), m.group()) if m else None


def _short_dates(text: str, start: int, order: str) -> Shape | None:
    m = _TWO.match(text, start)
    if not m:
        return None
    pair = _day_and_month(int(m["a"]), int(m["b"]), order)
    if m.group() == "9/11" and order == "mdy":
        return Shape("date", m.end(), When("day", 2001, 9, 11))  # the attacks; as a date it is written in full
    if m["p"] == "/" and pair and not text[m.end() : m.end() + 1].isalpha():
        sure = len(m["a"]) == len(m["b"]) == 2 or max(int(m["a"]), int(m["b"])) > 12
        when = When("day", None, pair[1], pair[0])
        return Shape("short" if sure else "unsure", m.end(), when)
    if pair and m["p"] == "." and order.endswith(".") and text[m.end() : m.end() + 1] == ".":
        return Shape("short", m.end() + 1, When("day", None, pair[1], pair[0]))
    if pair and m["p"] == ".":
        return Shape("dotted", m.end(), m.group())
    return None


def _number(text: str, start: int) -> Shape:
    m = _NUMBER.match(text, start)
    assert m is not None
    written, end = m.group(), m.end()
    if re.fullmatch(r"\d+[.,]", text[start : end + 1]):
        end = m.end()
    if "." in written or "," in written:
        parts = re.split(r"[.,]", written)
        if len(parts) == 2 and (len(parts[1]) != 3 or parts[0] == "0"):
            return _unless_counted(text, start, Shape("number", end, float(".".join(parts)), len(written)))
        return _unless_counted(text, start, Shape("amount", end, written))
    if len(written) == 4 and 1000 <= int(written) < 2200:
        return _unless_counted(text, start, Shape("year", end, int(written), 4))
    if len(written) > 4 or (len(written) > 1 and written[0] == "0" and len(written) > 2):
        return Shape("clocklike" if len(written) == 4 else "amount", end, written, len(written))
    category = "number" if len(written) < 4 else "clocklike"
    return _unless_counted(
        text, start, Shape(category, end, int(written) if category == "number" else written, len(written))
    )


def _unless_counted(text: str, start: int, shape: Shape) -> Shape:
    before = text[max(0, start - 4) : start]
    counted = _COUNTED.match(text, shape.end) or _BEFORE.search(before)
    if counted and not re.search(r"\d\s?[-–]\Z", before):
        return Shape("amount", shape.end, str(shape.value))
    return shape


def _day_and_month(first: int, second: int, order: str) -> tuple[int, int] | None:
    """(day, month) of two numbers in the order of the language, in the other order where only that one fits."""
    pairs = [(second, first), (first, second)] if order in ("mdy", "ymd") else [(first, second), (second, first)]
    return next(((day, month) for day, month in pairs if 1 <= month <= 12 and 1 <= day <= 31), None)


def full_year(short: int) -> int:
    """The year that two digits stand for: 00 to 30 this century, 31 to 99 the last one."""
    return 2000 + short if short <= 30 else 1900 + short
