"""The readers: each keeps the law of the Reader port on real bytes."""

import gzip
import json

import pytest

from synoptic.adapters.readers.decoding import decode
from synoptic.adapters.readers.json_articles import JsonReader
from synoptic.adapters.readers.markdown import MarkdownReader, without_markup
from synoptic.adapters.readers.page import PageReader
from synoptic.adapters.readers.plain_text import TextReader
from synoptic.errors import MalformedSource
from synoptic.records.article import BlockKind, RawArticle, Rejected
from synoptic.records.span import Span

WORDS = "“Überfluss” – die Brücke von Šibenik bleibt zu."


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (WORDS.encode(), WORDS, "utf-8"),
        (WORDS.encode("utf-8-sig"), WORDS, "utf-8-sig"),
        (WORDS.encode("utf-16"), WORDS, "utf-16"),
        (WORDS.encode("utf-32"), WORDS, "utf-32"),
        ("The ferry sank.".encode("utf-16-le"), "The ferry sank.", "utf-16-le"),
        ("The ferry sank.".encode("utf-16-be"), "The ferry sank.", "utf-16-be"),
        ("“Überfluss” für alle".encode("windows-1252"), "“Überfluss” für alle", "windows-1252"),
        (b"na\xefve \x81", "naïve \x81", "latin-1"),
    ],
)
def test_text_is_decoded_in_every_usual_encoding(content: bytes, text: str, encoding: str) -> None:
    """No character is lost, whatever encoding the file is in."""
    decoded = decode(content, "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_a_guessed_encoding_is_said() -> None:
    """An encoding that was guessed stands in the notes of the article."""
    raw = next(TextReader().read("a.txt", "Le maire a été élu à Nîmes".encode("latin-1")))
    assert isinstance(raw, RawArticle)
    assert raw.notes == ("read as windows-1252: byte 11 is not UTF-8",)


def test_a_declared_encoding_comes_before_the_guess() -> None:
    """A page in Windows-1251 is read as it declares."""
    page = '<html><head><meta charset="windows-1251"></head><p>Мост закрыт</p>'.encode("windows-1251")
    raw = next(PageReader().read("a.html", page))
    assert isinstance(raw, RawArticle)
    assert "Мост закрыт" in (raw.html or "")
    assert raw.notes == ("read as windows-1251: as it declares",)


def test_an_unknown_declared_encoding_does_not_stop_the_reading() -> None:
    """A page that declares nonsense is still read."""
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=klingon"><p>caf\xe9</p>'
    raw = next(PageReader().read("a.html", page))
    assert isinstance(raw, RawArticle)
    assert "café" in (raw.html or "")


def test_line_ends_stay_as_they_are() -> None:
    """Plain text is verbatim, with its Windows line ends."""
    raw = next(TextReader().read("a.txt", b"One.\r\n\r\nTwo.\r\n"))
    assert isinstance(raw, RawArticle)
    assert raw.text == "One.\r\n\r\nTwo.\r\n"


FRONT = """---
title: "Ferry runs aground"
date: 2031-04-02
url: https://example.com/ferry
outlet: Harbour Gazette
author: [Ida Holm, Per Lund]
mood: grim
---
# Ferry runs aground

The *Solvang* ran **aground** near [Lyr](https://example.com/lyr) on Tuesday.
"""


def test_front_matter_is_honoured() -> None:
    """Title, date, address, outlet and authors of the front matter become the article's; unknown fields do no harm."""
    raw = next(MarkdownReader().read("a.md", FRONT.encode()))
    assert isinstance(raw, RawArticle)
    assert (raw.title, raw.published, raw.url) == ("Ferry runs aground", "2031-04-02", "https://example.com/ferry")
    assert (raw.outlet, raw.authors) == ("Harbour Gazette", ("Ida Holm", "Per Lund"))
    assert raw.text == "Ferry runs aground\n\nThe Solvang ran aground near Lyr on Tuesday.\n"


def test_authors_may_be_a_list_of_lines() -> None:
    """YAML lists are understood in both of their forms."""
    text = "---\nauthors:\n  - Ida Holm\n  - Per Lund\n---\nThe ferry sank."
    raw = next(MarkdownReader().read("a.md", text.encode()))
    assert isinstance(raw, RawArticle)
    assert raw.authors == ("Ida Holm", "Per Lund")


def test_a_first_heading_is_the_title_without_front_matter() -> None:
    """Markdown without front matter takes its title from the first heading."""
    raw = next(MarkdownReader().read("a.md", b"# Dam *bursts*\n\nWater rose."))
    assert isinstance(raw, RawArticle)
    assert raw.title == "Dam bursts"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("> He said no.", "He said no."),
        ("![A dam](dam.png)", "A dam"),
        ("---", ""),
        ("*one* and **two** and _three_", "one and two and three"),
    ],
)
def test_only_marks_are_taken_away(written: str, words: str) -> None:
    """Stars and underscores that are no marks of emphasis stay."""
    assert without_markup(written) == words


def found(*lines: object) -> list[RawArticle | Rejected]:
    """What the JSON reader gives for lines (objects are dumped, strings taken as they are)."""
    text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    return list(JsonReader().read("a.jsonl", text.encode()))


def test_a_bad_line_is_rejected_with_its_number_and_the_rest_goes_on() -> None:
    """Every fault of a line is a Rejected that names the line; good lines before and after are read."""
    result = found(
        {"text": "First."},
        "{broken",
        "",
        "[1]",
        {"title": "no text"},
        {"text": 7},
        {"text": "Blocks.", "blocks": [{"kind": "poem", "start": 0, "end": 3}]},
        {"text": "Blocks.", "blocks": [{"kind": "body", "start": 5, "end": 3}]},
        '{"text": "half \\ud83d"}',
        {"text": "Last."},
    )
    assert [raw.text for raw in result if isinstance(raw, RawArticle)] == ["First.", "Last."]
    numbers = (2, 4, 5, 6, 7, 8, 9)
    rejected = [bad for bad in result if isinstance(bad, Rejected)]
    assert [bad.source for bad in rejected] == [f"a.jsonl:{n}" for n in numbers]
    assert "at character 2" in rejected[0].reason


def test_lines_end_at_line_feeds_alone() -> None:
    """U+2028 and U+0085 inside a string do not cut a line in two."""
    text = "One\u2028two\u0085three\x0bfour."
    assert [raw.text for raw in found({"text": text}) if isinstance(raw, RawArticle)] == [text]


def test_all_keys_of_the_contract_are_kept() -> None:
    """What an article states arrives, blocks and credits too."""
    row = {
        "id": 12,
        "text": "Rain fell. (Agency)",
        "title": "Rain",
        "url": "https://example.com",
        "outlet": "Gazette",
        "language": "en",
        "authors": ["Ida Holm"],
        "published": "2031-04-02",
        "blocks": [{"kind": "lead", "start": 0, "end": 10}],
        "credits": [{"name": "Agency", "kind": "agency", "start": 12, "end": 18}],
        "unknown": {"kept": False},
    }
    (raw,) = found(row)
    assert isinstance(raw, RawArticle)
    assert (raw.id, raw.authors, raw.published) == ("12", ("Ida Holm",), "2031-04-02")
    assert (raw.blocks[0].kind, raw.blocks[0].span) == (BlockKind.LEAD, Span(0, 10))
    assert raw.credits[0].name == "Agency"


def test_packed_lines_and_lists_are_read() -> None:
    """.jsonl.gz and a JSON list over several lines hold articles too."""
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    for name, content in (("a.jsonl.gz", gzip.compress(lines)), ("a.json", b'[{"text": "One."},\n {"text": "Two."}]')):
        texts = [raw.text for raw in JsonReader().read(name, content) if isinstance(raw, RawArticle)]
        assert texts == ["One.", "Two."]


def test_html_in_json_is_a_page() -> None:
    """A line with `html` alone becomes a page; `text` goes before `html`."""
    page, both = found({"html": "<p>a</p>"}, {"text": "a", "html": "<p>a</p>"})
    assert isinstance(page, RawArticle)
    assert page.html == "<p>a</p>"
    assert isinstance(both, RawArticle)
    assert both.html is None


def test_white_space_alone_is_no_article() -> None:
    """A byte order mark and blanks are refused with a reason."""
    with pytest.raises(MalformedSource, match="white space"):
        list(TextReader().read("a.txt", "\ufeff \n\u2003".encode()))
