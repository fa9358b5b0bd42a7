"""Fit the coefficients of `stages/link/retellings/scale.json` on the invented corpus, and measure it on MEANTIME too.

    python -m training.lineage.retellings DATA_FOLDER

Positives: pairs that the invented corpus calls `retelling`; negatives: pairs that no chain of its links joins.
MEANTIME: the four languages of one original are retellings, those of another original of the same theme are not (the
two nearest
originals stand in one story). Figures: ten folds by story on the invented corpus; MEANTIME is never trained on.
"""

import argparse
import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from training.grouping.fit import Cached, say
from training.grouping.sets import Stories, read_invented, read_meantime

from synoptic.records.article import Article
from synoptic.stages.link.retellings.narration import likeness, narrate
from synoptic.stages.link.retellings.order import measure
from synoptic.stages.link.retellings.scale import shipped_scale


def rows_of(articles: list[Article], encoder: Cached) -> dict[tuple[str, str], tuple[float, float, float]]:
    """The three measures of every pair of a story."""
    scale = replace(shipped_scale(), join=0.0)
    told = narrate(articles, encoder)
    found = {}
    for one in range(len(articles)):
        for other in range(one + 1, len(articles)):
            if min(len(told[one]), len(told[other])) >= 5:
                order = measure(likeness(told[one], told[other]), scale)
                row = (order.likeness - order.chance, order.in_order / order.sentences, order.held)
                found[articles[one].id, articles[other].id] = row
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


def invented(data: Path, encoder: Cached) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Measures, labels and stories of the pairs of the invented corpus."""
    rows, labels, names = [], [], []
    for name, articles in sorted(by_story(read_invented(data / "invented")).items()):
        links = json.loads((data / "invented" / f"{name}.json").read_text())["lineage"]
        kinds = {frozenset((link["source"], link["target"])): link["kind"] for link in links}
        root = chained(links)
        for pair, row in rows_of(articles, encoder).items():
            kind = kinds.get(frozenset(pair))
            if kind == "retelling" or (kind is None and root.get(pair[0], "a") != root.get(pair[1], "b")):
                rows.append(row)
                labels.append(kind == "retelling")
                names.append(name)
    return np.array(rows), np.array(labels), names


def meantime(data: Path, encoder: Cached) -> tuple[np.ndarray, np.ndarray]:
    """Measures and labels of pairs in stories made of two originals each."""
    stories = read_meantime(data / "entities")
    groups = by_story(stories)
    names = sorted(groups)
    lead = encoder.encode([min(groups[name], key=lambda a: a.language != "en").main_text[:400] for name in names])
    near, left = lead @ lead.T - 2 * np.eye(len(names)), set(range(len(names)))
    rows, labels = [], []
    for number in range(len(names)):
        if number in left and len(left) > 1:
            left.discard(number)
            other = max(left, key=lambda rival: near[number, rival])
            left.discard(other)
            for pair, row in rows_of(groups[names[number]] + groups[names[other]], encoder).items():
                rows.append(row)
                labels.append(stories.gold[pair[0]] == stories.gold[pair[1]])
    return np.array(rows), np.array(labels)


def figures(found: np.ndarray, labels: np.ndarray) -> str:
    """Precision and recall."""
    return f"P {(found & labels).sum() / max(1, found.sum()):.3f} R {(found & labels).sum() / labels.sum():.3f}"


def main() -> None:
    """Fit and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data, encoder = parser.parse_args().data, Cached()
    rows, labels, names = invented(data, encoder)
    spread = rows.std(axis=0)
    model = LogisticRegression(C=1.0, max_iter=5000)
    guess = cross_val_predict(model, rows / spread, labels, groups=names, cv=GroupKFold(10), method="predict_proba")
    model.fit(rows / spread, labels)
    say("coefficients:", np.round(model.coef_[0] / spread, 2), "bias", round(float(model.intercept_[0]), 2))
    other_rows, other_labels = meantime(data, encoder)
    other = model.predict_proba(other_rows / spread)[:, 1]
    for cut in (0.4, 0.5, 0.6, 0.7):
        say(f"from {cut}: invented {figures(guess[:, 1] > cut, labels)}; MEANTIME {figures(other > cut, other_labels)}")
    say("pairs: invented", labels.sum(), "of", len(labels), "MEANTIME", other_labels.sum(), "of", len(other_labels))


if __name__ == "__main__":
    main()
