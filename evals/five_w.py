"""Precision of the first answer to who, what, when and where, against the phrases that coders chose.

    python -m evals.five_w FOLDER        (a folder with articles.jsonl and gold.jsonl of that form)

An answer is right where it shares at least half of the content words of one gold phrase, or three fifths of its own;
a day also where it is the day of a gold phrase. Questions without a gold phrase are not asked.
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from synoptic import compose
from synoptic.errors import SynopticError
from synoptic.records.annotation import Account
from synoptic.records.article import Article, Block, BlockKind, RawArticle
from synoptic.records.span import Span
from synoptic.stages.clean import clean_article
from synoptic.stages.extract import annotate
from synoptic.stages.weigh.main_event import FiveW, main_event_of

QUESTIONS = ("who", "what", "when", "where")
_EMPTY = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "with",
        "and",
        "or",
        "from",
        "has",
        "have",
        "had",
        "is",
    }
    | {"are", "was", "were", "be", "been", "as", "that", "this", "it", "its"}
)


def main() -> int:
    """Prints one line a question."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "gold.jsonl").is_file():
        print("evals.five_w: give the folder of the set; nothing measured")
        return 0
    folder = Path(sys.argv[1])
    answers = {account.article.id: main_event_of(account) for account in _accounts(folder / "articles.jsonl")}
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]
    for question in QUESTIONS:
        asked = [row for row in gold if row.get(question)]
        right = sum(_is_right(answers[row["id"]], question, row[question]) for row in asked)
        print(f"{question:6} precision@1 {right / max(1, len(asked)):.3f}  ({right} of {len(asked)})")
    return 0


def _accounts(path: Path) -> list[Account]:
    models = compose.models()
    articles: list[Article] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        keys = ("title", "outlet", "language", "published")
        raw = RawArticle(row["id"], row["text"], id=row["id"], **{key: row.get(key) for key in keys})
        try:
            articles.append(clean_article(raw, models.pages, models.languages))
        except SynopticError:
            block = Block(BlockKind.BODY, Span(0, len(row["text"])))
            articles.append(Article(row["id"], row["text"], row.get("title"), language="en", blocks=(block,)))
    return [Account(*both) for both in zip(articles, annotate(articles, models.tagger), strict=True)]


def _is_right(answers: FiveW, question: str, gold: Sequence[Mapping[str, str]]) -> bool:
    answer = getattr(answers, question)
    if answer is None:
        return False
    if answer.value is not None and any(phrase.get("value") == answer.value for phrase in gold):
        return True
    said = set(_words(answer.text))
    for phrase in gold:
        wanted = _words(phrase["text"])
        common = said & set(wanted)
        if sum(word in said for word in wanted) >= len(wanted) / 2 or len(common) >= 0.6 * len(said):
            return True
    return False


def _words(text: str) -> list[str]:
    words = re.findall(r"[^\W_]+", text.lower())
    return [word for word in words if word not in _EMPTY] or words


if __name__ == "__main__":
    sys.exit(main())
