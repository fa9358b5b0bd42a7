"""Placing what was said in the calendar: from When, Clock, Duration … to a TIMEX3 value and the days it covers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from synoptic.language.times.calendar import YEARS, add_days, add_months, add_seconds, make_day, monday, nth_weekday
from synoptic.language.times.feasts import day_of_feast, open_feast
from synoptic.language.times.values import Clock, Content, Duration, Fixed, Moment, Range, Recurrence, When

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months of the meteorological seasons of the northern half of the earth, where most stored outlets write."""


@dataclass(frozen=True, slots=True)
class Frame:
    """From where times count: the reference (None where unknown), and where the sentence looks.

    `future`: the nearest verb tells what will be; `possible`: what may be; `past`: some verb tells what was.
    `distance` is how far the nearest of them stands from the time, in characters. `anchor` is the day told of last.
    """

    reference: datetime | None = None
    future: bool = False
    past: bool = False
    possible: bool = False
    distance: int | None = None
    anchor: date | None = None

    @property
    def today(self) -> date | None:
        """The reference day."""
        return self.reference.date() if self.reference else None


@dataclass(frozen=True, slots=True)
class Settled:
    """A TIMEX3 type and value, with the first day and the day after the last where known."""

    kind: str
    value: str | None
    first: date | None = None
    end: date | None = None


def settle(content: Content, frame: Frame) -> Settled:
    """Type, value and days of anything that was understood."""
    if isinstance(content, When):
        placed = place(content, frame)
        return Settled("date", render(placed, frame), placed.first, placed.end)
    if isinstance(content, Clock):
        return Settled("time", f"T{content.value}")
    if isinstance(content, Moment):
        placed, value = _moment(content, frame)
        return Settled("time", value, placed.first, placed.end)
    if isinstance(content, Duration):
        return Settled("duration", content.value)
    if isinstance(content, Recurrence):
        return Settled("set", content.value)
    if isinstance(content, Fixed):
        return Settled(content.kind, content.value, content.first, content.end)
    return _range(content, frame)


def _moment(moment: Moment, frame: Frame) -> tuple[When, str]:
    placed = place(moment.when, frame)
    if moment.clock.days and placed.first:
        first = add_days(placed.first, moment.clock.days)
        placed = placed.but(first=first, end=add_days(first, 1), value=None)
    return placed, f"{render(placed, frame)}T{moment.clock.value}"


def place(when: When, frame: Frame) -> When:
    """The same with `first` and `end` set, where the calendar and the frame allow it."""
    if when.first is not None:
        return when if when.end else when.but(end=span_end(when.grain, when.first))
    candidates = [c for c in candidate_days(when, frame.today) if c is not None]
    if not candidates:
        return when
    chosen = choose(candidates, when, frame)
    return when.but(first=chosen, end=span_end(when.grain, chosen)) if chosen else when


def choose(candidates: Iterable[date], when: When, frame: Frame) -> date | None:
    """The candidate that is meant: weekdays lie behind unless the text looks ahead; other dates are the nearest."""
    days = sorted(set(candidates))
    today = frame.today
    if today is None or len(days) == 1:
        return days[0] if len(days) == 1 else None
    if when.day and when.weekday and when.month is None:
        return min(days, key=lambda day: abs(day - today))
    begun = [day for day in days if day <= today]
    ahead = [day for day in days if span_end(when.grain, day) > today]
    if when.direction == 0 or not begun:
        return ahead[0] if ahead else days[-1]
    if when.grain == "day" and when.weekday and not when.month:
        return ahead[0] if frame.future and ahead else begun[-1]
    return min((begun[-1], *ahead[:1]), key=lambda day: _strain(day, today, frame))


AGAINST = ((6, 10.0), (60, 3.0), (10_000, 2.0))
"""How many times farther off a date may lie in the direction that the words point to than in the other one, by how far
away (in characters, up to) the nearest verb stands. Chosen by reading 60 news articles (set `quotes`): "began in May",
said in March, is last May; at 4 for the middle row "the convention in July" written in April becomes last July, at 1.5
"In January" of what happened nine months ago becomes next January; with no verb near, news still looks back."""


def _strain(day: date, today: date, frame: Frame) -> float:
    """How unlikely a day is for a date without a year: its distance, more where it lies against the tense."""
    distance = abs((day - today).days)
    if (day > today) is (frame.future or frame.possible):
        return distance
    verb = frame.distance if frame.distance is not None else AGAINST[-1][0]
    return distance * next((factor for reach, factor in AGAINST if verb <= reach), AGAINST[-1][1])


def span_end(grain: str, first: date) -> date:
    """The day after the last of a span that begins on `first`."""
    months = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "fiscal": 12, "school": 12}
    days = {"week": 7, "workweek": 5, "weekend": 2, "fortnight": 14}
    if grain in months:
        return add_months(first, months[grain])
    if grain in ("decade", "century"):
        return add_months(first, 120 if grain == "decade" else 1200)
    return add_days(first, days.get(grain, 1))


def candidate_days(when: When, today: date | None) -> list[date | None]:
    """The first days of the spans that the words may mean, around the reference day."""
    if when.year is not None:
        return [_in_year(when, when.year)]
    if today is None:
        return []
    years = [today.year] if when.direction == 0 else _around(today.year, when.direction)
    if when.feast or when.month or when.grain in ("quarter", "half", "season") or when.nth:
        days = [_in_year(when, year) for year in years]
        if when.weekday and when.day:
            fitting = [day for day in days if day and day.isoweekday() == when.weekday]
            return list(fitting) or days
        return days
    if when.day is not None:
        return _days_of_month(when, today)
    if when.weekday is not None:
        return _weekdays(when.weekday, when.direction, today)
    if when.grain == "week" and when.number:
        return [_in_year(when, today.year)]
    return []


def _around(year: int, direction: int | None) -> list[int]:
    if direction is None:
        return [year - 1, year, year + 1]
    return [year + direction]


def _weekdays(weekday: int, direction: int | None, today: date) -> list[date | None]:
    """Last Monday is that of last week, this Monday that of this week; a bare one lies within a week around today."""
    if direction is not None:
        return [add_days(monday(today), 7 * direction + weekday - 1)]
    back = (today.isoweekday() - weekday) % 7
    return [add_days(today, -back), add_days(today, 7 - back)]


def _days_of_month(when: When, today: date) -> list[date | None]:
    """Days with that number in the months around; with a weekday, the months in which it fits."""
    reach = range(-12, 13) if when.weekday else range(-1, 2)
    if when.direction is not None and not when.weekday:
        reach = range(when.direction, when.direction + 1)
    first = today.replace(day=1)
    days = [
        make_day(moved.year, moved.month, when.day or 1) for moved in (add_months(first, months) for months in reach)
    ]
    return [day for day in days if day and when.weekday in (None, day.isoweekday())]


def _in_year(when: When, year: int) -> date | None:
    """The first day of the span in a given year."""
    if year not in YEARS:
        return None
    number = when.number or 1
    if when.feast:
        return day_of_feast(when.feast, year)
    if when.nth and when.month and when.weekday:
        return nth_weekday(year, when.month, when.weekday, when.nth)
    if when.nth and when.grain == "week":
        return _week_of(year, when.month, when.nth)
    if when.grain == "week" and when.month is None:
        week = min(max(number, 1), 53)
        return add_days(monday(date(year, 1, 4)), 7 * (week - 1))
    if when.grain == "season":
        return make_day(year, SEASON_MONTHS[when.season or "SP"], 1)
    starts = {"quarter": 3 * number - 2, "half": 6 * number - 5}
    return make_day(year, starts.get(when.grain, when.month or 1), when.day or 1)


def _week_of(year: int, month: int | None, nth: int) -> date | None:
    """The nth week of a month or year (-1: the last); weeks belong where their Thursday lies (ISO 8601)."""
    first = date(year, month or 1, 1)
    start = monday(add_days(first, 3))
    if nth > 0:
        return add_days(start, 7 * (nth - 1))
    end = add_months(first, 1 if month else 12)
    last = add_days(end, -1)
    return add_days(monday(add_days(last, -3)), 7 * (nth + 1))


def render(when: When, frame: Frame) -> str:
    """The TIMEX3 value of a placed or unplaced span."""
    if when.value is not None:
        return when.value
    first = when.first
    if first is None:
        return _open_value(when)
    year, week, _ = first.isocalendar()
    month = f"{first.year:04d}-{first.month:02d}"
    values = {
        "day": first.isoformat(),
        "week": f"{year:04d}-W{week:02d}",
        "workweek": f"{year:04d}-W{week:02d}",
        "weekend": f"{year:04d}-W{week:02d}-WE",
        "month": month,
        "quarter": f"{first.year:04d}-Q{(first.month + 2) // 3}",
        "half": f"{first.year:04d}-H{1 if first.month < 7 else 2}",
        "season": f"{first.year:04d}-{when.season}",
        "year": f"{first.year:04d}",
        "fiscal": f"FY{first.year:04d}",
        "school": f"SY{first.year:04d}",
        "decade": f"{first.year // 10:03d}X",
        "century": f"{first.year // 100:02d}XX",
    }
    return values.get(when.grain) or f"{first.isoformat()}/{(when.end or first).isoformat()}"


def _open_value(when: When) -> str:
    """The value of what has no place yet, X for what is not known (TIMEX3, ISO 8601-2)."""
    year = f"{when.year:04d}" if when.year is not None else "XXXX"
    if when.feast:
        return open_feast(when.feast, year)
    if when.grain == "week" and when.nth and when.nth > 0 and when.month:
        return f"{year}-{when.month:02d}-W{when.nth:02d}"
    if when.grain == "day" and when.nth and when.month:
        return f"{year}-{when.month:02d}-WXX-{when.weekday}-#{when.nth}"
    if when.grain == "day" and when.month is None and when.day is None and when.weekday:
        return f"XXXX-WXX-{when.weekday}"
    if when.grain == "day":
        month = f"{when.month:02d}" if when.month else "XX"
        return f"{year}-{month}-{when.day:02d}" if when.day else f"{year}-{month}-XX"
    endings = {
        "month": f"-{when.month:02d}" if when.month else "-XX",
        "quarter": f"-Q{when.number or 'X'}",
        "half": f"-H{when.number or 'X'}",
        "season": f"-{when.season}",
        "week": f"-W{when.number:02d}" if when.number else "-WXX",
        "weekend": "-WXX-WE",
        "workweek": "-WXX",
    }
    if when.grain in ("fiscal", "school"):
        return ("FY" if when.grain == "fiscal" else "SY") + year
    return {"decade": "XXXX", "century": "XXXX"}.get(when.grain, year + endings.get(when.grain, ""))


def _range(content: Range, frame: Frame) -> Settled:
    """Two ends: the second takes what it does not say from the first, and lies after it."""
    start, end = content.start, content.end
    if isinstance(start, Clock) and isinstance(end, Clock):
        return Settled("duration", f"{_plain(start)}/{_plain(end)}")
    if isinstance(start, Fixed) or isinstance(end, Fixed):
        one, two = settle(start, frame), settle(end, frame)
        return Settled("duration", f"{one.value}/{two.value}", one.first, two.end)
    if isinstance(start, Moment) or isinstance(end, Moment):
        return _moment_range(start, end, frame)
    if not isinstance(start, When) or not isinstance(end, When):
        return Settled("duration", None)
    placed = _running(place(start, frame), start, end, frame)
    if placed.first is None:
        return Settled("duration", f"{render(placed, frame)}/{render(place(end, frame), frame)}")
    after = place_after(end, placed.first, frame)
    if after.first is None or after.first < placed.first:
        return Settled("duration", None, placed.first, None)
    return Settled("duration", f"{_edge_of(placed)}/{_edge_of(after)}", _edge_of(placed), after.end)


def _edge_of(placed: When) -> date:
    """The day that bounds a range: the first one of a span, its middle, or the day after it, as the words say."""
    first = placed.first or date.min
    if placed.end is None or placed.edge not in ("mid", "end") or placed.grain == "day":
        return first
    return placed.end if placed.edge == "end" else first + (placed.end - first) / 2


def _running(placed: When, start: When, end: When, frame: Frame) -> When:
    """The start of a range that is going on now, rather than of the next one."""
    if not frame.future or placed.first is None or frame.reference is None or start.first or start.year is not None:
        return placed
    begun = place(start, Frame(frame.reference))
    last = place_after(end, begun.first, frame) if begun.first else end
    return begun if last.end and frame.today and last.end > frame.today else placed


def place_after(end: When, first: date, frame: Frame) -> When:
    """The end of a range: the first fitting span that begins after its start."""
    if end.first or end.year is not None or end.direction is not None:
        return place(end, frame)
    later = [day for day in candidate_days(end, first) if day and day >= first]
    return end.but(first=min(later), end=span_end(end.grain, min(later))) if later else place(end, frame)


def _moment_range(start: object, end: object, frame: Frame) -> Settled:
    day_of = next(side.when for side in (start, end) if isinstance(side, Moment))
    one = start if isinstance(start, Moment) else Moment(day_of, start) if isinstance(start, Clock) else None
    if one is None:
        return Settled("duration", None)
    first, value = _moment(one, frame)
    if isinstance(end, Clock):
        other, last = Moment(first, end), first
        if first.first and _before(end, one.clock):
            moved = add_days(first.first, 1)
            other = Moment(first.but(first=moved, end=add_days(moved, 1), value=None), end)
        _, second = _moment(other, frame)
    elif isinstance(end, Moment):
        if end.when.weekday and end.when.direction is None and end.when.first is None and first.first:
            end = Moment(place_after(end.when, first.first, frame), end.clock)
        last, second = _moment(end, frame)
    else:
        return Settled("duration", None)
    return Settled("duration", f"{value}/{second}", first.first, last.end)


def _before(one: Clock, other: Clock) -> bool:
    return (
        one.hour is not None
        and other.hour is not None
        and (one.hour24, one.minute or 0)
        < (
            other.hour24,
            other.minute or 0,
        )
    )


def _plain(clock: Clock) -> str:
    """A clock time as ISO 8601 writes it beside another one."""
    if clock.hour is None:
        return f"T{clock.value}"
    return clock.value if clock.second is not None else f"{clock.value}:00"


def instant(moment: datetime, parts: tuple[tuple[float | None, str], ...], sign: int) -> datetime:
    """A date-time moved by hours, minutes and seconds."""
    seconds = {"H": 3600, "MIN": 60, "S": 1}
    return add_seconds(moment, sum((n or 0) * seconds.get(u, 0) * sign for n, u in parts))
