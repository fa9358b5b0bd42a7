"""What grouping owes to its thresholds, and to the order of articles of one day.

    python -m evals.sensitivity --data FOLDER [--sets stories,stories-dense] [--orders 10] [--share 0.2] [--words-only]

Every threshold and named constant of grouping is made smaller and larger by a share, one at a time; a whole number by
one at least. Measured is what B³ F1 of a set loses or gains, in the order of its days with a random order within each
(seed 0); and, with nothing changed, how far it varies over several such orders. Coefficients are those that ship: they
are learnt, no thresholds.
"""

import argparse
import json
import random
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from evals.benchmarks.grouping import b_cubed
from evals.cleaned import cleaned
from synoptic import compose
from synoptic.ports import Encoder
from synoptic.records.article import Article
from synoptic.stages.cluster import nearest, profiles, scale, stories, vocabulary
from synoptic.stages.cluster.grouping import feed
from synoptic.stages.cluster.scale import WITHOUT_ENCODER, Scale, shipped_scale
from synoptic.stages.cluster.stories import Stream

# `chain` holds for whole collections of up to 30 articles only, which a stream is not: `training.grouping.fit` asks it.
OF_SCALE = ("join", "move", "crowd", "few", "many")
CONSTANTS: tuple[tuple[ModuleType, str], ...] = (
    (stories, "ASKED"),
    (stories, "GROUPS"),
    (stories, "SECOND_LOOKS"),
    (nearest, "NEAREST"),
    (nearest, "_FLOOR"),
    (profiles, "LEAD_WORDS"),
    (profiles, "TEXT_WORDS"),
    (profiles, "_TITLE_WEIGHT"),
    (profiles, "_RARITY_POWER"),
    (profiles, "LOOKED_UP"),
    (profiles, "ENCODED_WORDS"),
    (scale, "_LEAST"),
    (vocabulary, "BACKGROUND_SIZE"),
    (vocabulary, "UNKNOWN_SHARE"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A set: its articles, and the true story of each."""

    name: str
    articles: tuple[Article, ...]
    true: dict[str, str]


class Remembering:
    """An encoder that reads each text once."""

    def __init__(self, encoder: Encoder) -> None:
        self.model = encoder.model
        self._encoder = encoder
        self._rows: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The rows of `texts`."""
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if new:
            self._rows.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._rows[text] for text in texts])


def read(folder: Path) -> Told:
    """The set in a folder."""
    rows, gold = ([json.loads(line) for line in _lines(folder / f"{name}.jsonl")] for name in ("articles", "gold"))
    true = {row["id"]: row["story"] for row in gold}
    return Told(folder.name, tuple(cleaned(row) for row in rows if row["id"] in true), true)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def measured(told: Told, weights: Scale, encoder: Encoder | None, seed: int = 0) -> float:
    """B³ F1 of the set in one order."""
    order = list(told.articles)
    random.Random(seed).shuffle(order)
    order.sort(key=lambda article: (article.published or "")[:10])
    placed = feed(Stream(weights), order, encoder)
    return b_cubed((told.true[id], placement.story) for id, placement in placed.items())


def changes(weights: Scale, share: float) -> Iterator[tuple[str, str, float, float]]:
    """Every threshold, as it is named and as it is called, with its value less and more a share of it."""
    for name in OF_SCALE:
        yield name, name, *_around(getattr(weights, name), share)
    for module, name in CONSTANTS:
        spoken = f"{module.__name__.rsplit('.', 1)[-1]}.{name}"
        yield spoken, name, *_around(getattr(module, name), share)


def _around(value: float, share: float) -> tuple[float, float]:
    if isinstance(value, int):
        step = max(1, round(value * share))
        return max(1, value - step), value + step
    return value * (1.0 - share), value * (1.0 + share)


@contextmanager
def changed(weights: Scale, name: str, value: float) -> Iterator[Scale]:
    """The scale with a threshold set to a value; a constant is set for as long as the context lasts."""
    if name in OF_SCALE:
        yield replace(weights, **{name: value})  # type: ignore[arg-type]
        return
    module = next(module for module, held in CONSTANTS if held == name)
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield weights
    finally:
        setattr(module, name, before)


def table(sets: Sequence[Told], weights: Scale, encoder: Encoder | None, share: float) -> Table:
    """What each threshold costs on each set; the worst last."""
    shown = Table("threshold", "value", *(f"{told.name} {sign}" for told in sets for sign in ("-", "+")), box=None)
    plain = [measured(told, weights, encoder) for told in sets]
    worst = 0.0
    for spoken, name, less, more in changes(weights, share):
        cells = []
        for told, before in zip(sets, plain, strict=True):
            for value in (less, more):
                with changed(weights, name, value) as given:
                    after = measured(told, given, encoder)
                cells.append(f"{after - before:+.4f}")
                worst = min(worst, after - before)
        shown.add_row(spoken, f"{less:.4g} to {more:.4g}", *cells)
        print(spoken, *cells, file=sys.stderr, flush=True)
    shown.add_row("nothing changed", "", *(cell for before in plain for cell in (f"{before:.4f}", "")))
    shown.add_row("the most that one costs", f"{-worst:.4f}")
    return shown


def orders(told: Told, weights: Scale, encoder: Encoder | None, number: int) -> str:
    """F1 over several orders within a day, and how far the medians of random halves of them lie apart."""
    found = [measured(told, weights, encoder, seed) for seed in range(number)]
    chance = random.Random(0)
    gaps = []
    for _ in range(200):
        drawn = chance.sample(found, number)
        gaps.append(abs(statistics.median(drawn[: number // 2]) - statistics.median(drawn[number // 2 :])))
    return (
        f"{told.name}, {number} orders within a day: median {statistics.median(found):.4f}, {min(found):.4f} to "
        f"{max(found):.4f}; medians of two halves of them lie apart by {statistics.mean(gaps):.4f} in the mean, "
        f"{max(gaps):.4f} at most"
    )


def main() -> int:
    """Prints the table, then the orders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of sets")
    parser.add_argument("--sets", default="stories,stories-dense")
    parser.add_argument("--orders", type=int, default=10)
    parser.add_argument("--share", type=float, default=0.2)
    parser.add_argument("--words-only", action="store_true", help="without the encoder")
    given = parser.parse_args()
    encoder = None if given.words_only else Remembering(compose.models().encoder)
    weights = shipped_scale(encoder.model if encoder else WITHOUT_ENCODER)
    sets = [read(given.data / name) for name in given.sets.split(",")]
    console = Console(width=120)
    if given.orders:
        for told in sets:
            console.print(orders(told, weights, encoder, given.orders))
    if given.share:
        console.print(table(sets, weights, encoder, given.share))
    return 0


if __name__ == "__main__":
    sys.exit(main())
