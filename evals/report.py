"""`docs/scores.md`: what `make eval OUT=scores.json` measured, as a table, with the notes that belong to it.

python -m evals.report scores.json [more.json ...]      (later files replace sets of earlier ones)
"""

import json
import sys
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "scores.md"
NOTES = Path(__file__).with_name("notes.md")


def main(files: list[str]) -> int:
    """Writes the page."""
    results = {row["set"]: row for file in files for row in json.loads(Path(file).read_text(encoding="utf-8"))}
    lines = [
        NOTES.read_text(encoding="utf-8").rstrip(),
        "",
        "| set | measure | score | simple baseline | n |",
        "|---|---|---|---|---|",
    ]
    for name, row in results.items():
        for number, measure in enumerate(row["measures"]):
            first = number == 0
            baseline = "" if measure["baseline"] is None else f"{measure['baseline']:.3f}"
            score = "-" if measure["score"] is None else f"{measure['score']:.3f}"
            cells = (name if first else "", measure["name"], score, baseline, str(row["all"]["n"]) if first else "")
            lines.append("| " + " | ".join(cells) + " |")
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{PAGE.name}: {len(results)} sets")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
