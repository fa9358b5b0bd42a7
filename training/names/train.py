"""Learns the weights of `synoptic.language.names` from pairs of names that are labelled the same or not.

An additive model: gradient boosting with trees of one split, which sum to one step function a feature.
Usage: python training/names/train.py PAIRS_FOLDER [--write]
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from synoptic.language.names.features import FEATURES, Comparison

SEED, TREES, RATE = 7, 200, 0.1
WEIGHTS = Path(__file__).parents[2] / "src" / "synoptic" / "language" / "names" / "weights.json"


def model() -> GradientBoostingClassifier:
    """The model as it is trained and cross-validated."""
    return GradientBoostingClassifier(
        n_estimators=TREES, max_depth=1, learning_rate=RATE, subsample=0.8, min_samples_leaf=6, random_state=SEED
    )


def groups_of(pairs: list[dict[str, str]]) -> list[str]:
    """One group for names that are connected by pairs, so that no name is on both sides of a fold."""
    above: dict[str, str] = {}

    def root(name: str) -> str:
        while above.setdefault(name, name) != name:
            name = above[name]
        return name

    for pair in pairs:
        above[root(pair["name1"].lower())] = root(pair["name2"].lower())
    return [root(pair["name1"].lower()) for pair in pairs]


def cross_validated(x: np.ndarray, y: np.ndarray, groups: list[str]) -> list[float]:
    """F1 of five ten-fold runs over groups."""
    found = []
    for seed in range(5):
        random = np.random.RandomState(seed)
        folds = {group: random.randint(10) for group in sorted(set(groups))}
        fold = np.array([folds[group] for group in groups])
        score = np.zeros(len(y))
        for number in range(10):
            score[fold == number] = (
                model().fit(x[fold != number], y[fold != number]).predict_proba(x[fold == number])[:, 1]
            )
        same = score >= 0.5
        found.append(2 * float((same & y).sum()) / float(same.sum() + y.sum()))
    return found


def steps_of(trained: GradientBoostingClassifier) -> dict[str, object]:
    """The trained model as one step function a feature: thresholds, and what the model adds up to and above each."""
    splits: dict[str, list[tuple[float, float, float]]] = {}
    for (regressor,) in trained.estimators_:
        tree = regressor.tree_
        if tree.node_count < 3:
            continue
        low, high = (float(tree.value[child, 0, 0]) * RATE for child in (tree.children_left[0], tree.children_right[0]))
        splits.setdefault(FEATURES[tree.feature[0]], []).append((float(tree.threshold[0]), low, high))
    steps = {}
    for name in FEATURES:
        if name in splits:
            thresholds = sorted({threshold for threshold, _, _ in splits[name]})
            edges = [*thresholds, float("inf")]
            values = [sum(low if edge <= split else high for split, low, high in splits[name]) for edge in edges]
            steps[name] = {"thresholds": thresholds, "values": [round(value, 6) for value in values]}
    prior = float(trained.init_.class_prior_[1])
    return {"bias": round(float(np.log(prior / (1 - prior))), 6), "steps": steps}


def main() -> None:
    """Reports cross-validated F1; writes the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, help="folder with items.jsonl and gold.jsonl")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    pairs = [json.loads(line) for line in (given.pairs / "items.jsonl").read_text("utf-8").splitlines()]
    gold = {
        (row := json.loads(line))["id"]: row["match"]
        for line in (given.pairs / "gold.jsonl").read_text("utf-8").splitlines()
    }
    names = [sorted((pair["name1"], pair["name2"])) for pair in pairs]
    people = [pair["schema"] == "Person" for pair in pairs]
    compared = [Comparison(left, right, person) for (left, right), person in zip(names, people, strict=True)]
    x = np.array([[getattr(comparison, name) for name in FEATURES] for comparison in compared])
    y = np.array([gold[pair["id"]] for pair in pairs])
    scores = cross_validated(x, y, groups_of(pairs))
    print(  # noqa: T201 - a script reports on the terminal
        f"cross-validated F1 {np.mean(scores):.3f} (from {min(scores):.3f} to {max(scores):.3f}) on {len(y)} pairs"
    )
    if given.write:
        content = steps_of(model().fit(x, y))
        source = f"learnt by training/names from {len(y)} pairs of name-bench (OpenSanctions, MIT)"
        note = f"{source}; cross-validated F1 {np.mean(scores):.3f}"
        WEIGHTS.write_text(json.dumps({"note": note, **content}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
