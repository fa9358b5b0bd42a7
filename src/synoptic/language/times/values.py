"""What expressions of time say, before they are placed: days and longer spans, clock times, durations, ranges, sets."""

from dataclasses import dataclass, replace
from datetime import date

type Content = When | Clock | Moment | Duration | Range | Recurrence | Fixed


@dataclass(frozen=True, slots=True)
class When:
    """A day or a longer span of the calendar, as far as it is stated.

    `grain`: day, week, workweek, weekend, month, quarter, half, season, year, fiscal, school, decade, century, span.
    `number` is the number of a week, quarter, half, decade or century; `season` SP, SU, FA, WI; `direction` is -1, 0,
    1 for last, this, next, None where nothing is said. `nth` counts weekdays or weeks inside the month or year.
    `first` and `end` (exclusive) are set where the words place it already. `value` overrides the written value.
    """

    grain: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    season: str | None = None
    direction: int | None = None
    nth: int | None = None
    first: date | None = None
    end: date | None = None
    value: str | None = None
    edge: str | None = None
    feast: str | None = None
    weak: bool = False

    def at(self, clock: "Clock") -> "Moment":
        """A clock time of that day."""
        return Moment(self, clock)

    def but(self, **changes: "int | str | bool | date | None") -> "When":
        """The same with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time or a part of the day (`part`: MO, AF, EV, NI, MI …). `half` is "am" or "pm" where stated.

    `fixed` means that the hour counts to 24 and is not to be moved to the afternoon.
    """

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    half: str | None = None
    part: str | None = None
    fixed: bool = False
    days: int = 0

    @property
    def value(self) -> str:
        """TIMEX3 after the "T"."""
        if self.hour is None:
            return self.part or ""
        hour = self.hour24
        text = f"{hour:02d}:{self.minute or 0:02d}"
        return text if self.second is None else f"{text}:{self.second:02d}"

    @property
    def hour24(self) -> int:
        """The hour of the day, 0 to 23."""
        hour = self.hour or 0
        if self.half == "pm" and hour < 12 and not self.fixed:
            return hour + 12
        if self.half == "am" and hour == 12:
            return 0
        return hour % 24

    def but(self, **changes: "int | str | bool | None") -> "Clock":
        """The same with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock time or part of the day on a day."""

    when: When
    clock: Clock


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as (number, unit) pairs; units: S MIN H D W M Y BD WE WD. A number of None is vague ("some")."""

    parts: tuple[tuple[float | None, str], ...]
    vague: bool = False

    @property
    def value(self) -> str:
        """ISO 8601 with X for a vague number."""
        whole = [((n and n * 3), "M") if u == "Q" else (n, u) for n, u in self.parts]
        dates = [(n, u) for n, u in whole if u not in ("S", "MIN", "H")]
        times = [(n, u) for n, u in self.parts if u in ("S", "MIN", "H")]
        text = "P" + "".join(f"{written(n)}{u}" for n, u in dates)
        return text + ("T" + "".join(f"{written(n)}{u[0]}" for n, u in times) if times else "")


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another (its end is the start of the second, as ISO 8601 intervals have it)."""

    start: "When | Clock | Moment | Fixed"
    end: "When | Clock | Moment | Fixed"
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that returns: the TIMEX3 value of a set."""

    value: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no placing: PRESENT_REF, PAST_REF, FUTURE_REF, or a date-time already computed."""

    value: str
    kind: str = "date"
    first: date | None = None
    end: date | None = None
    instant: str | None = None


def written(number: float | None) -> str:
    """A number as ISO 8601 durations write it."""
    if number is None:
        return "X"
    return str(int(number)) if float(number).is_integer() else f"{number:.10g}"
