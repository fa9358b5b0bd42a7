"""Precision of dependence over all pairs of a stream, not only over those of a labelled sample.

    python -m evals.links --data FOLDER [--predicted links.jsonl]

`lineage` labels a sample of the pairs of `stories`; the further links that were found were judged by reading what they
share (`gold/links.jsonl`: ids and kinds alone). A link that nobody has judged counts as wrong and is named.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

DEPENDENCE = frozenset({"copy", "partial", "retelling"})
JUDGED = Path(__file__).parent / "gold" / "links.jsonl"
type Pair = frozenset[str]


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def judged(*files: Path) -> dict[Pair, bool]:
    """For each pair that was read whether one of the two depends on the other, or both on a third."""
    return {
        frozenset((row["source"], row["target"])): row["kind"] in DEPENDENCE for file in files for row in rows(file)
    }


def found(links: Iterable[dict[str, str]]) -> set[Pair]:
    """The pairs that are linked by a dependence."""
    return {frozenset((row["source"], row["target"])) for row in links if row["kind"] in DEPENDENCE}


def figures(pairs: set[Pair], known: dict[Pair, bool]) -> str:
    """Precision over all pairs, recall over those that are known, and the pairs that nobody has read."""
    right = {pair for pair in pairs if known.get(pair)}
    unread = sorted(" ".join(sorted(pair)) for pair in pairs if pair not in known)
    told = (
        f"dependence: {len(pairs)} pairs, precision over all {len(right) / max(1, len(pairs)):.3f}, "
        f"recall of those known {len(right) / sum(known.values()):.3f}; not read {len(unread)}"
    )
    return "\n".join((told, *unread))


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with `stories` and `lineage`")
    parser.add_argument("--predicted", type=Path, help="links of `synoptic trace`; made anew where not given")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        links = given.predicted or Path(folder) / "links.jsonl"
        if given.predicted is None:
            command = [sys.executable, "-m", "synoptic", "trace", str(given.data / "stories" / "articles.jsonl")]
            subprocess.run([*command, "--out", str(links)], check=True, stderr=subprocess.DEVNULL)
        print(figures(found(rows(links)), judged(given.data / "lineage" / "gold.jsonl", JUDGED)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
