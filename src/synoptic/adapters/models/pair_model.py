"""The PairScorer port over two small models of our own: the words of two sentences against each other."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from synoptic.adapters.models.pair_model_matching import surprise
from synoptic.adapters.models.pair_networks import Network, english_network, six_language_network
from synoptic.records.sentence import Sentence

type Pair = tuple[Sentence, Sentence]
type Odds = NDArray[np.float64]

_ENGLISH = "en"

_ASKED = 100
"""Sentences that tell how common a word piece is in its story, evenly taken from all: keeps large stories linear."""


class PairModel:
    """Late interaction by one of two networks: one for pairs of English sentences, one for pairs beyond English.

    Each sentence is read once, behind the end of the one before it; a pair is judged by how much of each side has its
    like in the other: of the whole sentence, and of the stretch of it where most is found that few other sentences of
    the call say. Each run holds one sentence: in a batch the ranges of the 8-bit numbers would depend on neighbours.
    The cards of the networks are in training/pairs.
    """

    model = "pairs-4"

    def score(self, pairs: Sequence[Pair]) -> Odds:
        """Log-odds that the two sentences state one fact, shape (len(pairs),)."""
        found = np.zeros(len(pairs), dtype=np.float64)
        english = np.array([one.language == other.language == _ENGLISH for one, other in pairs], dtype=bool)
        for network, rows in (
            (english_network, np.flatnonzero(english)),
            (six_language_network, np.flatnonzero(~english)),
        ):
            if len(rows):
                found[rows] = _scored(network(), [pairs[int(row)] for row in rows])
        return found


def _scored(net: Network, pairs: Sequence[Pair]) -> Odds:
    sentences = sorted({sentence for pair in pairs for sentence in pair})
    place = {sentence: number for number, sentence in enumerate(sentences)}
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        read = list(pool.map(net.read, sentences))
        asked = [read[number * len(read) // _ASKED] for number in range(_ASKED)] if len(read) > _ASKED else read
        sides = list(pool.map(lambda side: surprise(side, asked, net.bend), read))
    partners: dict[int, set[int]] = {}
    for one, other in pairs:
        first, second = sorted((place[one], place[other]))
        partners.setdefault(first, set()).add(second)
    known: dict[tuple[int, int], float] = {}
    for first, others in partners.items():
        listed = sorted(others)
        odds = net.odds(sides[first], [sides[other] for other in listed])
        known |= {(first, other): float(value) for other, value in zip(listed, odds, strict=True)}
    found = [known[min(place[a], place[b]), max(place[a], place[b])] for a, b in pairs]
    return np.array(found, dtype=np.float64)
