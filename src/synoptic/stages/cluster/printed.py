"""Printed: an article as its outlet printed it, with all that the comparison of two articles asks of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import batched

import numpy as np
from numpy.typing import NDArray

from synoptic.language.direction import Provenance, provenance
from synoptic.records.article import MAIN, Article
from synoptic.records.span import Span
from synoptic.stages.cluster.alphabet import Alphabet
from synoptic.stages.cluster.fingerprints import padded
from synoptic.stages.cluster.furniture import outlet_of, printed
from synoptic.stages.cluster.runs import SHORTEST, Flags, whole
from synoptic.stages.cluster.wording import BATCH, Wording, read_wordings


@dataclass(frozen=True, slots=True)
class Printed:
    """An article with its words.

    `hashes` are its 5-grams; `printed` tells which of them stand wholly in words that are no furniture of its outlet's
    pages, `own` which stand in words that are neither that nor quoted nor posted by someone else; of these words there
    are `own_words`. `cuts` are the words before which something else than main text stands. `provenance` is what the
    article tells of where its text comes from.
    """

    article: Article
    wording: Wording
    hashes: NDArray[np.uint64]
    printed: Flags
    own: Flags
    own_words: int
    cuts: tuple[int, ...]
    provenance: Provenance
    _spans: dict[tuple[int, int], Span] = field(default_factory=dict, compare=False, repr=False)

    def span(self, start: int, length: int) -> Span:
        """The span of `length` words from `start` on: one record, however many articles share these words."""
        found = self._spans.get((start, length))
        if found is None:
            found = Span(int(self.wording.starts[start]), int(self.wording.ends[start + length - 1]))
            self._spans[start, length] = found
        return found


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
        own = kept & wording.own
        others = [block.span.start for block in article.blocks if block.kind not in MAIN]
        cuts = sorted({int(place) for place in np.searchsorted(wording.starts, others)})
        grams = hashes[: max(0, len(hashes) - SHORTEST + 1)]
        return Printed(
            article, wording, grams, whole(kept), whole(own), int(own.sum()), tuple(cuts), provenance(article)
        )
