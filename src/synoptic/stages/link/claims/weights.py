"""Weights of words: how telling it is that two sentences share a word."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log

from synoptic.stages.link.claims.units import Unit


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of `sentences` sentences of news each stem stands (see training/claims)."""

    sentences: int
    counts: dict[str, int]


@cache
def background() -> Frequencies:
    """The frequencies that ship with the package."""
    table = json.loads(resources.files(__package__).joinpath("frequencies.json").read_text(encoding="utf-8"))
    return Frequencies(int(table["sentences"]), {str(stem): int(n) for stem, n in table["counts"].items()})


def word_weights(units: Sequence[Unit]) -> dict[str, float]:
    """The weight of each stem of a story, from 0 (in every sentence) up.

    The mean of two logs: rareness in news at large, so that a story's function words weigh little in any language
    that the table knows, and rareness within the story, so that its main actors tell little.
    """
    here = Counter(stem for unit in units for stem in {word.stem for word in unit.words})
    known = background()
    return {
        stem: 0.5 * log((known.sentences + 1) / (known.counts.get(stem, 0) + 1)) / log(known.sentences + 1)
        + 0.5 * log((len(units) + 1) / count) / log(len(units) + 1)
        for stem, count in here.items()
    }
