"""Figures of retelling: rewritings written for this project, and MEANTIME's four languages of one original.

    python -m evals.retellings --data FOLDER

`gold/retellings.jsonl` retells articles of the invented corpus in other words (`of`: the article retold). In each story
that has one, the rewriting and its original are a retelling; the rewriting and every other account are not. MEANTIME:
the versions of one original are retellings, those of the original nearest to it in topic are not.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.cleaned import cleaned
from evals.invented import stories
from synoptic import compose
from synoptic.records.article import Article
from synoptic.records.links import LinkKind
from synoptic.stages.link.retellings import find_retellings

GOLD = Path(__file__).parent / "gold" / "retellings.jsonl"
type Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """Articles of one story, and the pairs of them that must, and that must not, be retellings."""

    articles: tuple[Article, ...]
    retold: frozenset[Pair]
    apart: frozenset[Pair]


def rewritings(invented: Path) -> Iterator[Told]:
    """The stories of the invented corpus that somebody retold, each with its rewritings."""
    rows = defaultdict(list)
    for line in GOLD.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            rows[row["story"]].append(row)
    for story in stories(invented):
        retold = rows.get(story.name, [])
        if not retold:
            continue
        ids = {f"{row['of']}-retold-{number}": row["of"] for number, row in enumerate(retold)}
        # What already depends on the original would be a retelling of the rewriting too.
        kin = {id: {id} for id in ids.values()}
        for pair in story.dependent:
            for id in kin:
                kin[id] |= pair if id in pair else frozenset()
        made = [
            cleaned(
                {
                    "id": id,
                    "published": story.articles[0]["published"],
                    "outlet": row["outlet"],
                    "language": row["language"],
                    "text": row["text"],
                }
            )
            for id, row in zip(ids, retold, strict=True)
        ]
        given = [cleaned(dict(row)) for row in story.articles]
        yield Told(
            (*given, *made),
            frozenset(frozenset((id, original)) for id, original in ids.items()),
            frozenset(
                frozenset((id, account.id)) for id, original in ids.items() for account in given
                if account.id not in kin[original]
            ),
        )  # fmt: skip


def versions(folder: Path) -> Iterator[Told]:
    """MEANTIME two originals at a time, the nearest ones together."""
    lines = [
        json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n") if line.strip()
    ]
    story = {id: row["story"] for row in lines if row["set"] == "meantime" for id in row["articles"]}
    rows = [
        json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").split("\n") if line.strip()
    ]
    groups: dict[str, list[Article]] = defaultdict(list)
    for row in rows:
        if row["id"] in story:
            groups[story[row["id"]]].append(cleaned({key: row[key] for key in ("id", "text", "language", "published")}))
    names = sorted(groups)
    leads = [min(groups[name], key=lambda article: article.language != "en").main_text[:400] for name in names]
    vectors = compose.models().encoder.encode(leads)
    left = list(range(len(names)))
    while len(left) > 1:
        one = left.pop(0)
        other = max(left, key=lambda rival: float(vectors[one] @ vectors[rival]))
        left.remove(other)
        here, there = groups[names[one]], groups[names[other]]
        within = [frozenset((a.id, b.id)) for part in (here, there) for a in part for b in part if a.id < b.id]
        yield Told((*here, *there), frozenset(within), frozenset(frozenset((a.id, b.id)) for a in here for b in there))


def figures(told: Sequence[Told]) -> str:
    """Precision and recall over the pairs that are known."""
    hits = false = missed = 0
    for story in told:
        links = find_retellings(story.articles, (), compose.models().encoder)
        found = {frozenset((link.source, link.target)) for link in links if link.kind is LinkKind.RETELLING}
        hits += len(found & story.retold)
        false += len(found & story.apart)
        missed += len(story.retold - found)
    return f"P {hits / max(1, hits + false):.3f} R {hits / max(1, hits + missed):.3f} ({hits + missed} retellings)"


def main() -> int:
    """Prints both figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with `invented` and `entities`")
    data = parser.parse_args().data
    print("rewritings:", figures(list(rewritings(data / "invented"))))
    print("MEANTIME:", figures(list(versions(data / "entities"))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
