"""Dates as they are written out: "Monday, 4 December 2023", "December 3rd", "Monday (4)", "May 2021", "the 1990s"."""

from synoptic.language.times.calendar import make_day
from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.shapes import full_year
from synoptic.language.times.values import Clock, Content, Moment, When


def _year(found: Found) -> int | None:
    if found.has("y"):
        return found.number("y", "year")
    if found.has("z"):
        short = found.number("z", "number")
        if short is None or short > 99 or (short <= 31 and not any("quote" in item.categories for item in found.row)):
            return None
        return full_year(short)
    return None


def day_and_month(found: Found) -> Content | None:
    """Day and month, with or without a year; the month may be a number."""
    month, day = found.number("m", "month"), found.number("d", "number", "ordinal")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    if not found.items["d"].digits and "ordinal" not in found.items["d"].categories:
        broken = any(
            "dash" in item.categories and item.start > 0 and found.text[item.start - 1] == " " for item in found.row
        )
        if broken or _is_small(found, "m"):
            return None
    year = _year(found)
    if make_day(year or 2000, month, day) is None:
        return None
    return When("day", year, month, day)


def _marked(found: Found) -> Content | None:
    """Chinese, Japanese, Korean: numbers with the signs for year, month and day behind them."""
    year, month, day = found.number("y", "year"), found.number("m", "number"), found.number("d", "number")
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None:
        known = make_day(year or 2000, month or 1, day)
        return When("day", year, month, day) if known else None
    return When("month", year, month) if month else When("year", year)


def _dashed(found: Found) -> Content | None:
    """Reads "17-Jul-10": the last two digits are the year."""
    day, month, short = found.number("d", "number"), found.number("m", "month"), found.number("z", "number")
    if day is None or month is None or short is None or found.items["z"].digits != 2:
        return None
    return When("day", full_year(short), month, day) if make_day(full_year(short), month, day) else None


def _is_small(found: Found, name: str) -> bool:
    """Whether a word that is not only a month is written small ("one may ask")."""
    item = found.items[name]
    return "weak" in item.categories and found.text[item.start].islower()


def month_of_year(found: Found) -> Content | None:
    """A month, with or without a year."""
    month = found.number("m", "month")
    year = _year(found)
    if found.has("z") and (year is None or (found.number("z", "number") or 0) <= 31):
        return None
    if month is None or (year is not None and not 1 <= year < 2200):
        return None
    return When("month", year, month, weak=year is None and "weak" in found.items["m"].categories)


def _with_year(found: Found) -> Content | None:
    """A date with its year behind it."""
    date, year = found.content("x", When), _year(found)
    if date is None or year is None or date.year is not None or date.first or date.grain not in YEARLY:
        return None
    if date.grain == "day" and not (date.month or date.feast):
        return None
    return date.but(year=year, direction=None, weak=False)


YEARLY = ("day", "month", "quarter", "half", "season", "week", "weekend")


def _on_weekday(found: Found) -> Content | None:
    """A weekday beside a date: they are one."""
    date, weekday = found.any_content("x") or _dotted(found), found.number("w", "weekday")
    if not isinstance(date, When):
        return None
    if date.grain != "day" or date.weekday or date.feast or not (date.month or date.day):
        return None
    return date.but(weekday=weekday)


def _dotted(found: Found) -> When | None:
    """Reads "7.6" beside a weekday, in the order of the language."""
    parts = found.word("x", "dotted").split(".")
    if len(parts) != 2:
        return None
    first, second = int(parts[0]), int(parts[1])
    month, day = (first, second) if found.lexicon.settings.get("order") == "mdy" else (second, first)
    return When("day", None, month, day) if make_day(2000, month, day) else None


def _numbered_weekday(found: Found) -> Content | None:
    """A weekday with the day of the month: "Monday (4)", "Mon 13th", "Sunday night (3)"."""
    weekday, day = found.number("w", "weekday", "weekday_ordinal"), found.number("d", "number", "ordinal")
    if day is None or not 1 <= day <= 31:
        return None
    when = When("day", day=day, weekday=weekday)
    return Moment(when, Clock(part=found.word("p", "daypart"))) if found.has("p") else when


def _part_of(found: Found) -> Content | None:
    """Reads "Dienstag Morgen": a word that means a part of the day only behind a day."""
    return Moment(When("day", weekday=found.number("w", "weekday")), Clock(part=found.word("p", "late_part")))


def _glued(found: Found) -> Content | None:
    """Reads "Dienstagabend", "nächsten Montagnachmittag"."""
    weekday, _, part = found.word("x", "weekday_part").partition(" ")
    direction = found.direction
    return Moment(When("day", weekday=int(weekday), direction=direction), Clock(part=part))


def _decade(found: Found) -> Content | None:
    year = found.number("y", "year", "number")
    if year is None or year % 10:
        return None
    if year < 100:
        year += 1900 if year >= 30 else 2000
    return When("decade", year)


def _decade_word(found: Found) -> Content | None:
    decade = found.number("k", "decade", "decade_word")
    century = found.number("c", "number")
    if decade is None:
        return None
    if century is not None:
        return When("decade", century * 100 + decade) if 10 <= century <= 20 else None
    return When("decade", (1900 if decade >= 20 else 2000) + decade)


def _century(found: Found) -> Content | None:
    number = found.number("n", "ordinal", "number", "roman")
    return When("century", (number - 1) * 100 or 1) if number and 0 < number <= 21 else None


def quarter_of_year(found: Found) -> Content | None:
    """A quarter or half (where the pattern names one "half"), with or without a year."""
    number = found.number("n", "ordinal", "number", "quarter_name", "half_name")
    grain = "half" if found.has("half") else "quarter"
    if number is None:
        return None
    number = {-1: 4 if grain == "quarter" else 2}.get(number, number)
    if not 1 <= number <= (2 if grain == "half" else 4):
        return None
    return When(grain, _year(found), number=number)


def _season(found: Found) -> Content | None:
    weak = "weak" in found.items["s"].categories
    return When("season", _year(found), season=found.word("s", "season"), weak=weak and not found.has("y"))


def _week(found: Found) -> Content | None:
    number = found.number("n", "number")
    if number is None or not 1 <= number <= 53:
        return None
    return When("week", _year(found), number=number)


def _fiscal(found: Found) -> Content | None:
    kind = found.word("k", "fiscal") or found.word("k", "fiscal_mark")
    year = _year(found)
    short = found.number("z", "number")
    if short is not None and 0 <= short < 100:
        year = full_year(short)
    grain = {"FY": "fiscal", "SY": "school"}.get(kind, "year")
    return When(grain, year)


def _feast(found: Found) -> Content | None:
    return When("day", _year(found), feast=found.word("k", "feast"))


_SEP = "(?:{dash}|{slash}|{comma}|{dot})?"
_LINK = "(?:{comma}|{of}|{in}|{dash}|{slash}){0,2} {article}? {year_word}? {of}?"
_YEAR = "(?:" + _LINK + "(?:{y:year}|{quote}{z:number}))?"

DATES = (
    Rule("{d:number} {dash} {m:month} {dash} {z:number}", _dashed),
    Rule("{m:month} {dash|slash} {y:year} {dash|slash} {d:number}", day_and_month),
    Rule("{d:number} {dash|slash} {y:year} {dash|slash} {m:month}", day_and_month),
    Rule("{y:year} {slash|dash} {d:number} {slash|dash} {m:month}", day_and_month),
    Rule("{y:year} {year_mark} {m:number} {month_mark} {d:number} {day_mark}", _marked),
    Rule("{y:year} {year_mark} {m:number} {month_mark}", _marked),
    Rule("{m:number} {month_mark} {d:number} {day_mark}", _marked),
    Rule("{y:year} {year_mark}", _marked),
    Rule("{m:number} {month_mark}(?!{unit})", _marked),
    Rule("(?<!{month_mark}){d:number} {day_mark}(?!{unit|hour_mark})", _marked),
    Rule(
        "(?<!{number})(?<!{ordinal}){y:year} {dash|slash}? {m:month} {dash|slash}? {d:number|ordinal}"
        "(?!{unit}|{number})",
        day_and_month,
    ),
    Rule(
        "(?<!{month}){article}? {d:ordinal|number} "
        + _SEP
        + " {day_word}? (?:{of}{0,2}|{in}) {article}? {m:month}"
        + _YEAR,
        day_and_month,
    ),
    Rule(
        "{m:month} (?:{dash}|{slash}|{comma})? {article}? {d:ordinal|number}"
        "(?!{dash|slash|colon}?{year|month|unit|meridiem})" + _YEAR,
        day_and_month,
    ),
    Rule("{m:month} (?:{dash}|{slash}|{comma})? {article}? {d:ordinal|number}" + _YEAR, day_and_month),
    Rule("{m:month} " + _LINK + "(?:{y:year}|{quote}{z:number})", month_of_year),
    Rule("{m:month} {of} {z:number}(?!{unit})", month_of_year),
    Rule("{y:year} (?:{dash}|{slash}|{comma}|{year_word}{of}?)? {m:month}", month_of_year),
    Rule("{k:feast} " + _YEAR, _feast),
    Rule("{k:fiscal_mark} {of}? {article}? {year_word}? (?:{y:year}|{z:number})", _fiscal),
    Rule("{k:fiscal} {of}? {article}? {year_word}? (?:{y:year}|{z:number})", _fiscal),
    Rule("{n:quarter_name} {of} {article}? {y:year}", quarter_of_year),
    Rule("{y:year} {dash}? {n:quarter_name}", quarter_of_year),
    Rule("{n:quarter_name} " + _YEAR, quarter_of_year),
    Rule("{y:year} {dash}? (?P<half>{n:half_name})", quarter_of_year),
    Rule("(?P<half>{n:half_name}) " + _YEAR, quarter_of_year),
    Rule("{article}? {n:ordinal|number} {quarter_word}" + _YEAR, quarter_of_year),
    Rule("{article}? {n:ordinal} (?P<half>{half_word}) {of} {article}? {year_word}?{of}? {y:year}", quarter_of_year),
    Rule("{k:fiscal}", _fiscal),
    Rule("{n:ordinal|number} {dash}? {century_word}", _century),
    Rule("{century_word} {n:roman|number}", _century),
    Rule("{article}? {y:year|number} {quote}? {decade_mark}", _decade),
    Rule("{decade_noun} {of}? {article}? {quote}? {y:year|number}", _decade),
    Rule("{c:number}? {dash}? {k:decade_word}", _decade_word),
    Rule("{decade_noun} {of}? {article}? {k:decade|decade_word}", _decade_word),
    Rule("{w:weekday} {p:late_part}", _part_of),
    Rule("{this|next|last}? {x:weekday_part}", _glued),
    Rule("{s:season} " + _LINK + "{y:year}", _season),
    Rule("{s:season}", _season),
    Rule("{week_word} {n:number} " + _YEAR, _week),
    Rule("{m:month}", month_of_year),
    Rule("{x:date} {of}? {z:number}(?!{unit|slash|dash|colon|meridiem|oclock|oclock_word|month|to})", _with_year),
    Rule("{x:date} {comma|dash}? {open|of|on|in}? {article}? {w:weekday} {close}?", _on_weekday),
    Rule(
        "{this|next|last}? {w:weekday} (?:{comma}|{dash}|{on}|{open})? (?:{article}|{of})?"
        "{x:date|short|unsure|dotted} {close}?",
        _on_weekday,
    ),
    Rule("{w:weekday|weekday_ordinal} {p:daypart}? {open} {d:number} {close}", _numbered_weekday),
    Rule("{w:weekday} {comma}? {article}? {d:ordinal} {close}?", _numbered_weekday),
    Rule(
        "{w:weekday} {article}? {d:number}(?!{dash|slash|unit|meridiem|colon|oclock|oclock_word|dot|month})"
        "(?!{to}{article|at}?{number|clock})",
        _numbered_weekday,
    ),
)
"""Bare years and short numeric dates need a look at what stands before them: see `cues`."""
