"""`make eval`: every scorer over every set of a folder, one table with the simple baselines beside it.

    python -m evals.run --data FOLDER [--only quotes,claims] [--out scores.json] [--keep FOLDER]

The folder holds sets by name (`quotes/articles.jsonl`, `quotes/gold.jsonl` ...); the scorers lie beside it in
`../eval/score.py`. Sets that are absent are named and left out.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.predict import by_strings, only_people, predict
from evals.sets import SETS, EvalSet


def main() -> int:
    """Runs the sets; gives 0 also where there is nothing to run."""
    arguments = _arguments()
    data = Path(arguments.data) if arguments.data else None
    scorer = Path(arguments.scorer) if arguments.scorer else data and data.parent / "eval" / "score.py"
    if data is None or scorer is None or not data.is_dir() or not scorer.is_file():
        print(f"evals: no data at {arguments.data or '(DATA is not set)'}; nothing to score")
        return 0
    wanted = {name.strip() for name in arguments.only.split(",")} - {""}
    chosen = [which for which in SETS if not wanted or wanted & {which.name, which.folder, which.task}]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(arguments.keep or folder)
        work.mkdir(parents=True, exist_ok=True)
        made: set[Path] = set()
        results = [_scored(which, data, scorer, (work, made)) for which in chosen if _present(which, data)]
    _print_table(results)
    if arguments.out:
        Path(arguments.out).write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def gold_digest(path: Path) -> str:
    """SHA-256 over a gold file, or over all files of a folder of gold in order of their names."""
    files = sorted(path.glob("*.json*")) if path.is_dir() else [path]
    hasher = hashlib.sha256()
    for file in files:
        hasher.update(file.read_bytes())
    return hasher.hexdigest()


def _present(which: EvalSet, data: Path) -> bool:
    there = any((data / which.folder).glob(which.inputs)) and (data / which.folder / which.gold).exists()
    if not there:
        print(f"evals: set {which.name} is not in {data}; left out", file=sys.stderr)
    return there


def _scored(which: EvalSet, data: Path, scorer: Path, work: tuple[Path, set[Path]]) -> dict[str, object]:
    started = time.monotonic()
    print(f"evals: {which.name} ...", file=sys.stderr, flush=True)
    predictions = predict(which, data, *work)
    if which.people:
        predictions = only_people(predictions)
    gold = data / which.folder / which.gold
    scores = _scores(which, scorer, gold, predictions)
    simple: dict[str, float] = {}
    if which.strings:
        simple = _scores(which, scorer, gold, by_strings(predictions, data / which.folder / which.inputs))
    return {
        "set": which.name,
        "gold": gold_digest(gold),
        "seconds": round(time.monotonic() - started, 1),
        "measures": [
            {
                "name": measure.name,
                "score": scores.get(measure.name),
                "baseline": simple.get(measure.name, measure.baseline),
            }
            for measure in which.measures
        ],
        "all": scores,
    }


def _scores(which: EvalSet, scorer: Path, gold: Path, predictions: Path) -> dict[str, float]:
    command = [sys.executable, str(scorer), which.task, "--gold", str(gold), "--pred", str(predictions), *which.options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"evals: the scorer failed on {which.name}: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _print_table(results: list[dict[str, object]]) -> None:
    table = Table("set", "measure", "score", "baseline", "n", box=None, pad_edge=False)
    for result in results:
        measures, scores = result["measures"], result["all"]
        assert isinstance(measures, list)
        assert isinstance(scores, dict)
        for row, measure in enumerate(measures):
            score, baseline = measure["score"], measure["baseline"]
            table.add_row(
                str(result["set"]) if row == 0 else "",
                measure["name"],
                "-" if score is None else f"{score:.3f}",
                "" if baseline is None else f"{baseline:.3f}",
                str(scores["n"]) if row == 0 else "",
            )
    Console().print(table)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="", help="folder of sets")
    parser.add_argument("--only", default="", help="names of sets, folders or tasks, comma separated")
    parser.add_argument("--out", default="", help="write all scores as JSON to this file")
    parser.add_argument("--keep", default="", help="keep the predictions in this folder")
    parser.add_argument("--scorer", default="", help="score.py; default: ../eval/score.py beside the data")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
