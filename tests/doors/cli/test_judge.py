"""`compare --judge`: a language model at a real HTTP server decides what stays in doubt."""

import json
from pathlib import Path

import pytest

from synoptic.doors.cli.app import run
from tests.adapters.models.chat_server import said, serving

FIRST = (
    "Dam at Orrelund leaks\n\nEngineers found a leak in the Orrelund dam on Tuesday and lowered the lake by two metres."
    " Campers were told to leave the shore."
)
SECOND = (
    "Lake falls after fault\n\nThe water behind the Orrelund dam was let down two metres after a fault was noticed. "
    "The camp site by the shore was cleared on Tuesday. The shore is empty since everybody was sent away. "
    "Nobody camps by the lake now that the water has been lowered."
)


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    """Two accounts of a leaking dam."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def reasons(path: Path) -> list[str]:
    """The evidence of all members of claims in a report."""
    stories = json.loads(path.read_text(encoding="utf-8"))["stories"]
    return [member["reason"] for story in stories for claim in story["claims"] for member in claim["members"]]


def test_the_judge_is_asked_once_and_named(
    sources: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its answers are in the evidence under its name; a second run, with nobody there, gives the same report."""
    monkeypatch.setenv("SYNOPTIC_ANSWERS", str(tmp_path / "answers.sqlite"))
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    with serving() as server:
        server.replies = [said('{"same": true}')] * 100
        judge = ["--judge", f"http://127.0.0.1:{server.server_address[1]}/v1", "--judge-model", "small"]
        assert run(["compare", *sources, "--one-story", "--quiet", "--json", str(first), *judge]) == 0
        asked = len(server.asked)
    assert asked
    assert any("judged by small at http" in reason for reason in reasons(first))
    assert f"judged {asked} of {asked} doubtful pairs" in " ".join(capsys.readouterr().err.split())
    assert run(["compare", *sources, "--one-story", "--quiet", "--json", str(second), *judge]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_judge_that_cannot_be_reached_stops_nothing(
    sources: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report is that of a run without a judge, and one note says why; a URL that is none is refused."""
    monkeypatch.setenv("SYNOPTIC_ANSWERS", str(tmp_path / "answers.sqlite"))
    plain, alone = tmp_path / "1.json", tmp_path / "2.json"
    with serving() as server:
        gone = f"http://127.0.0.1:{server.server_address[1]}/v1"
    told = ["compare", *sources, "--one-story", "--quiet", "--json"]
    assert run([*told, str(plain)]) == 0
    capsys.readouterr()
    assert run([*told, str(alone), "--judge", gone]) == 0
    assert capsys.readouterr().err.count("after an error") == 1
    assert plain.read_bytes() == alone.read_bytes()
    assert run([*told, str(tmp_path / "3.json"), "--judge", "ftp://example"]) == 2
    assert run([*told, str(tmp_path / "3.json"), "--judge", gone, "--judge-budget", "0"]) != 0
    assert not (tmp_path / "3.json").exists()
