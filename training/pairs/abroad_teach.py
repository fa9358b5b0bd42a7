"""What a teacher says of texts without gold: `python abroad_teach.py DATA taught.json`. See ABROAD.md.

The teacher is the model that the package ships: run it in its environment, at commit 6afc187, whose model is
`minilm-pairs-3`. It gives the log-odds of all pairs of each page of WiCE (its claim and a run of its lines) and of
groups of MEANTIME's English articles. Beside these stand their translations, sentence by sentence, for the pupil.
"""

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from synoptic.adapters.models.pair_model import PairModel
from synoptic.records.sentence import Sentence

SEED, LINES, FEWEST, SENTENCES, TOGETHER, GROUPS, MOST = 5, 56, 6, 9, 10, 36, 72
_END = re.compile(r'(?<=[.!?])["”»]?\s+(?=["“«¿¡]?[A-ZÁÉÍÓÚÀÈÌÒÙ])')
_LIKE = 0.6, 1.7  # a translation has so many characters for one of the original, or is not sentence by sentence


def pages(data: Path) -> Iterator[list[list[str]]]:
    """Each page of WiCE as two accounts: its claim, and a run of its lines."""
    dice = random.Random(SEED)
    for item in _rows(data / "support" / "items.jsonl"):
        lines = [line for line in item["evidence"] if 3 < len(line.split()) < 80]
        if len(lines) >= FEWEST:
            start = dice.randint(0, max(0, len(lines) - LINES))
            yield [[item["claim"]], lines[start : start + LINES]]


def translated(data: Path) -> list[dict[str, list[str]]]:
    """The articles of MEANTIME: by language the first sentences, where translations have as many as the English."""
    texts = {row["id"]: row for row in _rows(data / "entities" / "articles.jsonl")}
    found = []
    for story in _rows(data / "entities" / "gold.jsonl"):
        if story["set"] == "meantime":
            told = {texts[id]["language"]: _sentences(texts[id]["text"]) for id in story["articles"]}
            english = told["en"]
            alike = {code: rows[:SENTENCES] for code, rows in told.items() if _match(english, rows)}
            found.append(alike)
    return found


def _sentences(text: str) -> list[str]:
    """The headline and the sentences below the date."""
    headline, _, *lines = text.split("\n")
    return [headline, *(row for line in lines for row in _END.split(line) if len(row.split()) > 3)]


def _match(english: Sequence[str], rows: Sequence[str]) -> bool:
    lengths = [len(there) / len(here) for here, there in zip(english, rows, strict=False)]
    return len(english) == len(rows) and all(_LIKE[0] < length < _LIKE[1] for length in lengths)


def taught(accounts: Sequence[Sequence[str]]) -> list[list[float]]:
    """The teacher's log-odds of all pairs of sentences, account by account, as a square."""
    rows = [Sentence(text, before) for account in accounts for before, text in pairwise(["", *account])]
    pairs = [(i, j) for i in range(len(rows)) for j in range(i + 1, len(rows))]
    square = [[0.0] * len(rows) for _ in rows]
    for (i, j), odds in zip(pairs, PairModel().score([(rows[i], rows[j]) for i, j in pairs]), strict=True):
        square[i][j] = square[j][i] = round(float(odds), 2)
    return square


def main(data: Path, out: Path) -> None:
    """Writes a row for each page and each group: accounts by language, and the square."""
    found = [{"accounts": [{"en": rows} for rows in page], "odds": taught(page)} for page in pages(data)]
    articles, dice = translated(data), random.Random(SEED)
    for _ in range(GROUPS):
        group = dice.sample(articles, TOGETHER)
        while sum(len(article["en"]) for article in group) > MOST:
            group.pop()
        found.append({"accounts": group, "odds": taught([article["en"] for article in group])})
    out.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
