"""Date: one happening put on different days, or dated more and less exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from re import findall, fullmatch

from synoptic.language.times.settle import span_end
from synoptic.language.times.weekdays import weekday_named
from synoptic.records.annotation import Quote, Timex, TimexType
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.frames import folded, frame, shared
from synoptic.stages.weigh.differences.rivals import Rivals
from synoptic.stages.weigh.differences.setting import head_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.slots import FIRM, Mark, opposed, slots
from synoptic.stages.weigh.differences.telling import Telling, known_day
from synoptic.stages.weigh.differences.words import listed

_LIKE = 0.5
"""Least share of the frames for two dates that exclude each other to be taken for dates of one thing."""


_WEEK = 7
"""Days by which two weekdays may lie apart and still be told of one happening."""

_MONTH = 31
"""Days by which a weekday and a date of the calendar may lie apart and still be told of one happening."""

_BEFORE = 12
"""Code points before a time in which the word that makes it a beginning or an end stands."""

_AS_NARROW = 3
"""A time that is told as well counts where it is at most this many times as long: a day, not the year around it."""

_DATELINE = 40
"""Code points that may stand before the day of a dateline: its places."""

_CLIMB = 3
"""Heads that a time is followed up to the verb that it dates."""

_LEAP_YEAR = 2000

_NIGHT = "TNI"
"""The end of the value of a night, which runs into the next day."""

_ABOUT = 20
"""Minutes within which a round time of day ("noon", "5 a.m.") and an exact one are one time."""


@dataclass(frozen=True, slots=True)
class Day:
    """A placed time: first day, day after the last, and the clock time where one is given ("12:20").

    `any_year` marks the month or day of a year that nobody gives, placed in a leap year: it is compared with its like.
    `weekday` is the one that the words name, 1 for Monday.
    """

    first: date
    after: date
    clock: str
    words: str
    reckoned: str = ""
    any_year: bool = False
    weekday: int | None = None

    @property
    def days(self) -> int:
        """How many days it may be."""
        return (self.after - self.first).days


def date_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference for each time that the tellings give differently.

    Times that cannot be placed ("recently") are not compared. "22 years" counts back from its article's own date, and
    is compared with a year alone.
    """
    marks = date_marks(tellings)
    rivals = Rivals("date", marks)
    found = []
    told = days_of_articles(marks)

    def strength(one: Mark[tuple[Timex, Day]], other: Mark[tuple[Timex, Day]]) -> float | None:
        fit = _comparable(one, other) or (excludes(one, other) and rivals.surely(one, other))
        return rivals.log_odds(one, other) if fit and _open(one, other, told) else None

    for slot in slots(marks, strength, lambda one, other: _overlap(one.value[1], other.value[1]), FIRM):
        compatible, reason = _judged(opposed(slot, strength))
        if not reason:
            continue
        made = difference(
            DifferenceKind.DATE, [(mark.telling, mark.key, mark.words) for mark in slot], compatible, reason
        )
        if made:
            found.append(made)
    return tuple(found)


def may_rival(one: Mark[tuple[Timex, Day]], other: Mark[tuple[Timex, Day]], told: Mapping[str, Sequence[Day]]) -> bool:
    """Whether two times exclude each other and the rules leave it open if they are of one thing."""
    return excludes(one, other) and _open(one, other, told)


def _open(one: Mark[tuple[Timex, Day]], other: Mark[tuple[Timex, Day]], told: Mapping[str, Sequence[Day]]) -> bool:
    """Whether nothing tells that two times are of two things; `told` are the days of each article."""
    day, other_day = one.value[1], other.value[1]
    if day.any_year != other_day.any_year:
        return False
    if _overlap(day, other_day):
        return True
    if _told_from(day) or _told_from(other_day) or _tells(told, one, other_day) or _tells(told, other, day):
        return False
    return _bound(one) == _bound(other) and not _named_alike(day, other_day) and not _of_other_sayings(one, other)


def date_marks(tellings: Sequence[Telling]) -> list[Mark[tuple[Timex, Day]]]:
    """The times of the tellings that can be placed."""
    marks = []
    for telling in tellings:
        for timex in telling.times:
            day = placed(timex, telling)
            if day is not None and not _is_dateline(telling, timex):
                key = f"{day.first}-{day.after} {day.clock}{day.reckoned and '*'}{_misnamed(day) or ''}"
                known = known_day(timex.interval) if timex.interval and not _misnamed(day) else key
                marks.append(Mark(telling, (timex, day), key, day.words, timex.span, known))
    return marks


def days_of_articles(marks: Sequence[Mark[tuple[Timex, Day]]]) -> dict[str, list[Day]]:
    """All days that each article gives in the tellings of a claim."""
    found: dict[str, list[Day]] = {}
    for mark in marks:
        found.setdefault(mark.telling.article, []).append(mark.value[1])
    return found


def _tells(told: Mapping[str, Sequence[Day]], one: Mark[tuple[Timex, Day]], day: Day) -> bool:
    """Whether the article of `one` gives `day` as well: then it tells of two happenings and contradicts nobody.

    A feast only names its day, and a year that holds the day is not the day.
    """
    own = (mine for mine in told[one.telling.article] if not mine.reckoned and _is_calendar(mine.words))
    return any(_overlap(mine, day) and mine.days <= _AS_NARROW * day.days for mine in own)


def _bound(mark: Mark[tuple[Timex, Day]]) -> str:
    """Whether a time is told as a beginning or an end ("from Wednesday", "until Friday"), or neither."""
    before = mark.telling.source[max(0, mark.span.start - _BEFORE) : mark.span.start].casefold().split()
    ends = {" ".join(before[-count:]) for count in range(1, len(before) + 1)}
    return next((side for side in ("from", "until") if ends & listed("date", side)), "")


def _of_other_sayings(one: Mark[tuple[Timex, Day]], other: Mark[tuple[Timex, Day]]) -> bool:
    """Whether one of two days is that of saying what the other one dates, or both are days of two speakers' words."""
    (verb, quote), (other_verb, other_quote) = _dated(one), _dated(other)
    if (quote and other_verb in _said(one.telling, quote)) or (
        other_quote and verb in _said(other.telling, other_quote)
    ):
        return True
    if quote is None or other_quote is None:
        return False
    return one.telling.speaker_ids.get(quote.entity or "") != other.telling.speaker_ids.get(other_quote.entity or "")


def _dated(mark: Mark[tuple[Timex, Day]]) -> tuple[str, Quote | None]:
    """The lemma of the word that a time hangs on, and the quotation whose cue it is, if any ("said on Monday")."""
    telling = mark.telling
    by_index = {token.index: token for token in telling.tokens}
    above = head_of(telling.tokens, mark.span)
    for _ in range(_CLIMB):
        above = by_index.get(above.head) if above is not None else None
        if above is not None and above.pos in ("VERB", "NOUN"):
            cued = (quote for quote in telling.quotes if quote.cue is not None and quote.cue.overlap(above.span))
            return folded(above.lemma), next(cued, None)
    return "", None


def _said(telling: Telling, quote: Quote) -> set[str]:
    """The lemmas of what is said."""
    return {folded(token.lemma) for token in telling.tokens if any(part.contains(token.span) for part in quote.content)}


def _is_calendar(words: str) -> bool:
    """Whether words place a day by the calendar or by today: no feast, which begins like a name and holds no figure."""
    first = words.split()[0] if words.split() else ""
    return any(map(str.isdigit, words)) or first[:1].islower() or len(words.split()) == 1


def _is_dateline(telling: Telling, timex: Timex) -> bool:
    """Whether a time opens the telling as the day of the report: behind a place, before a dash or an agency."""
    before, after = telling.source[telling.span.start : timex.span.start], telling.source[timex.span.end :]
    opens = before.split(",")[0].strip().isupper() and len(before) <= _DATELINE
    return opens and after.lstrip(" ,.")[:1] in set("(-–—:")


def _overlap(one: Day, other: Day) -> bool:
    return one.any_year == other.any_year and one.first < other.after and other.first < one.after


def excludes(one: Mark[tuple[Timex, Day]], other: Mark[tuple[Timex, Day]]) -> bool:
    """Whether two times, told in other words, cannot be one; years that are reckoned back are left out."""
    day, other_day = one.value[1], other.value[1]
    if day.reckoned or other_day.reckoned or _named_alike(day, other_day):
        return False
    relative = not any(map(str.isdigit, day.words + other_day.words))
    if _other_weekday(day, other_day):
        return True
    mixed = any(map(str.isdigit, day.words)) != any(map(str.isdigit, other_day.words))
    if mixed and abs((day.first - other_day.first).days) > _MONTH:
        return False
    far = relative and max(day.days, other_day.days) <= 1 and abs((day.first - other_day.first).days) > _WEEK
    if far or max(day.days, other_day.days) > 2 * min(day.days, other_day.days):
        return False
    if _overlap(day, other_day):
        return bool(day.clock and other_day.clock) and day.clock != other_day.clock
    return True


def _told_from(day: Day) -> bool:
    """Whether a time counts from a day that is told elsewhere ("the next day"), which may have been read wrongly."""
    words = f" {day.words.casefold()} "
    return not any(map(str.isdigit, words)) and any(f" {one} " in words for one in listed("date", "told_from"))


def _misnamed(day: Day) -> int | None:
    """The number (1 for Monday) of a weekday by which a single day is called wrongly; None of all others."""
    return day.weekday if day.days == 1 and day.weekday != day.first.isoweekday() else None


def _other_weekday(day: Day, other: Day) -> bool:
    """Whether one day is called by two weekdays: one of the accounts errs."""
    return (
        day.first == other.first
        and day.days == other.days == 1
        and None not in (day.weekday, other.weekday)
        and day.weekday != other.weekday
    )


def _named_alike(day: Day, other: Day) -> bool:
    """Whether both times hold one weekday or month: where they resolve apart, it is an article's date that is off."""
    mine, theirs = (set(findall(r"\b[A-ZÀ-Þ]\w{2,}", each.words)) for each in (day, other))
    exact = any(map(str.isdigit, day.words)) and any(map(str.isdigit, other.words))
    same = bool(mine & theirs) or day.words.casefold() == other.words.casefold()
    weekday = day.days == other.days == 1 and day.first.weekday() == other.first.weekday()
    return not exact and (same or (weekday and day.first != other.first))


def placed(timex: Timex, telling: Telling) -> Day | None:
    """Where a time expression lies; None where it has no place."""
    words = telling.words(timex.span)
    clock = (timex.value or "").partition("T")[2] if timex.type is TimexType.TIME else ""
    clock = clock if fullmatch(r"\d\d:\d\d(:\d\d)?", clock) else ""
    if timex.type in (TimexType.DATE, TimexType.TIME) and timex.interval:
        if (timex.value or "").endswith("_REF"):
            return None
        first, after = (date.fromisoformat(end) for end in timex.interval)
        if (timex.value or "").endswith(_NIGHT) and first + timedelta(days=1) == after:
            after += timedelta(days=1)
        return Day(first, after, clock, words, weekday=weekday_named(words, telling.language))
    if timex.type is TimexType.DATE:
        return _in_any_year(timex.value or "", words)
    if timex.type is TimexType.DURATION and telling.date:
        length = fullmatch(r"P(\d+)Y", timex.value or "")
        year = int(telling.date[:4]) - int(length.group(1)) if length else 0
        if 0 < year < MAXYEAR:
            reckoned = f"{words} before {telling.date[:4]} is {year}"
            return Day(date(year, 1, 1), date(year + 1, 1, 1), "", words, reckoned)
    return None


def _in_any_year(value: str, words: str) -> Day | None:
    """The place of a month ("XXXX-05") or of a day of it; None of another value, and of a day that no year has."""
    yearly = fullmatch(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?", value)
    if yearly is None:
        return None
    try:
        first = date(_LEAP_YEAR, int(yearly[1]), int(yearly[2] or 1))
    except ValueError:
        return None
    return Day(first, span_end("day" if yearly[2] else "month", first), "", words, any_year=True)


def _comparable(one: Mark[tuple[Timex, Day]], other: Mark[tuple[Timex, Day]]) -> bool:
    if one.telling.doubtful or other.telling.doubtful:
        return False
    (first, day), (second, other_day) = one.value, other.value
    overlap = _overlap(day, other_day)
    same = (day.first, day.after) == (other_day.first, other_day.after)
    if same and not (day.clock and other_day.clock) and not (day.reckoned or other_day.reckoned):
        return False
    if day.words.casefold() in other_day.words.casefold() or other_day.words.casefold() in day.words.casefold():
        # "August" and "22 August": more and less said, nothing told otherwise.
        return False
    if (day.reckoned and other_day.reckoned) or day.words.casefold() == other_day.words.casefold():
        # "Monday" in two articles is one Monday: where they resolve apart, it is an article's date that is off.
        return False
    like = shared(frame(one.telling, first.span), frame(other.telling, second.span))
    if day.reckoned or other_day.reckoned:
        return overlap and min(day.days, other_day.days) >= 300
    if overlap:
        if day.clock and other_day.clock:
            return like > 0
        # A day within its year may date another thing; a day within its week or month hardly.
        return max(day.days, other_day.days) <= 31 or like > 0
    relative = not any(map(str.isdigit, day.words + other_day.words))
    if relative and abs((day.first - other_day.first).days) > _WEEK:
        return False
    return like >= _LIKE and max(day.days, other_day.days) <= 2 * min(day.days, other_day.days)


def _judged(pairs: Sequence[tuple[Mark[tuple[Timex, Day]], Mark[tuple[Timex, Day]]]]) -> tuple[bool, str]:
    """Whether all times of a slot can be right; the first two that cannot decide."""
    reason = ""
    for one, other in pairs:
        compatible, said = _pair(one.value[1], other.value[1])
        if not compatible:
            return False, said
        reason = reason or said
    return True, reason


def _pair(one: Day, other: Day) -> tuple[bool, str]:
    if one.reckoned or other.reckoned:
        return True, one.reckoned or other.reckoned
    if _other_weekday(one, other):
        return False, f"“{one.words}” and “{other.words}” name different weekdays"
    if not _overlap(one, other):
        reckoned = not (any(map(str.isdigit, one.words)) and any(map(str.isdigit, other.words)))
        if (
            reckoned
            and min(one.days, other.days) >= 365
            and 0 in ((one.first - other.after).days, (other.first - one.after).days)
        ):
            return True, f"“{one.words}” and “{other.words}” are a year apart as reckoned in whole years"
        return False, f"“{one.words}” is {_named(one)}, “{other.words}” is {_named(other)}"
    if one.clock and other.clock and _minutes(one.clock, other.clock) > _ABOUT * _loose(one, other):
        return False, f"“{one.words}” and “{other.words}” are different times of day"
    if one.clock and other.clock:
        return True, f"“{one.words}” and “{other.words}” are about the same time"
    narrow, wide = (one, other) if one.days <= other.days else (other, one)
    if narrow.days == wide.days:
        return True, f"“{one.words}” and “{other.words}” may be one time"
    return True, f"“{narrow.words}” ({_named(narrow)}) lies in “{wide.words}” ({_named(wide)})"


def _minutes(one: str, other: str) -> int:
    return abs(int(one[:2]) * 60 + int(one[3:5]) - int(other[:2]) * 60 - int(other[3:5]))


def _loose(one: Day, other: Day) -> bool:
    """Whether one of two clock times is said in words ("noon") or to the round half hour."""
    return any(not any(map(str.isdigit, day.words)) or day.clock[3:5] in ("00", "30") for day in (one, other))


def _named(day: Day) -> str:
    if day.any_year:  # as XML Schema writes a month, or a day of a month, of no year
        return f"--{day.first:%m}" if day.days > 1 else f"--{day.first:%m-%d}"
    if day.days == 1:
        return day.first.isoformat()
    if day.first.day == 1 and day.after.day == 1 and day.days in range(28, 32):
        return day.first.isoformat()[:7]
    if (day.first.month, day.first.day, day.after.month, day.after.day) == (1, 1, 1, 1) and day.days < 367:
        return str(day.first.year)
    return f"{day.first.isoformat()} to {(day.after - timedelta(days=1)).isoformat()}"
