"""Small pieces of English that the brief is put together from: lists, counts, sentences."""

import re
from collections.abc import Sequence

_QUOTATION = re.compile(r"“([^“”]+)”|«([^«»]+)»|\"([^\"]+)\"")
_CLOSED = re.compile(r"[.!?…][”’»\"']*$")
_TRAILING = re.compile(r"(?:[\s,;]+[’'\"]?|,)$")
_DOUBLES, _SINGLES = '“”„«»"', "‘’'"
_STRAIGHT = re.compile(r'"([^"]*)"')
_CROWD, _NAMED = 12, 5
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

RESTING = ", which rest on one origin,"
"""Behind outlets that are named together and count as one account."""


def count_in_words(number: int) -> str:
    """The number as a word ("three"), in figures from thirteen on."""
    return _COUNTS[number] if number < len(_COUNTS) else f"{number:,}"


def plural(number: int, noun: str) -> str:
    """The number with its noun: "one origin", "three origins"."""
    return f"{count_in_words(number)} {noun}" + ("" if number == 1 else "s")


def listed(names: Sequence[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"; of a crowd the first ones: "A, B, C, D, E and 14 others"."""
    if len(names) > _CROWD:
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED:,} others"
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def capitalised(text: str) -> str:
    """The text with its first letter in upper case; an address ("gazette.example") stays as it is."""
    first = text.split(" ", 1)[0]
    return text if "." in first[:-1] and first.isascii() else text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """The text as a sentence: capital letter first, a full stop at the end, also inside a closing quotation mark."""
    text = capitalised(text.strip())
    if _CLOSED.search(text):
        return text
    return text + "."


def quoted(text: str) -> str:
    """The text in quotation marks; marks inside become single."""
    return f"“{_single(bare(text))}”"


def bare(text: str) -> str:
    """Printed speech without the marks around it, marks left open, and commas at its ends."""
    inner, before = tidy(text), ""
    while inner != before:
        before = inner
        inner = _TRAILING.sub("", inner.strip().lstrip(",;")).strip()
        for family in (_DOUBLES, _SINGLES):
            inner = _without_marks(inner, family)
    return inner


def _without_marks(text: str, family: str) -> str:
    """The text without the marks of a family around the whole, and without a mark at an end that has no partner."""
    number = len(re.findall(rf"(?<!\w)[{family}]|[{family}](?!\w)", text))
    first, last = text[:1] in family, text[1:][-1:] in family
    if text[1:] and first and last and number == 2:
        return text[1:-1]
    if number % 2 and first:
        return text[1:]
    return text[:-1] if text[1:] and number % 2 and last else text


def tidy(text: str) -> str:
    """The text without blanks inside its straight quotation marks."""
    return _STRAIGHT.sub(lambda found: f'"{found[1].strip()}"', text)


def quotations(text: str) -> list[str]:
    """What stands in quotation marks in a text."""
    return [next(part for part in match if part) for match in _QUOTATION.findall(text)]


def _single(text: str) -> str:
    text = text.replace("“", "‘").replace("”", "’")
    return _STRAIGHT.sub(r"‘\1’", text).replace('"', "’")
