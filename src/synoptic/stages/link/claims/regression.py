"""The shipped pair scorer: a logistic regression over the features of a pair, its weights a data file.

There are two, one for pairs within a language and one for pairs between languages, which share few words to be judged
by. Made by training/claims/train.py on invented stories; see training/claims/README.md for figures.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from synoptic.errors import MissingModel
from synoptic.stages.link.claims.index import Floats

_LIMIT = 5.0
"""Standardised features are cut off here, as in training: one odd feature shall not decide."""


@dataclass(frozen=True, slots=True)
class Regression:
    """Weights by feature; `cut` is the log-odds from which two units count as one claim (see the data file)."""

    features: tuple[str, ...]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    intercept: float
    cut: float

    def standard(self, names: tuple[str, ...], values: Floats) -> NDArray[np.float64]:
        """The features standardised and cut off. Raises MissingModel where they are not the trained ones."""
        if names != self.features:
            raise MissingModel(
                "the weights of the claim regression were made for other features",
                remedy="run training/claims/train.py again, or reinstall synoptic-news",
            )
        return np.asarray(np.clip((values - self.mean) / self.scale, -_LIMIT, _LIMIT), dtype=np.float64)

    def log_odds(self, names: tuple[str, ...], values: Floats) -> NDArray[np.float64]:
        """The log-odds that each pair is one claim. Raises MissingModel where the features are not the trained ones."""
        return np.asarray(self.standard(names, values) @ self.weights + self.intercept, dtype=np.float64)


def regression() -> Regression:
    """The regression for pairs within a language."""
    return _read("regression.json")


def regression_between() -> Regression:
    """The regression for pairs in two languages."""
    return _read("regression_between.json")


@cache
def _read(file: str) -> Regression:
    table = json.loads(resources.files(__package__).joinpath(file).read_text(encoding="utf-8"))
    rows = table["features"]
    return Regression(
        tuple(str(row["name"]) for row in rows),
        np.array([row["mean"] for row in rows], dtype=np.float64),
        np.array([row["scale"] for row in rows], dtype=np.float64),
        np.array([row["weight"] for row in rows], dtype=np.float64),
        float(table["intercept"]),
        float(table["cut"]),
    )
