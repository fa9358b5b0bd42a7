"""Bad input, as it comes: every source gives a sensible result or a reason that names it, and the rest goes on."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from synoptic.doors.cli.app import run
from tests.doors.cli.contract_check import Report, faults

EXAMPLE = Path(__file__).parents[3] / "examples" / "breakwater"
OPENING = (
    "The mayor of Tallin Bay, Oda Brandt, opened a new tram line on Monday, May 4, 2026.\n\nIt cost 90 million crowns."
)

LEFT_OUT: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "photo.png": (b"\x89PNG\r\n\x1a\n\x00\x00", ".png"),
    "long.txt": (b"The council met again on Tuesday. " * 150_000, "characters"),
    "menu.txt": (b"Read more\nShare on Facebook\nAll rights reserved.\n", "furniture"),
    "koi.txt": ("Мэр Ода Брандт открыла новую линию трамвая в Таллин-Бэй.".encode("koi8-r"), "not UTF-8"),
    "cut.json": (b'[{"text": "a"},', "not JSON"),
    "packed.jsonl.gz": (b"\x1f\x8bnothing", "gzip"),
}
"""Files of which nothing can be made, with a word of the reason."""

READ: dict[str, bytes] = {
    "plain.txt": OPENING.encode(),
    "windows.txt": "Bürgermeisterin Oda Brandt eröffnete am Montag die Straßenbahn in Tallin Bay.".encode("cp1252"),
    "wide.txt": OPENING.replace("90", "91").encode("utf-16"),
    "crlf.txt": OPENING.replace("90", "92").replace("\n", "\r\n").encode(),
    "word.txt": b"Tram",
    "arabic.txt": "افتتحت رئيسة البلدية أودا برانت خط الترام.\n\nوقالت برانت: «الخط يربط التل بالميناء».".encode(),
    "chinese.txt": "塔林湾市长周一为电车线路揭幕。\n\n布兰特说：“这条线路连接山丘和港口。”".encode(),
    "russian.txt": "Мэр Ода Брандт открыла трамвай.\n\n«Линия соединит холм и гавань», — сказала Брандт.".encode(),
    "stops.txt": ". . . .\n\nZibbo . .\n\n.\n\n。。".encode(),
    "never.jsonl": b'{"text": "She will go on next year, in 99 hours, by Easter 9999.", "published": "9999-12-31"}',
    "unknown.txt": b"Zibbo tramolu kerd vashni oda brandt pelloru. Mavoy puqloda tallin.",
    "marks.txt": "🚋🎉 Tram 👩\u200d👩\u200d👧.\n\n“Gre\u0301at 🚋,” Bra\u0308ndt said.\u202e end\u202c".encode(),
    "open.html": b"<html><body><h1>Tram opened</h1><p>Mayor Oda Brandt opened the tram line of Tallin Bay on Monday.",
}
"""Files of which something can be made."""

ROWS: tuple[tuple[object, str], ...] = (
    ({"text": 5}, "`text` is a JSON number"),
    ({"text": None}, "neither"),
    ([], "a JSON list"),
    ({"text": "Brandt spoke.", "authors": [1]}, "`authors`"),
    ({"text": "Brandt spoke.", "authors": ["\ud803"]}, "`authors` holds half a surrogate pair"),
    ({"text": "Brandt spoke.", "blocks": [{"kind": "body", "start": 0, "end": 99}]}, "leaves the text"),
    ({"text": "Brandt spoke.", "blocks": [{"kind": "verse", "start": 0, "end": 9}]}, "'verse'"),
    ({"text": "Brandt spoke.", "blocks": [{"kind": "body", "start": True, "end": 9}]}, "whole numbers"),
    ({"text": "Brandt spoke.", "blocks": [{"kind": "body", "start": 9, "end": 4}]}, "[9, 4)"),
    ({"text": "Brandt spoke.", "credits": [{"kind": "agency", "start": 0, "end": 4}]}, "no `name`"),
    ({"text": "Brandt spoke.", "credits": [{"name": "N", "kind": "x", "start": 0, "end": 4}]}, "'x'"),
    ({"text": "Brandt spoke.", "published": 20260504}, "`published`"),
)
"""Lines of JSON that state no article, with words of the reason."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A folder of nasty accounts, and the report that was made of it."""

    folder: Path
    report: Report

    @property
    def reasons(self) -> dict[str, str]:
        """The reason for each source that was left out, by its path below the folder."""
        rows = self.report["rejected"]
        assert isinstance(rows, list)
        return {str(row["source"]).removeprefix(f"{self.folder}/"): str(row["reason"]) for row in rows}


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    """All nasty accounts in one folder, compared once, with a page and a digest."""
    folder, out = tmp_path_factory.mktemp("nasty"), tmp_path_factory.mktemp("out")
    for name, content in ({name: content for name, (content, _) in LEFT_OUT.items()} | READ).items():
        (folder / name).write_bytes(content)
    (folder / "again.txt").write_bytes(READ["plain.txt"])
    gap = {
        "text": "Read this. Brandt opened a tram in Tallin Bay.",
        "blocks": [{"kind": "body", "start": 11, "end": 46}],
    }
    odd = {"text": "Brandt walked to the harbour.", "published": "soon", "language": "english"}
    rows = [json.dumps(row) for row in [*(row for row, _ in ROWS), gap, odd]]
    (folder / "rows.jsonl").write_text("\n".join(['{"text": "cut', *rows]), encoding="utf-8")
    (folder / "lost.txt").symlink_to("nowhere.txt")
    targets = [f"--{kind}={out / kind}" for kind in ("json", "html", "md")]
    assert run(["compare", str(folder), str(folder / "absent.txt"), "--quiet", *targets]) == 0
    assert all((out / kind).stat().st_size for kind in ("html", "md"))
    return Compared(folder, json.loads((out / "json").read_text(encoding="utf-8")))


def test_a_report_of_nasty_accounts_keeps_the_contract(compared: Compared) -> None:
    """Spans, ids, blocks and the lists of words hold whatever came in."""
    assert faults(compared.report) == []


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_no_article_is_left_out_with_its_reason(name: str, compared: Compared) -> None:
    """The reason stands under the name of the source."""
    (reason,) = (reason for source, reason in compared.reasons.items() if source.startswith(name))
    assert LEFT_OUT[name][1] in reason


@pytest.mark.parametrize(("number", "words"), [(at, words) for at, (_, words) in enumerate(ROWS, 2)])
def test_a_line_of_wrong_types_is_left_out_alone(number: int, words: str, compared: Compared) -> None:
    """The reason names the line and the key, and the lines around it are read."""
    assert words in compared.reasons[f"rows.jsonl:{number}"]


def test_nothing_else_is_left_out(compared: Compared) -> None:
    """Whatever else came is an article, also without date, title or known language; a file given twice is told."""
    expected = set(LEFT_OUT) | {"absent.txt", "lost.txt", "rows.jsonl"}
    left_out = {source.rpartition(":")[0] or source for source in compared.reasons}
    assert left_out - expected in ({"again.txt"}, {"plain.txt"})
    articles = compared.report["articles"]
    assert isinstance(articles, list)
    assert len(articles) == len(READ) + 2


def test_the_example_keeps_the_contract(tmp_path: Path) -> None:
    """The report of the example story breaks no promise."""
    out = tmp_path / "report.json"
    assert run(["compare", str(EXAMPLE), "--quiet", "--json", str(out)]) == 0
    assert faults(json.loads(out.read_text(encoding="utf-8"))) == []


def test_the_check_sees_what_is_broken(compared: Compared) -> None:
    """A span outside, an unknown id, an uncovered text and an unknown word are each found."""
    broken = json.loads(json.dumps(compared.report))
    story = max(broken["stories"], key=lambda story: len(story["claims"]))
    story["claims"][0]["members"][0]["end"] = 10**6
    story["claims"][0]["members"][0]["entity"] = "nobody"
    story["claims"][0]["status"] = "true"
    story["brief"][0]["citations"][0]["article"] = "elsewhere"
    broken["articles"][0]["blocks"].pop()
    assert len(faults(broken)) >= 5


@pytest.mark.parametrize("kind", ["folder", "below a file", "one file twice"])
def test_an_output_is_refused_before_any_work(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is read for an output that cannot be written: not even an absent source is noticed."""
    file = tmp_path / "a.txt"
    file.write_text("Tram", encoding="utf-8")
    targets = {"folder": [tmp_path], "below a file": [file / "b"], "one file twice": [tmp_path / "x", tmp_path / "x"]}
    options = [
        word for flag, path in zip(("--json", "--md"), targets[kind], strict=False) for word in (flag, str(path))
    ]
    assert run(["compare", str(tmp_path / "absent.txt"), *options]) == 1
    told = capsys.readouterr().err
    assert str(targets[kind][0]) in told
    assert "absent" not in told


def test_standard_output_is_a_target(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--json -` gives the report and nothing else."""
    (tmp_path / "a.txt").write_text(OPENING, encoding="utf-8")
    assert run(["compare", str(tmp_path / "a.txt"), "--json", "-"]) == 0
    assert faults(json.loads(capsysbinary.readouterr().out)) == []


def test_a_reader_may_go_away(tmp_path: Path) -> None:
    """Where the other end of a pipe closes, the command stops without a word and without a fault."""
    (tmp_path / "a.txt").write_text(OPENING, encoding="utf-8")
    command = [sys.executable, "-m", "synoptic", "clean", "a.txt"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as cut:
        assert cut.stdout is not None
        assert cut.stderr is not None
        cut.stdout.close()
        assert cut.stderr.read() == b""
    assert cut.returncode == 0


def test_a_pipe_that_a_shell_makes_is_a_source(tmp_path: Path) -> None:
    """`synoptic clean <(command)` reads what the command gives."""
    done = subprocess.run(
        [sys.executable, "-m", "synoptic", "clean", "/dev/stdin"],
        input=OPENING.encode(),
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert json.loads(done.stdout)["text"] == OPENING


def test_a_guess_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An encoding that had to be guessed and a date that is none are named on standard error."""
    (tmp_path / "old.txt").write_bytes(READ["windows.txt"])
    (tmp_path / "odd.jsonl").write_text('{"text": "Brandt spoke.", "published": "soon"}', encoding="utf-8")
    assert run(["clean", str(tmp_path), "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().err
    assert "old.txt: read as windows-1252" in told
    assert "'soon' is no date" in told
