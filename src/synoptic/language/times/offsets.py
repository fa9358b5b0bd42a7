"""Times counted off from another one: "22 years ago", "three days later", "two days after Christmas"."""

import re
from datetime import date, datetime

from synoptic.language.times.calendar import add_days, on_or_after, on_or_before
from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.relatives import moved
from synoptic.language.times.settle import instant, place, span_end
from synoptic.language.times.values import Clock, Content, Duration, Fixed, Moment, Range, When

CLOCK_UNITS = frozenset({"H", "MIN", "S"})
COARSE = {"Y": "year", "M": "month", "W": "week"}


def _ago(found: Found) -> Content | None:
    """Back from the reference, no finer than it was said: 22 years before 2023-12-04 is 2001."""
    known = found.content("x", Duration)
    now = found.frame.reference
    if known is None:
        return None
    if now is None or known.vague:
        return Fixed("PAST_REF", "date")
    if any(unit in CLOCK_UNITS for _, unit in known.parts):
        return _instant(now, known, -1)
    return _coarse(moved(now.date(), known, -1), known)


def _before_then(found: Found) -> Content | None:
    """Reads "Two days earlier": counted from the day told of last; a mere length where there is none."""
    known, then = found.content("x", Duration), found.frame.anchor
    if known is None or known.vague or then is None or any(unit in CLOCK_UNITS for _, unit in known.parts):
        return None
    return _coarse(moved(then, known, -1), known)


def _coarse(day: date, known: Duration) -> When:
    """The year, month or week that the day lies in, for a length in years, months or weeks."""
    grain = COARSE.get(known.parts[-1][1], "day")
    if len(known.parts) > 1 or known.parts[0][1] == "BD" or (known.parts[0][0] or 0) % 1:
        grain = "month" if grain == "year" else grain
    firsts = {"year": day.replace(month=1, day=1), "month": day.replace(day=1), "week": add_days(day, -day.weekday())}
    first = firsts.get(grain, day)
    return When(grain, first=first, end=span_end(grain, first))


def _instant(now: datetime, known: Duration, sign: int) -> Content:
    other = instant(now, known.parts, sign)
    return Fixed(f"{other:%Y-%m-%dT%H:%M:%S}", "time", other.date(), add_days(other.date(), 1))


def _ahead(found: Found) -> Content | None:
    """Reads "in two weeks", "two weeks from now" as a day; "in two weeks" of what is over is a length."""
    known = found.content("x", Duration)
    now = found.frame.reference
    if known is None or any(unit == "WE" for _, unit in known.parts):
        return None
    # "In the nine days between the votes" is a length.
    if found.has("in") and found.has("the") and known.parts and known.parts[0][0] not in (None, 1):
        return None
    if found.has("in") and _SUPERLATIVE.search(found.text, max(0, found.row[0].start - 60), found.row[0].start):
        return None
    if found.has("in") and found.frame.past and not found.frame.future:
        return None
    if found.has("later") and found.frame.past and not found.frame.future and found.frame.anchor is None:
        return None
    if now is None or known.vague:
        return Fixed("FUTURE_REF", "date") if not found.has("in") and not found.has("later") else None
    base = found.frame.anchor if found.has("later") and found.frame.anchor else now.date()
    if any(unit in CLOCK_UNITS for _, unit in known.parts):
        if found.has("later") and found.frame.anchor:
            return None  # counted from a moment of that day which nobody has told
        return _instant(now, known, 1)
    day = moved(base, known, 1)
    if found.has("weekday"):
        return When("day", first=_weekday_in(day, found.number("weekday", "weekday")))
    return When("day", first=day)


_SUPERLATIVE = re.compile(
    r"\b(?:worst|best|first|most|least|only|lowest|highest|\w{3,}est|second|pire|meilleure?s?|première|peor|mejor|primera"
    r"|pior|melhor|primeira|peggiore?|migliore?|prima|\w{3,}ste[nrms]?)\b[^.;:!?]{0,40}\Z",
    re.IGNORECASE,
)
"""In "the worst drought in 40 years" the years lie behind."""


def _weekday_in(day: date, weekday: int | None) -> date:
    """The nearest such weekday."""
    return min(on_or_after(day, weekday), on_or_before(day, weekday), key=lambda d: abs(d - day)) if weekday else day


def _within(found: Found) -> Content | None:
    """Reads "Within nine months": from today on."""
    known: Duration | Fixed | None = found.content("x", Duration) or found.content("x", Fixed)
    now = found.frame.reference
    if known is None or (isinstance(known, Duration) and known.vague):
        return None
    if now is None or isinstance(known, Fixed):
        return known if isinstance(known, Duration) else None
    if any(unit in CLOCK_UNITS for _, unit in known.parts):
        end = instant(now, known.parts, 1)
        value = f"{now:%Y-%m-%dT%H:%M:%S}/{end:%Y-%m-%dT%H:%M:%S}"
        return Fixed(value, "duration", now.date(), add_days(end.date(), 1))
    return Fixed(known.value, "duration", now.date(), moved(now.date(), known, 1))


def _from_today(found: Found) -> Content | None:
    """Reads "For three days from today"."""
    known, today = found.content("x", Duration), found.frame.today
    if known is None or known.vague or today is None or any(unit in CLOCK_UNITS for _, unit in known.parts):
        return None
    return Fixed(known.value, "duration", today, moved(today, known, 1))


def _from(found: Found) -> Content | None:
    """Before or after another date."""
    known, base = found.content("x", Duration), found.content("y", When)
    if known is None or base is None or known.vague:
        return None
    if any(unit in CLOCK_UNITS for _, unit in known.parts):
        return None
    placed = place(base, found.frame)
    if placed.first is None:
        return None
    sign = -1 if found.has("before") else 1
    day = moved(placed.first, known, sign)
    if found.has("weekday"):
        day = _weekday_in(day, found.number("weekday", "weekday"))
    if placed.grain == "year" and known.parts[-1][1] == "Y":
        return When("year", first=day)
    return When("day", first=day)


def _duration_from(found: Found) -> Content | None:
    """Reads "Two weeks starting May 20th": a range of that length."""
    known, base = found.content("x", Duration), found.any_content("y")
    if known is None or known.vague or not isinstance(base, When | Moment):
        return None
    placed = place(base if isinstance(base, When) else base.when, found.frame)
    if placed.first is None or any(unit in CLOCK_UNITS for _, unit in known.parts):
        return None
    return Range(placed, When("day", first=moved(placed.first, known, 1)))


def _day_of(found: Found) -> Content | None:
    """Reads "The 15th day of next month", "the first week of May", "the last Friday in June"."""
    nth = found.number("n", "ordinal", "number")
    nth = -1 if nth is None and found.has("last") else nth
    span = found.content("x", When) or (When("year", found.number("y", "year")) if found.has("y") else None)
    unit = found.word("u", "unit") if found.has("u") else ""
    if nth is None or span is None or nth == 0:
        return None
    if found.has("w"):
        return _nth_weekday(found, nth, span)
    if unit == "W":
        return _nth_week(found, nth, span)
    placed = place(span, found.frame)
    if placed.first is None or placed.end is None:
        return span.but(day=nth, grain="day") if unit == "D" and span.grain == "month" and nth > 0 else None
    if unit == "D":
        return When("day", first=add_days(placed.first, nth - 1) if nth > 0 else add_days(placed.end, nth))
    if unit in ("M", "Q") and span.grain in ("year", "fiscal"):
        size, grain = (1, "month") if unit == "M" else (3, "quarter")
        count = 12 // size
        index = nth if nth > 0 else count + 1 + nth
        if not 1 <= index <= count:
            return None
        return When(grain, placed.first.year, month=index if unit == "M" else None, number=index)
    return None


def _part_of_nth(found: Found) -> Content | None:
    """Reads "The first Monday evening of next month"."""
    day = _day_of(found)
    return Moment(day, Clock(part=found.word("p", "daypart"))) if isinstance(day, When) else None


def _nth_weekday(found: Found, nth: int, span: When) -> Content | None:
    weekday = found.number("w", "weekday")
    if span.grain == "month" and span.first:
        return When("day", span.first.year, span.first.month, weekday=weekday, nth=nth)
    if span.grain == "month" and span.month:
        return When("day", span.year, span.month, weekday=weekday, nth=nth, direction=span.direction)
    return None


def _nth_week(found: Found, nth: int, span: When) -> Content | None:
    if span.first and span.grain in ("month", "year"):
        return When("week", span.first.year, span.first.month if span.grain == "month" else None, nth=nth)
    if span.grain in ("month", "year"):
        return When("week", span.year, span.month, nth=nth)
    return None


def _year_first(found: Found) -> Content | None:
    """Reads 昨年の9月, where the language tells the year first."""
    return _in_year(found) if found.lexicon.is_set("year_first") else None


def _in_year(found: Found) -> Content | None:
    """Reads "September of last year", "Independence Day of this year", "the first quarter of next year"."""
    part, year = found.content("x", When), found.content("y", When)
    if part is None or year is None or part.year is not None or part.first or year.first is None:
        return None
    if year.grain != "year" or not (part.month or part.number or part.season or part.feast):
        return None
    return part.but(year=year.first.year, weak=False, direction=None)


def _day_in(found: Found) -> Content | None:
    """Reads "The 21st of this month"."""
    day, span = found.number("d", "ordinal", "number"), found.content("x", When)
    if day is None or span is None or span.grain != "month" or span.first is None or not 1 <= day <= 31:
        return None
    if "number" in found.items["d"].categories and not any("of" in item.categories for item in found.row):
        return None
    return When("day", span.first.year, span.first.month, day)


def _units_of(found: Found) -> Content | None:
    """Reads "The first two weeks of 2021", "the last ten days of May"."""
    known, span = found.content("x", Duration), found.content("y", When)
    nth = found.number("n", "ordinal") or (-1 if found.has("last") else 1)
    if found.has("k"):
        span = When("year", found.number("k", "year"))
    placed = place(span, found.frame) if span else None
    if known is None or known.vague or placed is None or placed.first is None or placed.end is None:
        return None
    if known.parts[-1][1] in CLOCK_UNITS:
        return None
    first, end = placed.first, placed.end
    if known.parts[-1][1] == "W":
        first = add_days(first, -((first.weekday() - 3) % 7 - 4) if first.weekday() > 3 else -first.weekday())
        end = add_days(end, -end.weekday()) if end.weekday() < 4 else add_days(end, 7 - end.weekday())
    if nth > 0:
        return Fixed(known.value, "duration", first, moved(first, known, 1))
    return Fixed(known.value, "duration", moved(end, known, -1), end)


def _week_of_day(found: Found) -> Content | None:
    """Reads "The week of April 10th": the seven days from then."""
    date_ = found.content("x", When)
    if found.has("n"):
        day = found.number("n", "ordinal", "number")
        date_ = When("day", day=day) if day and day <= 31 else None
    if date_ is None or date_.grain != "day" or found.word("u", "unit") not in ("W", "WE"):
        return None
    placed = place(date_, found.frame)
    if placed.first is None:
        return When("week")
    week = placed.first
    if found.word("u", "unit") == "WE":
        return When("weekend", first=add_days(week, 5 - week.weekday() - (7 if week.weekday() == 0 else 0)))
    first = add_days(week, -week.weekday())
    return When("week", first=first, end=add_days(first, 7))


_BASE = "{y:date}"

OFFSETS = (
    Rule("{for} {x:duration} {comma}? {from_now}", _from_today),
    Rule("{more}? {x:duration} {dash}? {ago}", _ago),
    Rule("{x:duration} {before_then}", _before_then),
    Rule("{ago_before} {more}? {x:duration}", _ago),
    Rule("{within} {article}? {x:duration|fixed}(?!{from|from_now|after|before|starting})", _within),
    Rule("{more}? {x:duration} (?P<before>{before}) {article}? " + _BASE, _from),
    Rule("(?P<weekday>{weekday}) {comma}? {x:duration} {after|counted_from} {article}? {relday|ref}?" + _BASE, _from),
    Rule("{more}? {x:duration} {after|counted_from} {article}? " + _BASE + " {on}? (?P<weekday>{weekday})", _from),
    Rule("{more}? {x:duration} {after|counted_from} {article}? " + _BASE, _from),
    Rule("{weekday:weekday} {comma}? {x:duration} {from_now}", _ahead),
    Rule("{x:duration} {from_now} {comma|on}? {weekday:weekday}", _ahead),
    Rule("{x:duration} {from_now}", _ahead),
    Rule("{x:duration} (?P<later>{later})", _ahead),
    Rule("(?P<in>{in_time}) {the:article}? {x:duration} {time_word}? {on}? {weekday:weekday}", _ahead),
    Rule("(?P<in>{in_time}) {the:article}? {x:duration}", _ahead),
    Rule("{x:duration} {comma}? {starting} {on}? {article}? {y:date|moment}", _duration_from),
    Rule("{article}? (?:{n:ordinal}|{last:last|past_phrase}) {u:unit} (?:{of}|{in}) {article}? {x:date}", _day_of),
    Rule("{article}? (?:{n:ordinal}|{last:last|past_phrase}) {w:weekday} (?:{of}|{in}) {article}? {x:date}", _day_of),
    Rule(
        "{article}? (?:{n:ordinal}|{last:last}) {w:weekday} {in|of|article}{0,2} {p:daypart}"
        " (?:{of}|{in}) {article}? {x:date}",
        _part_of_nth,
    ),
    Rule(
        "{article}? (?:{n:ordinal}|{last:last|past_phrase}) {u:unit} (?:{of}|{in}) {article}? {year_word}? {y:year}",
        _day_of,
    ),
    Rule("{x:date} (?:{of}|{in}|{comma})? {article}? {y:date}", _in_year),
    Rule("{y:date} {of}? {x:date}", _year_first),
    Rule("{y:date} {quote}? {possessive} {x:date}", _in_year),
    Rule("{article}? {d:ordinal|number} {of|in}? {article}? {x:date}", _day_in),
    Rule("{x:date} {quote}? {possessive}? {n:ordinal} {u:unit}", _day_of),
    Rule(
        "{article}? (?:{n:ordinal}|{last:last|past_phrase}) {x:duration} (?:{of}|{in}) {article}? {y:date}", _units_of
    ),
    Rule(
        "{article}? (?:{n:ordinal}|{last:last|past_phrase}) {x:duration}"
        " (?:{of}|{in}) {article}? {year_word}? {k:year}",
        _units_of,
    ),
    Rule("{article}? {u:unit} (?:{of}|{starting}{on}?) {article}? {x:date}", _week_of_day),
    Rule("{article}? {u:unit} {of} {article}? {n:ordinal}", _week_of_day),
    Rule("{x:date} {u:unit}", _week_of_day),
)
