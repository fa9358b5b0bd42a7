"""A day and a clock time, or a part of the day, that belong together: "Monday evening", "tomorrow at 8"."""

import re

from synoptic.language.times.calendar import add_days
from synoptic.language.times.clocks import with_part
from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.values import Clock, Content, Moment, When


def _on(found: Found) -> Content | None:
    """A clock time on a day."""
    when = _day(found)
    clock = found.content("c", Clock)
    if clock is None and found.has("h"):
        hour = found.number("h", "number")
        clock = Clock(hour % 24) if hour is not None and hour <= 24 and found.items["h"].digits <= 2 else None
    if when is None or clock is None:
        return None
    if found.has("p"):
        clock = with_part(clock, found.word("p", "daypart"))
    return Moment(when, clock)


def _day(found: Found) -> When | None:
    if found.has("w"):
        return When("day", weekday=found.number("w", "weekday"))
    when = found.any_content("x")
    if isinstance(when, When) and when.feast and (found.has("c") or found.has("h")):
        return None
    return when if isinstance(when, When) and when.grain == "day" else None


def _part_on(found: Found) -> Content | None:
    when = _day(found)
    return Moment(when, Clock(part=found.word("p", "daypart"))) if when else None


def _refine(found: Found) -> Content | None:
    """A clock time in a part of the day that is already placed: "tonight at 8", "Monday morning at 10"."""
    moment, clock = found.content("x", Moment), found.content("c", Clock)
    if clock is None and found.has("h"):
        hour = found.number("h", "number")
        clock = Clock(hour % 24) if hour is not None and hour <= 24 and found.items["h"].digits <= 2 else None
    if moment is None or clock is None or moment.clock.hour is not None or clock.hour is None:
        return None
    return Moment(moment.when, with_part(clock, moment.clock.part or ""))


def _hour_after_at(found: Found) -> Content | None:
    hour, rest = found.number("h", "number"), found.text[found.row[-1].end : found.row[-1].end + 40]
    if NOUN_FOLLOWS.match(rest) and not found.lexicon.is_set("certain_at"):
        return None
    return Clock(hour % 24) if hour is not None and hour <= 24 and 0 < len(str(hour)) <= 2 else None


def _part_alone(found: Found) -> Content | None:
    return Clock(part=found.word("p", "daypart") or found.word("p", "daypart_alone") or found.word("p", "meal"))


def _part_behind_article(found: Found) -> Content | None:
    """Reads "le matin"; in English "the night" alone tells of no time."""
    return None if found.lexicon.is_set("parts_need_preposition") else _part_alone(found)


def _part_and_clock(found: Found) -> Content | None:
    clock = found.content("c", Clock)
    if clock is None and found.has("h"):
        clock = Clock(found.number("h", "number"))
    return (
        with_part(clock, found.word("p", "daypart")) if clock and clock.hour is not None and clock.hour < 25 else None
    )


def _numbered(found: Found) -> Content | None:
    """A moment with its day of the month behind it: "Sunday night (3)"."""
    moment, day = found.content("x", Moment), found.number("d", "number")
    if moment is None or day is None or not 1 <= day <= 31 or not moment.when.weekday:
        return None
    return Moment(moment.when.but(day=day, direction=None), moment.clock)


def _dotted(found: Found) -> Content | None:
    """Reads "Monday at 2.30"."""
    when = _day(found)
    hour, _, minute = found.word("t", "dotted").partition(".")
    fits = hour.isdigit() and len(minute) == 2 and int(hour) < 25 and int(minute) < 60
    return Moment(when, Clock(int(hour) % 24, int(minute))) if when and fits else None


def _spoken(found: Found) -> Content | None:
    """Reads "March eighteenth nine thirty": hour and minutes as words."""
    when, hour, minute = _day(found), found.number("k", "number"), found.number("i", "number")
    if when is None or hour is None or minute is None or found.items["k"].digits or found.items["i"].digits:
        return None
    return Moment(when, Clock(hour, minute)) if hour < 25 and 9 < minute < 60 else None


def _with_year(found: Found) -> Content | None:
    """Reads "Oct 26 15:50:06 2016"."""
    moment, year = found.content("x", Moment), found.number("y", "year")
    if moment is None or moment.when.year is not None or not moment.when.month:
        return None
    return Moment(moment.when.but(year=year), moment.clock)


def _half_of_day(found: Found) -> Content | None:
    """Reads "Tomorrow am"."""
    when = _day(found)
    return Moment(when, Clock(part="MO" if found.word("a", "meridiem") == "am" else "AF")) if when else None


def _in_week(found: Found) -> Content | None:
    """Reads "Wednesday evening next week"."""
    moment, week = found.content("x", Moment), found.content("y", When)
    if moment is None or week is None or week.grain != "week" or week.first is None or not moment.when.weekday:
        return None
    return Moment(When("day", first=add_days(week.first, moment.when.weekday - 1)), moment.clock)


NOUN_FOLLOWS = re.compile(
    r"\s+(?!(?:and|or|to|in|at|on|with|for|sharp|please|but|so|then)\b)[^\W\d_]|[-.]\w|%|\s*[\"'“‘(\[]"
)
"""What "at 5" may count: "at 5 places"."""

_J = "(?:{comma}|{at}|{on}|{in}|{of}|{dash}|{about}|{article}|{slash}|{before}|{after}|{until}|{or_later}){0,4}"
_DAY = "(?:{x:date}|{w:weekday})"

MOMENTS = (
    Rule("{c:clock} " + _J + _DAY + " {in|article}{0,2} {p:daypart}", _on),
    Rule(_DAY + _J + "{p:daypart} (?:{comma}|{at}|{about}){0,2} (?:{c:clock}|(?<={at|about}){h:number})", _on),
    Rule("{x:moment} " + _J + "{c:clock}", _refine),
    Rule("{x:moment} {at|about}{1,2} {h:number}(?!{unit|dash|to})", _refine),
    Rule("{c:clock} " + _J + " {x:moment}", _refine),
    Rule("{h:number} {comma} {x:moment}", _refine),
    Rule("{p:daypart} (?:{comma}|{at}|{about}){0,2} {c:clock}", _part_and_clock),
    Rule("{p:daypart} {at} {h:number}(?!{unit|dash|to})", _part_and_clock),
    Rule("{article}? " + _DAY + _J + "{c:clock}", _on),
    Rule("{article}? " + _DAY + " {comma}? {at|about}{1,2} {article}? {h:number}(?!{unit|dash|to|colon|month})", _on),
    Rule("{c:clock} " + _J + _DAY, _on),
    Rule("{at|about}{1,2} {article}? {h:number} " + _J + _DAY, _on),
    Rule(_DAY + " (?:{comma}|{in}|{at}|{of}|{article}|{dash}){0,3} {p:daypart}", _part_on),
    Rule("{article}? {p:daypart} (?:{of}|{comma}|{on}) {article}? " + _DAY, _part_on),
    Rule(_DAY + " {at} {article}? {t:dotted}(?!{unit})", _dotted),
    Rule("{x:date} {k:number} {i:number}", _spoken),
    Rule("{x:moment} {comma}? {y:year}", _with_year),
    Rule("{x:date} {a:meridiem}", _half_of_day),
    Rule("{x:moment} {comma|of|on|in|article}{0,3} {y:date}", _in_week),
    Rule("{x:moment} {open} {d:number} {close}", _numbered),
)
"""Day and time next to each other, in either order."""

ALONE = (
    Rule("{p:daypart_alone}", _part_alone),
    Rule("(?<={before|after|at|about}){article}? {p:meal}", _part_alone),
    Rule("(?<={number}){p:daypart}(?!{dayparts})", _part_alone),
    Rule(
        "(?<={at})(?:{about})? {h:number}(?!{unit|dash|slash|colon|ordinal|month|comma|weekday|date|and|or})",
        _hour_after_at,
    ),
    Rule("(?:(?<={in})|(?<={in}{article})|(?<={during})) {edge}? {p:daypart}", _part_alone),
    Rule("(?<={article}){edge}? {p:daypart}", _part_behind_article),
)
"""Times that stand alone and need a word before them."""
