"""Train the regressions of the claims and write their weights: `python train.py DATA`. See README.md.

Within a language: first a logistic regression on the training part of the invented corpus; then five coefficients (its
log-odds and four features) are set on the stories of data/claims, which measures: no text of theirs goes into the
weights. Between languages, whose sentences share few words: a second regression, on the pairs of the invented stories
that are told in several.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler
from stories import Labelled, between_languages, invented, labelled, measured, told_in_several

from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.stages.link import claims

STRENGTH = 0.1  # C; .001, .003, .01, .1 on the invented training part: AP on data/claims .533, .536, .538, .545
CALIBRATED = ("characters", "order_max", "verb_near_max", "length_min")
LIMIT = 5.0
STORIES = Path(__file__).parents[1] / "pairs" / "stories"
# Pairs of groups between languages, 105 stories in folds: -.6 P .70 R .51, -.8 P .68 R .54, -1.2 P .61 R .59.
CUT_BETWEEN = -0.8
FOLDS = 5
CUT = -1.3  # pair F1 of the groups, captions in, at -1.0, -1.2, -1.3, -1.4: .542, .546, .555, .559


@dataclass(frozen=True, slots=True)
class Linear:
    """One linear model over standardised, cut-off features."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    intercept: float

    def log_odds(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        """The log-odds of each pair."""
        return np.clip((values - self.mean) / self.scale, -LIMIT, LIMIT) @ self.weights + self.intercept


def fitted(stories: list[Labelled]) -> Linear:
    """The regression on these stories."""
    values = np.concatenate([story.values for story in stories])
    same = np.concatenate([story.same for story in stories])
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(np.clip(scaler.transform(values), -LIMIT, LIMIT), same)
    return Linear(scaler.mean_, scaler.scale_, model.coef_[0].copy(), float(model.intercept_[0]))


def calibrated(base: Linear, stories: list[Labelled]) -> Linear:
    """The same model with five coefficients set on `stories`, folded back into one set of weights."""
    places = [stories[0].names.index(name) for name in CALIBRATED]
    values = np.concatenate([story.values for story in stories])
    standard = np.clip((values - base.mean) / base.scale, -LIMIT, LIMIT)
    inputs = np.column_stack([base.log_odds(values), standard[:, places]])
    scaler = StandardScaler().fit(inputs)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(scaler.transform(inputs), np.concatenate([story.same for story in stories]))
    slopes = model.coef_[0] / scaler.scale_
    weights = slopes[0] * base.weights
    weights[places] += slopes[1:]
    intercept = slopes[0] * base.intercept + model.intercept_[0] - float(slopes @ scaler.mean_)
    return Linear(base.mean, base.scale, weights, float(intercept))


def report(name: str, stories: list[Labelled], scores: list[NDArray[np.float64]], cut: float = CUT) -> None:
    """Average precision over all pairs, and precision, recall and F1 at the cut; gold out of reach counts as missed."""
    odds, same = np.concatenate(scores), np.concatenate([story.same for story in stories])
    gold = sum(story.gold for story in stories)
    chosen = odds >= cut
    hits = int((chosen & same).sum())
    precision, recall = hits / max(1, int(chosen.sum())), hits / gold
    average = average_precision_score(same, odds) * same.sum() / gold
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    sys.stdout.write(f"{name}: AP {average:.3f}, P {precision:.3f}, R {recall:.3f}, F1 {f1:.3f}\n")


def main(data: Path) -> None:
    """Trains, reports and writes regression.json beside the code."""
    encoder = UseEncoder()
    train = [labelled(story, encoder) for story in invented(data / "invented", "train")]
    test = [labelled(story, encoder) for story in invented(data / "invented", "test")]
    real = [labelled(story, encoder) for story in measured(data / "claims")]
    base = fitted(train)
    out = [calibrated(base, real[:n] + real[n + 1 :]).log_odds(story.values) for n, story in enumerate(real)]
    report("data/claims, leave one story out", real, out)
    model = calibrated(base, real)
    report("invented, test part", test, [model.log_odds(story.values) for story in test])
    note = (
        f"Logistic regression (C {STRENGTH}) on the training part of the invented corpus; five coefficients (its "
        f"log-odds, {', '.join(CALIBRATED)}) set on the stories of data/claims. Made by training/claims/train.py."
    )
    write("regression.json", train[0].names, model, CUT, note)
    between(train, [labelled(story, encoder) for story in told_in_several(STORIES)], test)


def between(train: list[Labelled], more: list[Labelled], test: list[Labelled]) -> None:
    """The regression between languages, with figures by folds of stories and on the test part."""
    crossing = [found for story in train + more if len((found := between_languages(story)).pairs)]
    unseen = [found for story in test if len((found := between_languages(story)).pairs)]
    folds = [fitted([s for place, s in enumerate(crossing) if place % FOLDS != fold]) for fold in range(FOLDS)]
    out = [folds[place % FOLDS].log_odds(story.values) for place, story in enumerate(crossing)]
    report("between languages, a fifth of the stories left out", crossing, out, CUT_BETWEEN)
    model = fitted(crossing)
    report("between languages, invented, test part", unseen, [model.log_odds(s.values) for s in unseen], CUT_BETWEEN)
    note = (
        f"Logistic regression (C {STRENGTH}) on the pairs in two languages of {len(crossing)} invented stories: the "
        f"training part of the corpus, and training/pairs/stories. Made by training/claims/train.py."
    )
    write("regression_between.json", crossing[0].names, model, CUT_BETWEEN, note)


def write(file: str, names: tuple[str, ...], model: Linear, cut: float, note: str) -> None:
    """The weights as a data file beside the code that reads it."""
    rows = [
        {"name": name, "mean": round(float(m), 6), "scale": round(float(s), 6), "weight": round(float(w), 6)}
        for name, m, s, w in zip(names, model.mean, model.scale, model.weights, strict=True)
    ]
    table = {"note": note, "cut": cut, "intercept": round(model.intercept, 6), "features": rows}
    target = Path(claims.__file__).with_name(file)
    target.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
