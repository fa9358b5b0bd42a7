"""Settings come from the environment, checked."""

import pytest

from synoptic.errors import InvalidSetting
from synoptic.settings import Settings, settings_from


def test_what_is_not_set_keeps_its_default() -> None:
    """An empty environment gives the defaults."""
    assert settings_from({}) == Settings()


def test_numbers_are_read() -> None:
    """SYNOPTIC_PROCESSES and SYNOPTIC_BATCH are whole numbers."""
    assert settings_from({"SYNOPTIC_PROCESSES": "2", "SYNOPTIC_BATCH": " 8 "}) == Settings(processes=2, batch=8)


@pytest.mark.parametrize("value", ["two", "-1", "0", "1.5"])
def test_a_bad_value_is_an_error_that_names_the_remedy(value: str) -> None:
    """What is no whole number from 1 is refused, with the name of the variable and what to give instead."""
    with pytest.raises(InvalidSetting, match=r"SYNOPTIC_PROCESSES.*number from 1"):
        settings_from({"SYNOPTIC_PROCESSES": value})
