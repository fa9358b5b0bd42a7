"""Set the coefficients of mixtures.json: `python calibrate.py DATA`, in the environment of the package. See README.md.

data/claims measures and trains no weight: six coefficients and a cut are set there, each figure with the story that it
is taken on left out. Prints the figures and the row of the mixture.
"""

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler

from synoptic import compose
from synoptic.adapters.models.pair_model import PairModel
from synoptic.records.annotation import Account
from synoptic.records.links import Story
from synoptic.records.span import Span
from synoptic.stages.extract import annotate
from synoptic.stages.link.claims.candidates import candidate_pairs
from synoptic.stages.link.claims.cascade import in_their_accounts
from synoptic.stages.link.claims.features import pair_features
from synoptic.stages.link.claims.footprints import footprints
from synoptic.stages.link.claims.groups import group_units
from synoptic.stages.link.claims.index import StoryIndex, build_index
from synoptic.stages.link.claims.linked import Links
from synoptic.stages.link.claims.regression import regression
from synoptic.stages.link.claims.units import units_of
from synoptic.stages.link.entities import link_entities

sys.path.insert(0, str(Path(__file__).parents[1] / "claims"))
from stories import gold_pairs, measured

LOWEST = -3.3  # log-odds of the regression, less its cut, from which a pair is doubtful
FEATURES = ("length_min", "base_unusual_max", "base_unusual_min")
STRENGTH = 0.1  # C
CUTS, SLACKS = (-1.3, -1.15, -1.0, -0.85, -0.7), (0.3, 0.45, 0.6)
Odds = NDArray[np.float64]
Place = tuple[str, int]


@dataclass(frozen=True)
class Measured:
    """A story: its candidates, what is known of each, which of them gold joins, and the gold sentences under a unit."""

    name: str
    index: StoryIndex
    pairs: NDArray[np.int64]
    known: Odds  # columns: regression less its cut, scorer (nan where not asked), FEATURES
    same: NDArray[np.bool_]
    under: list[list[Place]]
    gold: set[tuple[Place, Place]]


def read(folder: Path) -> list[Measured]:
    """The stories of data/claims through the whole package, captions in."""
    stories = list(measured(folder))
    with tempfile.TemporaryDirectory() as work:
        lines = Path(work) / "articles.jsonl"
        rows = [
            {k: a[k] for k in ("id", "outlet", "published", "title", "text")} for s in stories for a in s["articles"]
        ]
        lines.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        articles = {article.id: article for article in compose.read([str(lines)]).articles}
    return [_measured(story, [articles[row["id"]] for row in story["articles"]]) for story in stories]


def _measured(story: dict, articles: list) -> Measured:
    models = compose.models()
    told = Story(story["story"], tuple(article.id for article in articles))
    accounts = [Account(a, n) for a, n in zip(articles, annotate(articles, models.tagger, [told]), strict=True)]
    units = units_of(accounts, link_entities(accounts))
    index = build_index(units, models.encoder)
    pairs = candidate_pairs(index)
    names, values = pair_features(index, pairs)
    odds = regression().log_odds(names, values) - regression().cut
    asked = np.flatnonzero(odds >= LOWEST)
    scored = np.full(len(pairs), np.nan)
    sentences = in_their_accounts(units)
    scored[asked] = PairModel().score([(sentences[i], sentences[j]) for i, j in pairs[asked]])
    standard = regression().standard(names, values)
    columns = [odds, scored, *(standard[:, names.index(name)] for name in FEATURES)]
    places = _places(story, {article.id: article.text for article in articles})
    under = [_under(accounts[unit.account].article.id, unit.span, places) for unit in units]
    gold = gold_pairs(story)
    same = np.array([any((min(a, b), max(a, b)) in gold for a in under[i] for b in under[j]) for i, j in pairs])
    return Measured(story["story"], index, pairs, np.stack(columns, axis=1), same, under, gold)


def _places(story: dict, texts: dict[str, str]) -> dict[Place, Span]:
    """Where the sentences of gold stand in the cleaned texts."""
    found = {}
    for row in story["articles"]:
        at = 0
        for number, (start, end) in enumerate(row["sentences"]):
            words = row["text"][start:end]
            place = texts[row["id"]].find(words, at)
            place = place if place >= 0 else texts[row["id"]].find(words)
            if place >= 0:
                found[row["id"], number] = Span(place, place + len(words))
                at = place
    return found


def _under(article: str, span: Span, places: dict[Place, Span]) -> list[Place]:
    return [
        place
        for place, other in places.items()
        if place[0] == article and 0 < min(len(other), len(span)) <= 2 * span.overlap(other)
    ]


def fitted(stories: list[Measured]) -> tuple[Odds, float]:
    """Slopes and intercept of the known columns over the pairs that the scorer was asked about."""
    known = np.concatenate([story.known[~np.isnan(story.known[:, 1])] for story in stories])
    same = np.concatenate([story.same[~np.isnan(story.known[:, 1])] for story in stories])
    scaler = StandardScaler().fit(known)
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(scaler.transform(known), same)
    slopes = model.coef_[0] / scaler.scale_
    return slopes, float(model.intercept_[0] - slopes @ scaler.mean_)


def mixed(story: Measured, slopes: Odds, intercept: float) -> Odds:
    """The log-odds of a story's candidates; what was not asked about stays out of reach."""
    odds = story.known @ slopes + intercept
    return np.where(np.isnan(odds), -20 + 0.01 * story.known[:, 0], odds)


def grouped(story: Measured, odds: Odds, cut: float, slack: float) -> set[tuple[Place, Place]]:
    """The pairs of gold's sentences that the groups join."""
    scores = {(int(i), int(j)): float(v) for (i, j), v in zip(story.pairs, odds, strict=True) if v >= cut - slack}
    units = story.index.units
    accounts, captions = [u.account for u in units], frozenset(k for k, u in enumerate(units) if u.caption)
    links = Links(scores, cut, accounts, footprints(story.index, scores), captions, slack=slack)
    members = [(a, b) for g in group_units(links) for a in g.members for b in g.members if accounts[a] < accounts[b]]
    return {(min(x, y), max(x, y)) for a, b in members for x in story.under[a] for y in story.under[b]}


def main(data: Path) -> None:
    """Reports with each story left out, and prints the row for all."""
    stories = read(data / "claims")
    out = [mixed(s, *fitted([o for o in stories if o is not s])) for s in stories]
    gold, odds, same = sum(len(s.gold) for s in stories), np.concatenate(out), np.concatenate([s.same for s in stories])
    hits = np.cumsum(same[np.argsort(-odds, kind="stable")])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + gold)
    average = average_precision_score(same, odds) * same.sum() / gold
    sys.stdout.write(f"AP {average:.3f}, best single cut F1 {f1.max():.3f} at {np.sort(odds)[::-1][f1.argmax()]:.2f}\n")
    for slack in SLACKS:
        for cut in CUTS:
            found = [grouped(s, o, cut, slack) for s, o in zip(stories, out, strict=True)]
            right, size = [len(f & s.gold) for f, s in zip(found, stories, strict=True)], sum(map(len, found))
            row = f"slack {slack} cut {cut}: F1 {2 * sum(right) / (size + gold):.3f}, P {sum(right) / size:.3f}, "
            each = " ".join(
                f"{2 * r / (len(f) + len(s.gold)):.2f}" for r, f, s in zip(right, found, stories, strict=True)
            )
            sys.stdout.write(f"{row}R {sum(right) / gold:.3f}, by story {each}\n")
    slopes, intercept = fitted(stories)
    named = dict(zip(("regression", "scorer", *FEATURES), (round(float(s), 3) for s in slopes), strict=True))
    sys.stdout.write(json.dumps({**named, "shift": round(intercept, 3)}) + "  (shift: less the chosen cut)\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
