"""Quantities as closed ranges."""

import math

import pytest

from synoptic.records.annotation import Quantity
from tests.stages.annotated import annotated


def found(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The quantities of a text."""
    return annotated(text, language=language).annotation.quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "counted"),
    [
        ("They signed seven cooperation documents.", 7, 7, None, "document"),
        ("The flood drove out tens of thousands of people.", 10_000, 100_000, None, "people"),
        ("At least 12 sailors drowned.", 12, math.inf, None, "sailor"),
        ("More than 1,200 houses burned.", 1200, math.inf, None, "house"),
        ("Nearly 40 percent voted.", 36, 40, "percent", None),
        ("About 30 boats came.", 27, 33, None, "boat"),
        ("Two thirds of the crews left.", 2 / 3, 2 / 3, "share", "crew"),
        ("Most of the crews left.", 0.5, 1, "share", "crew"),
        ("A dozen boats came.", 12, 12, None, "boat"),
        ("The bridge cost $2.5 billion.", 2.5e9, 2.5e9, "USD", None),
        ("It lies 10 to 15 km away.", 10, 15, "km", None),
        ("Up to 500 guards stood there.", 0, 500, None, "guard"),
        ("Between 3 and 4 million votes were cast.", 3e6, 4e6, None, "vote"),
    ],
)
def test_numbers_become_ranges(text: str, low: float, high: float, unit: str | None, counted: str | None) -> None:
    """Approximation, unit and counted noun of each wording."""
    (only,) = found(text)
    assert (only.low, only.high, only.unit, only.counted) == (pytest.approx(low), pytest.approx(high), unit, counted)


@pytest.mark.parametrize(
    "text",
    [
        "He came on the 4th of the month.",
        "They won 2-1 on the F-16.",
        "She was one of the guards.",
        "It happened in 1979.",
        "The meeting on Monday (4) went on.",
    ],
)
def test_ordinals_codes_years_and_dates_are_no_quantities(text: str) -> None:
    """What does not count or measure is left out."""
    assert found(text) == ()


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "unit"),
    [
        ("es", "Murieron al menos 1.200 personas.", 1200, math.inf, None),
        ("es", "Costó 2,5 millones de dólares.", 2.5e6, 2.5e6, "USD"),
        ("fr", "Une centaine de soldats sont venus.", 90, 110, None),
        ("pt", "Dezenas de milhares de pessoas fugiram.", 10_000, 100_000, None),
        ("de", "Rund 30 Prozent stimmten ab.", 27, 33, "percent"),
        ("it", "Oltre 1.200 feriti.", 1200, math.inf, None),
    ],
)
def test_other_languages(language: str, text: str, low: float, high: float, unit: str | None) -> None:
    """The tables of each language give the same ranges."""
    (only,) = found(text, language)
    assert (only.low, only.high, only.unit) == (pytest.approx(low), pytest.approx(high), unit)
