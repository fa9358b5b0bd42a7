"""StoryIndex: the units of one story as numbers: words, weights, vectors, postings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synoptic.ports import Encoder
from synoptic.stages.link.claims.units import Unit
from synoptic.stages.link.claims.weights import word_weights

type Floats = NDArray[np.float32]
type Ints = NDArray[np.int64]

KINDS = ("name", "number", "verb", "noun")


@dataclass(frozen=True, slots=True)
class StoryIndex:
    """One story ready for comparison.

    `words[i]` are the indexes of the distinct stems of unit i, `kinds[i]` their classes (index into KINDS),
    `weights` the weight and `vectors` the encoder's vector of each stem, `sentences` the centred unit vectors,
    `raw` the same uncentred, `accounts` and `orders` the place of each unit.
    """

    units: tuple[Unit, ...]
    stems: tuple[str, ...]
    words: tuple[Ints, ...]
    kinds: tuple[Ints, ...]
    weights: Floats
    vectors: Floats
    sentences: Floats
    raw: Floats
    accounts: Ints
    orders: Ints

    @property
    def norms(self) -> Floats:
        """The length of each unit's vector of weights."""
        return np.array([np.sqrt(np.square(self.weights[w]).sum()) for w in self.words], dtype=np.float32)


def build_index(units: Sequence[Unit], encoder: Encoder) -> StoryIndex:
    """The index of a story; the encoder reads every sentence and every distinct stem once."""
    weight_of = word_weights(units)
    stems = tuple(sorted(weight_of))
    place = {stem: number for number, stem in enumerate(stems)}
    words, kinds = [], []
    for unit in units:
        kind_of: dict[int, int] = {}
        for word in unit.words:
            kind_of.setdefault(place[word.stem], KINDS.index(word.kind))
        words.append(np.array(list(kind_of), dtype=np.int64))
        kinds.append(np.array(list(kind_of.values()), dtype=np.int64))
    raw = encoder.encode([unit.text for unit in units])
    return StoryIndex(
        tuple(units),
        stems,
        tuple(words),
        tuple(kinds),
        np.array([weight_of[stem] for stem in stems], dtype=np.float32),
        encoder.encode(stems),
        centred(raw),
        raw,
        np.array([unit.account for unit in units], dtype=np.int64),
        np.array([unit.order for unit in units], dtype=np.int64),
    )


def centred(vectors: Floats) -> Floats:
    """The rows less their mean, of length 1 again: what sets a sentence apart within its story."""
    if not len(vectors):
        return vectors
    less = vectors - vectors.mean(axis=0, keepdims=True)
    length = np.linalg.norm(less, axis=1, keepdims=True)
    return np.asarray(less / np.maximum(length, 1e-6), dtype=np.float32)


def postings(index: StoryIndex) -> list[Ints]:
    """For each stem the units that hold it."""
    holders: list[list[int]] = [[] for _ in index.stems]
    for number, words in enumerate(index.words):
        for word in words:
            holders[word].append(number)
    return [np.array(row, dtype=np.int64) for row in holders]


def repeated(index: StoryIndex) -> Counter[int]:
    """In how many units each stem stands."""
    return Counter(int(word) for words in index.words for word in words)
