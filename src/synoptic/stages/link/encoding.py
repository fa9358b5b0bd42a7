"""Encoding: the vectors of texts of which many may be copies of each other."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

type Rows = NDArray[np.float32]


def each_once(texts: Sequence[str], encode: Callable[[Sequence[str]], Rows]) -> Rows:
    """The rows that `encode` gives for the texts; where most are copies of others, each is read once.

    Elsewhere all are read as they come: the last bits of a row depend on its neighbours.
    """
    distinct = list(dict.fromkeys(texts))
    if 2 * len(distinct) >= len(texts):
        return encode(texts)
    place = {text: number for number, text in enumerate(distinct)}
    return np.asarray(encode(distinct)[[place[text] for text in texts]], dtype=np.float32)
