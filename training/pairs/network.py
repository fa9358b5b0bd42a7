"""The network: a body that reads each sentence once, and what sets the word pieces of two sentences together.

Three readings of one pair (late interaction), each trained to tell by itself: `whole` goes by how much of both
sentences has its like in the other; `stretch` by the stretches of both that have most of it, where a word piece counts
the less the more sentences of the story have it; `both` by all these numbers. `whole` ships, with the mean of the
numbers of `stretch` beside it (export.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as fn
from torch import Tensor, nn

WIDTH = 384
WINDOWS = (8, 14, 22)
BATCH = 24
Pieces = Sequence[int]


STRETCHES = 24.0
"""Weight of the mean of the six numbers of the stretches beside the log-odds of `whole`: invented sentences are short
and told apart by shares, scraped ones are long. Set on data/claims, which measures, with the fourth checkpoint of
`minilm-pairs-3`: 6, 12, 18, 24, 36 give AP .670, .677, .679, .680, .679 there (leave one story out)."""


@dataclass(frozen=True)
class Marks:
    """The numbers of the marks around what is read at once, and of what fills up a batch."""

    first: int
    filling: int
    last: int


BERT, E5 = Marks(101, 0, 102), Marks(0, 1, 2)


@dataclass(frozen=True)
class Row:
    """A sentence in word pieces, with the last ones of the sentence before it, which are read and not compared."""

    own: Pieces
    before: Pieces = ()

    @property
    def pieces(self) -> list[int]:
        """What the body reads, without the marks around it."""
        return [*self.before, *self.own]

    @property
    def place(self) -> slice:
        """Where its own pieces stand in it."""
        return slice(1 + len(self.before), 1 + len(self.before) + len(self.own))


@dataclass(frozen=True)
class Packed:
    """The word pieces of all sentences in one row: vectors of length 1, weights, whose they are; mean vectors."""

    vectors: Tensor
    weights: Tensor
    owner: Tensor
    means: Tensor
    sizes: tuple[int, ...]


class PairNet(nn.Module):
    """The body and its three readings; `rarity` weighs each entry of the vocabulary.

    `centre` is what the vectors of all word pieces have in common: it is taken away (zero where nothing is).
    """

    def __init__(self, body: nn.Module, rarity: Tensor, marks: Marks = BERT, middle: float = 0.62) -> None:
        super().__init__()
        self.body, self.marks = body, marks
        self.register_buffer("rarity", rarity)
        self.register_buffer("centre", torch.zeros(WIDTH))
        self.gate = nn.Linear(WIDTH, 1)  # what a word piece weighs at its place, beside its rarity
        self.bend = nn.Parameter(torch.tensor([10.0, middle]))  # slope and middle of the curve from cosine to match
        self.whole, self.stretch, self.both = nn.Linear(7, 1), nn.Linear(6, 1), nn.Linear(17, 1)
        for layer in (self.gate, self.whole, self.stretch, self.both):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        with torch.no_grad():
            self.whole.weight.copy_(torch.tensor([[2.0, 1.0, 2.0, 2.0, 0.3, 3.0, 0.0]]))
            self.whole.bias.fill_(-6.0)
            self.stretch.weight.fill_(0.5)
            self.stretch.bias.fill_(-4.0)
            self.both.weight[0, :7].copy_(self.whole.weight[0])
            self.both.bias.fill_(-6.0)

    def readings(self, rows: Sequence[Row], told: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The log-odds of every pair by `whole`, `stretch` and `both`, and as they ship, by `whole` and STRETCHES.

        The first `told` rows are those of the story.
        """
        packed = self.packed(rows)
        count = len(rows)
        best = torch.stack([(packed.vectors @ part.T).amax(1) for part in packed.vectors.split(packed.sizes)], 1)
        match = torch.sigmoid(self.bend[0] * (best - self.bend[1]))
        weights = packed.weights[:, None]
        telling = weights * surprise(match.detach(), packed.owner, told)

        def summed(values: Tensor) -> Tensor:
            return torch.zeros(count, values.shape[1]).index_add(0, packed.owner, values)

        total = summed(weights).clamp_min(1e-3)
        mass, raw = summed(weights * match), summed(weights * best) / total
        share, common = mass / total, summed(telling * match)
        numbers = [
            *_sorted(share),
            (share + share.T) / 2,
            (share * share.T).clamp_min(1e-6).sqrt(),
            torch.log1p((mass + mass.T) / 2),
            packed.means @ packed.means.T,
            (raw + raw.T) / 2,
        ]
        dense = [part for table in densest(telling * match, packed) for part in _sorted(torch.log1p(table))]
        rest = [*_sorted(common / summed(telling).clamp_min(1e-3)), *_sorted(torch.log1p(common))]
        whole = self.whole(torch.stack(numbers, -1)).squeeze(-1)
        return (
            whole,
            self.stretch(torch.stack(dense, -1)).squeeze(-1),
            self.both(torch.stack([*numbers, *dense, *rest], -1)).squeeze(-1),
            whole + STRETCHES * torch.stack(dense, -1).mean(-1),
        )

    def packed(self, rows: Sequence[Row]) -> Packed:
        """All sentences, each read by itself behind the one before it."""
        states: dict[int, Tensor] = {}
        order = sorted(range(len(rows)), key=lambda k: len(rows[k].pieces))
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            ids = torch.full((len(part), max(len(rows[k].pieces) for k in part) + 2), self.marks.filling)
            mask = torch.zeros_like(ids)
            for row, k in enumerate(part):
                read = [self.marks.first, *rows[k].pieces, self.marks.last]
                ids[row, : len(read)] = torch.tensor(read)
                mask[row, : len(read)] = 1
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = self.body(input_ids=ids, attention_mask=mask).last_hidden_state
            states |= {k: hidden[row, rows[k].place].float() - self.centre for row, k in enumerate(part)}
        inner = torch.cat([states[k] for k in range(len(rows))])
        pieces = torch.cat([torch.tensor(list(row.own), dtype=torch.long) for row in rows])
        sizes = tuple(len(row.own) for row in rows)
        owner = torch.repeat_interleave(torch.arange(len(rows)), torch.tensor(sizes))
        means = fn.normalize(torch.stack([states[k].mean(0) for k in range(len(rows))]), dim=-1)
        weights = self.rarity[pieces] * 2 * torch.sigmoid(self.gate(inner)).squeeze(-1)
        return Packed(fn.normalize(inner, dim=-1), weights, owner, means, sizes)


def surprise(match: Tensor, owner: Tensor, told: int) -> Tensor:
    """How few of the other sentences of the story have a word piece's like: 1 none, 0 all; shape (pieces, 1)."""
    others = torch.ones(len(owner), told)
    own = (owner < told).nonzero().squeeze(1)
    others[own, owner[own]] = 0
    count = others.sum(1, keepdim=True)
    common = (match[:, :told] * others).sum(1, keepdim=True)
    return -torch.log((common + 1) / (count + 1)) / torch.log(count + 2)


def densest(values: Tensor, packed: Packed) -> list[Tensor]:
    """For each of WINDOWS the largest sum over so many neighbours in each sentence, shape (sentences, sentences)."""
    count = len(packed.sizes)
    place = torch.cat([torch.arange(size) for size in packed.sizes])
    table = torch.zeros(count, max(*packed.sizes, *WINDOWS), count).index_put((packed.owner, place), values)
    sums = torch.cat([torch.zeros(count, 1, count), table.cumsum(1)], 1)
    return [(sums[:, window:] - sums[:, :-window]).amax(1) for window in WINDOWS]


def _sorted(table: Tensor) -> tuple[Tensor, Tensor]:
    return torch.minimum(table, table.T), torch.maximum(table, table.T)
