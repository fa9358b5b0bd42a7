"""Times that count from the reference day: "yesterday", "last week", "next Monday", "the past 75 years", "this May"."""

import re
from datetime import date

from synoptic.language.times.calendar import (
    add_business_days,
    add_days,
    add_months,
    monday,
    on_or_after,
    on_or_before,
    year_start,
)
from synoptic.language.times.durations import length
from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.settle import candidate_days, instant, render, span_end
from synoptic.language.times.values import Clock, Content, Duration, Fixed, Moment, When

GRAIN_OF_UNIT = {
    "D": "day", "W": "week", "M": "month", "Y": "year", "Q": "quarter", "WE": "weekend", "DE": "decade",
    "CE": "century", "WD": "workweek", "HY": "half", "FN": "fortnight",
}  # fmt: skip


def shifted(grain: str, today: date, steps: int) -> When:
    """The week, month, year … that lies so many before or after the one of today."""
    if grain == "day":
        first = add_days(today, steps)
    elif grain in ("week", "workweek"):
        first = add_days(monday(today), 7 * steps)
    elif grain == "fortnight":
        first = add_days(monday(today), 14 * steps)
        return When("span", first=first, end=add_days(first, 14), value="P2W" if steps else None)
    elif grain == "weekend":
        first = add_days(monday(today), 5 + 7 * steps)
    elif grain == "month":
        first = add_months(today.replace(day=1), steps)
    elif grain in ("quarter", "half"):
        size = 3 if grain == "quarter" else 6
        month = (today.month - 1) // size * size + 1
        first = add_months(today.replace(month=month, day=1), size * steps)
    elif grain in ("decade", "century"):
        size = 10 if grain == "decade" else 100
        first = year_start(today.year // size * size + size * steps)
    else:
        first = year_start(today.year + steps)
    return When(grain, first=first, end=span_end(grain, first))


def _shift_of(found: Found) -> int | None:
    """-1, 0 or 1 from the word of direction; 2 and -2 where it stands twice ("the week after next")."""
    for name in ("last", "this", "next"):
        if found.has(name):
            steps = found.number(name, name, f"{name}_after")
            return {"last": -1, "this": 0, "next": 1}[name] if steps is None else steps
    return None


def _following(found: Found) -> Content | None:
    """Reads "The day after", where the sentence or clause ends with it: after the day told of last."""
    then = found.frame.anchor or found.frame.today
    grain = GRAIN_OF_UNIT.get(found.word("u", "unit"))
    if (
        then is None
        or grain is None
        or not re.match(r"\s*(?:[.,;:!?)”\"]|\Z)", found.text[found.row[-1].end : found.row[-1].end + 40])
    ):
        return None
    return shifted(grain, then, 1)


def _relday(found: Found) -> Content | None:
    offset, today = found.number("x", "relday"), found.frame.today
    if offset is None:
        return None
    if today is None:
        return When("day", value="XXXX-XX-XX")
    return shifted("day", today, offset)


def _relspan(found: Found) -> Content | None:
    """A week, month or year told in one word from today: 先週, 去年, antaño."""
    unit, _, steps = found.word("x", "relspan").partition(" ")
    grain, today = GRAIN_OF_UNIT.get(unit), found.frame.today
    if grain is None:
        return None
    return shifted(grain, today, int(steps)) if today else When(grain)


def _unit(found: Found) -> Content | None:
    steps = _shift_of(found)
    unit, today = found.word("u", "unit"), found.frame.today
    if "ordinal" in found.items["u"].categories:
        return None
    if found.has("after"):
        steps = 2 if found.has("next") else -2
    if steps is None:
        return None
    if unit in ("H", "MIN", "S"):
        return _clock_unit(found, unit, steps)
    grain = GRAIN_OF_UNIT.get(unit)
    if grain is None:
        return None
    if today is None:
        return When(grain)
    if grain == "day" and found.frame.anchor and (steps or found.has("same")):
        today = found.frame.anchor
    return shifted(grain, today, steps)


def _clock_unit(found: Found, unit: str, steps: int) -> Content | None:
    now = found.frame.reference
    if now is None or not steps:
        return Duration(((1, unit),))
    other = instant(now, ((1, unit),), steps)
    one, two = sorted((now, other))
    return Fixed(f"{one:%Y-%m-%dT%H:%M:%S}/{two:%Y-%m-%dT%H:%M:%S}", "duration", now.date(), add_days(now.date(), 1))


def _units(found: Found) -> Content | None:
    """Several units back or ahead: a duration with the days it covers ("the past 75 years": P75Y)."""
    known = found.content("x", Duration)
    return _span(known, _shift_of(found), found) if known else None


def _span(known: Duration, steps: int | None, found: Found) -> Content | None:
    today = found.frame.today
    if not steps:
        return None
    if today is None or known.vague:
        return Fixed(known.value, "duration")
    if any(unit in ("H", "MIN", "S") for _, unit in known.parts):
        return Fixed(known.value, "duration", today, add_days(today, 1))
    if known.parts[-1][1] == "Q":
        this = shifted("quarter", today, 0).first or today
        after = add_months(this, 3)
        first, end = (moved(this, known, -1), this) if steps < 0 else (after, moved(after, known, 1))
        return Fixed(known.value, "duration", first, end)
    if steps < 0:
        return Fixed(known.value, "duration", moved(today, known, -1), today)
    start = add_days(today, 1)
    if known.parts[-1][1] == "BD":
        return Fixed(known.value, "duration", start, add_days(moved(today, known, 1), 1))
    return Fixed(known.value, "duration", start, moved(start, known, 1))


def _counted(found: Found) -> Content | None:
    """Reads "The five past years", "los 2 próximos meses"."""
    number = found.amount("n")
    plural = found.lexicon.settings.get("plural", "")
    item = found.items["u"]
    if number is None or (plural and number > 1 and not found.text[item.start : item.end].lower().endswith(plural)):
        return None
    known = length(number, found.word("u", "unit"))
    return _span(known, _shift_of(found), found)


def moved(day: date, known: Duration, sign: int) -> date:
    """A day moved by a duration."""
    for number, unit in known.parts:
        count = (number or 0) * sign
        if unit == "Q":
            day = add_months(day, round(count * 3))
        elif unit == "BD":
            day = add_business_days(day, int(count))
        elif unit in ("Y", "M"):
            months = count * (12 if unit == "Y" else 1)
            day = add_months(day, int(months))
        else:
            day = add_days(day, round(count * {"W": 7, "WE": 7}.get(unit, 1)))
    return day


def _weekday(found: Found) -> Content | None:
    steps, weekday = _shift_of(found), found.number("w", "weekday")
    today = found.frame.today
    if weekday is None:
        return None
    if today is not None and found.has("near"):
        return _near(found, weekday, today)
    if found.has("number"):
        day = found.number("number", "number", "ordinal")
        return When("day", day=day, weekday=weekday) if day and day <= 31 else None
    if steps == 0 and today is not None and found.frame.past and weekday > today.isoweekday():
        return When("day", first=on_or_before(today, weekday))
    return When("day", weekday=weekday, direction=steps)


def _near(found: Found, weekday: int, today: date) -> Content:
    """Reads "This past Wednesday", "the coming Friday": the nearest one before or after today."""
    if found.word("near", "near") == "1":
        return When("day", first=on_or_after(add_days(today, 1), weekday))
    return When("day", first=on_or_before(add_days(today, -1), weekday))


def _near_this(found: Found) -> Content | None:
    """Reads "Este próximo viernes", "this last Friday": the nearest one."""
    weekday, today = found.number("w", "weekday"), found.frame.today
    ahead = any("next" in item.categories for item in found.row)
    if weekday is None or today is None:
        return When("day", weekday=weekday) if weekday else None
    day = on_or_after(add_days(today, 1), weekday) if ahead else on_or_before(add_days(today, -1), weekday)
    return When("day", first=day)


def _weekday_of_week(found: Found) -> Content | None:
    week, weekday = found.content("x", When), found.number("w", "weekday")
    if week is None or weekday is None or week.first is None or week.grain not in ("week", "workweek"):
        return None
    return When("day", first=add_days(week.first, weekday - 1))


def _directed(found: Found) -> Content | None:
    """Reads "Last May", "this summer", "next Easter", "this 5/12"."""
    date_ = found.content("x", When) or found.any_content("x")
    steps = _shift_of(found)
    if not isinstance(date_, When) or date_.year is not None or date_.first or steps is None:
        return None
    if date_.weak and date_.grain == "month" and steps == 0 and found.text[found.items["x"].start].islower():
        return None
    if date_.feast or (date_.day and date_.grain == "day"):
        return _next_yearly(found, date_, steps)
    if date_.grain in ("month", "season", "quarter", "half", "fiscal", "school", "year"):
        return _year_of(found, date_.but(weak=False), steps)
    return None


def _year_of(found: Found, date_: When, steps: int) -> When:
    """Last May is the last one that is over; next May the next to begin; this May that of this year."""
    today = found.frame.today
    if today is None:
        return date_
    if date_.grain in ("fiscal", "school", "year"):
        return date_.but(year=today.year + steps)
    month = date_.month or 1
    year = today.year + steps
    if date_.month and steps:
        year = today.year - (month >= today.month) if steps < 0 else today.year + (month <= today.month)
    return date_.but(year=year)


def _next_yearly(found: Found, date_: When, steps: int) -> When:
    today = found.frame.today
    if today is None or steps == 0:
        return date_.but(direction=0) if steps == 0 else date_

    days = sorted(day for day in candidate_days(date_, today) if day)
    before, after = [d for d in days if d < today], [d for d in days if d > today]
    chosen = (before[-1:] if steps < 0 else after[:1]) or days[:1]
    return When("day", first=chosen[0], feast=date_.feast) if chosen else date_


def _part(found: Found) -> Content | None:
    """Reads "This morning", "last night", "tonight", "tomorrow evening" as one word."""
    steps, part = _shift_of(found), found.word("p", "daypart") or found.word("p", "late_part")
    today = found.frame.today
    if found.has("one"):
        offset, _, part = found.word("one", "relpart").partition(" ")
        steps = int(offset)
    if steps is None:
        return None
    when = When("day", value="XXXX-XX-XX") if today is None else shifted("day", today, steps)
    return Moment(when, Clock(part=part))


def _now(found: Found) -> Content | None:
    today = found.frame.today
    if re.match(r"-[^\W\d_]", found.text[found.row[-1].end : found.row[-1].end + 2]):
        return None  # "the now-closed school"
    return Fixed(found.word("x", "ref"), "date", today, add_days(today, 1) if today else None)


def _vague(found: Found) -> Content | None:
    return Fixed(found.word("x", "vague_ref") or "PAST_REF", "date")


def _vague_units(found: Found) -> Content | None:
    """Reads "Recent days", "the coming weeks": before or after today, nobody says how long."""
    return Fixed("FUTURE_REF" if found.has("next") else "PAST_REF", "date")


def _earlier(found: Found) -> Content | None:
    """Reads "Earlier this year", "later this week": that part of the span that is over, or yet to come."""
    span, today = found.content("x", When), found.frame.today
    grain = GRAIN_OF_UNIT.get(found.word("u", "unit"))
    if grain is not None and today is not None:
        span = shifted(grain, today, 0)
    if span is None or today is None or span.first is None or span.end is None:
        return span
    tomorrow = add_days(today, 1)
    if not span.first <= today < span.end or span.grain == "day":
        return span
    value = None if span.value else _value_of(span, found)
    if found.word("e", "earlier") == "1":
        return span.but(first=today, value=value)
    return span.but(end=tomorrow, value=value)


def _value_of(span: When, found: Found) -> str:

    return render(span, found.frame)


def _this_span(found: Found) -> Content | None:
    """Reads "Of the year", "the whole week" where the table lets the article point at the present one."""
    unit, today = found.word("u", "unit"), found.frame.today
    grain = GRAIN_OF_UNIT.get(unit)
    if (
        grain not in ("week", "month", "year", "quarter")
        or today is None
        or "unit_plural" in found.items["u"].categories
    ):
        return None
    if grain == "day" and "for" not in found.row[0].categories and not found.has("for"):
        return None
    return shifted(grain, today, 0)


def _to_date(found: Found) -> Content | None:
    unit, today = found.word("u", "unit"), found.frame.today
    grain = GRAIN_OF_UNIT.get(unit)
    if grain is None or today is None:
        return None
    span = shifted(grain, today, 0)

    return span.but(value=render(span, found.frame), end=today)


_LAST, _THIS, _NEXT = "(?P<last>{last})", "(?P<this>(?P<same>{same})|{this})", "(?P<next>{next})"
_ANY = f"(?:{_LAST}|{_THIS}|{_NEXT})"
_BEHIND = "(?:(?P<last>{last_after})|(?P<next>{next_after})|(?P<this>{this_after}))"

_NOT_OF = (
    "(?!{of}(?!{weekday|article})|{of}{article}(?!{weekday})|{in}{article}?(?:{date|moment|year|this|next|last|unit}))"
)
"""The last week *of May* is another one than the last week."""

RELATIVES = (
    Rule("(?P<this>{this}) {p:late_part}", _part),
    Rule("{this} (?:{last}|{next}) {w:weekday}", _near_this),
    Rule("{article}? {x:relday}", _relday),
    Rule("{x:relspan}", _relspan),
    Rule("{one:relpart}", _part),
    Rule("{u:unit} {to_date}", _to_date),
    Rule("(?P<last>{past_phrase}) {x:duration}", _units),
    Rule("(?P<last>{past_phrase}) {u:unit}" + _NOT_OF, _unit),
    Rule("{article}? {x:vague_ref|past_phrase}(?!{unit|duration})", _vague),
    Rule("{article}? {recent} {unit}", _vague_units),
    Rule("(?<!{number}){article}? (?P<next>{soon}) {unit_plural}", _vague_units),
    Rule("{article} {u:unit} (?P<next>{after}|{next_after})", _following),
    Rule("{article}? {u:unit} (?P<after>{after}) {article}? (?P<next>{next})", _unit),
    Rule("{article}? {u:unit} (?P<after>{before}) (?P<last>{last})", _unit),
    Rule("{this}? {near:near} {w:weekday}", _weekday),
    Rule("{article}? " + _ANY + " {near}? {w:weekday} {open}? {number:number|ordinal}{close}", _weekday),
    Rule("{article}? " + _ANY + " {w:weekday}", _weekday),
    Rule("{article}? {w:weekday} " + _BEHIND, _weekday),
    Rule("{article}? " + f"(?:{_LAST}|{_NEXT})" + " {x:duration}" + _NOT_OF, _units),
    Rule("{article}? {x:duration} " + _BEHIND, _units),
    Rule("{article}? {n:number} " + f"(?:{_LAST}|{_NEXT})" + " {u:unit}", _counted),
    Rule(_ANY + " {p:daypart}", _part),
    Rule("{p:daypart} " + _BEHIND, _part),
    Rule("{article}? " + _ANY + " {u:unit}" + _NOT_OF, _unit),
    Rule("{article}? {u:unit} " + _BEHIND, _unit),
    Rule("{x:date} {comma|on|of|in|article}{0,3} {w:weekday}", _weekday_of_week),
    Rule("{w:weekday} {comma|on|of|in|article}{0,3} {x:date}", _weekday_of_week),
    Rule("{article}? " + _ANY + " {of}? {x:date|short|unsure}", _directed),
    Rule("{article}? {x:date} " + _BEHIND, _directed),
    Rule(_ANY + " {p:daypart}", _part),
    Rule("{p:daypart} " + _BEHIND, _part),
    Rule("{article}? {x:ref}", _now),
    Rule(
        "(?<={for})(?P<for>{article}) {u:unit}(?!{of|after|before|to|starting|year|last_after|next_after})", _this_span
    ),
    Rule("(?:(?<={of|in|for}){article}|(?<={contracted})) {u:unit}(?!{of|after|before|to|starting|year})", _this_span),
    Rule("{e:earlier} {in|of}? {article}? {x:date}", _earlier),
    Rule("{e:earlier} {in|of} {article}? {u:unit}", _earlier),
)
