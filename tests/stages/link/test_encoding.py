"""Where most texts are copies, each is encoded once, and every copy has its row."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from synoptic.stages.link.encoding import each_once


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (["b", "a", "b", "b", "a"], ["b", "a"]),
        (["b", "a", "b", "a"], ["b", "a", "b", "a"]),
        (["a"], ["a"]),
        ([], []),
    ],
)
def test_copies_are_read_once(texts: list[str], asked: list[str]) -> None:
    """More than half copies: the distinct texts are read in order of their first; else all as they come."""
    given: list[str] = []

    def encode(some: Sequence[str]) -> NDArray[np.float32]:
        given.extend(some)
        return np.array([[ord(text)] for text in some], dtype=np.float32).reshape(-1, 1)

    assert each_once(texts, encode)[:, 0].tolist() == [ord(text) for text in texts]
    assert given == asked
