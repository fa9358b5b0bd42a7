"""`synoptic group`: a stream in several runs, judgements, proposals."""

import json
from pathlib import Path

import pytest

from synoptic.doors.cli.app import run
from tests.stages.cluster.accounts import BANK, CHESS, FERRY

TEXTS = {f"f{number}": account for number, account in enumerate(FERRY)} | {"bank": BANK, "chess": CHESS}


def written(path: Path, *ids: str) -> str:
    """A file with these articles, in this order."""
    rows = (
        {"id": id, "title": TEXTS[id][0], "text": TEXTS[id][1], "language": "en", "outlet": f"The {id}"} for id in ids
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def lines(path: Path) -> list[dict[str, object]]:
    """What a run wrote."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def group(tmp_path: Path, *arguments: str) -> list[dict[str, object]]:
    """The lines that a run without encoder gives."""
    out = tmp_path / "out.jsonl"
    assert run(["group", *arguments, "--words-only", "--out", str(out)]) == 0
    return lines(out)


def test_two_runs_with_a_state_give_what_one_gives(tmp_path: Path) -> None:
    """The second run goes on: its lines and the first one's are those of a single run."""
    whole = group(tmp_path, written(tmp_path / "all.jsonl", *TEXTS), "--state", str(tmp_path / "whole.state"))
    state = str(tmp_path / "stream.state")
    first = group(tmp_path, written(tmp_path / "a.jsonl", "f0", "f1"), "--state", state)
    second = group(tmp_path, written(tmp_path / "b.jsonl", "f2", "bank", "chess"), "--state", state)
    assert first + second == whole
    again = group(tmp_path, str(tmp_path / "b.jsonl"), "--state", state)
    assert again == second


def test_judgements_are_obeyed_and_unknown_articles_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A merge makes two stories one; an id that no article has is told, not dropped in silence."""
    judgements = tmp_path / "j.jsonl"
    rows = [{"judgement": "merge", "articles": ["bank", "chess"]}, {"judgement": "merge", "articles": ["bank", "gone"]}]
    judgements.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = group(tmp_path, written(tmp_path / "all.jsonl", *TEXTS), "--judgements", str(judgements))
    stories = {str(row["id"]): row["story"] for row in found}
    assert stories["bank"] == stories["chess"] != stories["f0"]
    assert "a judgement names gone" in capsys.readouterr().err


def test_proposals_can_be_taken_over_as_judgements(tmp_path: Path) -> None:
    """The file of proposals is one of judgements, here of none; refining agrees with the stream where it is right."""
    source = written(tmp_path / "all.jsonl", *TEXTS)
    plain = group(tmp_path, source)
    proposals = tmp_path / "p.jsonl"
    assert group(tmp_path, source, "--refine", "--proposals", str(proposals)) == plain
    assert group(tmp_path, source, "--judgements", str(proposals)) == plain


@pytest.mark.parametrize("content", [b"torn", b"synoptic-stream 7 00\n"])
def test_a_state_that_cannot_be_used_stops_the_run(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named with the remedy, and stays as it is."""
    state = tmp_path / "stream.state"
    state.write_bytes(content)
    source = written(tmp_path / "all.jsonl", "f0")
    assert run(["group", source, "--words-only", "--state", str(state), "--out", str(tmp_path / "o")]) == 1
    assert "stream.state" in capsys.readouterr().err
    assert state.read_bytes() == content
