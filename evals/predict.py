"""Predictions for a set: its inputs alone are handed to the filters; gold is not opened here."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.sets import EvalSet
from synoptic import compose
from synoptic.records.annotation import EntityKind

_ARTICLE_KEYS = ("id", "outlet", "published", "title", "text", "url", "language")


def predict(which: EvalSet, data: Path, work: Path, made: set[Path]) -> Path:
    """Runs the set's filter over its inputs; gives the file of predictions.

    Sets with the same folder and filter share one run: `made` remembers what this evaluation has made already.
    """
    name = f"{which.folder}-{which.filter}"
    target = work / (f"{name}.json" if which.filter == "compare" else f"{name}.jsonl")
    if target in made:
        return target
    made.add(target)
    if which.filter == "names":
        _write(target, _name_scores(data / which.folder / which.inputs))
    elif which.filter == "support":
        _write(target, _support_scores(data / which.folder / which.inputs))
    else:
        given = work / f"{name}.input.jsonl"
        _write(given, _articles(which, data))
        _run_filter(which.filter, given, target)
    return target


def only_people(path: Path) -> Path:
    """The report at `path` with people alone, by names and descriptions; gives the file beside it."""
    report = json.loads(path.read_text(encoding="utf-8"))
    for story in report["stories"]:
        people = [entity for entity in story["entities"] if entity["kind"] == "person"]
        for entity in people:
            entity["mentions"] = [one for one in entity["mentions"] if one["form"] != "pronoun"]
        story["entities"] = [entity for entity in people if entity["mentions"]]
    target = path.with_name(f"{path.stem}-people.json")
    target.write_text(json.dumps({"stories": report["stories"]}, ensure_ascii=False), encoding="utf-8")
    return target


def by_strings(path: Path, given: Path) -> Path:
    """The predictions at `path` with those mentions of an article or a story for one entity that have the same words.

    What a program without any coreference makes of them. Gives the file beside it; `given` are the articles' texts.
    """
    texts = {str(row["id"]): str(row["text"]) for row in _rows(given)}
    target = path.with_name(f"{path.stem}-strings.jsonl")
    with target.open("w", encoding="utf-8") as file:
        for row in _rows(path):
            for story in row.get("stories", [row]):
                alike: dict[str, list[dict[str, object]]] = {}
                for entity in story["entities"]:
                    for one in entity["mentions"]:
                        text = texts[one.get("article", story["id"])]
                        alike.setdefault(" ".join(text[one["start"] : one["end"]].casefold().split()), []).append(one)
                story["entities"] = [{"id": words, "mentions": mentions} for words, mentions in alike.items()]
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return target


def _run_filter(name: str, given: Path, target: Path) -> None:
    output = ["--json", str(target), "--quiet"] if name == "compare" else ["--out", str(target)]
    command = [sys.executable, "-m", "synoptic", name, str(given), *output]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"evals: `synoptic {name}` failed on {given.name}: {done.stderr[-2000:]}")


def _articles(which: EvalSet, data: Path) -> Iterator[dict[str, object]]:
    """The articles of a set, without any key that gold may hide in (the claims set keeps text and gold together)."""
    for path in sorted((data / which.folder).glob(which.inputs)):
        if path.suffix == ".json":
            story = json.loads(path.read_text(encoding="utf-8"))
            yield from ({key: row[key] for key in _ARTICLE_KEYS if row.get(key)} for row in story["articles"])
        else:
            for row in _rows(path):
                yield {key: row[key] for key in (*_ARTICLE_KEYS, "html", "authors") if row.get(key)}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _write(path: Path, rows: Iterator[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _name_scores(path: Path) -> Iterator[dict[str, object]]:
    for row in _rows(path):
        kind = EntityKind.PERSON if row["schema"] == "Person" else EntityKind.ORGANIZATION
        score = compose.name_score(str(row["name1"]), str(row["name2"]), kind)
        yield {"id": row["id"], "score": score}


def _support_scores(path: Path) -> Iterator[dict[str, object]]:
    for row in _rows(path):
        evidence = row["evidence"]
        assert isinstance(evidence, list)
        yield {"id": row["id"], "score": compose.support_score(str(row["claim"]), [str(line) for line in evidence])}
