"""Fit the coefficients of `stages/cluster/scale.json` and state their figures, cross-validated by story.

    python -m training.grouping.fit DATA_FOLDER [--orders 10] [--write FILE] [--sensitivity]

DATA_FOLDER holds `stories`, `stories-dense` and `neus` (articles.jsonl, gold.jsonl), `invented` and `entities`
(MEANTIME). Pairs are those that the stream itself compares (its nearest articles) and all pairs of one story; the three
sets count alike, pairs of invented articles weigh 0.7, those of MEANTIME in one language (all are of two stories) 0.5.
Pairs across languages come from MEANTIME and the invented corpus alone; a gap counts there what it counts within a
language. One scale for the encoder, one without. Figures: five folds by story; the stream is always whole, a fold's
articles are scored with coefficients that no pair of the fold's stories has touched; B³ as the median over random
orders within a day.
"""

import argparse
import json
import random
import statistics
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from training.grouping.sets import FOLDS, SETS, Stories, read, read_invented, read_meantime, shuffled

from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.article import Article
from synoptic.stages.cluster.grouping import feed
from synoptic.stages.cluster.nearest import Meanings, TermIndex
from synoptic.stages.cluster.profiles import NO_ROW, lead_of, profile
from synoptic.stages.cluster.scale import FEATURES, WITHOUT_ENCODER, Scale, Weights, features
from synoptic.stages.cluster.signals import Comparison, Signal
from synoptic.stages.cluster.stories import WINDOW, Stream
from synoptic.stages.cluster.vocabulary import Vocabulary
from synoptic.stages.cluster.window import Window

# Threshold and margin, chosen on the three sets together; ± 20 % of each costs the figures printed by --sensitivity.
JOIN, MOVE = 0.28, 0.05
# How the prior falls with the number of articles: chosen on random collections of two to eight articles of stories and
# neus and on the invented stories one by one; see README.md.
CROWD, CHAIN, FEW, MANY = 0.5, 0.7, 6, 60
INVENTED_WEIGHT, MEANTIME_WEIGHT = 0.7, 0.5
FOREIGN = {
    UseEncoder.model: (Signal.TEXT, Signal.LEAD_IN_TEXT, Signal.DENSE),
    WITHOUT_ENCODER: (Signal.TEXT, Signal.TITLE_IN_TEXT, Signal.LEAD_IN_TEXT),
}
WITHOUT_ROWS = [number for number, name in enumerate(FEATURES) if "dense" not in name]


class Cached:
    """An encoder that encodes each text once."""

    def __init__(self) -> None:
        self.model = UseEncoder.model
        self._rows: dict[str, np.ndarray] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The rows of `texts`."""
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if new:
            self._rows.update(zip(new, UseEncoder().encode(new), strict=True))
        return np.stack([self._rows[text] for text in texts])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Signals of pairs (signals, pairs), whether each is of one story, across languages, and the folds of both."""

    signals: np.ndarray
    same: np.ndarray
    foreign: np.ndarray
    folds: np.ndarray


def pairs(stories: Stories, order: list[Article], encoder: Cached | None) -> Pairs:
    """The pairs that a stream compares, and all pairs of one story."""
    window, vocabulary, index = Window(WINDOW), Vocabulary(), TermIndex()
    comparison, meanings = Comparison(window), Meanings(window)
    names = [stories.gold[article.id] for article in order]
    earlier: dict[str, list[int]] = defaultdict(list)
    found, labels, foreign, folds = [], [], [], []
    for number, article in enumerate(order):
        row = encoder.encode([lead_of(article)]) if encoder else None
        one = profile(article, NO_ROW if row is None else row[0], vocabulary)
        near = {*index.nearest(one.telling, one.weights, window), *earlier[names[number]]}
        if row is not None:
            meanings.foresee(row)
            near |= set(meanings.nearest(row[0]))
        others = sorted(near)
        if others:
            found.append(comparison.signals(one, np.array(others), vocabulary.capacity))
            labels += [names[other] == names[number] for other in others]
            foreign += comparison.foreign(one, np.array(others)).tolist()
            folds += [
                (stories.fold.get(names[other], FOLDS), stories.fold.get(names[number], FOLDS)) for other in others
            ]
        window.add(one)
        index.add(number, one.telling, one.weights)
        earlier[names[number]].append(number)
    return Pairs(np.hstack(found), np.array(labels), np.array(foreign), np.array(folds))


def fit(parts: list[tuple[Pairs, float]], model: str, without: int | None = None) -> Scale:
    """The scale of two logistic regressions over pairs with their weights, without the stories of one fold."""
    keep = [(part.folds != without).all(axis=1) for part, _ in parts]
    signals = np.hstack([part.signals[:, kept] for (part, _), kept in zip(parts, keep, strict=True)])
    same = np.concatenate([part.same[kept] for (part, _), kept in zip(parts, keep, strict=True)])
    foreign = np.concatenate([part.foreign[kept] for (part, _), kept in zip(parts, keep, strict=True)])
    weight = np.concatenate([np.full(kept.sum(), weight) for (_, weight), kept in zip(parts, keep, strict=True)])
    own = ~foreign & (weight > 0)
    asked = list(range(len(FEATURES))) if model == UseEncoder.model else WITHOUT_ROWS
    near = _regression(features(signals)[asked][:, own], same[own], weight[own], asked, len(FEATURES))
    across = [int(signal) for signal in FOREIGN[model]]
    far = _regression(signals[across][:, foreign], same[foreign], None, across, len(Signal))
    # Versions of one original of MEANTIME have one date and no two originals do: learnt there time would decide alone.
    # A gap of one day costs nothing: a translation may well come the day after.
    far.values[Signal.GAP] = near.values[Signal.GAP]
    far = replace(far, bias=round(far.bias - float(near.values[Signal.GAP]) * float(np.log1p(1.0)), 3))
    return Scale(model, near, far, JOIN, MOVE, CROWD, CHAIN, FEW, MANY)


def _regression(rows: np.ndarray, same: np.ndarray, weight: np.ndarray | None, asked: list[int], size: int) -> Weights:
    model = LogisticRegression(C=1.0, max_iter=5000).fit(rows.T, same, sample_weight=weight)
    values = np.zeros(size)
    values[asked] = np.round(model.coef_[0], 3)
    return Weights(round(float(model.intercept_[0]), 3), values)


def b_cubed(gold: dict[str, str], placed: dict[str, str], asked: set[str]) -> tuple[float, float]:
    """Sums of precision and recall over the articles `asked`."""
    true, found = defaultdict(set), defaultdict(set)
    for article, story in placed.items():
        true[gold[article]].add(article)
        found[story].add(article)
    shared = {article: len(true[gold[article]] & found[placed[article]]) for article in asked}
    precision = sum(shared[article] / len(found[placed[article]]) for article in asked)
    return precision, sum(shared[article] / len(true[gold[article]]) for article in asked)


def placed(order: list[Article], scale: Scale, encoder: Cached) -> dict[str, str]:
    """The story of each article of a stream."""
    given = encoder if scale.model == encoder.model else None
    return {id: placement.story for id, placement in feed(Stream(scale), order, given).items()}


def measured(stories: Stories, scales: list[Scale], orders: int, encoder: Cached) -> tuple[float, float, float]:
    """Median B³ F1 over the orders, with its precision and recall; scale k places the articles of fold k."""
    figures = []
    for seed in range(orders):
        order = shuffled(stories.articles, seed)
        precision = recall = 0.0
        for fold, scale in enumerate(scales):
            found = placed(order, scale, encoder)
            asked = {id for id in found if len(scales) == 1 or stories.fold[stories.gold[id]] == fold}
            sums = b_cubed(stories.gold, found, asked)
            precision, recall = precision + sums[0] / len(order), recall + sums[1] / len(order)
        figures.append((2 * precision * recall / (precision + recall), precision, recall))
    middle = sorted(figures)[len(figures) // 2]
    return statistics.median(figure[0] for figure in figures), middle[1], middle[2]


def small(stories: Stories, scale: Scale, encoder: Cached, draws: int = 300) -> float:
    """Mean B³ F1 of random collections of two to eight articles: some stories, a few articles of each."""
    random_ = random.Random(3)
    members = defaultdict(list)
    for article in stories.articles:
        members[stories.gold[article.id]].append(article)
    names = sorted(members)
    found = []
    for _ in range(draws):
        size = random_.randint(2, 8)
        drawn: list[Article] = []
        while len(drawn) < size:
            story = members[random_.choice(names)]
            drawn += [a for a in random_.sample(story, random_.randint(1, len(story))) if a not in drawn]
        stood = placed(drawn[:size], scale, encoder)
        precision, recall = b_cubed(stories.gold, stood, set(stood))
        found.append(2 * precision * recall / (precision + recall) / len(stood))
    return statistics.mean(found)


def say(*words: object) -> None:
    """A line on the terminal."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def table_of(scale: Scale) -> dict[str, dict[str, float]]:
    """The weights of a scale as they ship."""
    own = zip(FEATURES, scale.own.values.tolist(), strict=True)
    foreign = zip(FEATURES, scale.foreign.values.tolist(), strict=False)
    return {
        "own": {"bias": scale.own.bias} | {name: value for name, value in own if value},
        "foreign": {"bias": scale.foreign.bias} | {name: value for name, value in foreign if value},
    }


def report(scales: list[Scale], sets: dict[str, Stories], given: argparse.Namespace, encoder: Cached) -> None:
    """Figures by folds, of the final scale, and how much they hang on each threshold."""
    final = scales[-1]
    for name, one in sets.items():
        if name in SETS:
            say(final.model, name, "five folds:", *_rounded(measured(one, scales[:-1], given.orders, encoder)))
            say(final.model, name, "small collections:", round(small(one, final, encoder), 3))
        say(final.model, name, "shipped:", *_rounded(measured(one, [final], 3, encoder)))
    if given.sensitivity:
        for threshold in ("join", "move", "crowd", "chain", "many"):
            for factor in (0.8, 1.2):
                changed = [replace(one, **{threshold: getattr(one, threshold) * factor}) for one in scales[:-1]]
                figures = (measured(sets[name], changed, 3, encoder)[0] for name in SETS)
                say(final.model, threshold, factor, *(round(figure, 4) for figure in figures))


def _rounded(values: tuple[float, ...]) -> list[float]:
    return [round(value, 3) for value in values]


def weighed(drawn: dict[str, Pairs]) -> list[tuple[Pairs, float]]:
    """The pairs of each set with their weight: those of the three sets weigh alike as sets."""
    most = max(len(drawn[name].same) for name in SETS)
    weights = {"invented": INVENTED_WEIGHT, "meantime": MEANTIME_WEIGHT}
    return [(part, weights.get(name) or most / len(part.same)) for name, part in drawn.items()]


def main() -> None:
    """Fit, measure, and on request write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--orders", type=int, default=10)
    parser.add_argument("--write", type=Path, help="where to write scale.json")
    parser.add_argument("--sensitivity", action="store_true")
    given = parser.parse_args()
    encoder = Cached()
    sets = {name: read(given.data / name) for name in SETS}
    sets |= {"invented": read_invented(given.data / "invented"), "meantime": read_meantime(given.data / "entities")}
    fitted = []
    for model in (UseEncoder.model, WITHOUT_ENCODER):
        asked = encoder if model == UseEncoder.model else None
        orders = {name: shuffled(one.articles, 0) if name in SETS else list(one.articles) for name, one in sets.items()}
        drawn = weighed({name: pairs(one, orders[name], asked) for name, one in sets.items()})
        fitted.append([fit(drawn, model, fold) for fold in (*range(FOLDS), None)])
    table = {
        "made_by": "training/grouping/fit.py",
        "models": {scales[-1].model: table_of(scales[-1]) for scales in fitted},
        "join": JOIN, "move": MOVE, "crowd": CROWD, "chain": CHAIN, "few": FEW, "many": MANY,
    }  # fmt: skip
    say(json.dumps(table, indent=1))
    if given.write:
        given.write.write_text(json.dumps(table, indent=1) + "\n")
    for scales in fitted:
        report(scales, sets, given, encoder)


if __name__ == "__main__":
    main()
