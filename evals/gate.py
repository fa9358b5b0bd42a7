"""The gate: scores may not fall below `evals/floors.toml`.

    python -m evals.gate                                 the project's own gold (part of `make test`)
    python -m evals.gate --scores scores.json            what `make eval OUT=scores.json` wrote
    ... --raise-floors                                   write floors up to what was reached, never down
    ... --lower NAME[,NAME]                              write these floors down too (say why in the commit)

A floor belongs to the digest of its gold: where the gold changed, the floor says nothing and the gate fails until it is
measured anew.
"""

import argparse
import json
import sys
import tomllib
from dataclasses import dataclass
from math import floor
from pathlib import Path

from evals.invented import FOLDER
from evals.own import figures
from evals.run import gold_digest

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Measured:
    """What was reached: the set, the digest of its gold, and the figures by name."""

    set: str
    gold: str
    figures: dict[str, float]


def main() -> int:
    """Prints each figure beside its floor; gives 1 where one fell or its gold changed."""
    arguments = _arguments()
    measured = _from_scores(Path(arguments.scores)) if arguments.scores else [_own()]
    held = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lowered = set(arguments.lower.split(",")) - {""}
    faults = [fault for row in measured for fault in _faults(row, held.get(row.set, {}))]
    if arguments.raise_floors or lowered:
        FLOORS.write_text(_written(held, measured, lowered), encoding="utf-8")
        print(f"floors written to {FLOORS.name}")
        return 0
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)
    print(f"gate: {len(measured)} sets, {'all floors hold' if not faults else f'{len(faults)} floors do not hold'}")
    return 1 if faults else 0


def _own() -> Measured:
    found = figures()
    for figure in found:
        print(f"own gold: {figure.name} {figure.value:.3f}")
    return Measured("own", gold_digest(FOLDER), {figure.name: figure.value for figure in found})


def _from_scores(path: Path) -> list[Measured]:
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Measured(row["set"], row["gold"], {m["name"]: m["score"] for m in row["measures"]}) for row in rows]


def _faults(row: Measured, floors: dict[str, str | float]) -> list[str]:
    if not floors:
        return [f"{row.set} has no floors yet (--raise-floors)"]
    if floors["gold"] != row.gold:
        return [f"{row.set}: the gold changed since its floors were measured (--raise-floors after a look)"]
    return [
        f"{row.set}: {name} {row.figures.get(name, 0.0):.4f} is below its floor {value:.4f}"
        for name, value in floors.items()
        if isinstance(value, float) and row.figures.get(name, 0.0) < value
    ]


def _written(held: dict[str, dict[str, str | float]], measured: list[Measured], lowered: set[str]) -> str:
    """The floors as TOML. A floor is the reached figure cut to two digits, so that noise in the third never fails."""
    for row in measured:
        before = held.get(row.set, {})
        same = before.get("gold") == row.gold
        after: dict[str, str | float] = {"gold": row.gold}
        for name, value in row.figures.items():
            reached = floor(value * 100) / 100
            old = before.get(name)
            keep = same and isinstance(old, float) and not lowered & {name, f"{row.set}.{name}"}
            after[name] = max(reached, float(old)) if keep and old is not None else reached
        held[row.set] = after
    lines = ["# Floors of the scores; written by `python -m evals.gate --raise-floors`. See evals/gate.py.", ""]
    for name in sorted(held):
        lines.append(f'["{name}"]')
        lines += [
            f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}" for key, value in held[name].items()
        ]
        lines.append("")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", default="", help="scores.json of `make eval`")
    parser.add_argument("--raise-floors", action="store_true", help="write floors up to what was reached")
    parser.add_argument("--lower", default="", help="names of floors that may fall")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
