"""The two networks of the pair model: a body in onnxruntime, and what stands below and upon it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synoptic.adapters.models.pair_model_matching import Floats, Side, of_length_one, told
from synoptic.adapters.models.unigram_pieces import FIRST, LAST, UnigramPieces
from synoptic.adapters.models.word_pieces import WordPieces
from synoptic.errors import MissingModel
from synoptic.records.sentence import Sentence

type Pieces = Sequence[int]

_LONGEST = 78
"""Word pieces of a sentence that are read, as in training; the rest of a longer one is left out."""


@dataclass(frozen=True, slots=True)
class Network:
    """The body, and what stands upon it (training/pairs/network.py explains each).

    `cut` makes word pieces of a text, `fed` the input of the body of word pieces; of the sentence before the last
    `before` are read. `rarity` weighs each word piece, `centre` is what the vectors of all have in common, `gate`
    weighs each place by its vector (384 weights and a constant), `bend` is the slope and the middle of the curve from
    cosine to match, `last` the weights of the numbers of `told` and a constant.
    """

    session: Any
    cut: Callable[[str], list[int]]
    fed: Callable[[Pieces], dict[str, NDArray[Any]]]
    before: int
    rarity: Floats
    centre: Floats
    gate: Floats
    bend: Floats
    last: Floats

    def read(self, sentence: Sentence) -> Side:
        """A sentence as a side of pairs."""
        before, own = self.cut(sentence.before)[-self.before :], self.cut(sentence.text)[:_LONGEST]
        hidden = np.asarray(self.session.run(None, self.fed([*before, *own]))[0][0], dtype=np.float32) - self.centre
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


@dataclass(frozen=True, slots=True)
class _WordVectors:
    """The vectors of word pieces in 4 bits: for each block of 32 weights a scale, and 16 bytes of two numbers each."""

    scales: NDArray[np.float16]
    numbers: NDArray[np.uint8]

    def fed(self, pieces: Pieces) -> dict[str, NDArray[Any]]:
        """The vectors of pieces between the two marks, shape (1, pieces + 2, weights)."""
        row = [FIRST, *pieces, LAST]
        halves = self.numbers[row]
        blocks = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.float32) - 8
        return {"vectors": (blocks * self.scales[row].astype(np.float32)[:, :, None]).reshape(1, len(row), -1)}


@lru_cache(maxsize=1)
def english_network() -> Network:
    """MiniLM-L6, trained on: 22 million weights in 8 bits. Raises MissingModel without onnxruntime."""
    pieces = WordPieces({piece: number for number, piece in enumerate(_listed("pair_model_pieces.txt")) if piece})

    def fed(row: Pieces) -> dict[str, NDArray[Any]]:
        ids = np.array([pieces.framed(row)], dtype=np.int64)
        return {"ids": ids, "kinds": np.zeros_like(ids)}

    heads = _arrays("pair_model_heads.npz")
    rarity, gate, bend, last = (heads[name].astype(np.float32) for name in ("rarity", "gate", "bend", "last"))
    centre = np.zeros(len(gate) - 1, dtype=np.float32)
    return Network(_session("pair_model.onnx"), pieces.ids, fed, 40, rarity, centre, gate, bend, last)


@lru_cache(maxsize=1)
def six_language_network() -> Network:
    """Eleven layers of multilingual-e5-small, trained on, in 8 bits. Raises MissingModel without onnxruntime."""
    heads, words = _arrays("pair_model_abroad_heads.npz"), _arrays("pair_model_abroad_words.npz")
    pieces = UnigramPieces(_listed("pair_model_abroad_pieces.txt"), heads["scores"].tolist())
    vectors = _WordVectors(words["scales"], words["numbers"])
    numbers = (heads[name].astype(np.float32) for name in ("rarity", "centre", "gate", "bend", "last"))
    return Network(_session("pair_model_abroad.onnx"), pieces.ids, vectors.fed, 32, *numbers)


def _session(name: str) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingModel(
            f"the pair model cannot be loaded: {error}", remedy="reinstall synoptic-news; see `synoptic doctor`"
        ) from error
    options = onnxruntime.SessionOptions()
    # One thread a run, so that sums are taken in one order; several runs go side by side.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(_bytes(name), options, providers=["CPUExecutionProvider"])


def _listed(name: str) -> list[str]:
    return _bytes(name).decode().split("\n")


def _arrays(name: str) -> dict[str, NDArray[Any]]:
    return dict(np.load(BytesIO(_bytes(name))))


def _bytes(name: str) -> bytes:
    return resources.files(__package__).joinpath("data", name).read_bytes()
