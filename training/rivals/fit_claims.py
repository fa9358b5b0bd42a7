"""Fits the second regressions of rivals: whether two values in a claim of our own alignment fill one place.

    python training/rivals/fit_claims.py DATA [--write]

Positive pairs: a value changed on purpose and the value that the other account gives, wherever our alignment puts both
sentences into one claim. Negative pairs: unchanged values of one claim that exclude each other and pass the rules,
where the gold knows of no difference of the kind in either sentence. Stories: every fourth of DATA/invented and two of
six of training/pairs/stories, by their order. Cuts: as many false pairs a story as FALSE says, in five folds by story.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence, Set
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
from evals.planted import Planted, gold_stories, plant, read, weighed

from synoptic.records.annotation import Account, EntityKind
from synoptic.records.links import StoryAlignment
from synoptic.records.span import Span
from synoptic.stages.weigh.differences import date, name
from synoptic.stages.weigh.differences.compared import compared
from synoptic.stages.weigh.differences.rivals import Features, Rivals, each_knows_both
from synoptic.stages.weigh.differences.slots import Mark
from synoptic.stages.weigh.differences.telling import Reader, Telling
from synoptic.stages.weigh.origins import find_origins

STRENGTH = 0.1
ALIKE = 0.35
"""Least likeness of the sentences of a plant: freer ones than `evals.planted` measures, so that there are enough."""

SEEDS = (7, 8, 9)
FALSE = {"date": 0.02, "person": 0.04, "place": 0.05}
"""False pairs a story at which the cuts are set; numbers have no second regression (`rivals`)."""

KNOWN_AS = {"date": ("date", "number"), "person": ("name", "attribution"), "place": ("place",)}
PLANTED_AS = {"date": "date", "person": "name", "place": "place"}
WEIGHTS = Path(__file__).parents[2] / "src/synoptic/stages/weigh/differences/rivals.json"
PAIRS = Path(__file__).parents[1] / "pairs"


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of values of one story with what the second regression looks at."""

    kind: str
    story: str
    changed: bool
    features: Features


def marks_of(kind: str, told: Sequence[Telling]) -> list[Mark[Any]]:
    """The values of a kind."""
    if kind == "date":
        return date.date_marks(told)
    return name.name_marks(told, frozenset({EntityKind.PLACE if kind == "place" else EntityKind.PERSON}))


def passes(kind: str, one: Mark[Any], other: Mark[Any], marks: Sequence[Mark[Any]], rivals: Rivals[Any]) -> bool:
    """Whether the rules leave it to the regression if the two are rivals."""
    if kind == "date":
        return date.may_rival(one, other, date.days_of_articles(marks))
    return name.may_rival(one, other, marks, rivals)


def pairs_of(kind: str, told: Sequence[Telling]) -> Iterator[tuple[Mark[Any], Mark[Any], Features]]:
    """The pairs of values of different articles that exclude each other and pass the rules."""
    marks = marks_of(kind, told)
    rivals: Rivals[Any] = Rivals(kind, marks)
    keys: dict[int, set[str]] = {}
    for mark in marks:
        keys.setdefault(mark.telling.index, set()).add(mark.key)
    for one, other in combinations(marks, 2):
        if one.telling.article == other.telling.article or each_knows_both(one, other):
            continue
        settled = one.key in keys[other.telling.index] or other.key in keys[one.telling.index]
        if settled or any({one.key, other.key} <= both for both in keys.values()):
            continue
        if passes(kind, one, other, marks, rivals):
            yield one, other, rivals.ties(one, other)


def claims_of(alignment: StoryAlignment, accounts: Sequence[Account]) -> Iterator[tuple[Telling, ...]]:
    """The tellings of each claim that several articles tell."""
    origins = find_origins([account.article for account in accounts], alignment.links)
    origin_of = {article: origin.id for origin in origins for article in origin.articles}
    reader = Reader({account.article.id: account for account in accounts}, origin_of, alignment.linking)
    for claim in alignment.claims:
        if len({member.article for member in claim.members}) > 1:
            yield compared(reader, claim)


def changed(planted: Planted, kind: str, story: str) -> Iterator[Row]:
    """The pairs of a changed value and a value of the sentence beside it."""
    alignment, _ = weighed(planted.accounts)
    for told in claims_of(alignment, planted.accounts):
        for one, other, features in pairs_of(kind, told):
            for mine, theirs in ((one, other), (other, one)):
                here = mine.telling.article == planted.article and mine.telling.span.overlap(planted.sentence)
                there = theirs.telling.article == planted.other and theirs.telling.span.overlap(planted.beside)
                if here and there and planted.change.told.casefold() in mine.words.casefold():
                    yield Row(kind, story, True, features)


def unchanged(gold: GoldStory, apart: Set[tuple[str, str]], accounts: Sequence[Account]) -> Iterator[Row]:
    """The pairs of a story as it is; `apart` are facts with the kinds in which accounts differ by the gold."""

    def differs(telling: Telling, kinds: Sequence[str]) -> bool:
        return any(
            (fact, kind) in apart
            for one in gold.sentences
            if one.article == telling.article and Span(one.start, one.end).overlap(telling.span)
            for fact in one.facts
            for kind in kinds
        )

    for told in claims_of(weighed(accounts)[0], accounts):
        for kind, known_as in KNOWN_AS.items():
            for one, other, features in pairs_of(kind, told):
                if not differs(one.telling, known_as) and not differs(other.telling, known_as):
                    yield Row(kind, gold.name, False, features)


def collected(data: Path) -> Iterator[Row]:
    """All pairs of all stories."""
    chosen = [(data, "invented", 0, 4), (PAIRS, "stories", 3, 6), (PAIRS, "stories", 5, 6)]
    for folder, set_, first, step in chosen:
        for gold, facts, row in list(gold_stories(folder, (set_,), 10000))[first::step]:
            accounts = read(gold)
            apart = {(d.get("claim") or f"{gold.name}:{d['fact']}", d["kind"]) for d in row["differences"]}
            yield from unchanged(gold, apart, accounts)
            for kind, way in PLANTED_AS.items():
                seen = set()
                for seed in SEEDS:
                    planted = plant((gold, facts), accounts, way, Random(f"{seed} {gold.name} {way}"), ALIKE)
                    if planted is not None and (planted.article, planted.change.span) not in seen:
                        seen.add((planted.article, planted.change.span))
                        yield from changed(planted, kind, gold.name)
            sys.stderr.write(f"{gold.name}\n")


def fitted(rows: Sequence[Row]) -> tuple[dict[str, float], float]:
    """Weights and bias, both for features as they are (not scaled)."""
    names = list(rows[0].features)
    table = np.array([[row.features[one] for one in names] for row in rows])
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000)
    model.fit(scaler.transform(table), [row.changed for row in rows])
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return {one: round(float(weight), 4) for one, weight in zip(names, weights, strict=True)}, round(bias, 4)


def folded_odds(rows: Sequence[Row]) -> list[float]:
    """The log-odds of each row by the regression of the other stories, five folds."""
    fold = [int(sha256(row.story.encode()).hexdigest(), 16) % 5 for row in rows]
    found = [0.0] * len(rows)
    for part in sorted(set(fold)):
        weights, bias = fitted([row for row, own in zip(rows, fold, strict=True) if own != part])
        for place, row in enumerate(rows):
            if fold[place] == part:
                found[place] = bias + sum(weights[one] * value for one, value in row.features.items())
    return found


def main() -> None:
    """Prints the figures, and writes weights and cuts where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    every = list(collected(given.data))
    stories = len({row.story for row in every})
    models = {}
    for kind, allowed in FALSE.items():
        rows = [row for row in every if row.kind == kind]
        odds = folded_odds(rows)
        false = sorted((o for row, o in zip(rows, odds, strict=True) if not row.changed), reverse=True)
        cut = round(false[min(len(false) - 1, int(allowed * stories))], 2)
        hit = [o > cut for row, o in zip(rows, odds, strict=True) if row.changed]
        weights, bias = fitted(rows)
        models[kind] = {"weights": weights, "bias": bias, "cut": cut}
        sys.stdout.write(f"{kind}: {len(hit)} changed, {len(false)} not; at {cut} {sum(hit) / len(hit):.2f} found\n")
    if given.write:
        stored = json.loads(WEIGHTS.read_text(encoding="utf-8")) | {"claims": models}
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
