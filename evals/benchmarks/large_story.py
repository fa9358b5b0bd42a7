"""How the cost of one story grows with its accounts: `synoptic compare --one-story` over 5, 50 and 500 of them.

    python -m evals.benchmarks.large_story [--sizes 5,50,500]

Accounts are made from the project's own gold: each tells a share of the facts of one event in sentences drawn from the
accounts of it, in loosely shuffled order, beside sentences of its own. Seeded: the same accounts each time. All outputs
are written, and their sizes told.
"""

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.benchmarks.measured import run
from evals.invented import GoldStory, stories

TOLD = 0.6
"""The share of the facts that an account tells."""

_OUTPUTS = ("json", "html", "md")
_NAMES = ("Ansel", "Brioni", "Castell", "Drury", "Elvang", "Fonseka", "Galdos", "Hartog", "Ivarsen", "Jelinek")
_SAID = (
    "{name} of the {number}th district said that the queue had begun at {hour} in the morning.",
    "According to {name}, {number} people had signed a letter by {hour} o'clock.",
    "A shop owner, {name}, counted {number} cars outside before {hour}.",
)


def main() -> int:
    """Prints seconds, memory, seconds a sentence and the sizes of the outputs for each number of accounts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="5,50,500", help="numbers of accounts")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    measures = ("accounts", "sentences", "seconds", "MiB", "ms a sentence", *(f"{output} MB" for output in _OUTPUTS))
    table = Table(*measures, box=None, pad_edge=False)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.jsonl"
            count = write_accounts(stories()[0], size, path)
            written = [Path(folder) / f"{size}.{output}" for output in _OUTPUTS]
            outputs = [part for target in written for part in (f"--{target.suffix[1:]}", str(target))]
            took = run([sys.executable, "-m", "synoptic", "compare", str(path), "--one-story", *outputs, "--quiet"])
            cells = (size, count, f"{took.seconds:.1f}", f"{took.megabytes:.0f}", f"{1000 * took.seconds / count:.1f}")
            table.add_row(*(str(cell) for cell in cells), *(f"{file.stat().st_size / 1e6:.1f}" for file in written))
    Console().print(table)
    return 0


def write_accounts(story: GoldStory, size: int, path: Path) -> int:
    """Writes `size` accounts of the story as JSON Lines; gives the number of their sentences."""
    chance = random.Random(size)
    texts = {article["id"]: article["text"] for article in story.articles}
    telling: dict[str, list[str]] = {}
    for sentence in story.sentences:
        for fact in sorted(sentence.facts):
            telling.setdefault(fact, []).append(texts[sentence.article][sentence.start : sentence.end])
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            told = _told(telling, chance, number)
            count += len(told)
            row = {"id": f"account-{number}", "outlet": f"Outlet {number}", "text": "\n\n".join(told)}
            file.write(json.dumps(row | {"published": story.articles[0]["published"]}, ensure_ascii=False) + "\n")
    return count


def _told(telling: dict[str, list[str]], chance: random.Random, number: int) -> list[str]:
    facts = [fact for fact in telling if chance.random() < TOLD]
    place = {fact: rank + chance.gauss(0, 2) for rank, fact in enumerate(facts)}
    told = [chance.choice(telling[fact]) for fact in sorted(facts, key=lambda fact: place[fact])]
    own = [
        line.format(
            name=f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}", number=number + 2, hour=chance.randint(1, 12)
        )
        for line in _SAID
    ]
    return list(dict.fromkeys([*told, *own]))


if __name__ == "__main__":
    sys.exit(main())
