"""From one time to another: "from May to October", "between 2014 and 2018", "9-17 April", "3 to 5 pm"."""

from synoptic.language.times.calendar import add_days
from synoptic.language.times.clocks import with_part
from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.settle import place
from synoptic.language.times.values import Clock, Content, Duration, Fixed, Moment, Range, When


def _only_at(found: Found) -> bool:
    """Whether the joining word may also mean "at", and nothing says "from": "Monday at 8" is no range."""
    words = {name for item in found.row for name in item.categories}
    return not words & {"from", "between"} and any({"to", "at"} <= item.categories for item in found.row)


def _two(found: Found) -> Content | None:
    """Two of a kind; what the second says of the year goes for the first too."""
    one, two = found.any_content("x"), found.any_content("y")
    if _only_at(found) and not (isinstance(one, Clock) and found.lexicon.is_set("at_joins_hours")):
        return None
    if isinstance(one, Fixed) and one.value == "PRESENT_REF":
        one = _today(found)
    if isinstance(two, Fixed) and two.value == "PRESENT_REF":
        two = _today(found)
    if isinstance(one, When) and isinstance(two, When):
        return _dates(one, two, found)
    if isinstance(one, Clock) and isinstance(two, Clock) and one.hour is not None and two.hour is not None:
        return Range(*_clocks(one, two))
    if isinstance(one, Moment) and isinstance(two, Clock | Moment):
        if isinstance(two, Clock):
            first, second = _clocks(one.clock, two)
            return Range(Moment(one.when, first), second)
        return Range(one, two)
    if isinstance(one, Clock) and isinstance(two, Moment) and one.hour is not None:
        first, second = _clocks(one, two.clock)
        return Range(Moment(two.when, first), Moment(two.when, second))
    return None


def _today(found: Found) -> When | Fixed:
    today = found.frame.today
    return When("day", first=today) if today else Fixed("PRESENT_REF")


def _dates(one: When, two: When, found: Found) -> Content | None:
    if one.grain == "year" and two.grain == "year" and one.year and two.year:
        return Range(one, two) if one.year < two.year else None
    if (
        one.year is None
        and two.year is not None
        and not one.first
        and (one.month or one.number)
        and one.direction is None
    ):
        earlier = (one.month or one.number or 0, one.day or 0) <= (two.month or two.number or 99, two.day or 99)
        one = one.but(year=two.year if earlier else two.year - 1)
    if one.day and not one.month and two.month and not one.first and not one.weekday:
        one = one.but(month=two.month, year=two.year)
    if two.day and not two.month and one.month and not two.first and not two.weekday:
        two = two.but(month=one.month, year=one.year) if two.day > (one.day or 0) else two
    return Range(one, two)


def _clocks(one: Clock, two: Clock) -> tuple[Clock, Clock]:
    """Both in one half of the day where only one says so and the order allows it."""
    if one.half is None and two.half and not one.fixed and (one.hour or 0) <= 12:
        moved = one.but(half=two.half)
        if (moved.hour24, moved.minute or 0) < (two.hour24, two.minute or 0):
            return moved, two
        return one.but(half="am") if two.half == "pm" else one, two
    if two.half is None and one.half and not two.fixed and (two.hour or 0) <= 12:
        moved = two.but(half=one.half)
        if (moved.hour24, moved.minute or 0) > (one.hour24, one.minute or 0):
            return one, moved
        return one, two.but(half="pm")
    if not one.half and not two.half and (two.hour or 0) < (one.hour or 0) <= 12 and (two.hour or 0) < 12:
        return one, two.but(half="pm")
    return one, two


def _days_of_month(found: Found) -> Content | None:
    """Reads "9-17 April", "April 9th through 17th", "between the 3rd and 12th of September"."""
    date = found.content("x", When)
    day = found.number("d", "number", "ordinal")
    if date is None or day is None or date.grain != "day" or not date.month or not date.day or not 1 <= day <= 31:
        return None
    if _only_at(found):
        return None
    if found.has("before"):
        return Range(date.but(day=day, weekday=None), date) if day < date.day else None
    if day > date.day:
        return Range(date, date.but(day=day, weekday=None))
    month, year = date.month % 12 + 1, date.year
    return Range(date, date.but(day=day, month=month, year=year + (month == 1) if year else None, weekday=None))


def _days_of_span(found: Found) -> Content | None:
    """Reads "From 4 to 23 next month"."""
    span = found.content("x", When)
    a, b = found.number("a", "number", "ordinal"), found.number("b", "number", "ordinal")
    if span is None or span.grain != "month" or a is None or b is None or not 1 <= a < b <= 31:
        return None
    first = span.first
    year, month = (first.year, first.month) if first else (span.year, span.month)
    return Range(When("day", year, month, a), When("day", year, month, b))


def _hours(found: Found) -> Content | None:
    """Two hours of which at least one is a bare number: "from 5 to 6 pm", "between 3 and 8 yesterday"."""
    one, two = _hour(found, "a"), _hour(found, "b")
    if one is None or two is None or (_only_at(found) and not found.lexicon.is_set("at_joins_hours")):
        return None
    part = found.word("p", "daypart")
    if part:
        from_part = with_parts(one, two, part)
        one, two = from_part
    first, second = _clocks(one, two)
    day = found.any_content("x")
    if isinstance(day, When) and day.grain == "day":
        return Range(Moment(day, first), second)
    if isinstance(day, Moment) and day.clock.hour is None:
        first, second = with_parts(first, second, day.clock.part or "")
        return Range(Moment(day.when, first), second)
    if found.has("w"):
        return Range(Moment(When("day", weekday=found.number("w", "weekday")), first), second)
    return None if day is not None else Range(first, second)


def with_parts(one: Clock, two: Clock, part: str) -> tuple[Clock, Clock]:
    """Two hours in one part of the day."""
    return with_part(one, part), with_part(two, part)


def _hour(found: Found, name: str) -> Clock | None:
    clock = found.content(name, Clock)
    if clock is not None:
        return clock if clock.hour is not None else None
    digits = found.word(name, "clocklike")
    if digits:
        return Clock(int(digits[:-2]), int(digits[-2:])) if int(digits[:-2]) < 25 and int(digits[-2:]) < 60 else None
    dotted = found.word(name, "dotted")
    if dotted:
        hour, minute = dotted.split(".")
        return Clock(int(hour), int(minute)) if int(hour) < 25 and int(minute) < 60 else None
    number = found.number(name, "number")
    return Clock(number % 24) if number is not None and 0 <= number <= 24 and found.items[name].digits < 3 else None


def _hours_long(found: Found) -> Content | None:
    """Reads "From 9 for two hours": a range of that length."""
    start, known = found.any_content("c") or _hour(found, "c"), found.content("x", Duration)
    if known is None or known.vague or not isinstance(start, Clock | Moment):
        return None
    clock = start if isinstance(start, Clock) else start.clock
    if clock.hour is None:
        return None
    minutes = sum(round((n or 0) * {"H": 60, "MIN": 1}.get(u, 0)) for n, u in known.parts)
    if not minutes:
        return None
    total = clock.hour24 * 60 + (clock.minute or 0) + minutes
    end = Clock(total // 60 % 24, total % 60, fixed=True)
    return Range(start, end)


def _on_day(found: Found) -> Content | None:
    """A range of hours on a day."""
    hours, day = found.content("r", Range), found.any_content("x")
    if found.has("w"):
        day = When("day", weekday=found.number("w", "weekday"))
    if hours is None or not isinstance(hours.start, Clock) or not isinstance(hours.end, Clock):
        return None
    if isinstance(day, When) and day.grain == "day":
        return Range(Moment(day, hours.start), hours.end)
    if isinstance(day, Moment) and day.clock.hour is None:
        first, second = with_parts(hours.start, hours.end, day.clock.part or "")
        return Range(Moment(day.when, first), second)
    return None


def _in_part(found: Found) -> Content | None:
    hours = found.content("r", Range)
    if hours is None or not isinstance(hours.start, Clock) or not isinstance(hours.end, Clock):
        return None
    return Range(*_clocks(*with_parts(hours.start, hours.end, found.word("p", "daypart"))))


def _weekdays(found: Found) -> Content | None:
    """Reads "Monday to Friday": from the one to the next such day."""
    start = found.content("x", When) or When("day", weekday=found.number("w", "weekday"))
    placed = place(start, found.frame)
    weekday = found.number("v", "weekday")
    if weekday is None or placed.grain != "day":
        return None
    if placed.first is None:
        return Range(start, When("day", weekday=weekday))
    gap = (weekday - placed.first.isoweekday()) % 7 or 7
    return Range(placed, When("day", first=add_days(placed.first, gap)))


def _range_year(found: Found) -> Content | None:
    """Reads "5/1 - 5/7, 2020": the year goes for both ends."""
    known, year = found.content("r", Range), found.number("y", "year")
    if known is None or not isinstance(known.start, When) or not isinstance(known.end, When):
        return None
    if known.end.year is not None or known.start.year is not None or known.end.first or not known.end.month:
        return None
    return _dates(known.start, known.end.but(year=year), found)


def _remaining(found: Found) -> Content | None:
    """Reads "The rest of the week": from today to its end."""
    span, today = found.content("x", When), found.frame.today
    if span is None or today is None or span.end is None:
        return span
    return span.but(first=max(today, span.first or today))


_TO = "(?:{to}|{dash})"
_A, _B = "{a:number|clock|clocklike|dotted}", "{b:number|clock|clocklike|dotted}"
_X, _Y = "{x:date|moment|clock|fixed|short|unsure}", "{y:date|moment|clock|fixed|short|unsure}"
_ART = "{article}?"
_END = "(?!{unit|month|dash|slash|decade_mark})"
_JOIN = "(?:{comma}|{on}|{in}|{of}|{at}|{article}){0,3}"
_DAY = "(?:{x:date|moment}|{w:weekday})"

RANGES = (
    Rule(
        "{from|between} {article}? (?P<before>{d:number|ordinal}) (?:{to}|{dash}|{and}) {article}? {x:date}",
        _days_of_month,
    ),
    Rule(
        "{from|between} {a:ordinal|number} (?:{to}|{dash}|{and}) {b:number|ordinal} {in|of}? {article}? {x:date}",
        _days_of_span,
    ),
    Rule("{from}? {article}? (?P<before>{d:number|ordinal}) (?:{to}|{dash}) {article}? {x:date}", _days_of_month),
    Rule(
        "{from}? {x:date} (?:{to}|{dash}) {article}? {d:ordinal|number}(?!{unit|meridiem|oclock|colon})", _days_of_month
    ),
    Rule("{between} {x:date} {and} {article}? {d:ordinal|number}(?!{unit|meridiem|oclock|colon})", _days_of_month),
    Rule(
        "{between} {at}? {article}? "
        + _A
        + " (?:{and}|{dash}|{to}) {at}? {article}? "
        + _B
        + " {in}? {article}? {p:daypart}",
        _hours,
    ),
    Rule(
        "{from}? {at}? {article}? "
        + _A
        + " (?:{to}|{dash}) {at}? {article}? "
        + _B
        + " {in|of}? {article}? {p:daypart}",
        _hours,
    ),
    Rule(
        "{between} {at}? {article}? " + _A + " (?:{and}|{dash}|{to}) {at}? {article}? " + _B + _END + _JOIN + _DAY,
        _hours,
    ),
    Rule("{from}? {at}? {article}? " + _A + " (?:{to}|{dash}) {at}? {article}? " + _B + _END + _JOIN + _DAY, _hours),
    Rule(
        _DAY + " {comma}? {between} {at}? {article}? " + _A + " (?:{and}|{dash}|{to}) {at}? {article}? " + _B + _END,
        _hours,
    ),
    Rule(
        _DAY + " {comma}? (?:{from}|{at})? {article}? " + _A + " (?:{to}|{dash}) {at}? {article}? " + _B + _END, _hours
    ),
    Rule("{between} {article}? " + _X + " (?:{and}|{dash}|{to}) {article}? " + _Y, _two),
    Rule("{from}? {article}? " + _X + " (?:{to}|{dash}) {article}? " + _Y, _two),
    Rule("{from} {article}? (?:{x:date}|{w:weekday}) (?:{to}|{dash}) {article}? {v:weekday}", _weekdays),
    Rule("{w:weekday} (?:{to}|{dash}) {v:weekday}", _weekdays),
    Rule("{between} {w:weekday} {and} {v:weekday}", _weekdays),
    Rule("{between} {at}? {article}? " + _A + " (?:{and}|{dash}|{to}) {at}? {article}? {b:clock}", _hours),
    Rule("{between} {at}? {article}? {a:clock|clocklike} (?:{and}|{dash}|{to}) {at}? {article}? " + _B + _END, _hours),
    Rule("(?:{from}|{at})? {article}? " + _A + " (?:{to}|{dash}) {at}? {article}? {b:clock}", _hours),
    Rule("(?:{from}|{at})? {article}? {a:clock} (?:{to}|{dash}) {at}? {article}? " + _B + _END, _hours),
    Rule("{from_at} " + _A + " (?:{to}|{dash}) {at}? {article}? " + _B + _END, _hours),
    Rule("{from} {at|article}{1,2} " + _A + " (?:{to}|{dash}) {at}? {article}? " + _B + _END, _hours),
    Rule("{from} {c:clock|moment} {for} {x:duration}", _hours_long),
    Rule("{from} {c:number} {for} {x:duration}", _hours_long),
    Rule("{for} {x:duration} {comma}? {from} {at}? {c:clock|moment|number}", _hours_long),
    Rule("{between} {at}? {a:clocklike} (?:{and}|{dash}|{to}) {at}? {b:clocklike}", _hours),
    Rule("{r:range} {in}? {article}? {p:daypart}", _in_part),
    Rule("{r:range} " + _JOIN + _DAY, _on_day),
    Rule(_DAY + _JOIN + " {from|between}? {r:range}", _on_day),
    Rule("{from} {article}? {x:date} {y:fixed}", _two),
    Rule("{r:range} {comma|of|in}? {article}? {year_word}? {y:year}", _range_year),
    Rule("{remaining} {of}? {article}? {this}? {x:date}", _remaining),
)
