"""How many sentences of the invented corpus (training part) use each stem: `python frequencies.py DATA`."""

import json
import sys
from collections import Counter
from pathlib import Path

from stories import accounts_of, invented

from synoptic.records.links import EntityLinking
from synoptic.stages.link import claims
from synoptic.stages.link.claims.units import units_of

LEAST = 3


def main(data: Path) -> None:
    """Writes frequencies.json beside the code; names are left out, for they belong to single stories."""
    counts: Counter[str] = Counter()
    sentences = 0
    for story in invented(data / "invented", "train"):
        for unit in units_of(accounts_of(story), EntityLinking((), {})):
            sentences += 1
            counts.update({word.stem for word in unit.words if word.kind != "name"})
    kept = {stem: count for stem, count in sorted(counts.items()) if count >= LEAST}
    note = (
        f"In how many of `sentences` sentences of the training part of the invented corpus each stem stands "
        f"({LEAST} or more); made by training/claims/frequencies.py."
    )
    table = {"note": note, "sentences": sentences, "counts": kept}
    target = Path(claims.__file__).with_name("frequencies.json")
    target.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
