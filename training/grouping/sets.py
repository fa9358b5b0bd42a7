"""The development sets of grouping as articles with their stories, cleaned as the product would."""

import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from evals.cleaned import cleaned

from synoptic.records.article import Article

SETS = ("stories", "stories-dense", "neus")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Stories:
    """One development set."""

    articles: tuple[Article, ...]
    gold: dict[str, str]
    fold: dict[str, int]


def read(folder: Path) -> Stories:
    """One set, its articles cleaned as the product would."""
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text().split("\n") if line.strip()]
    articles = tuple(cleaned(row) for row in rows)
    lines = (json.loads(line) for line in (folder / "gold.jsonl").read_text().split("\n") if line.strip())
    gold = {line["id"]: line["story"] for line in lines}
    return Stories(articles, gold, _folds(gold))


def _folds(gold: dict[str, str]) -> dict[str, int]:
    """A fold for every story, seed 5."""
    names = sorted(set(gold.values()))
    random.Random(5).shuffle(names)
    return {name: number % FOLDS for number, name in enumerate(names)}


def read_invented(folder: Path) -> Stories:
    """The invented corpus as one set."""
    articles, gold = [], {}
    for path in sorted(folder.glob("*.json")):
        story = json.loads(path.read_text())
        for row in story["articles"]:
            paragraphs: dict[int, list[str]] = defaultdict(list)
            for sentence in row["sentences"]:
                paragraphs[sentence["p"]].append(sentence["t"])
            text = "\n\n".join(" ".join(part) for part in paragraphs.values())
            keys = ("id", "title", "outlet", "published")
            articles.append(cleaned({"text": text} | {key: row[key] for key in keys}))
            gold[row["id"]] = story["story"]
    random.Random(2).shuffle(articles)
    return Stories(tuple(articles), gold, {})


def read_meantime(folder: Path) -> Stories:
    """The four-language stories of MEANTIME."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text().split("\n") if line.strip()]
    gold = {id: row["story"] for row in rows if row["set"] == "meantime" for id in row["articles"]}
    lines = [json.loads(line) for line in (folder / "articles.jsonl").read_text().split("\n") if line.strip()]
    articles = [cleaned(row) for row in lines if row["id"] in gold]
    random.Random(1).shuffle(articles)
    return Stories(tuple(articles), gold, _folds(gold))


def shuffled(articles: tuple[Article, ...], seed: int) -> list[Article]:
    """The articles in order of their days, in a random order within each day."""
    order = list(articles)
    random.Random(seed).shuffle(order)
    return sorted(order, key=lambda article: (article.published or "")[:10])
