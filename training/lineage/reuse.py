"""Fit the coefficients of `stages/cluster/reuse.json`: reuse against phrases that independent reports have in common.

    python -m training.lineage.reuse DATA_FOLDER [--write FILE]

Trained on the invented corpus alone: its own copies and passages, and planted ones (`planted.py`). `lineage` (texts in
`stories`) is measured and never trained on; the one number chosen with it is the cut `JOIN`.
"""

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from training.grouping.sets import Stories, read, read_invented
from training.lineage.planted import plant

from synoptic.records.article import Article
from synoptic.stages.cluster.copies import candidates
from synoptic.stages.cluster.reuse import Reuse

DEPENDENCE = ("copy", "partial")
NOTHING = Reuse(0.0, 0.0)
# Planted pairs are half taken over, which those of a stream are not; so the cut was chosen on lineage: see README.md.
JOIN = 0.32
COPY_SHARE = 0.7
DRAWS = 24
Pair = frozenset[str]


def measured(articles: tuple[Article, ...]) -> dict[Pair, Reuse]:
    """The measures of every candidate pair."""
    return {frozenset((pair.one.article.id, pair.other.article.id)): pair.reuse for pair in candidates(articles)}


def invented(data: Path, stories: Stories) -> tuple[np.ndarray, np.ndarray]:
    """Measures and labels of the invented corpus's own pairs; retellings are left out."""
    kinds: dict[Pair, str] = {}
    for path in sorted((data / "invented").glob("*.json")):
        for link in json.loads(path.read_text())["lineage"]:
            kinds[frozenset((link["source"], link["target"]))] = link["kind"]
    found = measured(stories.articles)
    pairs = [pair for pair in {**dict.fromkeys(found), **kinds} if kinds.get(pair) != "retelling"]
    rows = np.array([astuple(found.get(pair, NOTHING)) for pair in pairs])
    return rows, np.array([kinds.get(pair) in DEPENDENCE for pair in pairs])


def planted(stories: Stories) -> tuple[np.ndarray, np.ndarray]:
    """Measures and labels of the planted pairs."""
    by_story: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(stories.articles, key=lambda article: article.id):
        by_story[stories.gold[article.id]].append(article)
    pairs = plant(by_story, DRAWS)
    rows = [next((found.reuse for found in candidates([pair.one, pair.other])), NOTHING) for pair in pairs]
    return np.array([astuple(row) for row in rows]), np.array([pair.taken for pair in pairs])


def figures(found: np.ndarray, labels: np.ndarray) -> str:
    """Precision, recall and F1."""
    hits = int((found & labels).sum())
    precision, recall = hits / max(1, found.sum()), hits / labels.sum()
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * hits / (found.sum() + labels.sum()):.3f}"


def say(*words: object) -> None:
    """A line on the terminal."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Fit, measure, and on request write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    made = read_invented(given.data / "invented")
    own_rows, own_labels = invented(given.data, made)
    more_rows, more_labels = planted(made)
    # C .03, .1, .3 and 1 give the same figures to .01 on lineage.
    model = LogisticRegression(C=0.3, max_iter=5000).fit(
        np.vstack([own_rows, more_rows]), np.r_[own_labels, more_labels]
    )
    weights = np.round(model.coef_[0], 3)
    bias = round(float(model.intercept_[0]), 3)
    stories = read(given.data / "stories")
    found = measured(stories.articles)
    gold = [json.loads(line) for line in (given.data / "lineage/gold.jsonl").read_text().split("\n") if line.strip()]
    rows = np.array([astuple(found.get(frozenset((link["source"], link["target"])), NOTHING)) for link in gold])
    labels = np.array([link["kind"] in DEPENDENCE for link in gold])
    known = {frozenset((link["source"], link["target"])) for link in gold}
    extra = np.array([astuple(reuse) for pair, reuse in found.items() if pair not in known])
    for cut in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        scores = [1 / (1 + np.exp(-(part @ weights + bias))) > cut for part in (rows, own_rows, extra)]
        say(f"from {cut}: lineage {figures(scores[0], labels)}; invented {figures(scores[1], own_labels)};"
            f" other links in the stream {scores[2].sum()}")  # fmt: skip
    table = {"made_by": "training/lineage/reuse.py", "bias": bias,
             "weights": {field.name: float(weight) for field, weight in zip(fields(Reuse), weights, strict=True)},
             "join": JOIN, "copy_share": COPY_SHARE}  # fmt: skip
    say(json.dumps(table))
    if given.write:
        given.write.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
