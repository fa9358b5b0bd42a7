"""What returns: "every Monday", "weekly", "each year", "twice a week", "every other day", "Mondays at 9"."""

from synoptic.language.times.durations import length
from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.values import Clock, Content, Duration, Moment, Recurrence, When


def _named(found: Found) -> Content | None:
    return Recurrence(found.word("x", "returns"))


def _every_unit(found: Found) -> Content | None:
    unit = found.word("u", "unit")
    if found.has("n"):
        count = found.amount("n") or found.number("n", "ordinal")
        return Recurrence(length(float(count), unit).value) if count and count > 0 else None
    if unit == "WE" and not found.has("other"):
        return Recurrence("XXXX-WXX-WE")
    if unit in ("WE", "WD"):
        return Recurrence(f"P{'2' if found.has('other') else '1'}{unit}")
    return Recurrence(length(2 if found.has("other") else 1, unit).value)


def _every_duration(found: Found) -> Content | None:
    known = found.content("x", Duration)
    return Recurrence(known.value) if known else None


def _every_weekday(found: Found) -> Content | None:
    value = f"XXXX-WXX-{found.number('w', 'weekday', 'weekdays')}"
    return Recurrence(value + _tail(found))


def _tail(found: Found) -> str:
    if found.has("p"):
        return "T" + (found.word("p", "daypart") or found.word("p", "dayparts"))
    if found.has("t"):
        hour, _, minute = found.word("t", "dotted").partition(".")
        fits = hour.isdigit() and len(minute) == 2 and int(hour) < 25 and int(minute) < 60
        return f"T{int(hour) % 24:02d}:{minute}" if fits else ""
    clock = found.content("c", Clock)
    return f"T{clock.value}" if clock and clock.hour is not None else ""


def _every_part(found: Found) -> Content | None:
    return Recurrence(f"T{found.word('p', 'daypart') or found.word('p', 'dayparts')}")


def _every_date(found: Found) -> Content | None:
    """Reads "Every May", "every 4 July", "every Monday morning" where the date is understood already."""
    moment = found.content("x", Moment)
    when = moment.when if moment else found.content("x", When)
    if when is None or when.first or when.year is not None:
        return None
    tail = f"T{moment.clock.value}" if moment else ""
    if when.grain == "day" and when.month and when.day:
        return Recurrence(f"XXXX-{when.month:02d}-{when.day:02d}{tail}")
    if when.grain == "day" and when.weekday:
        return Recurrence(f"XXXX-WXX-{when.weekday}{tail}")
    if when.grain == "month" and when.month:
        return Recurrence(f"XXXX-{when.month:02d}")
    return Recurrence(f"XXXX-{when.season}") if when.season else None


def _at_clock(found: Found) -> Content | None:
    """A set with its hour: what returns daily at three is T15:00, Mondays at four XXXX-WXX-1T16:00."""
    known = found.content("s", Recurrence)
    clock = found.content("c", Clock)
    if clock is None and found.has("h"):
        hour = found.number("h", "number")
        clock = Clock(hour) if hour is not None and hour < 25 else None
    if known is None or clock is None or clock.hour is None:
        return None
    if known.value == "P1D" or known.value in ("TMO", "TAF", "TEV", "TNI"):
        from_part = {"TAF": "pm", "TEV": "pm"}.get(known.value)
        clock = clock.but(half=from_part) if from_part and not clock.half and clock.hour < 12 else clock
        return Recurrence(f"T{clock.value}")
    return (
        Recurrence(f"{known.value}T{clock.value}")
        if known.value.startswith("XXXX-WXX") and "T" not in known.value
        else None
    )


def _rate(found: Found) -> Content | None:
    """Reads "Twice a week", "once a year", "per month"."""
    return Recurrence(length(1, found.word("u", "unit")).value)


def _rate_of(found: Found) -> Content | None:
    """Reads "twice a week" where "a week" was understood already."""
    known = found.content("x", Duration)
    return Recurrence(known.value) if known and not known.vague and known.parts[0][0] == 1 else None


def _day_of_every(found: Found) -> Content | None:
    day = found.number("d", "ordinal", "number")
    return Recurrence(f"XXXX-XX-{day:02d}") if day and 1 <= day <= 31 else None


SETS = (
    Rule("{x:returns}", _named),
    Rule("{article}? {d:ordinal|number} {day_word}? {of} {every} {article}? {unit}", _day_of_every),
    Rule("{every} {article}? {other:other} {u:unit}", _every_unit),
    Rule("{every} {article}? {n:ordinal|number} {u:unit}", _every_unit),
    Rule("{every} {article}? {x:duration}", _every_duration),
    Rule("{every} {article}? {other}? {w:weekday} {in}? {article}? {p:daypart}", _every_weekday),
    Rule("{every} {article}? {other}? {w:weekday|weekdays} {comma}? {at|article}{0,2} {c:clock}", _every_weekday),
    Rule("{every} {article}? {other}? {w:weekday|weekdays} {at} {t:dotted}(?!{unit})", _every_weekday),
    Rule("{every} {article}? {other}? {w:weekday|weekdays}", _every_weekday),
    Rule("{every} {article}? {p:daypart}", _every_part),
    Rule("{every} {article}? {u:unit}", _every_unit),
    Rule("{every} {article}? {other}? {x:date|moment}", _every_date),
    Rule("{w:weekdays} {in}? {article}? {p:daypart|dayparts}", _every_weekday),
    Rule("{w:weekday} {in}? {article}? {p:dayparts}", _every_weekday),
    Rule("{w:weekdays} {comma}? {at|article}{0,2} {c:clock}", _every_weekday),
    Rule("{w:weekdays} {at} {t:dotted}(?!{unit})", _every_weekday),
    Rule("{w:weekdays}", _every_weekday),
    Rule("{p:dayparts}", _every_part),
    Rule("{times} {one|article}? {u:unit}", _rate),
    Rule("{times} {x:duration}", _rate_of),
    Rule("{s:set} {comma}? {at|article}{0,2} {c:clock}", _at_clock),
    Rule("{s:set} {at} {article}? {h:number}(?!{unit})", _at_clock),
    Rule("{c:clock} {comma}? {s:set}", _at_clock),
)
