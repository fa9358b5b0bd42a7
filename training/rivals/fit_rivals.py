"""Fits the regressions that tell whether two values of two tellings fill one place of a fact.

    python training/rivals/fit_rivals.py DATA [--seeds 3] [--write]

DATA holds `invented` (and `claims`, which is only measured). Positive pairs: a value changed on purpose and the value
in the sentence of another account that states the same fact. Negative pairs: unchanged values of two such sentences
that exclude each other by their words, where the gold knows of no difference. Four fifths of the invented stories
train; recall and false pairs a story are printed for the rest and for `claims`, by how alike the tellings are worded.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

sys.path.insert(0, str(Path(__file__).parents[2]))

from evals.invented import GoldStory
from evals.planted import Planted, gold_stories, plant, read

from synoptic.records.annotation import Account, EntityKind
from synoptic.records.links import AlignedClaim, ClaimMember, EntityLinking
from synoptic.records.span import Span
from synoptic.stages.link.claims.units import voice_at
from synoptic.stages.link.entities import link_entities
from synoptic.stages.weigh.differences import date, name, number
from synoptic.stages.weigh.differences.rivals import Features, Rivals
from synoptic.stages.weigh.differences.slots import Mark
from synoptic.stages.weigh.differences.telling import Telling, tellings_of

STRENGTH = 0.1
WEIGHTS = Path(__file__).parents[2] / "src/synoptic/stages/weigh/differences/rivals.json"
BANDS = ((0.0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1.01))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: how it is planted, how its marks are found, which of them exclude each other."""

    planted: tuple[str, ...]
    known_as: tuple[str, ...]
    marks: Callable[[Sequence[Telling]], list[Mark[Any]]]
    excludes: Callable[[Mark[Any], Mark[Any]], bool]


KINDS = {
    "number": Kind(("number",), ("number",), number.number_marks, number.excludes),
    "date": Kind(("date",), ("date", "number"), date.date_marks, date.excludes),
    "person": Kind(
        ("name", "attribution"),
        ("name", "attribution"),
        lambda told: name.name_marks(told, frozenset({EntityKind.PERSON})),
        name.excludes,
    ),
    "place": Kind(
        ("place",), ("place",), lambda told: name.name_marks(told, frozenset({EntityKind.PLACE})), name.excludes
    ),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks with their features; `tried` marks a change of which no pair was found."""

    kind: str
    part: str
    changed: bool
    words: tuple[str, str, str]
    features: Features
    tried: bool = False


def part_of(story: str) -> str:
    """`train` for four fifths of the stories, by hash."""
    return "test" if int(sha256(story.encode()).hexdigest(), 16) % 5 == 0 else "train"


def claim_of(accounts: dict[str, Account], linking: EntityLinking, spans: Sequence[tuple[str, Span]]) -> AlignedClaim:
    """A claim with these sentences as its members."""
    members = [ClaimMember(id, span, *voice_at(accounts[id], span, linking)) for id, span in spans]
    return AlignedClaim("c", "", tuple(members))


def pairs_of(kind: Kind, told: Sequence[Telling]) -> Iterator[tuple[Mark[Any], Mark[Any], Features]]:
    """The marks of different articles that exclude each other, unsettled, with their features."""
    marks = kind.marks(told)
    keys: dict[int, set[str]] = {}
    for mark in marks:
        keys.setdefault(mark.telling.index, set()).add(mark.key)
    rivals = Rivals("number", marks)
    for one, other in combinations(marks, 2):
        settled = one.key in keys[other.telling.index] or other.key in keys[one.telling.index]
        if one.telling.article != other.telling.article and not settled and kind.excludes(one, other):
            yield one, other, rivals.features(one, other)


def unchanged(
    gold: GoldStory, told_apart: set[tuple[str, str]], accounts: Sequence[Account], part: str
) -> Iterator[Pair]:
    """The pairs of a story as it is, facts with a difference of the kind left out."""
    known, linking = {account.article.id: account for account in accounts}, link_entities(accounts)
    facts: dict[str, list[tuple[str, Span]]] = {}
    for sentence in gold.sentences:
        for fact in sorted(sentence.facts):
            if sentence.article in known:
                facts.setdefault(fact, []).append((sentence.article, Span(sentence.start, sentence.end)))
    for fact, spans in facts.items():
        told = tellings_of(claim_of(known, linking, spans), known, {}, linking)
        for id, kind in KINDS.items():
            if not any((fact, each) in told_apart for each in kind.known_as):
                for one, other, features in pairs_of(kind, told):
                    yield Pair(id, part, False, (gold.name, one.words, other.words), features)


def changed(planted: Planted, id: str, story: str, part: str) -> Iterator[Pair]:
    """The pair of the changed value and its fellow: the one in the likest frame."""
    known, linking = {a.article.id: a for a in planted.accounts}, link_entities(planted.accounts)
    spans = [(planted.article, planted.sentence), (planted.other, planted.beside)]
    told = tellings_of(claim_of(known, linking, spans), known, {}, linking)
    found = [
        Pair(id, part, True, (story, one.words, other.words), features)
        for one, other, features in pairs_of(KINDS[id], told)
        if planted.change.told.casefold() in one.words.casefold()
    ]
    yield Pair(id, part, True, (story, planted.change.words, ""), {}, tried=True)
    if found:
        yield max(found, key=lambda pair: pair.features["frame"] + pair.features["role"])


def collected(data: Path, seeds: int) -> Iterator[Pair]:
    """All pairs of all stories."""
    for set_ in ("invented", "claims"):
        for gold, facts, row in gold_stories(data, (set_,), 1000):
            part = part_of(gold.name) if set_ == "invented" else "claims"
            accounts = read(gold)
            apart = {(d.get("claim") or f"{gold.name}:{d['fact']}", d["kind"]) for d in row["differences"]}
            yield from unchanged(gold, apart, accounts, part)
            for id, kind in KINDS.items():
                for way in kind.planted:
                    for seed in range(seeds if set_ == "invented" else 1):
                        planted = plant((gold, facts), accounts, way, Random(f"{seed} {gold.name} {way}"))
                        if planted is not None:
                            yield from changed(planted, id, gold.name, part)
            sys.stderr.write(f"{gold.name}\n")


def fitted(pairs: Sequence[Pair]) -> dict[str, object]:
    """Weights and bias, both for features as they are (not scaled)."""
    names = list(pairs[0].features)
    table = np.array([[pair.features[name] for name in names] for pair in pairs])
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=STRENGTH, class_weight="balanced").fit(
        scaler.transform(table), [pair.changed for pair in pairs]
    )
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return {
        "weights": {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)},
        "bias": round(bias, 4),
    }


def shown(id: str, model: dict[str, Any], pairs: Sequence[Pair]) -> None:
    """Recall and false pairs a story at some cuts, by part and by how alike the tellings are worded."""
    stories = {part: len({p.words[0] for p in pairs if p.part == part}) for part in ("train", "test", "claims")}
    tried = Counter(pair.part for pair in pairs if pair.tried)
    sys.stdout.write(f"{id}: changed {dict(tried)}\n")
    for low, high in BANDS:
        line = []
        for part in ("train", "test", "claims"):
            rows = [p for p in pairs if p.part == part and not p.tried and low <= p.features["overlap"] < high]
            odds = [model["bias"] + sum(model["weights"][n] * v for n, v in p.features.items()) for p in rows]
            cells = []
            for cut in (-1, 0, 1, 2):
                hit = [o >= cut for p, o in zip(rows, odds, strict=True) if p.changed]
                false = {p.words for p, o in zip(rows, odds, strict=True) if o >= cut and not p.changed}
                cells.append(f"{sum(hit) / max(1, len(hit)):.2f}/{len(false) / max(1, stories[part]):.2f}")
            line.append(f"{part} n{sum(p.changed for p in rows)} {' '.join(cells)}")
        sys.stdout.write(f"  overlap from {low}: {' | '.join(line)}\n")


def main() -> None:
    """Prints the figures, and writes the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    pairs = list(collected(given.data, given.seeds))
    models = {}
    for id in KINDS:
        own = [pair for pair in pairs if pair.kind == id]
        models[id] = fitted([pair for pair in own if pair.part == "train" and not pair.tried])
        shown(id, models[id], own)
    if given.write:
        stored = {"made_by": "training/rivals/fit_rivals.py", "data": "data/invented, four fifths", "models": models}
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
