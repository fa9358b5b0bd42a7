"""Sectors of public life that words belong to."""

import pytest

from synoptic.language.sectors import sectors_of


@pytest.mark.parametrize(
    ("text", "language", "sectors"),
    [
        ("an agreement on farming, ports and vaccines", "en", ("agriculture", "health", "transport")),
        ("un acuerdo sobre biotecnología y turismo", "es", ("health", "tourism")),
        ("un accord sur la pêche", "fr", ("fisheries",)),
        ("um acordo sobre barragens", "pt", ("water",)),
        ("an agreement between friends", "en", ()),
        ("an agreement on vaccines", "zz", ()),
        ("the importance of reports", "en", ()),
    ],
)
def test_sectors(text: str, language: str, sectors: tuple[str, ...]) -> None:
    """Whole words and marked beginnings name a sector, in the order of the table; no table, no sector."""
    assert sectors_of(text, language) == sectors
