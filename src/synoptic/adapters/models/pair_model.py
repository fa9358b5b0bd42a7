"""The PairScorer port over a small model of our own: the words of two English sentences against each other."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synoptic.adapters.models.pair_model_matching import Floats, Side, of_length_one, surprise, told
from synoptic.adapters.models.word_pieces import WordPieces
from synoptic.errors import MissingModel
from synoptic.records.sentence import Sentence

_LONGEST = 78
"""Word pieces of a sentence that are read, as in training; the rest of a longer one is left out."""

_BEFORE = 40
"""Word pieces of the sentence before that are read, its last ones, as in training."""

_ASKED = 100
"""Sentences that tell how common a word piece is in its story, evenly taken from all: keeps large stories linear."""


class PairModel:
    """MiniLM-L6, 22 million weights in 8 bits, trained by training/pairs (see its model card): late interaction.

    Each sentence is read once, behind the end of the one before it; a pair is judged by how much of each side has its
    like in the other: of the whole sentence, and of the stretch of it where most is found that few other sentences of
    the call say. Each run holds one sentence: in a batch the ranges of the 8-bit numbers would depend on neighbours.
    """

    model = "minilm-pairs-3"

    def score(self, pairs: Sequence[tuple[Sentence, Sentence]]) -> NDArray[np.float64]:
        """Log-odds that the two sentences state one fact, shape (len(pairs),)."""
        if not pairs:
            return np.zeros(0, dtype=np.float64)
        net = _network()
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


@dataclass(frozen=True, slots=True)
class _Network:
    """The body, which runs in onnxruntime, and what stands upon it (training/pairs/network.py explains each).

    `rarity` weighs each word piece, `gate` each place by its vector (384 weights and a constant), `bend` is the slope
    and the middle of the curve from cosine to match, `last` the weights of the numbers of `told` and a constant.
    """

    session: Any
    pieces: WordPieces
    rarity: Floats
    gate: Floats
    bend: Floats
    last: Floats

    def read(self, sentence: Sentence) -> Side:
        """A sentence as a side of pairs."""
        before, own = self.pieces.ids(sentence.before)[-_BEFORE:], self.pieces.ids(sentence.text)[:_LONGEST]
        row = np.array([self.pieces.framed([*before, *own])], dtype=np.int64)
        hidden = np.asarray(self.session.run(None, {"ids": row, "kinds": np.zeros_like(row)})[0][0], dtype=np.float32)
        # A sentence without a piece is read as one that weighs nothing.
        inner = hidden[1 + len(before) : -1] if own else np.zeros((1, hidden.shape[1]), dtype=np.float32)
        rarity = self.rarity[own] if own else np.zeros(1, dtype=np.float32)
        mean = of_length_one(np.asarray(inner.mean(axis=0), dtype=np.float32))
        gate = 2 / (1 + np.exp(-(inner @ self.gate[:-1] + self.gate[-1])))
        weights = np.asarray(rarity * gate, dtype=np.float32)
        return Side(sentence.text, of_length_one(inner), weights, weights, mean)

    def odds(self, one: Side, others: Sequence[Side]) -> NDArray[np.float64]:
        """The log-odds of a sentence with each of others."""
        numbers = told(one, others, self.bend)
        return np.asarray(numbers @ self.last[:-1].astype(np.float64) + float(self.last[-1]), dtype=np.float64)


@lru_cache(maxsize=1)
def _network() -> _Network:
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingModel(
            f"the pair model cannot be loaded: {error}", remedy="reinstall synoptic-news; see `synoptic doctor`"
        ) from error
    folder = resources.files(__package__).joinpath("data")
    options = onnxruntime.SessionOptions()
    # One thread a run, so that sums are taken in one order; several runs go side by side.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    body = onnxruntime.InferenceSession(
        folder.joinpath("pair_model.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    listed = folder.joinpath("pair_model_pieces.txt").read_text(encoding="utf-8").split("\n")
    heads = np.load(BytesIO(folder.joinpath("pair_model_heads.npz").read_bytes()))
    vocabulary = {piece: number for number, piece in enumerate(listed) if piece}
    numbers = (heads[name].astype(np.float32) for name in ("rarity", "gate", "bend", "last"))
    return _Network(body, WordPieces(vocabulary), *numbers)
