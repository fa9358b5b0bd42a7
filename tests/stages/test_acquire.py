"""acquire: what the user named becomes articles or reasons, and one broken source never stops the rest."""

import gzip
import json
import os
from pathlib import Path

import pytest

from synoptic.adapters.readers import all_readers
from synoptic.adapters.readers.files import FileOpener
from synoptic.records.article import RawArticle
from synoptic.records.stages import Acquired, Sources
from synoptic.stages.acquire import acquire, looks_like

STORY = "The bridge over the Arl was closed on Friday after engineers found a crack in its eastern pier."


def acquired(*names: object, standard_input: bytes = b"") -> Acquired:
    """What acquire makes of these names, with the real readers and the real file system."""
    opener = FileOpener(standard_input=lambda: standard_input)
    return acquire(Sources(tuple(str(name) for name in names)), opener, all_readers())


def write(path: Path, content: str | bytes) -> Path:
    """A file with this content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_folder_gives_its_files_and_those_below_in_order_without_hidden_ones(tmp_path: Path) -> None:
    """A folder is read recursively, sorted by name; names that begin with a dot are left aside."""
    write(tmp_path / "b.txt", STORY)
    write(tmp_path / "a" / "z.txt", STORY)
    write(tmp_path / ".hidden.txt", STORY)
    write(tmp_path / ".git" / "c.txt", STORY)
    assert [raw.source for raw in acquired(tmp_path).raw] == [str(tmp_path / "a" / "z.txt"), str(tmp_path / "b.txt")]


def test_a_quoted_glob_is_expanded(tmp_path: Path) -> None:
    """A pattern that the shell did not expand gives its matches, sorted."""
    for name in ("2.txt", "1.txt", "3.html"):
        write(tmp_path / name, STORY)
    assert [raw.source for raw in acquired(tmp_path / "*.txt").raw] == [
        str(tmp_path / "1.txt"),
        str(tmp_path / "2.txt"),
    ]


def test_a_path_that_looks_like_a_pattern_but_exists_is_that_file(tmp_path: Path) -> None:
    """Square brackets in a file name do no harm."""
    path = write(tmp_path / "story [1].txt", STORY)
    assert [raw.source for raw in acquired(path).raw] == [str(path)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("table.xlsx", b"PK\x03\x04", "no reader takes .xlsx files"),
        ("broken.jsonl.gz", b"\x1f\x8b\x08\x00broken", "broken gzip"),
        ("lying.txt", b"\xff\xfeA\x00B", "utf-16"),
    ],
)
def test_a_file_that_cannot_be_read_is_rejected_with_its_reason_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    """Each kind of bad file is named with its fault and its remedy; the good file beside it is read."""
    bad, good = write(tmp_path / name, content), write(tmp_path / "zz.txt", STORY)
    result = acquired(bad, good)
    assert [raw.source for raw in result.raw] == [str(good)]
    assert [rejected.source for rejected in result.rejected] == [str(bad)]
    assert reason in result.rejected[0].reason
    assert "(" in result.rejected[0].reason, "the remedy stands in brackets"


def test_an_address_is_told_how_to_come_in() -> None:
    """A web address is not called a missing file: the reason says what to do with it."""
    (rejected,) = acquired("https://example.com/bridge").rejected
    assert rejected.source == "https://example.com/bridge"
    assert "curl" in rejected.reason


def test_articles_in_memory_stand_among_the_files(tmp_path: Path) -> None:
    """An article that a program hands over is taken as it is, in its place."""
    path = write(tmp_path / "a.txt", STORY)
    held = RawArticle("memory", text=STORY)
    result = acquire(Sources((held, str(path))), FileOpener(), all_readers())
    assert [raw.source for raw in result.raw] == ["memory", str(path)]


def test_a_missing_path_and_a_pattern_without_match_are_rejected(tmp_path: Path) -> None:
    """What is not there is named as the user named it."""
    result = acquired(tmp_path / "none.txt", tmp_path / "*.md")
    assert [rejected.source for rejected in result.rejected] == [str(tmp_path / "none.txt"), str(tmp_path / "*.md")]
    assert "no such file" in result.rejected[0].reason
    assert "pattern" in result.rejected[1].reason


def test_an_empty_folder_is_rejected(tmp_path: Path) -> None:
    """A folder without files says so."""
    assert "holds no files" in acquired(tmp_path).rejected[0].reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_rejected(tmp_path: Path) -> None:
    """A file without permission is named with its remedy."""
    path = write(tmp_path / "secret.txt", STORY)
    path.chmod(0)
    assert "permission denied" in acquired(path).rejected[0].reason


def test_a_file_that_fails_while_it_is_read_is_rejected(tmp_path: Path) -> None:
    """A named pipe or device is refused instead of being waited for."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "not a regular file" in acquired(pipe).rejected[0].reason


def test_a_dangling_link_is_rejected(tmp_path: Path) -> None:
    """A link that leads nowhere is a reason, not a crash."""
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    assert len(acquired(tmp_path / "link.txt").rejected) == 1


def test_standard_input_is_told_by_its_content() -> None:
    """`-` takes JSON Lines, a page or plain text."""
    line = json.dumps({"id": "x", "text": STORY})
    assert acquired("-", standard_input=line.encode()).raw[0].id == "x"
    assert acquired("-", standard_input=STORY.encode()).raw[0].text == STORY
    assert acquired("-", standard_input=b"<!doctype html><p>Rain</p>").raw[0].html is not None
    assert acquired("-", standard_input=gzip.compress(line.encode())).raw[0].id == "x"
    assert "standard input is empty" in acquired("-").rejected[0].reason


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b'{"text": "a"}\n{"text": "b"}', ".jsonl"),
        (b'{\n "text": "a"\n}', ".jsonl"),
        (b'[{"text": "a"}]', ".json"),
        (b"{curly} words open this text", ".txt"),
        (b"[Update] The strike is over", ".txt"),
        (b"<html><body>", ".html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html lang="en">', ".html"),
        (b"<!-- saved by hand --><html>", ".html"),
        (b'<?xml version="1.0"?><rss version="2.0">', ".xml"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', ".xml"),
        (b"%PDF-1.7", ".pdf"),
        (b"WARC/1.0", ".warc"),
        (b"<Thunder> said the host", ".txt"),
        (b"Plain", ".txt"),
    ],
)
def test_content_is_told_by_how_it_begins(content: bytes, suffix: str) -> None:
    """Braces and brackets alone do not make JSON."""
    assert looks_like(content) == suffix


def test_a_file_without_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    """A name without a dot is no reason to refuse a text."""
    assert acquired(write(tmp_path / "story", STORY)).raw[0].text == STORY


def test_the_order_of_the_sources_is_kept(tmp_path: Path) -> None:
    """Articles come in the order in which the user named their sources."""
    paths = [write(tmp_path / name, STORY + name) for name in ("c.txt", "a.txt", "b.txt")]
    assert [raw.source for raw in acquired(*paths).raw] == [str(path) for path in paths]


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """The limit in bytes is a setting of the opener and its message names both numbers."""
    path = write(tmp_path / "huge.txt", "word " * 100)
    result = acquire(Sources((str(path),)), FileOpener(largest=100), all_readers())
    assert "500 bytes are more than the limit of 100" in result.rejected[0].reason


def test_a_name_that_is_not_utf_8_is_told_with_a_mark_for_each_such_byte(tmp_path: Path) -> None:
    """A file that another system named is read, and its name can be written to any output; so can that of a bad one."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(STORY, encoding="utf-8")
    (tmp_path / os.fsdecode(b"caf\xe9.png")).write_text(STORY, encoding="utf-8")
    (tmp_path / os.fsdecode(b"leer\xff.txt")).write_bytes(b"")
    found = acquired(tmp_path)
    assert [raw.source for raw in found.raw] == [f"{tmp_path}/caf\ufffd.txt"]
    assert [out.source for out in found.rejected] == [f"{tmp_path}/caf\ufffd.png", f"{tmp_path}/leer\ufffd.txt"]


def test_json_that_is_nested_too_deeply_is_told_so_on_standard_input() -> None:
    """Looking at what a content is like ends where Python's parser ends, and the reader gives the reason."""
    found = acquired("-", standard_input=b'{"a":' * 100_000 + b"1" + b"}" * 100_000)
    (out,) = found.rejected
    assert "nested too deeply" in out.reason
