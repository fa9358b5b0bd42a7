"""Stories with gold claims as the link stage sees them: units, candidate pairs, features and labels."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synoptic.adapters.models.eld_identifier import EldIdentifier
from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.annotation import Account
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.links import Story
from synoptic.records.span import Span
from synoptic.stages.extract import annotate
from synoptic.stages.link.claims.candidates import candidate_pairs
from synoptic.stages.link.claims.features import pair_features
from synoptic.stages.link.claims.index import build_index
from synoptic.stages.link.claims.units import Unit, units_of
from synoptic.stages.link.entities import link_entities

type Row = dict[str, Any]
"""A story as a file of data/claims holds it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The candidate pairs of one story: features, whether gold joins them, and how many gold pairs the story has."""

    name: str
    units: tuple[Unit, ...]
    pairs: NDArray[np.int64]
    names: tuple[str, ...]
    values: NDArray[np.float32]
    same: NDArray[np.bool_]
    gold: int


def invented(folder: Path, wanted: str) -> Iterator[Row]:
    """The invented stories of a split (`train`, `test`) in the form of data/claims, by the corpus's own converter."""
    sys.path.insert(0, str(folder.parents[1] / "eval"))
    import invented as corpus

    for _, story in corpus.stories(folder):
        if split_of(story["story"]) == wanted:
            yield corpus.as_claims(story)


def told_in_several(folder: Path) -> Iterator[Row]:
    """The stories of training/pairs of which an account is not in English, in the form of data/claims."""
    import invented as corpus

    identifier = EldIdentifier()
    for _, story in corpus.stories(folder):
        texts = [" ".join(row["t"] for row in article["sentences"]) for article in story["articles"]]
        if any(identifier.identify(text) not in ("en", None) for text in texts):
            yield corpus.as_claims(story)


def between_languages(story: Labelled) -> Labelled:
    """The story with its pairs in two languages alone; of gold only what the candidates reach."""
    languages = np.array([unit.language for unit in story.units])
    chosen = languages[story.pairs[:, 0]] != languages[story.pairs[:, 1]]
    same = story.same[chosen]
    return replace(story, pairs=story.pairs[chosen], values=story.values[chosen], same=same, gold=int(same.sum()))


def split_of(name: str) -> str:
    """`test` for a fifth of the invented stories, by hash of the name, as in eval/invented.py."""
    return "test" if int(sha256(name.encode()).hexdigest(), 16) % 5 == 0 else "train"


def measured(folder: Path) -> Iterator[Row]:
    """The stories of data/claims."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def accounts_of(story: Row) -> list[Account]:
    """The accounts of a story, every paragraph a body block."""
    identifier, articles = EldIdentifier(), []
    for row in story["articles"]:
        text, start, blocks = row["text"], 0, []
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(BlockKind.BODY, Span(start, start + len(line))))
            start += len(line) + 1
        language = identifier.identify(text) or "en"
        articles.append(
            Article(row["id"], text, language=language, published=row.get("published"), blocks=tuple(blocks))
        )
    order = Story(story["story"], tuple(article.id for article in articles))
    return [Account(a, n) for a, n in zip(articles, annotate(articles, SpacyTagger(), [order]), strict=True)]


def labelled(story: Row, encoder: UseEncoder) -> Labelled:
    """The candidate pairs of a story with their labels: same where the sentences under them share a gold claim."""
    accounts = accounts_of(story)
    units = units_of(accounts, link_entities(accounts))
    index = build_index(units, encoder)
    pairs = candidate_pairs(index)
    names, values = pair_features(index, pairs)
    sentences = {row["id"]: row["sentences"] for row in story["articles"]}
    under = [_under(unit, accounts[unit.account].article.id, sentences) for unit in units]
    gold = gold_pairs(story)
    same = [any((min(a, b), max(a, b)) in gold for a in under[i] for b in under[j]) for i, j in pairs]
    return Labelled(story["story"], units, pairs, names, values, np.array(same), len(gold))


def gold_pairs(story: Row) -> set[tuple[tuple[str, int], tuple[str, int]]]:
    """Pairs of (article, sentence) of different articles that share a claim."""
    found = set()
    for claim in story["claims"]:
        members = sorted({(member["article"], member["sentence"]) for member in claim["members"]})
        found |= {(a, b) for i, a in enumerate(members) for b in members[i + 1 :] if a[0] != b[0]}
    return found


def _under(unit: Unit, article: str, sentences: dict[str, list[list[int]]]) -> list[tuple[str, int]]:
    found = []
    for number, (start, end) in enumerate(sentences[article]):
        overlap = unit.span.overlap(Span(start, end))
        if overlap and 2 * overlap >= min(end - start, len(unit.span)):
            found.append((article, number))
    return found
