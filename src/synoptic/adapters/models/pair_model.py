"""The PairScorer port over a small model of our own: the words of two English sentences against each other."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from io import BytesIO
from math import log1p, sqrt
from operator import mul
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synoptic.adapters.models.word_pieces import WordPieces
from synoptic.errors import MissingModel

Floats = NDArray[np.float32]

_LONGEST = 80
"""Word pieces of a sentence that are read, as in training; the rest of a longer one is left out."""


class PairModel:
    """MiniLM-L6, 22 million weights in 8 bits, trained by training/pairs (see its model card): late interaction.

    Each sentence is read once, by itself; a pair is judged by how much of each side's weight has its like in the other.
    Each run holds one sentence: in a batch the ranges of the 8-bit numbers would depend on the neighbours.
    """

    model = "minilm-pairs-1"

    def score(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """Log-odds that the two sentences state one fact, shape (len(pairs),)."""
        if not pairs:
            return np.zeros(0, dtype=np.float64)
        net = _network()
        texts = sorted({text for pair in pairs for text in pair})
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            known = dict(zip(texts, pool.map(net.read, texts), strict=True))
        found = [net.odds(known[min(pair)], known[max(pair)]) for pair in pairs]
        return np.array(found, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class _Side:
    """A sentence as one side of a pair.

    The vectors (length 1) and weights of its word pieces, the sum of the weights, and the mean vector (length 1).
    """

    vectors: Floats
    weights: Floats
    total: float
    mean: Floats


@dataclass(frozen=True, slots=True)
class _Network:
    """The body, which runs in onnxruntime, and what stands upon it (training/pairs/network.py explains each).

    `rarity` weighs each word piece, `gate` each place by its vector (384 weights and a constant), `bend` is the slope
    and the middle of the curve from cosine to match, `last` the weights of the seven numbers of `told` and a constant.
    """

    session: Any
    pieces: WordPieces
    rarity: Floats
    gate: Floats
    bend: Floats
    last: Floats

    def read(self, text: str) -> _Side:
        """A sentence by itself."""
        pieces = np.array([self.pieces.ids(text, _LONGEST)], dtype=np.int64)
        given = {"ids": pieces, "kinds": np.zeros_like(pieces)}
        hidden = np.asarray(self.session.run(None, given)[0][0], dtype=np.float32)
        inner, mean = hidden[1:-1], np.asarray(hidden.mean(axis=0), dtype=np.float32)
        gate = 2 / (1 + np.exp(-(inner @ self.gate[:-1] + self.gate[-1])))
        weights = np.asarray(self.rarity[pieces[0, 1:-1]] * gate, dtype=np.float32)
        return _Side(_of_length_one(inner), weights, max(float(weights.sum()), 1e-3), _of_length_one(mean))

    def odds(self, one: _Side, other: _Side) -> float:
        """The log-odds of a pair."""
        numbers = told(one, other, self.bend)
        return float(sum(map(mul, self.last, (*numbers, 1.0))))


def told(one: _Side, other: _Side, bend: Floats) -> tuple[float, ...]:
    """Seven numbers on how much of each side has its like in the other.

    The matched shares of the weight (the less, the more, arithmetic and geometric mean), the matched weight itself, the
    cosine of the mean vectors, and the mean of the best cosines.
    """
    likeness = one.vectors @ other.vectors.T
    best = np.concatenate([likeness.max(axis=1, initial=-1), likeness.max(axis=0, initial=-1)])
    weights = np.concatenate([one.weights, other.weights])
    matched, plain, border = weights / (1 + np.exp(bend[0] * (bend[1] - best))), weights * best, len(one.weights)
    masses = float(matched[:border].sum()), float(matched[border:].sum())
    raws = float(plain[:border].sum()) / one.total, float(plain[border:].sum()) / other.total
    shares = masses[0] / one.total, masses[1] / other.total
    product = sqrt(max(shares[0] * shares[1], 1e-6))
    cosine, raw = float(one.mean @ other.mean), sum(raws) / 2
    return min(shares), max(shares), sum(shares) / 2, product, log1p(sum(masses) / 2), cosine, raw


def _of_length_one(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-6), dtype=np.float32)


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
