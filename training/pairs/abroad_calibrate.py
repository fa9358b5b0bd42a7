"""Set the weights of pairs beyond English in mixtures.json: `python abroad_calibrate.py DATA`. See ABROAD.md.

Two parts: pairs within another language, and pairs between two. Measured on stories that training leaves out: the fifth
of those in several languages (invented corpus and `stories/`), and `measured/`; each figure with its story left out.
Prints the figures and the weights of each part.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler

from synoptic.adapters.models.pair_model import PairModel
from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.stages.link.claims.cascade import in_their_accounts
from synoptic.stages.link.claims.regression import regression, regression_between

sys.path.insert(0, str(Path(__file__).parents[1] / "claims"))
from corpus import is_kept_out
from stories import Labelled, invented, labelled, told_in_several

ENGLISH = "en"
LANGUAGES = ("de", "en", "es", "fr", "it", "pt")  # those of ten accounts at least in the training texts
LOWEST = -3.3  # as within English
STRENGTH = 0.1  # C
CUTS = (-1.3, -1.15, -1.0, -0.85, -0.7, -0.5, -0.3)


@dataclass(frozen=True)
class Measured:
    """Some pairs of a story: the regression's log-odds less its cut, the scorer's, whether gold joins them."""

    known: NDArray[np.float64]
    same: NDArray[np.bool_]


def read(data: Path) -> Iterator[Labelled]:
    """The stories that were kept out of training."""
    encoder, here = UseEncoder(), Path(__file__).parent
    kept = [*invented(data / "invented", "test"), *told_in_several(here / "stories")]
    for story in [*(story for story in kept if is_kept_out(story["story"])), *told_in_several(here / "measured")]:
        yield labelled(story, encoder)


def asked(story: Labelled) -> dict[bool, Measured]:
    """The pairs beyond English that the scorer is asked about: those in one language (True), those in two (False)."""
    spoken = np.array([unit.language for unit in story.units])[story.pairs]
    alike = spoken[:, 0] == spoken[:, 1]
    odds = np.where(
        alike,
        regression().log_odds(story.names, story.values) - regression().cut,
        regression_between().log_odds(story.names, story.values) - regression_between().cut,
    )
    readable = np.isin(spoken, LANGUAGES).all(axis=1) & ~(spoken == ENGLISH).all(axis=1)
    rows = np.flatnonzero((odds >= LOWEST) & readable)
    sentences = in_their_accounts(story.units)
    told = PairModel().score([(sentences[i], sentences[j]) for i, j in story.pairs[rows]])
    known = np.stack([odds[rows], told], axis=1)
    return {kind: Measured(known[alike[rows] == kind], story.same[rows][alike[rows] == kind]) for kind in (True, False)}


def fitted(stories: list[Measured]) -> tuple[NDArray[np.float64], float]:
    """Slopes and intercept of both columns."""
    known, same = np.concatenate([s.known for s in stories]), np.concatenate([s.same for s in stories])
    scaler = StandardScaler().fit(known)
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(scaler.transform(known), same)
    slopes = model.coef_[0] / scaler.scale_
    return slopes, float(model.intercept_[0] - slopes @ scaler.mean_)


def report(stories: list[Measured]) -> None:
    """The figures with each story left out, and the weights by all."""
    same = np.concatenate([story.same for story in stories])
    mixed = []
    for story in stories:
        slopes, constant = fitted([other for other in stories if other is not story])
        mixed.append(story.known @ slopes + constant)
    sys.stdout.write(f"{len(stories)} stories, {len(same)} pairs, {same.sum()} of them same\n")
    alone = np.concatenate([story.known[:, 0] for story in stories])
    for name, odds, cuts in (("regression", alone, (0.0,)), ("mixed", np.concatenate(mixed), CUTS)):
        sys.stdout.write(f"{name}: AP {average_precision_score(same, odds):.3f}\n")
        for cut in cuts:
            right, size = int((same & (odds >= cut)).sum()), int((odds >= cut).sum())
            figures = right / size, right / same.sum(), 2 * right / (size + same.sum())
            sys.stdout.write("  cut {}: P {:.3f} R {:.3f} F1 {:.3f}\n".format(cut, *figures))
    slopes, constant = fitted(stories)
    row = {"regression": round(float(slopes[0]), 3), "scorer": round(float(slopes[1]), 3), "shift": round(constant, 3)}
    sys.stdout.write(json.dumps({**row, "features": {}}) + "  (shift: less the chosen cut)\n")


def main(data: Path) -> None:
    """Reports both parts."""
    stories = [asked(story) for story in read(data)]
    for kind, name in ((True, "within another language"), (False, "between two")):
        sys.stdout.write(f"{name}\n")
        report([story[kind] for story in stories if story[kind].same.any()])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
