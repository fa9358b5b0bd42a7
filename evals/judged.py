"""What a judge of doubtful pairs is worth: claims with one that answers by the gold, and with one that is often wrong.

    python -m evals.judged --data ../shared/data [--sets claims] [--budgets 0,25,100,1000] [--wrong 0,0.1,0.2]

No language model runs here: the judge knows the gold and errs at a given rate (by a hash of the pair, so that a figure
comes out the same again). It is the most that `compare --judge` can gain, and what is left of it with a judge that
errs. Budgets are for each story.
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.invented import GoldSentence
from evals.measures import claim_pairs, f1, gold_pairs
from evals.planted import gold_stories, read
from synoptic import compose
from synoptic.records.annotation import Account
from synoptic.records.links import AlignedClaim, EntityLinking
from synoptic.stages.link.claims import align_claims
from synoptic.stages.link.claims.units import units_of
from synoptic.stages.link.entities import link_entities


class GoldJudge:
    """Answers by the gold, at most `budget` times, a share `wrong` of them wrongly."""

    model = "gold"

    def __init__(self, facts: dict[str, frozenset[str]], budget: int, wrong: float) -> None:
        self.asked = 0
        self._facts, self._budget, self._wrong = facts, budget, wrong

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[bool | None]:
        """One answer a pair."""
        asked = pairs[: self._budget]
        self.asked += len(asked)
        return [self._answer(*sorted(pair)) for pair in asked] + [None] * (len(pairs) - len(asked))

    def _answer(self, one: str, other: str) -> bool:
        chance = int(hashlib.sha256(f"{one}\n{other}".encode()).hexdigest()[:8], 16) / 16**8
        return bool(self._facts[one] & self._facts[other]) is not (chance < self._wrong)


def main() -> int:
    """Prints one line a budget and rate of error."""
    given = _arguments()
    read_stories = [(gold, read(gold)) for gold, _, _ in gold_stories(Path(given.data), given.sets.split(","), 1000)]
    gold = {pair for story, _ in read_stories for pair in gold_pairs(story.sentences)}
    for budget in map(int, given.budgets.split(",")):
        for wrong in map(float, given.wrong.split(",")):
            found, asked = set(), 0
            for story, accounts in read_stories:
                judge = GoldJudge(_facts(accounts, story.sentences), budget, wrong)
                claims = _claims(accounts, judge)
                found |= claim_pairs(claims, story.sentences)
                asked += judge.asked
            right = len(found & gold)
            print(
                f"budget {budget:5} wrong {wrong:.2f}: asked {asked / len(read_stories):6.1f} a story, pairs "
                f"F1 {f1(found, gold):.3f} P {right / len(found):.3f} R {right / len(gold):.3f}",
                flush=True,
            )
            if not budget:
                break
    return 0


def _claims(accounts: Sequence[Account], judge: GoldJudge) -> tuple[AlignedClaim, ...]:
    models = compose.models()
    return align_claims(accounts, link_entities(accounts), models.encoder, models.scorer, judge)


def _facts(accounts: Sequence[Account], sentences: Sequence[GoldSentence]) -> dict[str, frozenset[str]]:
    """The facts of each unit by its words."""
    found: dict[str, frozenset[str]] = {}
    for unit in units_of(accounts, EntityLinking((), {})):
        article = accounts[unit.account].article.id
        for sentence in sentences:
            shared = min(sentence.end, unit.span.end) - max(sentence.start, unit.span.start)
            if sentence.article == article and 2 * shared >= min(sentence.end - sentence.start, len(unit.span)):
                found[unit.text] = found.get(unit.text, frozenset()) | sentence.facts
        found.setdefault(unit.text, frozenset())
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder of sets")
    parser.add_argument("--sets", default="claims", help="sets with claims")
    parser.add_argument("--budgets", default="0,25,100,1000", help="pairs that may be asked in a story")
    parser.add_argument("--wrong", default="0,0.1,0.2", help="shares of wrong answers")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
