"""Clock times: "7:30 pm", "half past seven", "8 Uhr 20", "siete menos cuarto", "noon", "in the morning at 7"."""

from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.values import Clock, Content, Duration


def with_part(clock: Clock, part: str) -> Clock:
    """A clock time in a part of the day: seven in the evening is 19:00; one at night stays 01:00."""
    if clock.hour is None or clock.half or clock.hour > 12:
        return clock
    if part == "MO":
        return clock.but(half="am")
    if part in ("AF", "EV", "MED", "MEL") or (part == "NI" and 5 < clock.hour < 12):
        return clock.but(half="pm")
    if part == "NI" and clock.hour == 12:
        return clock.but(half="am")
    return clock if part != "MI" or clock.hour != 12 else clock.but(half="pm")


def _hour(found: Found, name: str = "h") -> int | None:
    hour = found.number(name, "number")
    return hour if hour is not None and 0 <= hour <= 24 else None


def _plain(found: Found) -> Content | None:
    """An hour, with minutes and seconds where they are said, and its half of the day."""
    base = _base(found)
    if base is None:
        return None
    minute = found.number("i", "number")
    if found.has("i") and found.has("a") and found.items["i"].digits == 1:
        return None
    if found.has("i") and (minute is None or minute > 59 or base.minute is not None):
        return None
    if minute is not None:
        base = base.but(minute=minute)
    half = found.word("a", "meridiem")
    if half and (base.hour or 0) > 12:
        return None if (base.hour or 0) > 23 else base
    return base.but(half=half) if half else base


def _base(found: Found) -> Clock | None:
    if found.has("c"):
        return found.content("c", Clock)
    if found.has("t"):
        hours, minutes = found.word("t", "dotted").split(".")
        return Clock(int(hours), int(minutes)) if int(hours) < 25 and int(minutes) < 60 and len(minutes) == 2 else None
    if found.has("l"):
        digits = found.word("l", "clocklike") or found.word("l", "year")
        hours, minutes = digits[:-2], digits[-2:]
        return Clock(int(hours), int(minutes)) if int(hours) < 25 and int(minutes) < 60 else None
    hour = _hour(found)
    return Clock(hour % 24, days=hour // 24 if found.has("o") else 0) if hour is not None else None


def _words(found: Found) -> Content | None:
    """Reads "At seven twenty-seven", "five-thirty": hour and minutes as words."""
    hour, minute = _hour(found), found.number("i", "number")
    if hour is None or minute is None or not 9 < minute < 60 or found.items["h"].digits or found.items["i"].digits:
        return None
    return Clock(hour % 24, minute)


def _past(found: Found) -> Content | None:
    """Minutes before or after an hour: "twenty past eight", "quarter to nine"."""
    base = found.content("c", Clock) if found.has("c") else None
    hour = base.hour if base else _hour(found)
    fraction = found.amount("f")
    minute = round(fraction * 60) if fraction is not None else found.number("i", "number")
    if found.has("toward") and not found.has("said") and minute not in (5, 10, 20, 25):
        return None
    if hour is None or minute is None or not 0 < minute < 60 or (base is not None and base.minute):
        return None
    if found.has("minus"):
        hour, minute = (hour - 1) % 24, 60 - minute
    return Clock(hour % 24, minute, half=base.half if base else None)


def _half_before(found: Found) -> Content | None:
    """German and Dutch: "halb acht" is 7:30; "viertel acht" (with the setting) 7:15."""
    hour = _hour(found)
    return Clock((hour - 1) % 12 if hour else 11, 30) if hour is not None and hour <= 12 else None


def _in_part(found: Found) -> Content | None:
    clock = found.content("c", Clock)
    part = found.word("p", "daypart") or found.word("p", "hour_part")
    if clock is None or clock.hour is None:
        return None
    return with_part(clock, part)


def _number_in_part(found: Found) -> Content | None:
    hour = _hour(found)
    part = found.word("p", "daypart") or found.word("p", "hour_part")
    return with_part(Clock(hour), part) if hour is not None and hour <= 12 else None


def _named(found: Found) -> Content | None:
    hour, _, minute = found.word("x", "hour").partition(":")
    return Clock(int(hour), int(minute or 0), fixed=True)


def _h_clock(found: Found) -> Content | None:
    """Reads "15h" as a time of day."""
    value = found.items["x"].value("hclock")
    return value if isinstance(value, Clock) else None


def _h_length(found: Found) -> Content | None:
    """Reads "for 15h" as a length."""
    value = found.items["x"].value("hclock")
    return Duration(((value.hour, "H"),)) if isinstance(value, Clock) else None


def _h_minutes(found: Found) -> Content | None:
    """Reads "15h 20 minutes"."""
    value, minute = found.items["x"].value("hclock"), found.number("d", "number")
    return value.but(minute=minute) if isinstance(value, Clock) and minute is not None and minute < 60 else None


def _compact(found: Found) -> Content | None:
    """Reads 340pm."""
    number = found.number("l", "number")
    if number is None or found.items["l"].digits != 3 or number % 100 > 59 or not 1 <= number // 100 <= 9:
        return None
    return Clock(number // 100, number % 100, half=found.word("a", "meridiem"))


def _half_hour(found: Found) -> Content | None:
    """Reads 7点半."""
    hour = found.number("h", "number")
    return Clock(hour % 24, 30) if hour is not None and hour <= 24 else None


def _zone(found: Found) -> Content | None:
    return found.content("c", Clock)


_AT = "(?:{at}|{about})"
_TAIL = "(?:{comma}|{in}|{on}|{of}|{at})? {article}? {edge}?"

CLOCKS = (
    Rule("{h:number} {hour_mark} {i:number} {minute_mark}", _plain),
    Rule("{h:number} {hour_mark} {half_mark}", _half_hour),
    Rule("{h:number} {hour_mark}(?!{unit})", _plain),
    Rule("{l:number} {a:meridiem}", _compact),
    Rule("{h:number} {clock_and} {i:number} {a:meridiem}", _plain),
    Rule("{h:number} {clock_and} {i:number}(?={in|of}?{article}?{daypart|hour_part})", _plain),
    Rule("{c:clock} {a:meridiem}", _plain),
    Rule("{t:dotted} {a:meridiem}", _plain),
    Rule("{l:clocklike|year} {a:meridiem}", _plain),
    Rule("{h:number} {i:number} {a:meridiem}", _plain),
    Rule("{h:number} {oclock|oclock_word}? {a:meridiem}", _plain),
    Rule("{f:fraction} {after_hour} {h:number} {oclock}?", _past),
    Rule("{f:fraction} (?P<minus>{before_hour}) {h:number} {oclock}?", _past),
    Rule("{i:number} {minute_word}? {after_hour} {h:number} {oclock}?", _past),
    Rule(
        "{i:number} {said:minute_word}? (?P<minus>(?P<toward>{before_hour})) {h:number} {oclock}?"
        "(?!{of|unit|month|dash})",
        _past,
    ),
    Rule("{half_before} {h:number} {oclock}?", _half_before),
    Rule("(?<={at|from|to|between|and}){h:number} {dash}? {i:number} {minute_word}?", _words),
    Rule("{h:number} {dash} {i:number}(?!{unit})", _words),
    Rule("{h:number} {oclock} {i:number} {minute_word}?", _plain),
    Rule("{h:number} {oclock} {and} {i:number} {minute_word}?", _plain),
    Rule("(?<={clock_article|at}){h:number} {oclock|oclock_word}? {clock_and|and} {f:fraction}", _past),
    Rule("{h:number} {oclock|oclock_word}? (?P<minus>{clock_minus}) {article|one}? {f:fraction}", _past),
    Rule("{h:number} {oclock|oclock_word}? (?P<minus>{clock_minus}) {i:number} {minute_word}?", _past),
    Rule("(?<={clock_article}){h:number} {clock_and} {i:number} {minute_word}?", _plain),
    Rule("(?P<o>(?<={at}){article}?) {h:number} {oclock}", _plain),
    Rule("(?<={for|whole|within|in_time|vague|more}){x:hclock}", _h_length),
    Rule("{x:hclock} {d:number}(?={minute_word})", _h_minutes),
    Rule("{x:hclock}", _h_clock),
    Rule("(?<={clock_article|at|about}){h:number} {oclock_word} {and}? {i:number} {minute_word}?", _plain),
    Rule("{h:number} {oclock_word} {and}? {i:number}(?!{minute_word|unit})", _plain),
    Rule("(?<={clock_article|at|about}){h:number} {oclock_word}(?!{and|comma}?{number})", _plain),
    Rule("{h:number} {oclock_word}(?={of|in}?{article}?{daypart})", _plain),
    Rule("(?<={from}){h:number} {oclock_word}(?={to}{article}?{number})", _plain),
    Rule("(?<={clock}{to}){h:number} {oclock_word}(?!{last|next|last_after})", _plain),
    Rule("{h:number} {oclock}", _plain),
    Rule("{t:dotted} {oclock}", _plain),
    Rule("{c:clock} {oclock}", _plain),
    Rule("{x:hour}", _named),
    Rule("{c:clock} " + _TAIL + " {p:daypart}", _in_part),
    Rule("{h:number} {in|of} {article}? {edge}? {p:daypart}", _number_in_part),
    Rule("{h:number} {p:hour_part}", _number_in_part),
    Rule("{c:clock} {p:hour_part}", _in_part),
    Rule("(?<={clock_article}){t:dotted}(?!{unit})", _plain),
    Rule("{c:clock} {a:meridiem}", _plain),
    Rule("{c:clock} {zone}", _zone),
)
"""Hours "at 5", that only the words before them show, come later: see `moments`."""
