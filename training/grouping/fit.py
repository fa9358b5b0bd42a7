"""Fit the coefficients of `stages/cluster/scale.json` and state their figures, cross-validated by story.

    python training/grouping/fit.py DATA_FOLDER [--orders 10] [--write]

DATA_FOLDER holds `stories`, `stories-dense` and `neus` (articles.jsonl, gold.jsonl), `invented` and `entities`
(MEANTIME). Pairs are those that the stream itself compares (its nearest articles) and all pairs of one story; pairs
of invented articles weigh a fifth. Pairs across languages come from MEANTIME and the invented corpus alone. Figures:
five folds by story; the stream is always whole, a fold's articles are scored with coefficients that no pair of the
fold's stories has touched; B³ as the median over random orders within a day.
"""

import argparse
import json
import random
import statistics
import sys
from collections import defaultdict
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from synoptic.adapters.models.eld_identifier import EldIdentifier
from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.article import Article, RawArticle
from synoptic.stages.clean import clean_article
from synoptic.stages.cluster.grouping import profiles
from synoptic.stages.cluster.profiles import Profile
from synoptic.stages.cluster.scale import Scale
from synoptic.stages.cluster.signals import Signals
from synoptic.stages.cluster.stories import Stream

SETS = ("stories", "stories-dense", "neus")
FOLDS = 5
# Threshold and margin, chosen on the three sets together; ± 20 % of each costs the figures printed by --sensitivity.
JOIN, MOVE = 0.28, 0.05
# How the prior falls with the number of articles: chosen on random collections of two to eight articles of stories and
# neus and on the invented stories one by one; see README.md.
CROWD, FEW, MANY = 0.5, 6, 60
INVENTED_WEIGHT = 0.2
FOREIGN = ("text", "lead_in_text", "dense")
# A first guess, good enough to propose candidates.
_GUESS = (9.0, 2.5, 5.0, 3.0, 1.0, -0.3, -1.5, 0.0, 0.0)
GUESS = Scale(UseEncoder.model, -5.0, _GUESS, -5.0, _GUESS, JOIN, MOVE, CROWD, FEW, MANY)


@dataclass(frozen=True, slots=True)
class Stories:
    """One development set."""

    articles: tuple[Article, ...]
    gold: dict[str, str]
    fold: dict[str, int]


def read(folder: Path) -> Stories:
    """One set, its articles cleaned as the product would."""
    languages = EldIdentifier()
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text().split("\n") if line.strip()]
    raw = (
        RawArticle(row["id"], text=row["text"], id=row["id"], title=row["title"] or None, url=row["url"],
                   outlet=row["outlet"], language=row["language"], published=row["published"])
        for row in rows
    )  # fmt: skip
    articles = tuple(clean_article(article, None, languages) for article in raw)  # type: ignore[arg-type]
    lines = (json.loads(line) for line in (folder / "gold.jsonl").read_text().split("\n") if line.strip())
    gold = {line["id"]: line["story"] for line in lines}
    names = sorted(set(gold.values()))
    random.Random(5).shuffle(names)
    return Stories(articles, gold, {name: number % FOLDS for number, name in enumerate(names)})


def read_invented(folder: Path) -> Stories:
    """The invented corpus as one set."""
    languages = EldIdentifier()
    articles, gold = [], {}
    for path in sorted(folder.glob("*.json")):
        story = json.loads(path.read_text())
        for row in story["articles"]:
            paragraphs: dict[int, list[str]] = defaultdict(list)
            for sentence in row["sentences"]:
                paragraphs[sentence["p"]].append(sentence["t"])
            text = "\n\n".join(" ".join(part) for part in paragraphs.values())
            raw = RawArticle(row["id"], text=text, id=row["id"], title=row["title"], outlet=row["outlet"],
                             published=row["published"])  # fmt: skip
            articles.append(clean_article(raw, None, languages))  # type: ignore[arg-type]
            gold[row["id"]] = story["story"]
    random.Random(2).shuffle(articles)
    return Stories(tuple(articles), gold, defaultdict(lambda: FOLDS))


def read_meantime(folder: Path) -> Stories:
    """The four-language stories of MEANTIME."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text().split("\n") if line.strip()]
    gold = {id: row["story"] for row in rows if row["set"] == "meantime" for id in row["articles"]}
    languages = EldIdentifier()
    lines = [json.loads(line) for line in (folder / "articles.jsonl").read_text().split("\n") if line.strip()]
    articles = [
        clean_article(
            RawArticle(row["id"], text=row["text"], id=row["id"], language=row["language"], published=row["published"]),
            None,  # type: ignore[arg-type]
            languages,
        )
        for row in lines
        if row["id"] in gold
    ]
    random.Random(1).shuffle(articles)
    return Stories(tuple(articles), gold, defaultdict(lambda: FOLDS))


def shuffled(articles: tuple[Article, ...], seed: int) -> list[Article]:
    """The articles in order of their days, in a random order within each day."""
    order = list(articles)
    random.Random(seed).shuffle(order)
    return sorted(order, key=lambda article: (article.published or "")[:10])


class Cached:
    """An encoder that encodes each text once."""

    def __init__(self) -> None:
        self.model = UseEncoder.model
        self._rows: dict[str, np.ndarray] = {}

    def encode(self, texts):  # noqa: ANN001, ANN201
        """The rows of `texts`."""
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        self._rows.update(zip(new, UseEncoder().encode(new), strict=True))
        return np.stack([self._rows[text] for text in texts])


class Remembering(Stream):
    """A stream that keeps the signals of its pairs, so that five folds measure them once."""

    def __init__(self, scale: Scale, signals: dict[tuple[int, int], Signals]) -> None:
        super().__init__(scale)
        self._known_signals = signals

    def signals(self, one: int, other: int) -> Signals:
        """The signals between two articles."""
        key = (one, other)
        if key not in self._known_signals:
            self._known_signals[key] = super().signals(one, other)
        return self._known_signals[key]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Signals of pairs (pairs, signals), whether each is of one story, across languages, and the folds of both."""

    rows: np.ndarray
    same: np.ndarray
    foreign: np.ndarray
    folds: np.ndarray


def pairs(stories: Stories, arrived: list[Profile]) -> Pairs:
    """The pairs that a stream compares, and all pairs of one story."""
    stream = Stream(GUESS)
    earlier: dict[str, list[int]] = defaultdict(list)
    rows, labels, foreign, folds = [], [], [], []
    names = [stories.gold[profile.id] for profile in arrived]
    for number, profile in enumerate(arrived):
        near = stream._nearest(profile) | set(earlier[names[number]])
        stream._remember(number, profile)
        stream.story_of.append(number)
        stream._members[number] = [number]
        for other in sorted(near):
            rows.append(stream.signals(other, number).values)
            labels.append(names[other] == names[number])
            foreign.append(arrived[other].language != profile.language)
            folds.append((stories.fold[names[other]], stories.fold[names[number]]))
        earlier[names[number]].append(number)
    return Pairs(np.array(rows), np.array(labels), np.array(foreign), np.array(folds))


def fit(parts: list[tuple[Pairs, float]], without: int | None = None) -> Scale:
    """The scale of two logistic regressions over pairs with their weights, without the stories of one fold."""
    keep = [(part.folds != without).all(axis=1) for part, _ in parts]
    rows = np.vstack([part.rows[kept] for (part, _), kept in zip(parts, keep, strict=True)])
    same = np.concatenate([part.same[kept] for (part, _), kept in zip(parts, keep, strict=True)])
    foreign = np.concatenate([part.foreign[kept] for (part, _), kept in zip(parts, keep, strict=True)])
    weight = np.concatenate([np.full(kept.sum(), weight) for (_, weight), kept in zip(parts, keep, strict=True)])
    own = ~foreign & (weight > 0)
    near = LogisticRegression(C=1.0, max_iter=5000).fit(rows[own], same[own], sample_weight=weight[own])
    names = [field.name for field in fields(Signals)]
    asked = [names.index(name) for name in FOREIGN]
    far = LogisticRegression(C=1.0, max_iter=5000).fit(rows[foreign][:, asked], same[foreign])
    foreign_weights = dict(zip(asked, far.coef_[0].tolist(), strict=True))
    return Scale(
        UseEncoder.model,
        float(near.intercept_[0]),
        tuple(float(value) for value in near.coef_[0]),
        float(far.intercept_[0]),
        tuple(foreign_weights.get(number, 0.0) for number in range(len(names))),
        JOIN, MOVE, CROWD, FEW, MANY,
    )  # fmt: skip


def b_cubed(gold: dict[str, str], placed: dict[str, int], asked: set[str]) -> tuple[float, float]:
    """Sums of precision and recall over the articles `asked`."""
    true, found = defaultdict(set), defaultdict(set)
    for article, story in placed.items():
        true[gold[article]].add(article)
        found[story].add(article)
    shared = {article: len(true[gold[article]] & found[placed[article]]) for article in asked}
    precision = sum(shared[article] / len(found[placed[article]]) for article in asked)
    return precision, sum(shared[article] / len(true[gold[article]]) for article in asked)


def measured(stories: Stories, scales: list[Scale], orders: int, encoder: Cached) -> tuple[float, float, float]:
    """Median B³ F1 over the orders, with its precision and recall; scale k places the articles of fold k."""
    figures = []
    for seed in range(orders):
        order = shuffled(stories.articles, seed)
        arrived = list(profiles(order, encoder))
        signals: dict[tuple[int, int], Signals] = {}
        precision = recall = 0.0
        for fold, scale in enumerate(scales):
            stream = Remembering(scale, signals)
            for profile in arrived:
                stream.add(profile)
            placed = {article.id: story for article, story in zip(order, stream.story_of, strict=True)}
            asked = {id for id in placed if len(scales) == 1 or stories.fold[stories.gold[id]] == fold}
            sums = b_cubed(stories.gold, placed, asked)
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
        size, drawn = random_.randint(2, 8), []
        while len(drawn) < size:
            story = members[random_.choice(names)]
            drawn += [a for a in random_.sample(story, random_.randint(1, len(story))) if a not in drawn]
        stream = Stream(scale)
        for profile in profiles(drawn[:size], encoder):
            stream.add(profile)
        placed = {article.id: story for article, story in zip(drawn, stream.story_of, strict=False)}
        precision, recall = b_cubed(stories.gold, placed, set(placed))
        found.append(2 * precision * recall / (precision + recall) / len(placed))
    return statistics.mean(found)


def say(*words: object) -> None:
    """A line on the terminal."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Fit, measure, and on request write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--orders", type=int, default=10)
    parser.add_argument("--write", type=Path, help="where to write scale.json")
    given = parser.parse_args()
    encoder = Cached()
    sets = {name: read(given.data / name) for name in SETS}
    drawn = [(pairs(one, list(profiles(shuffled(one.articles, 0), encoder))), 1.0) for one in sets.values()]
    for one, weight in (
        (read_invented(given.data / "invented"), INVENTED_WEIGHT),
        (read_meantime(given.data / "entities"), 0.0),
    ):
        drawn.append((pairs(one, list(profiles(one.articles, encoder))), weight))
    scales = [fit(drawn, fold) for fold in range(FOLDS)]
    final = fit(drawn)
    names = [field.name for field in fields(Signals)]
    table = {
        "made_by": "training/grouping/fit.py", "model": final.model,
        "bias": round(final.bias, 3), "weights": dict(zip(names, (round(x, 3) for x in final.weights), strict=True)),
        "foreign_bias": round(final.foreign_bias, 3),
        "foreign_weights": {n: round(x, 3) for n, x in zip(names, final.foreign_weights, strict=True) if x},
        "join": JOIN, "move": MOVE, "crowd": CROWD, "few": FEW, "many": MANY,
    }  # fmt: skip
    say(json.dumps(table, indent=1))
    if given.write:
        given.write.write_text(json.dumps(table, indent=1) + "\n")
    for name, one in sets.items():
        say(name, "small collections:", round(small(one, final, encoder), 4))
    for name, one in sets.items():
        say(name, "B3 F1, P, R by five folds:", *(round(x, 4) for x in measured(one, scales, given.orders, encoder)))


if __name__ == "__main__":
    main()
