"""Articles as JSON Lines, one a line, or as one JSON list; the keys are those of the contract's Article."""

import json
from collections.abc import Iterator
from enum import StrEnum

from synoptic.adapters.readers.decoding import decode
from synoptic.adapters.readers.packing import unpacked
from synoptic.errors import InvalidRecord
from synoptic.records.article import Block, BlockKind, Credit, CreditKind, RawArticle, Rejected
from synoptic.records.span import Span

type JsonObject = dict[str, object]


class JsonReader:
    """Reads .jsonl, .ndjson, .json and their .gz forms. A bad line is rejected with its number, the rest goes on."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz", ".json.gz")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The articles of the file, in order."""
        decoded = decode(unpacked(name, content), name)
        notes = (decoded.note,) if decoded.note else ()
        if (whole := _whole(decoded.text)) is not None:
            for number, value in enumerate(whole, start=1):
                yield article_of(f"{name}:{number}", value, notes)
            return
        for number, line in enumerate(decoded.text.split("\n"), start=1):  # only \n: U+2028 may stand inside a string
            if not line.strip():
                continue
            source = f"{name}:{number}"
            try:
                value = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Rejected(source, f"{_fault(error)} (write one JSON object a line)")
                continue
            yield article_of(source, value, notes)


def _fault(error: ValueError | RecursionError) -> str:
    """What is wrong with a line; the place counts in it, since its number stands in the name of the source."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at character {error.pos + 1}"
    return f"not JSON: {error}"


def _whole(text: str) -> list[object] | None:
    """The values of a text that is one JSON list, or one JSON object over several lines; None for JSON Lines."""
    start = text.lstrip()[:1]
    if start not in {"[", "{"} or (start == "{" and _is_json(text.lstrip().split("\n", 1)[0])):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else [value]


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def article_of(source: str, value: object, notes: tuple[str, ...]) -> RawArticle | Rejected:
    """The article that a JSON value states (an object with the keys of the contract), or why it is none."""
    if not isinstance(value, dict):
        return Rejected(source, f"a JSON {_kind(value)}, not an article (write an object with `text` or `html`)")
    try:
        text, html = _string(value, "text"), _string(value, "html")
        if text is None and html is None:
            return Rejected(source, "neither `text` nor `html` (give one of the two)")
        return RawArticle(
            source,
            text=text,
            html=None if text is not None else html,
            id=_string(value, "id"),
            title=_string(value, "title"),
            url=_string(value, "url"),
            outlet=_string(value, "outlet"),
            language=_string(value, "language"),
            authors=_strings(value, "authors"),
            published=_string(value, "published"),
            blocks=_blocks(value) if text is not None else (),
            credits=_credits(value) if text is not None else (),
            notes=notes,
        )
    except (InvalidRecord, ValueError) as error:
        reason = error.reason if isinstance(error, InvalidRecord) else str(error)
        return Rejected(source, f"{reason} (mend it or leave it out)")


def _string(value: JsonObject, key: str) -> str | None:
    """The string under `key`; numbers are taken as ids write them, blank strings as not known."""
    found = value.get(key)
    if found is None:
        return None
    if key == "id" and isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    if not isinstance(found, str):
        raise ValueError(f"`{key}` is a JSON {_kind(found)}, not a string")
    _check_pairs(key, found)
    return found if found.strip() else None


def _check_pairs(key: str, found: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in found):
        raise ValueError(f"`{key}` holds half a surrogate pair")


def _strings(value: JsonObject, key: str) -> tuple[str, ...]:
    found = value.get(key)
    if found is None:
        return ()
    if isinstance(found, str):
        found = [found]
    if not isinstance(found, list) or not all(isinstance(part, str) for part in found):
        raise ValueError(f"`{key}` is not a list of strings")
    _check_pairs(key, "".join(found))
    return tuple(part for part in found if part.strip())


def _blocks(value: JsonObject) -> tuple[Block, ...]:
    return tuple(Block(_of(BlockKind, row, "blocks"), _span(row, "blocks")) for row in _rows(value, "blocks"))


def _credits(value: JsonObject) -> tuple[Credit, ...]:
    found = []
    for row in _rows(value, "credits"):
        name = _string(row, "name")
        if name is None:
            raise ValueError("a credit of `credits` has no `name`")
        found.append(Credit(name, _of(CreditKind, row, "credits"), _span(row, "credits")))
    return tuple(found)


def _of[Kind: StrEnum](kinds: type[Kind], row: JsonObject, key: str) -> Kind:
    try:
        return kinds(str(row.get("kind")))
    except ValueError:
        raise ValueError(f"a `kind` of `{key}` is {row.get('kind')!r}, not one of {', '.join(kinds)}") from None


def _rows(value: JsonObject, key: str) -> list[JsonObject]:
    found = value.get(key) or []
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise ValueError(f"`{key}` is not a list of objects")
    return found


def _span(row: JsonObject, key: str) -> Span:
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int:  # JSON's true is an int of Python
        raise ValueError(f"`start` and `end` in `{key}` must be whole numbers")
    if not 0 <= start < end:
        raise ValueError(f"`{key}` holds the range [{start}, {end}), but 0 <= start < end must hold")
    return Span(start, end)


def _kind(value: object) -> str:
    """What JSON calls the kind of a value."""
    names = {dict: "object", list: "list", str: "string", bool: "truth value", int: "number", float: "number"}
    return names.get(type(value), "null")
