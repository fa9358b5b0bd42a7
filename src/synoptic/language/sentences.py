"""Sentence borders by rule, for any script: used where no model parses, and where parsing would cost too much.

Tables of abbreviations: `data/<language>/sentences.toml`; a language without one is read with the English one.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from synoptic.language.tables import language_table, primary_language
from synoptic.records.span import Span

_CLOSING = "\"'”’»›)\\]」』）"
_END = re.compile(
    rf"[.!?…]+[{_CLOSING}]*(?=\s+\S)"
    rf"|[。！？｡؟۔।॥]+[{_CLOSING}]*"
    r"|(?<=[^\W\d_A-Z]{3})[.!?](?=[A-ZÀ-ÖØ-Þ][^\W\d_A-Z])"  # a lost space: "the end.The next"
    r"|\n\s*\n"
)
_WORD_BEFORE = re.compile(r"(?:\d+|[^\W\d_]+(?:[.’'-][^\W\d_]+)*(?<!\s))$")
_NEXT = re.compile(r"\s*[\"'“‘«‹(\[¿¡„「『—–-]*\s*([^\W_]+)?")
_WINDOW = 40
"""Characters around a border that are looked at: longer than any abbreviation, and no more, so that a text of a million
characters costs what its length costs."""


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The table of a language: words (without their last full stop) behind which a sentence goes on."""

    never: frozenset[str]
    numbered: frozenset[str]
    seldom: frozenset[str]
    starters: frozenset[str]
    ordinals: bool


def split_sentences(text: str, language: str = "") -> list[Span]:
    """The sentences of `text` in order, without the white space between them.

    A full stop ends a sentence unless an abbreviation or an initial stands before it, or what follows starts with a
    lower-case letter. A blank line always ends one. `language` is BCP 47, or empty.
    """
    known = abbreviations(primary_language(language))
    borders = [0]
    for match in _END.finditer(text):
        if match.group().isspace() or _is_border(text, match, borders[-1], known):
            borders.append(match.end())
    borders.append(len(text))
    found = []
    for start, end in pairwise(borders):
        piece = text[start:end]
        if piece.strip():
            found.append(Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return found


@cache
def abbreviations(language: str) -> Abbreviations:
    """The table of a language, or the English one where it has none."""
    table = language_table(language, "sentences") or language_table("en", "sentences")
    return Abbreviations(
        frozenset(table["never"]),
        frozenset(table["numbered"]),
        frozenset(table["seldom"]),
        frozenset(table["starters"]),
        bool(table.get("ordinals")),
    )


def _is_border(text: str, match: re.Match[str], start: int, known: Abbreviations) -> bool:
    """Whether the sentence that began at `start` ends with this mark."""
    mark = match.group()
    if mark[0] in "。！？｡؟۔।॥":
        return True
    ahead = _NEXT.match(text, match.end(), match.end() + _WINDOW)
    following = (ahead.group(1) if ahead else None) or ""
    if following[:1].islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    behind = text[max(start, match.start() - _WINDOW) : match.start()]
    before = _WORD_BEFORE.search(behind)
    return before is None or _ends_after(before.group(), following, known, is_first=behind.strip() == before.group())


def _ends_after(word: str, following: str, known: Abbreviations, *, is_first: bool) -> bool:
    """Whether a full stop behind `word` (the first of its sentence or not) ends it, with `following` behind it."""
    low = word.casefold()
    starts = following.casefold() in known.starters
    if word.isdigit():
        return not (is_first or (known.ordinals and len(word) <= 2 and not starts))
    if not known.never.isdisjoint({low, word}):
        return False
    if low in known.numbered:
        return not following[:1].isdigit()
    is_initials = all(len(part) == 1 for part in low.split(".")) and (len(word) > 1 or word.isupper())
    if is_initials or not known.seldom.isdisjoint({low, word}):
        return starts and len(following) > 1
    return True
