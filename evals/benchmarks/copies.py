"""Speed of the search for copies, beside datasketch's MinHash LSH on the same stream in the same run.

    python -m evals.benchmarks.copies [--articles 5000] [--share 0.05] [--times 3]

A made stream: articles of 400 words of an invented vocabulary (frequent and rare words as in a language), a quarter of
the paragraphs with a quotation, a notice of its outlet under each, a hundred outlets, one article in seven minutes. A
`share` of the articles takes over an earlier one, whole or in part. From articles in memory to finished links.
datasketch: 5-grams of words, 128 permutations, threshold .5; left out where it is not installed.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from rich.console import Console
from rich.table import Table

from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.links import DEPENDENCE
from synoptic.records.span import Span
from synoptic.stages.cluster import find_copies

_WORDS, _LETTERS = 30_000, "aaabcdeeeefghiiijklmnooopqrssttuvwxyz"
_PARAGRAPHS, _LONG = 10, 40
_START = datetime(2026, 1, 1, tzinfo=UTC)
type Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Stream:
    """Articles in order of arrival; `whole` and `part` are the pairs of which the one was taken from the other."""

    articles: tuple[Article, ...]
    whole: frozenset[Pair]
    part: frozenset[Pair]


class Writer:
    """Writes paragraphs of an invented language."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 10))) for _ in range(_WORDS)]
        self._weights = list(accumulate(1 / (place + 8) for place in range(_WORDS)))

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count))

    def paragraph(self) -> str:
        """Forty words in two sentences, one of them in quotation marks in a quarter of the cases."""
        first, second, third = (self.words(count) for count in (12, 13, _LONG - 25))
        said = (
            f"“{first.capitalize()},” {second}." if self._chance.random() < 0.25 else f"{first.capitalize()}, {second}."
        )
        return f"{said} {third.capitalize()}."


def stream(count: int, share: float, seed: int = 1) -> Stream:
    """`count` articles, of which a `share` takes over one of the five hundred before it."""
    chance = random.Random(seed)
    writer = Writer(chance)
    notices = [writer.words(25).capitalize() + "." for _ in range(100)]
    told: list[list[str]] = []
    articles: list[Article] = []
    pairs: tuple[set[Pair], set[Pair]] = (set(), set())
    for number in range(count):
        outlet = chance.randrange(len(notices))
        if told and chance.random() < share:
            source = chance.randrange(max(0, number - 500), number)
            whole = chance.random() < 0.5
            own = [] if whole else [writer.paragraph() for _ in range(_PARAGRAPHS - 4)]
            paragraphs = told[source] if whole else told[source][:4] + own
            pairs[0 if whole else 1].add(frozenset((str(number), str(source))))
        else:
            paragraphs = [writer.paragraph() for _ in range(_PARAGRAPHS)]
        told.append(paragraphs)
        articles.append(_article(number, outlet, [*paragraphs, notices[outlet]]))
    return Stream(tuple(articles), frozenset(pairs[0]), frozenset(pairs[1]))


def _article(number: int, outlet: int, paragraphs: list[str]) -> Article:
    text = "\n\n".join(paragraphs)
    ends = list(accumulate(len(part) + 2 for part in paragraphs))
    blocks = tuple(
        Block(BlockKind.BODY if place else BlockKind.LEAD, Span(end - 2 - len(part), end - 2))
        for place, (part, end) in enumerate(zip(paragraphs, ends, strict=True))
    )
    at = (_START + timedelta(minutes=7 * number)).isoformat()
    return Article(str(number), text, outlet=f"Outlet {outlet}", language="en", published=at, blocks=blocks)


def ours(articles: tuple[Article, ...]) -> set[Pair]:
    """The pairs that Synoptic links, with passages and reasons."""
    return {frozenset((link.source, link.target)) for link in find_copies(articles) if link.kind in DEPENDENCE}


def minhash(articles: tuple[Article, ...]) -> set[Pair]:
    """The pairs that datasketch proposes: no passages, no kinds."""
    from datasketch import MinHash, MinHashLSH

    index, found = MinHashLSH(threshold=0.5, num_perm=128), set()
    for article in articles:
        words = article.text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 5]).encode() for at in range(len(words) - 4)])
        found |= {frozenset((article.id, other)) for other in index.query(sketch)}
        index.insert(article.id, sketch)
    return found


def measured(
    name: str, search: Callable[[tuple[Article, ...]], set[Pair]], made: Stream, times: int
) -> tuple[float, list[str]]:
    """Seconds of the processor, and a row of the table: the run that other work disturbed least."""
    best, found = float("inf"), set[Pair]()
    for _ in range(times):
        started = time.process_time()
        found = search(made.articles)
        best = min(best, time.process_time() - started)
    shares = [f"{len(found & pairs) / max(1, len(pairs)):.3f}" for pairs in (made.whole, made.part)]
    return best, [name, f"{best:.2f}", f"{len(made.articles) / best:.0f}", *shares, str(len(found))]


def main() -> int:
    """Prints one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--share", type=float, default=0.05, help="share of articles that take over another")
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    made = stream(given.articles, given.share)
    table = Table("what", "seconds", "articles/s", "copies", "parts", "pairs", "ratio", box=None, pad_edge=False)
    seconds, row = measured("synoptic copies", ours, made, given.times)
    table.add_row(*row, "")
    try:
        theirs, row = measured("datasketch MinHash LSH", minhash, made, 1)
        table.add_row(*row, f"{theirs / seconds:.1f}")
    except ImportError:
        table.add_row("datasketch is not installed", *[""] * 6)
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
