"""Fit the coefficients of `stages/link/retellings/scale.json` and measure them on MEANTIME too.

    python -m training.lineage.retellings DATA_FOLDER [--write FILE]

Positives: pairs that the invented corpus or `training/pairs/stories` call `retelling`; negatives: pairs that no chain
of their links joins. Every pair is seen beside the two accounts likest to it that depend on neither. The weights for a
pair without two such accounts are learnt from order alone and from the invented corpus alone.
MEANTIME: the four languages of one original are retellings, those of another original of the same theme are not (the
two nearest originals stand in one story; seen as in the first round, when no link is known). Figures: ten folds by
story; MEANTIME is never trained on.
"""

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from training.grouping.fit import Cached, say
from training.grouping.sets import Stories, read_invented, read_meantime

from synoptic.records.article import Article
from synoptic.stages.link.retellings.beside import OTHERS, Accounts
from synoptic.stages.link.retellings.narration import narrate
from synoptic.stages.link.retellings.order import measure
from synoptic.stages.link.retellings.scale import shipped_scale

NAMES = ("beyond_chance", "in_order", "held", "mutual", "rare", "named")
# The first of the names that are measures of order.
OF_ORDER = 3
MORE = Path(__file__).resolve().parents[1] / "pairs" / "stories"
# Probabilities asked for; from .4 to .7 hardly anything changes with the accounts beside. See README.md.
JOIN = {"alone": 0.65, "beside": 0.4}


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs (pairs, 6) in the order of `NAMES`, whether each is a retelling, and its story."""

    rows: np.ndarray
    labels: np.ndarray
    stories: list[str]


def rows_of(articles: list[Article], kin: dict[str, set[str]], encoder: Cached) -> dict[tuple[str, str], list[float]]:
    """The measures of every pair of a story that has two accounts apart from it."""
    scale, told = shipped_scale(), narrate(articles, encoder)
    accounts, found = Accounts(articles, told), {}
    for one in range(len(articles)):
        for other in range(one + 1, len(articles)):
            related = kin[articles[one].id] | kin[articles[other].id] | {articles[one].id, articles[other].id}
            apart = [number for number, third in enumerate(articles) if third.id not in related]
            others = accounts.likest(one, other, apart)
            if min(len(told[one]), len(told[other])) >= 5 and len(others) == OTHERS:
                order = measure(accounts.alike(one, other), scale)
                shared = accounts.shared(one, other, others, scale.near)
                ordered = [order.likeness - order.chance, order.in_order / order.sentences, order.held]
                found[articles[one].id, articles[other].id] = [*ordered, shared.mutual, shared.rare, shared.named]
    return found


def by_story(stories: Stories) -> dict[str, list[Article]]:
    """The articles of each story."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(stories.articles, key=lambda article: article.id):
        found[stories.gold[article.id]].append(article)
    return found


def chained(links: list[dict[str, str]]) -> dict[str, str]:
    """The component of each linked article."""
    root: dict[str, str] = {}
    for link in links:
        one, other = (root.setdefault(link[end], link[end]) for end in ("source", "target"))
        root = {id: one if known == other else known for id, known in root.items()}
    return root


def related(links: list[dict[str, str]]) -> dict[str, set[str]]:
    """The articles that each is linked with."""
    kin: dict[str, set[str]] = defaultdict(set)
    for link in links:
        kin[link["source"]].add(link["target"])
        kin[link["target"]].add(link["source"])
    return kin


def invented(folder: Path, encoder: Cached) -> Measured:
    """The pairs of a folder of invented stories."""
    rows, labels, names = [], [], []
    for name, articles in sorted(by_story(read_invented(folder)).items()):
        lineage = json.loads((folder / f"{name}.json").read_text())["lineage"]
        links = [link for link in lineage if link["kind"] != "quotation"]
        kinds = {frozenset((link["source"], link["target"])): link["kind"] for link in links}
        root = chained(links)
        for pair, row in rows_of(articles, related(links), encoder).items():
            kind = kinds.get(frozenset(pair))
            if kind == "retelling" or (kind is None and root.get(pair[0], "a") != root.get(pair[1], "b")):
                rows.append(row)
                labels.append(kind == "retelling")
                names.append(name)
    return Measured(np.array(rows, dtype=float), np.array(labels), names)


def meantime(data: Path, encoder: Cached) -> Measured:
    """Pairs in stories made of two originals each."""
    stories = read_meantime(data / "entities")
    groups = by_story(stories)
    names = sorted(groups)
    lead = encoder.encode([min(groups[name], key=lambda a: a.language != "en").main_text[:400] for name in names])
    near, left = lead @ lead.T - 2 * np.eye(len(names)), set(range(len(names)))
    rows, labels, told = [], [], []
    for number in range(len(names)):
        if number in left and len(left) > 1:
            left.discard(number)
            other = max(left, key=lambda rival: near[number, rival])
            left.discard(other)
            both = groups[names[number]] + groups[names[other]]
            for pair, row in rows_of(both, defaultdict(set), encoder).items():
                rows.append(row)
                labels.append(stories.gold[pair[0]] == stories.gold[pair[1]])
                told.append(names[number])
    return Measured(np.array(rows, dtype=float), np.array(labels), told)


def figures(found: np.ndarray, labels: np.ndarray) -> str:
    """Precision and recall."""
    return f"P {(found & labels).sum() / max(1, found.sum()):.3f} R {(found & labels).sum() / labels.sum():.3f}"


def fitted(part: Measured, measures: int, asked: np.ndarray, other: Measured | None) -> dict[str, float]:
    """The weights of the first measures, with their figures by folds on the pairs `asked`, and on another set."""
    spread = part.rows[:, :measures].std(axis=0)
    model = LogisticRegression(C=1.0, max_iter=5000)
    rows = part.rows[:, :measures] / spread
    guess = cross_val_predict(model, rows, part.labels, groups=part.stories, cv=GroupKFold(10), method="predict_proba")[
        :, 1
    ]
    model.fit(rows, part.labels)
    for cut in (0.4, 0.5, 0.6, 0.65, 0.7):
        told = f"from {cut}: invented {figures(guess[asked] > cut, part.labels[asked])}"
        told += f"; the further stories {int((guess[~asked] > cut).sum())} found" if not asked.all() else ""
        if other is not None:
            score = model.predict_proba(other.rows[:, :measures] / spread)[:, 1]
            told += f"; MEANTIME {figures(score > cut, other.labels)}"
        say(told)
    values = np.round(model.coef_[0] / spread, 2).tolist()
    return {"bias": round(float(model.intercept_[0]), 2)} | dict(zip(NAMES, [*values, 0.0, 0.0, 0.0], strict=False))


def main() -> None:
    """Fit, measure, and on request write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", type=Path, help="where to write scale.json")
    given, encoder = parser.parse_args(), Cached()
    first, more, other = (
        invented(given.data / "invented", encoder),
        invented(MORE, encoder),
        meantime(given.data, encoder),
    )
    both = Measured(np.vstack([first.rows, more.rows]), np.r_[first.labels, more.labels], first.stories + more.stories)
    for name, part in (("invented", first), ("further stories", more), ("MEANTIME", other)):
        say(name, "retellings", part.labels.sum(), "of", len(part.labels), "pairs")
    asked = np.arange(len(both.labels)) < len(first.labels)
    scale = shipped_scale()
    table = {
        "made_by": "training/lineage/retellings.py",
        "model": scale.model, "least": scale.least, "near": scale.near, "floor": scale.floor, "shown": scale.shown,
        "alone": fitted(first, OF_ORDER, np.full(len(first.labels), True), other) | {"join": JOIN["alone"]},
        "beside": fitted(both, len(NAMES), asked, other) | {"join": JOIN["beside"]},
    }  # fmt: skip
    say(json.dumps(table))
    if given.write:
        given.write.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
