"""How often a count of independent origins is wrong: the error model of `stages/weigh/origins.py`.

    python -m evals.origins --data FOLDER

Over the invented corpus every dependence of a story is known, so that the true number of origins is too. Over `lineage`
only a sample of pairs is: there the articles of an event are joined by the labelled pairs alone, by gold and by us.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.cleaned import cleaned
from evals.invented import stories
from synoptic import compose
from synoptic.records.article import Article
from synoptic.records.links import DEPENDENCE, Link
from synoptic.stages.cluster import find_copies
from synoptic.stages.link.retellings import find_retellings
from synoptic.stages.weigh.origins import find_origins

type Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """A story with its true number of origins, and the number that was found."""

    name: str
    articles: int
    true: int
    found: int


def invented(folder: Path) -> Iterator[Counted]:
    """The stories of the invented corpus."""
    for story in stories(folder):
        articles = [cleaned(row) for row in story.articles]
        links = _links(articles)
        true = _components([article.id for article in articles], story.dependent)
        yield Counted(story.name, len(articles), true, len(find_origins(articles, links)))


def sampled(data: Path) -> Iterator[Counted]:
    """The events of `lineage`."""
    gold = [json.loads(line) for line in (data / "lineage/gold.jsonl").read_text(encoding="utf-8").split("\n") if line]
    rows = [
        json.loads(line) for line in (data / "stories/articles.jsonl").read_text(encoding="utf-8").split("\n") if line
    ]
    read = {row["id"]: cleaned(row) for row in rows}
    events: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in gold:
        events[row["event"]].append(row)
    copies = find_copies(list(read.values()))
    for event, labelled in sorted(events.items()):
        ids = sorted({row[end] for row in labelled for end in ("source", "target")})
        pairs = {frozenset((row["source"], row["target"])): row["kind"] for row in labelled}
        links = _links([read[id] for id in ids], copies)
        found = [pair for pair in _pairs(links) if pair in pairs]
        true = [pair for pair, kind in pairs.items() if kind in ("copy", "partial")]
        yield Counted(event, len(ids), _components(ids, true), _components(ids, found))


def figures(counted: Iterable[Counted]) -> str:
    """The share of exact counts, the mean error with and without its sign, and the spread of errors."""
    listed = list(counted)
    errors = [story.found - story.true for story in listed]
    spread = ", ".join(f"{error:+d}: {number}" for error, number in sorted(Counter(errors).items()))
    exact = errors.count(0) / len(errors)
    return (
        f"{len(listed)} stories of {sum(story.articles for story in listed)} articles: exact {exact:.3f}, "
        f"mean absolute error {sum(map(abs, errors)) / len(errors):.3f}, mean error {sum(errors) / len(errors):+.3f} "
        f"({spread}); outlets counted instead: exact "
        f"{sum(story.articles == story.true for story in listed) / len(listed):.3f}, mean absolute error "
        f"{sum(story.articles - story.true for story in listed) / len(listed):.3f}"
    )


def _links(articles: list[Article], copies: tuple[Link, ...] | None = None) -> list[Link]:
    ids = {article.id for article in articles}
    known = find_copies(articles) if copies is None else copies
    within = [link for link in known if {link.source, link.target} <= ids]
    return [*within, *find_retellings(articles, within, compose.models().encoder)]


def _pairs(links: Iterable[Link]) -> Iterator[Pair]:
    return (frozenset((link.source, link.target)) for link in links if link.kind in DEPENDENCE)


def _components(ids: Iterable[str], pairs: Iterable[Pair]) -> int:
    """How many groups the pairs leave."""
    group = {id: id for id in ids}
    for pair in pairs:
        one, other = sorted(group[id] for id in pair)
        group = {id: one if known == other else known for id, known in group.items()}
    return len(set(group.values()))


def main() -> int:
    """Prints both figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with `invented`, `lineage` and `stories`")
    data = parser.parse_args().data
    print("invented:", figures(invented(data / "invented")))
    print("lineage:", figures(sampled(data)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
