"""An unexpected exception costs the article that it comes from: told with its source, the line and what to do."""

import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

import synoptic
from synoptic import compose
from synoptic.doors.cli.app import run
from synoptic.errors import ArticleSetAside
from synoptic.records.annotation import Annotation
from synoptic.records.article import Article, Rejected

TEXTS = {
    "first.txt": "The mayor of Tallin Bay, Oda Brandt, opened a new tram line on Monday. It cost 90 million crowns.",
    "second.txt": "Mayor Oda Brandt opened the new tram line of Tallin Bay on Monday. It cost 80 million crowns.",
    "stumbling.txt": "Oda Brandt opened the STUMBLING tram line of Tallin Bay on Monday, for 90 million crowns.",
}
STEPS = {
    "clean": "synoptic.stages.clean.find_credits",
    "cluster": "synoptic.stages.cluster.grouping.lead_of",
    "extract": "synoptic.stages.extract.find_times",
    "link": "synoptic.stages.link.group_quotes",
    "weigh": "synoptic.stages.weigh.build_timeline",
    "write": "synoptic.stages.write.build_scene",
}
"""A function of each stage, which is made to fail when it sees the third text."""

pytestmark = pytest.mark.usefixtures("faults_set_aside")


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    """A folder with three accounts of one event."""
    folder = tmp_path / "accounts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def break_step(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the function at `place` fail where its arguments hold the third text."""
    module, _, name = place.rpartition(".")
    work = getattr(__import__(module, fromlist=[name]), name)

    def stumbling(*given: object, **named: object) -> object:
        if "STUMBLING" in repr(given):
            raise LookupError("no such tram")
        return work(*given, **named)

    monkeypatch.setattr(place, stumbling)


@pytest.mark.parametrize("step", STEPS)
def test_compare_goes_on_without_the_article(
    step: str, accounts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whichever stage fails with it: the others are compared, exit code 0, and the article is in the report's list."""
    break_step(STEPS[step], monkeypatch)
    out = tmp_path / "report.json"
    grouped = [] if step == "cluster" else ["--one-story"]
    assert run(["compare", str(accounts), "--quiet", *grouped, "--json", str(out)]) == 0
    report = json.loads(out.read_text(encoding="utf-8"))
    assert [Path(article["source"]).name for article in report["articles"]] == ["first.txt", "second.txt"]
    (rejected,) = report["rejected"]
    assert Path(rejected["source"]).name == "stumbling.txt"
    assert f"{step} stopped at " in rejected["reason"]
    assert "LookupError: no such tram" in rejected["reason"]
    told = capsys.readouterr().err
    assert f"{accounts / 'stumbling.txt'}: {step} stopped at" in told
    assert "please report it" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(("command", "step"), [("clean", "clean"), ("annotate", "extract"), ("group", "cluster")])
def test_a_filter_goes_on_without_the_article(
    command: str, step: str, accounts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other articles are written, exit code 0; where no article is left the exit code is 1."""
    break_step(STEPS[step], monkeypatch)
    assert run([command, str(accounts)]) == 0
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 2
    assert f"{accounts / 'stumbling.txt'}: " in printed.err
    assert run([command, str(accounts / "stumbling.txt")]) == 1
    assert capsys.readouterr().out == ""


def test_trace_goes_on_without_the_article(
    accounts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault while links are looked for is told, and the others are linked."""
    break_step("synoptic.stages.cluster.find_copies", monkeypatch)
    assert run(["trace", str(accounts)]) == 0
    assert f"{accounts / 'stumbling.txt'}: trace stopped" in capsys.readouterr().err


def test_the_traceback_is_there_for_who_asks(
    accounts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """SYNOPTIC_TRACEBACK=1 prints it below the reason; the record holds it in any case."""
    break_step(STEPS["extract"], monkeypatch)
    monkeypatch.setenv("SYNOPTIC_TRACEBACK", "1")
    assert run(["compare", str(accounts)]) == 0
    assert 'raise LookupError("no such tram")' in capsys.readouterr().err
    (rejected,) = synoptic.compare(accounts, one_story=True).rejected
    assert "LookupError: no such tram" in rejected.traceback


def test_a_reader_that_fails_loses_the_rest_of_its_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was read before stays, and so do the other files."""
    rows = "\n".join(json.dumps({"text": text}) for text in TEXTS.values())
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Rain fell on Ostrow.", encoding="utf-8")
    break_step("synoptic.adapters.readers.json_articles.article_of", monkeypatch)
    assert run(["clean", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 3
    assert f"{tmp_path / 'a.jsonl'}: acquire stopped" in printed.err


def test_a_fault_in_a_door_is_told_in_one_line(
    accounts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What fails outside the stages ends the run with exit code 1, and says whose fault it is."""
    break_step("synoptic.doors.cli.filters.write_lines", monkeypatch)
    accounts = accounts.rename(accounts.with_name("STUMBLING"))
    assert run(["clean", str(accounts), "--out", str(accounts / "STUMBLING.jsonl")]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert "LookupError: no such tram" in told
    assert "fault of Synoptic" in told


def _finish(annotation: Annotation) -> str:
    """Fails with one article, and ends the process with another."""
    words = {token.text for token in annotation.parse.tokens}
    if "second" in words:
        raise LookupError("no such tram")
    if "third" in words:
        os.kill(os.getpid(), signal.SIGKILL)
    return annotation.article


def test_a_process_that_dies_costs_one_article() -> None:
    """Of a batch the one that ends its process is found; with a fault in another one the rest is there, in order."""
    texts = ["The first ship.", "The second ship.", "The third ship.", "The fourth ship.", "The fifth ship."]
    articles = synoptic.read([synoptic.RawArticle(f"{text[4:-6]}", text=text) for text in texts]).articles
    batches: Sequence[Sequence[Article]] = [articles[:3], articles[3:]]
    with compose.engine_of(synoptic.Settings(processes=2)) as engine:
        found = list(compose.finished_annotations(batches, engine, _finish))
    assert [place for place, one in enumerate(found) if not isinstance(one, Rejected)] == [0, 3, 4]
    assert [one.reason.split(" (")[0] for one in found if isinstance(one, Rejected)][1] == (
        "the process that worked on it ended in the middle"
    )
    assert [one.source for one in found if isinstance(one, Rejected)] == ["second", "third"]


def test_functions_without_a_list_of_what_was_left_out_warn(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`annotations` and `placements` give the other articles, and Python's own warning names the one set aside."""
    collection = synoptic.read(accounts)
    break_step(STEPS["extract"], monkeypatch)
    with pytest.warns(ArticleSetAside, match=r"stumbling\.txt: .*no such tram"):
        assert len(list(synoptic.annotations(collection.articles))) == 2
    break_step(STEPS["cluster"], monkeypatch)
    with pytest.warns(ArticleSetAside, match=r"stumbling\.txt: .*no such tram"):
        assert len(synoptic.placements(collection)) == 2
    break_step("synoptic.stages.cluster.find_copies", monkeypatch)
    with pytest.warns(ArticleSetAside, match=r"stumbling\.txt: .*no such tram"):
        synoptic.links(collection)
