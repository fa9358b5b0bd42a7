"""`make bench`: cold comparison, cost of annotation, processes; each beside an alternative in the same run.

    python -m evals.benchmarks [--sources FOLDER] [--articles FILE.jsonl] [--only compare,annotate]

`--sources`: accounts of one event (default: the example story). `--articles`: a collection in JSON Lines (default: the
project's own gold, five times over).
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.benchmarks.measured import Run, best
from evals.invented import stories

PYTHON = sys.executable
EXAMPLE = Path(__file__).parents[2] / "examples" / "breakwater" / "accounts"


def main() -> int:
    """Prints one table; every row has the ratio to its alternative."""
    arguments = _arguments()
    wanted = {name for name in arguments.only.split(",") if name}
    table = Table("what", "seconds", "MiB", "beside", "seconds", "MiB", "ratio", box=None, pad_edge=False)
    with tempfile.TemporaryDirectory() as folder:
        if not wanted or "compare" in wanted:
            _compare(table, arguments.sources or str(EXAMPLE), Path(folder))
        if not wanted or "annotate" in wanted:
            _annotate(table, arguments.articles or _own_gold(Path(folder)), Path(folder))
    Console().print(table)
    return 0


def _compare(table: Table, sources: str, work: Path) -> None:
    outputs = ["--json", str(work / "a.json"), "--html", str(work / "a.html"), "--md", str(work / "a.md"), "--quiet"]
    ours = best([PYTHON, "-m", "synoptic", "compare", sources, *outputs])
    theirs = best([PYTHON, "-m", "evals.benchmarks.instead", "align", sources])
    _row(table, "cold compare, all outputs", ours, "spaCy + TF-IDF pairs, cold", theirs)


def _annotate(table: Table, articles: str, work: Path) -> None:
    cleaned = work / "cleaned.jsonl"
    best([PYTHON, "-m", "synoptic", "clean", articles, "--out", str(cleaned)], times=1)
    command = [PYTHON, "-m", "synoptic", "annotate", str(cleaned), "--out", str(work / "annotated.jsonl")]
    one = best(command, {"SYNOPTIC_PROCESSES": "1"}, times=2)
    two = best(command, {"SYNOPTIC_PROCESSES": "2"}, times=2)
    parse = best([PYTHON, "-m", "evals.benchmarks.instead", "parse", str(cleaned)], times=2)
    _row(table, "annotate", one, "spaCy pipeline alone", parse)
    _row(table, "annotate, two processes", two, "annotate, one process", one)


def _row(table: Table, what: str, ours: Run, beside: str, theirs: Run) -> None:
    ratio = f"{ours.seconds / theirs.seconds:.2f}"
    cells = [f"{value:.1f}" for value in (ours.seconds, theirs.seconds)]
    memory = [f"{value:.0f}" for value in (ours.megabytes, theirs.megabytes)]
    table.add_row(what, cells[0], memory[0], beside, cells[1], memory[1], ratio)


def _own_gold(work: Path) -> str:
    """The project's own gold five times over, each time with other ids and one word more, as a file."""
    path = work / "articles.jsonl"
    rows = [row for story in stories() for row in story.articles]
    lines = (
        json.dumps(row | {"id": f"{row['id']}-{turn}", "text": f"{row['text']}\n\nEdition {turn}."}, ensure_ascii=False)
        for turn in range(5)
        for row in rows
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", default="", help="accounts of one event")
    parser.add_argument("--articles", default="", help="a collection in JSON Lines")
    parser.add_argument("--only", default="", help="compare, annotate")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
