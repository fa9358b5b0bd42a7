"""Dates in words: as exact as the value, and nothing made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.dates_in_words import date_in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-05-06", "Tuesday 6 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-05-06T18:30", "Tuesday 6 May 2031, 18:30"),
        ("2031-05-06TEV", "Tuesday 6 May 2031, evening"),
        ("2031-05-06T18:30:00+02:00", "Tuesday 6 May 2031, 18:30"),
        ("P22Y", "P22Y"),
        ("PAST_REF", "PAST_REF"),
        ("2031-13-45", "2031-13-45"),
        ("2031-02-30", "2031-02-30"),
        ("2031-W05", "2031-W05"),
        ("", ""),
    ],
)
def test_values_are_written_as_exactly_as_they_are(value: str, words: str) -> None:
    """Day, month, year and time are written out; what is no date comes back unchanged."""
    assert date_in_words(value) == words


@given(st.dates())
def test_every_day_is_written_with_its_parts(day: object) -> None:
    """Day of the month and year of any date stand in its words."""
    words = date_in_words(str(day))
    assert str(int(str(day)[:4])) in words
    assert f" {int(str(day)[8:])} " in words


@given(st.text(max_size=20))
def test_any_text_is_survived(text: str) -> None:
    """No value raises."""
    assert isinstance(date_in_words(text), str)
