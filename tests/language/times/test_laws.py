"""Laws of the tagger and of its calendar, on any text and any day."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.language.times import find_timexes
from synoptic.language.times.calendar import (
    add_business_days,
    add_months,
    add_seconds,
    easter,
    monday,
    nth_weekday,
    on_or_before,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ANY_DAYS = st.one_of(DAYS, st.dates(), st.sampled_from([date.min, date(2, 1, 1), date(9997, 12, 31), date.max]))
PIECES = st.lists(
    st.sampled_from(
        [
            "Monday",
            "(4)",
            "in",
            "the",
            "first",
            "week",
            "of",
            "May",
            "2021",
            ",",
            "12/11",
            "at",
            "7:30",
            "pm",
            "3",
            "years",
            "ago",
            "from",
            "to",
            "-",
            "last",
            "next",
            "31",
            "February",
            "0",
            "99999",
            "'90s",
            "half",
            "past",
            "every",
            "other",
            "quarter",
            "²",
            "½",
            "月",
            "10",
            "日",
            "الاثنين",
            "lunes",
            "de",
            "el",
            "5th",
            "of",
            "the",
            "day",
            ".",
            "\n",
            "“",
            "”",
            *(
                "0000",
                "0001",
                "9997",
                "9998",
                "9999",
                "9999-12-31",
                "0000-00-00",
                "9998/99",
                "1000000000000",
                "9" * 400,
            ),
            *("hours", "business", "days", "decade", "century", "Easter", "Ramadan", "Hanukkah", "season", "before"),
        ]
    ),
    max_size=14,
).map(" ".join)
LANGUAGES = st.sampled_from(["en", "es", "fr", "de", "it", "pt", "nl", "ar", "zh", "ja", "ko", "sw", "", "en-GB"])


@settings(max_examples=100)  # the first text of a language compiles its rules
@given(text=st.one_of(PIECES, st.text(max_size=60)), language=LANGUAGES, day=st.one_of(st.none(), ANY_DAYS))
def test_finds_lie_in_the_text_in_order_and_apart(text: str, language: str, day: date | None) -> None:
    """Any text in any language gives spans inside it, in order, none overlapping, and days that are a real interval."""
    reference = datetime(day.year, day.month, day.day) if day else None
    end = 0
    for timex in find_timexes(text, language, reference):
        assert end <= timex.span.start < timex.span.end <= len(text)
        end = timex.span.end
        if timex.interval is not None:
            assert date.fromisoformat(timex.interval[0]) < date.fromisoformat(timex.interval[1])


@settings(max_examples=60)  # the first text of a language compiles its rules
@given(day=DAYS)
def test_a_date_written_out_is_read_back(day: date) -> None:
    """A full date, in figures or in words, means that day and no other."""
    for text in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"):
        (timex,) = find_timexes(f"It was {text}.", "en", datetime(2031, 5, 6))
        assert timex.value == day.isoformat()
        assert timex.interval == (day.isoformat(), (day + timedelta(days=1)).isoformat())


@settings(max_examples=60)  # the first text of a language compiles its rules
@given(day=DAYS)
def test_a_bare_weekday_lies_within_the_last_week(day: date) -> None:
    """In a sentence about what was, a weekday is one of the seven days up to the reference day."""
    (timex,) = find_timexes("They met on Wednesday.", "en", datetime(day.year, day.month, day.day))
    found = date.fromisoformat(timex.value or "")
    assert found.isoweekday() == 3
    assert timedelta(0) <= day - found < timedelta(days=7)


@settings(max_examples=60)  # the first text of a language compiles its rules
@given(text=PIECES, day=DAYS)
def test_the_same_text_gives_the_same_times(text: str, day: date) -> None:
    """Reading twice changes nothing."""
    reference = datetime(day.year, day.month, day.day)
    assert find_timexes(text, "en", reference) == find_timexes(text, "en", reference)


@settings(max_examples=60)  # the first text of a language compiles its rules
@given(day=DAYS, months=st.integers(-1200, 1200))
def test_adding_months_keeps_the_day_or_the_end_of_the_month(day: date, months: int) -> None:
    """The day of the month stays, or becomes the last one of a shorter month."""
    moved = add_months(day, months)
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


@settings(max_examples=60)  # the first text of a language compiles its rules
@given(day=DAYS)
def test_weeks_begin_on_monday(day: date) -> None:
    """The Monday of a day is a Monday at most six days before it."""
    assert monday(day).isoweekday() == 1
    assert timedelta(0) <= day - monday(day) <= timedelta(days=6)
    assert on_or_before(day, day.isoweekday()) == day


def test_easter_and_counted_weekdays_fall_where_almanacs_put_them() -> None:
    """Known days: Easter of five years, the fourth Thursday of November 2026, the last Monday of May 2026."""
    known = {1818: (3, 22), 1943: (4, 25), 2000: (4, 23), 2024: (3, 31), 2038: (4, 25)}
    assert {year: (easter(year).month, easter(year).day) for year in known} == known
    assert nth_weekday(2026, 11, 4, 4) == date(2026, 11, 26)
    assert nth_weekday(2026, 5, 1, -1) == date(2026, 5, 25)


@given(day=DAYS, count=st.integers(-60, 60))
def test_working_days_are_counted_one_by_one(day: date, count: int) -> None:
    """The day after so many working days is the one that a finger on a calendar reaches."""
    expected, left = day, abs(count)
    while left:
        expected += timedelta(days=1 if count > 0 else -1)
        left -= expected.weekday() < 5
    assert add_business_days(day, count) == expected


@pytest.mark.parametrize("reference", [datetime(2026, 5, 4), datetime(9999, 12, 31), datetime(1, 1, 1)])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was paid 100000000 business days ago, 10000000000 hours ago, and will be in 900000000000 decades."),
        ("en", "Next year, next century, Easter 9999, Hanukkah 9999, Eid al-Fitr 1, the last Monday of May 9999."),
        ("en", "The season 9998/99, the first week of 9999, every last month, week 53 of 0000."),
        ("he", "\u05db\u05dc \u05d4\u05d7\u05d5\u05d3\u05e9 \u05e9\u05e2\u05d1\u05e8"),
    ],
)
def test_no_calendar_is_left(language: str, text: str, reference: datetime) -> None:
    """What lies beyond the years that can be held raises nothing and has no day beyond them."""
    for timex in find_timexes(text, language, reference):
        assert timex.interval is None or timex.interval[1] <= "9999-01-01"


@given(
    seconds=st.integers(-(10**30), 10**30),
    moment=st.datetimes(datetime(2, 1, 1), datetime(9997, 12, 31)),
)
def test_seconds_lead_to_a_moment_that_can_be_held(seconds: int, moment: datetime) -> None:
    """However many they are; forward never back."""
    assert (add_seconds(moment, seconds) >= moment) is (seconds >= 0)
