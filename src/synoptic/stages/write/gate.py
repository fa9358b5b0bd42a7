"""The citation gate: is what a sentence says supported by the words that it cites?

Two judgements. `score` is a small logistic model over how evidence covers a sentence, trained on WiCE (see
training/write): how likely a whole page supports a claim. `passed` is what printing takes: every name and number of the
sentence and most of its other content words must stand in the evidence. What decides can be read: the missing words.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from synoptic.ports import Encoder
from synoptic.stages.write.coverage import encoder_features, word_features
from synoptic.stages.write.words import Keys, needed

CONTENT_SHARE = 0.7
"""The share of content words, beside names and numbers, that a sentence needs in order to be printed. They are made of
words that they cite, so that almost all hold nearly every word; the cut stops those whose citation went astray."""


@dataclass(frozen=True, slots=True)
class Support:
    """How far evidence supports a sentence: `score` from 0 to 1 (.5 decides), what is missing, the finding in words."""

    score: float
    missing: tuple[str, ...]
    reason: str
    passed: bool


@dataclass(frozen=True, slots=True)
class _Model:
    """Weights of the features, in their order, and the bias at which .5 is the best cut."""

    weights: tuple[float, ...]
    bias: float


def support(claim: str, evidence: Sequence[str], encoder: Encoder | None = None) -> Support:
    """How far `evidence`, given as sentences, supports `claim`; an encoder makes the score better, not `passed`."""
    keys, wanted = Keys(evidence), needed(claim)
    lacking = [word for word in wanted if not keys.hold(word)]
    hard = [word.word for word in lacking if word.hard]
    soft = sum(not word.hard for word in wanted)
    share = 1.0 if not soft else 1 - sum(not word.hard for word in lacking) / soft
    missing = tuple(dict.fromkeys([*hard, *(word.word for word in lacking)]))
    passed = not hard and share >= CONTENT_SHARE
    reason = "names, numbers and core words are in the cited words"
    if not passed:
        reason = "not in the cited words: " + ", ".join(hard or missing)
    return Support(_score(claim, evidence, encoder), missing, reason, passed)


def _score(claim: str, evidence: Sequence[str], encoder: Encoder | None) -> float:
    features = word_features(claim, evidence) if encoder is None else encoder_features(claim, evidence, encoder)
    model = _model("words" if encoder is None else "encoder")
    value = sum(weight * feature for weight, feature in zip(model.weights, features, strict=True)) + model.bias
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, value))))


@cache
def _model(name: str) -> _Model:
    table = json.loads(files("synoptic.stages.write").joinpath("gate_weights.json").read_text(encoding="utf-8"))
    return _Model(tuple(table[name]["weights"]), float(table[name]["bias"]))
