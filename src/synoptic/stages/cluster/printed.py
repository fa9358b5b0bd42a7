"""Printed: an article as its outlet printed it, with all that the comparison of two articles asks of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import batched

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import Article
from synoptic.stages.cluster.alphabet import Alphabet
from synoptic.stages.cluster.fingerprints import padded
from synoptic.stages.cluster.furniture import outlet_of, printed
from synoptic.stages.cluster.runs import SHORTEST
from synoptic.stages.cluster.wording import BATCH, Wording, read_wordings


@dataclass(frozen=True, slots=True)
class Printed:
    """An article with its words.

    `hashes` are its 5-grams; `printed` tells which words are no furniture of its outlet's pages, `own` which of these
    are neither quoted nor posted by someone else.
    """

    article: Article
    wording: Wording
    hashes: NDArray[np.uint64]
    printed: NDArray[np.bool_]
    own: NDArray[np.bool_]


class Reader:
    """Reads articles of one collection, each once."""

    def __init__(self, alphabet: Alphabet, furniture: Mapping[str, NDArray[np.uint64]]) -> None:
        self._alphabet = alphabet
        self._furniture = furniture

    def read(self, articles: Iterable[Article]) -> Iterator[Printed]:
        """The articles with their words, in order."""
        for part in batched(articles, BATCH):
            for article, wording in zip(part, read_wordings(part, self._alphabet), strict=True):
                yield self._printed(article, wording)

    def _printed(self, article: Article, wording: Wording) -> Printed:
        length = np.array([len(wording)])
        hashes = padded(wording.words, length)
        furniture = self._furniture.get(outlet_of(article))
        kept = np.ones(len(wording), dtype=np.bool_) if furniture is None else printed(hashes, length, furniture)
        whole = hashes[: max(0, len(hashes) - SHORTEST + 1)]
        return Printed(article, wording, whole, kept, kept & wording.own)
