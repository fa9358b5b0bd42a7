"""Markdown: one file, one article; YAML-like front matter states its title, date, url, outlet and authors."""

import re
from collections.abc import Iterator

from synoptic.adapters.readers.decoding import decode
from synoptic.adapters.readers.field_names import FIELD_NAMES
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(.*?)[ \t]*$")
_DATE = re.compile(r"^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$")

_MARKUP = (
    (re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"(?<!!)\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)"), r"\1"),
)
"""Marks that are taken away, each with what stays: like tags in a page, they are form and not words of the article."""

_HEADING = re.compile(r"^[ \t]{0,3}#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)


class MarkdownReader:
    """Reads .md files. Front matter that a reader cannot make sense of is left out, its unknown fields are ignored."""

    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The one article of the file."""
        decoded = decode(content, name)
        front = _FRONT.match(decoded.text)
        body = decoded.text[front.end() :] if front else decoded.text
        heading = _HEADING.search(body)
        text = without_markup(body)
        if not text.strip():
            raise MalformedSource("the file holds no text", source=name, remedy="write it below the front matter")
        fields = _fields(front.group(1)) if front else {}
        first = {key: values[0] for key, values in fields.items() if values and key != "authors"}
        published = first.get("published")
        yield RawArticle(
            name,
            text=text,
            id=first.get("id"),
            title=first.get("title") or (without_markup(heading.group(1)) if heading else None),
            url=first.get("url"),
            outlet=first.get("outlet"),
            language=first.get("language"),
            authors=tuple(fields.get("authors", ())),
            published=published.replace(" ", "T", 1) if published and _DATE.match(published) else None,
            notes=(decoded.note,) if decoded.note else (),
        )


def without_markup(text: str) -> str:
    """The words of Markdown text: links become their text, marks of emphasis, headings and quotations go."""
    for pattern, kept in _MARKUP:
        text = pattern.sub(kept, text)
    return text


def _fields(front: str) -> dict[str, list[str]]:
    """The known fields of front matter: `key: value`, `key: [a, b]`, or `key:` and a list of `- value` lines."""
    found: dict[str, list[str]] = {}
    current = ""
    for line in front.split("\n"):
        line = line.rstrip("\r")
        if field := _FIELD.match(line):
            current = FIELD_NAMES.get(field.group(1).lower(), "")
            values = _values(field.group(2), several=current == "authors")
        elif item := _ITEM.match(line):
            values = _values(item.group(1), several=False)
        else:
            continue
        if current and values:
            found.setdefault(current, []).extend(values)
    return found


def _values(written: str, *, several: bool) -> list[str]:
    """The values in one line of front matter, without quotation marks and brackets."""
    if written.startswith("[") and written.endswith("]"):
        written, several = written[1:-1], True
    parts = re.split(r"\s*[,;]\s*", written) if several and not written.startswith(('"', "'")) else [written]
    bare = (part.strip().strip("\"'").strip() for part in parts)
    return [part for part in bare if part and part not in {"~", "null", "|", ">"}]
