"""Claims in other languages than English and between two, as pairs of sentences, with the pair model and without it.

    python -m evals.languages [--stories training/pairs/measured]

The stories were written for this and train nothing; each account has its `language`. What is measured is what ships.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.invented import GoldStory, stories
from evals.measures import claim_pairs, f1, gold_pairs
from evals.planted import read
from synoptic import compose
from synoptic.ports import PairScorer
from synoptic.records.annotation import Account
from synoptic.stages.link.claims import align_claims
from synoptic.stages.link.entities import link_entities

WITHIN, BETWEEN = "within a language", "between two"


@dataclass(frozen=True, slots=True)
class Told:
    """A story with the accounts as the program reads them, and the language of each."""

    gold: GoldStory
    accounts: tuple[Account, ...]
    languages: dict[str, str]


def main() -> int:
    """Prints a line for each kind of pair and each way to align."""
    folder = _arguments().stories
    languages = _languages(folder)
    told = [Told(gold, read(gold), languages) for gold in stories(folder)]
    for name, scorer in (("regression", None), ("pair model", compose.models().scorer)):
        found = {pair for story in told for pair in _found(story, scorer)}
        gold = {pair for story in told for pair in gold_pairs(story.gold.sentences)}
        for kind in (WITHIN, BETWEEN):
            ours, theirs = _of(kind, found, languages), _of(kind, gold, languages)
            right = len(ours & theirs)
            print(
                f"{name:10} {kind:17}: pairs F1 {f1(ours, theirs):.3f} P {right / max(1, len(ours)):.3f} "
                f"R {right / max(1, len(theirs)):.3f} of {len(theirs)}",
                flush=True,
            )
    return 0


def _languages(folder: Path) -> dict[str, str]:
    """The language of each article by its id."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return {str(article["id"]): str(article["language"]) for row in rows for article in row["articles"]}


def _found(story: Told, scorer: PairScorer | None) -> set[frozenset[object]]:
    aligned = align_claims(story.accounts, link_entities(story.accounts), compose.models().encoder, scorer)
    return claim_pairs(aligned, story.gold.sentences)


def _of(kind: str, pairs: set[frozenset[object]], languages: dict[str, str]) -> set[frozenset[object]]:
    """The pairs of a kind; an end of a pair begins with the id of its article."""
    return {pair for pair in pairs if (len(_spoken(tuple(pair), languages)) == 1) is (kind == WITHIN)}


def _spoken(pair: Sequence[object], languages: dict[str, str]) -> set[str]:
    return {languages[str(end[0])] for end in pair if isinstance(end, tuple)}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, default=Path("training/pairs/measured"), help="folder of stories")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
