"""Pieces of English that briefs are put together from."""

import pytest

from synoptic.stages.write.phrases import listed


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, ""), (1, "A"), (2, "A and B"), (3, "A, B and C"), (12, "A, B, C, D, E, F, G, H, I, J, K and L")],
)
def test_names_are_listed(number: int, text: str) -> None:
    """A few names are all told."""
    assert listed([chr(ord("A") + place) for place in range(number)]) == text


def test_of_a_crowd_the_first_are_named() -> None:
    """Nobody reads two hundred names in a row: the first are told, and how many others there are."""
    assert listed([f"N{place}" for place in range(200)]) == "N0, N1, N2, N3, N4 and 195 others"
