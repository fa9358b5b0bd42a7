"""The network: one MiniLM body, read two ways.

`apart` reads each sentence once and sets the word pieces of two sentences against each other (late interaction): this
is what ships. `together` reads both sentences in one run; it is an auxiliary task of the training and adds next to
nothing to `apart` afterwards (see README.md), so its heads stay here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as fn
from torch import Tensor, nn
from transformers import AutoModel

WIDTH = 384
Pieces = Sequence[int]


@dataclass(frozen=True)
class Packed:
    """The word pieces of all sentences in one row: vectors of length 1, weights, whose they are; mean vectors."""

    vectors: Tensor
    weights: Tensor
    owner: Tensor
    means: Tensor


class Matcher(nn.Module):
    """From the best cosine of each word piece to the log-odds of a pair."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = nn.Linear(WIDTH, 1)  # what a word piece weighs at its place, beside its rarity
        self.bend = nn.Parameter(torch.tensor([10.0, 0.62]))  # slope and middle of the curve from cosine to match
        self.last = nn.Linear(7, 1)
        nn.init.zeros_(self.gate.weight)
        nn.init.zeros_(self.gate.bias)
        with torch.no_grad():
            self.last.weight.copy_(torch.tensor([[2.0, 1.0, 2.0, 2.0, 0.3, 3.0, 0.0]]))
            self.last.bias.fill_(-6.0)

    def weights(self, rarity: Tensor, hidden: Tensor) -> Tensor:
        """The weight of each word piece."""
        return rarity * 2 * torch.sigmoid(self.gate(hidden)).squeeze(-1)

    def matched(self, best: Tensor) -> Tensor:
        """How far a best cosine counts as a match, 0 to 1."""
        return torch.sigmoid(self.bend[0] * (best - self.bend[1]))

    def odds(self, shares: tuple[Tensor, Tensor], mass: Tensor, cosine: Tensor, raw: Tensor) -> Tensor:
        """The log-odds from the matched shares of both sides, the matched weight, and two plain likenesses."""
        one, other = shares
        told = [
            torch.minimum(one, other),
            torch.maximum(one, other),
            (one + other) / 2,
            (one * other).clamp_min(1e-6).sqrt(),
            torch.log1p(mass),
            cosine,
            raw,
        ]
        return self.last(torch.stack(told, -1)).squeeze(-1)


class PairNet(nn.Module):
    """The body with both readings; `rarity` weighs each entry of the vocabulary."""

    def __init__(self, base: str, rarity: Tensor) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(base)
        self.register_buffer("rarity", rarity)
        self.alone, self.joint = Matcher(), Matcher()
        self.both = nn.Linear(2 * WIDTH, 1)
        nn.init.normal_(self.both.weight, std=0.01)
        nn.init.zeros_(self.both.bias)

    def hidden(self, rows: Sequence[Pieces], borders: Sequence[int], batch: int) -> list[Tensor]:
        """The last hidden states of each row; from `borders` on its pieces are of the second kind."""
        found: dict[int, Tensor] = {}
        order = sorted(range(len(rows)), key=lambda k: len(rows[k]))
        for start in range(0, len(order), batch):
            part = order[start : start + batch]
            ids = torch.zeros(len(part), max(len(rows[k]) for k in part), dtype=torch.long)
            mask, kinds = torch.zeros_like(ids), torch.zeros_like(ids)
            for row, k in enumerate(part):
                ids[row, : len(rows[k])] = torch.tensor(rows[k])
                mask[row, : len(rows[k])] = 1
                kinds[row, borders[k] : len(rows[k])] = 1
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = self.body(input_ids=ids, attention_mask=mask, token_type_ids=kinds).last_hidden_state
            found |= {k: states[row, : len(rows[k])].float() for row, k in enumerate(part)}
        return [found[k] for k in range(len(rows))]

    def apart(self, rows: Sequence[Pieces]) -> Tensor:
        """The log-odds of every pair of sentences, shape (rows, rows)."""
        packed = self.packed(rows)
        count, sizes = len(rows), [len(row) - 2 for row in rows]
        columns = [(packed.vectors @ part.T).amax(1) for part in packed.vectors.split(sizes)]
        best = torch.stack(columns, 1)
        total = torch.zeros(count).index_add(0, packed.owner, packed.weights).clamp_min(1e-3)

        def summed(values: Tensor) -> Tensor:
            return torch.zeros(count, count).index_add(0, packed.owner, packed.weights[:, None] * values)

        mass, raw = summed(self.alone.matched(best)), summed(best) / total[:, None]
        share = mass / total[:, None]
        cosine = packed.means @ packed.means.T
        return self.alone.odds((share, share.T), (mass + mass.T) / 2, cosine, (raw + raw.T) / 2)

    def packed(self, rows: Sequence[Pieces]) -> Packed:
        """All sentences, each read by itself."""
        states = self.hidden(rows, [len(row) for row in rows], batch=24)
        inner = torch.cat([state[1:-1] for state in states])
        pieces = torch.cat([torch.tensor(list(row[1:-1]), dtype=torch.long) for row in rows])
        owner = torch.cat([torch.full((len(row) - 2,), k) for k, row in enumerate(rows)])
        means = fn.normalize(torch.stack([state.mean(0) for state in states]), dim=-1)
        return Packed(fn.normalize(inner, dim=-1), self.alone.weights(self.rarity[pieces], inner), owner, means)

    def together(self, pairs: Sequence[tuple[Pieces, Pieces]]) -> Tensor:
        """The log-odds of pairs, both sentences in one run: late interaction between the halves, and a plain head."""
        rows = [[*one, *other[1:]] for one, other in pairs]
        states = self.hidden(rows, [len(one) for one, _ in pairs], batch=16)
        return torch.stack(
            [self._joint(row, state, len(pair[0])) for row, state, pair in zip(rows, states, pairs, strict=True)]
        )

    def _joint(self, row: Pieces, state: Tensor, border: int) -> Tensor:
        sides = (slice(1, border - 1), slice(border, len(row) - 1))
        vectors = [fn.normalize(state[side], dim=-1) for side in sides]
        weights = [self.joint.weights(self.rarity[list(row[side])], state[side]) for side in sides]
        likeness = vectors[0] @ vectors[1].T
        best = (likeness.amax(1), likeness.amax(0))
        total = [weight.sum().clamp_min(1e-3) for weight in weights]
        mass = [(weight * self.joint.matched(values)).sum() for weight, values in zip(weights, best, strict=True)]
        raw = sum((weight * values).sum() / all_ for weight, values, all_ in zip(weights, best, total, strict=True)) / 2
        cosine = fn.cosine_similarity(state[sides[0]].mean(0), state[sides[1]].mean(0), dim=0)
        shares = (mass[0] / total[0], mass[1] / total[1])
        plain = self.both(torch.cat([state[0], state.mean(0)])).squeeze(-1)
        return plain + self.joint.odds(shares, (mass[0] + mass[1]) / 2, cosine, raw)
