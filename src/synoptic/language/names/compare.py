"""Whether two names name one person or body: an additive score over what they have in common, and why in words.

`weights.json` holds a step for each feature (thresholds and what they add to the log-odds), learnt by
`training/names` from the pairs of name-bench (OpenSanctions, MIT licence). Ten-fold cross-validation over groups of
connected names: F1 .89, against .76 for a token-sort ratio and .79 for nomenklatura's logic_v2 on the same pairs.
"""

import json
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import exp

from synoptic.language.names.contradictions import contradiction
from synoptic.language.names.features import FEATURES, Comparison
from synoptic.language.names.fold import sound
from synoptic.language.names.pairing import both_parts, content, pair_names
from synoptic.language.names.parts import PartKind, parts_of
from synoptic.language.names.scripts import in_whole_signs, simplified
from synoptic.records.annotation import EntityKind

# The least likeness of two spellings of one word ("Qasemi" and "Ghassemi": .62 by letters, .95 by sound).
_SPELLING = 0.75
# The most that names score which something speaks against.
_CONTRADICTED = 0.3


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two names are one (0 to 1; the same from .5), and why, in words."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Weights:
    """The log-odds at the start, and for each feature its thresholds with what lies up to and above each adds."""

    bias: float
    steps: dict[str, tuple[tuple[float, ...], tuple[float, ...]]]


@lru_cache(maxsize=65536)
def same_name(left: str, right: str, kind: EntityKind | None = None) -> NameMatch:
    """Compares two names of one kind; without a kind they count as people's unless a legal form stands in one.

    The order of the two does not matter. Case, accents and script never do.
    """
    person = kind is EntityKind.PERSON if kind is not None else _looks_like_a_person(left, right)
    first, second = sorted((left, right))
    if not first.strip() or not second.strip():
        return NameMatch(0.0, "one name is empty")
    against = contradiction(first, second, person)
    one, other = both_parts(first, second, person)
    if not against and [part.form for part in one] == [part.form for part in other]:
        return NameMatch(1.0, "the same words")
    score = round(_score(Comparison(first, second, person)), 4)
    if against:
        return NameMatch(min(score, _CONTRADICTED), against)
    return NameMatch(score, _reason(left, right, person, score))


def one_person(left: str, right: str) -> bool:
    """Whether two full names surely name one person: stricter than `same_name`, for merging without a second look.

    Every word of the shorter name is a word of the longer in another spelling that begins alike, and nothing but
    further names stands in the longer. "Ann Okello" and "Jan Okello" are two.
    """
    if in_whole_signs(left) and in_whole_signs(right):
        return simplified(left) == simplified(right)
    if not _may_be_paired(left, right) or contradiction(left, right, person=True):
        return False
    pairing = pair_names(left, right, person=True)
    if pairing.left or len(pairing.pairs) < 2:
        return False
    if all(PartKind.INITIAL in (one.kind, other.kind) for one, other, _ in pairing.pairs):
        return False
    return all(
        score >= _SPELLING and sound(one.text)[:1] == sound(other.text)[:1] for one, other, score in pairing.pairs
    )


def _may_be_paired(left: str, right: str) -> bool:
    """Whether every word of the shorter name meets one of the longer that begins with the same sound."""
    short, long = sorted((content(parts) for parts in both_parts(left, right, True)), key=len)
    initials = [sound(part.text)[:1] for part in long]
    for part in short:
        initial = sound(part.text)[:1]
        if initial not in initials:
            return False
        initials.remove(initial)
    return True


def _looks_like_a_person(left: str, right: str) -> bool:
    return not any(part.kind is PartKind.LEGAL for name in (left, right) for part in parts_of(name, False))


def _score(compared: Comparison) -> float:
    weights = _weights()
    odds = weights.bias
    for name, (thresholds, values) in weights.steps.items():
        odds += values[bisect_left(thresholds, getattr(compared, name))]
    return 1.0 / (1.0 + exp(-odds))


def _reason(left: str, right: str, person: bool, score: float) -> str:
    pairing = pair_names(left, right, person)
    varied = [f"“{a.text}” and “{b.text}”" for a, b, likeness in pairing.pairs if likeness < 1.0]
    alone = [f"“{part.text}”" for part in (*pairing.left, *pairing.right)]
    said = [f"{', '.join(varied)} are {'spellings of one word' if score >= 0.5 else 'alike'}"] if varied else []
    if alone:
        said.append(f"{', '.join(alone)} {'stands' if len(alone) == 1 else 'stand'} in one of them alone")
    return "; ".join(said) or "the same words in another order"


@cache
def _weights() -> _Weights:
    text = resources.files("synoptic.language.names").joinpath("weights.json").read_text(encoding="utf-8")
    content = json.loads(text)
    steps = {name: (tuple(step["thresholds"]), tuple(step["values"])) for name, step in content["steps"].items()}
    unknown = set(steps) - set(FEATURES)
    if unknown:
        raise ValueError(f"weights.json names unknown features: {sorted(unknown)}")
    return _Weights(content["bias"], steps)
