"""Quotation marks of every convention: where a quotation opens and closes, also across paragraphs.

Conventions read: “…” „…“ ‚…‘ «…» »…« ‹…› 「…」 『…』 "…" ''…'' ``…'' ‘…’ '…'. A paragraph that opens with a mark while
the quotation before it is unclosed continues that quotation (English, Spanish and French habit).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from synoptic.records.span import Span

_CLOSERS = {
    "“": '”“"',
    "„": "“”„",
    "‟": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "”": "”",
    '"': '"”',
    "''": "''",
    "``": "''",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "‛": "’",
}
_SINGLE = frozenset({"‘", "‚", "'", "‛"})
_OPENING_ONLY = frozenset("“„‟«‹「『‘‚‛") | {"``"}
_EITHER = frozenset({'"', "''", "'", "“"})
_CLOSING = {mark: ("''",) if closers == "''" else tuple(closers) for mark, closers in _CLOSERS.items()}
_MARKS = frozenset(_CLOSERS) | frozenset("".join(_CLOSERS.values()))
_MARK = re.compile("''|``|[" + re.escape("".join(sorted(mark for mark in _MARKS if len(mark) == 1))) + "]")
_LONGEST_CONTINUED = 12
"""Paragraphs that one quotation may run over; a bound on damage by a mark that was forgotten, not a measured value."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: one part a paragraph, marks included; `depth` counts the quotations around it.

    `mark` is the opening mark; `closed` is False where the closing mark is missing.
    """

    parts: tuple[Span, ...]
    mark: str
    depth: int = 0
    closed: bool = True

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Behind the last mark."""
        return self.parts[-1].end

    def inner(self, text: str) -> str:
        """The words without the marks, paragraphs joined by spaces."""
        strip = "".join(sorted(_MARKS)) + "` \n\t "
        return " ".join(part.of(text).strip(strip) for part in self.parts)


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    mark: str
    depth: int
    closed: bool


def is_quotation_mark(words: str) -> bool:
    """Whether a character (or pair of them, as TeX writes) opens or closes quotations in any language."""
    return words in _MARKS


def find_quotations(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations in `blocks` of `text`, in order of their first mark; blocks are taken as paragraphs.

    Several phenomena ask for those of one article in turn: the last few answers are kept.
    """
    return _quotations(text, tuple(blocks))


@lru_cache(maxsize=4)
def _quotations(text: str, blocks: tuple[Span, ...]) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    carried: Quotation | None = None
    for paragraph in paragraphs(text, blocks):
        pieces = _pieces(text, paragraph)
        first = 0
        if carried is not None:
            if pieces and pieces[0].span.start == paragraph.start and pieces[0].mark == carried.mark:
                first = 1
                joined = Quotation((*carried.parts, pieces[0].span), carried.mark, 0, pieces[0].closed)
                found.append(joined)
            else:
                found.append(carried)
            carried = None
        start = max(0, len(found) - 1)
        found += (Quotation((piece.span,), piece.mark, piece.depth, piece.closed) for piece in pieces[first:])
        last = max((q for q in found[start:] if q.depth == 0), key=lambda q: q.end, default=None)
        if last is not None and not last.closed and last.end >= paragraph.end and len(last.parts) < _LONGEST_CONTINUED:
            found.remove(last)
            carried = last
    if carried is not None:
        found.append(carried)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def paragraphs(text: str, blocks: Sequence[Span]) -> list[Span]:
    """The paragraphs of the blocks: pieces between line breaks, without the white space around them."""
    found = []
    for block in blocks:
        at = block.start
        for line in block.of(text).splitlines(keepends=True):
            if stripped := line.strip():
                start = at + len(line) - len(line.lstrip())
                found.append(Span(start, start + len(stripped)))
            at += len(line)
    return _rejoined(text, found)


def _rejoined(text: str, lines: list[Span]) -> list[Span]:
    """Lines that break inside a sentence (hard-wrapped text) are one paragraph: the next starts in lower case."""
    merged: list[Span] = []
    for line in lines:
        if merged and "\n\n" not in text[merged[-1].end : line.start] and text[line.start].islower():
            merged[-1] = Span(merged[-1].start, line.end)
        else:
            merged.append(line)
    return merged


def _pieces(text: str, paragraph: Span) -> list[_Piece]:
    stack: list[_Open] = []
    found: list[_Piece] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, after, mark = match.start(), match.end(), match.group()
        level = _closing_level(text, at, mark, stack, paragraph)
        if level is not None:
            opened = stack[level]
            del stack[level:]
            if after - opened.start > len(mark) + len(opened.mark):
                found.append(_Piece(Span(opened.start, after), opened.mark, len(stack), True))
        elif _opens(text, at, mark, paragraph, stack):
            if stack and stack[-1].mark == mark:
                stack.pop()
            stack.append(_Open(mark, at))
    if stack and stack[0].mark not in _SINGLE and paragraph.end - stack[0].start > 1:
        found = [piece for piece in found if piece.span.start < stack[0].start] + [
            _Piece(piece.span, piece.mark, max(1, piece.depth), piece.closed)
            for piece in found
            if piece.span.start > stack[0].start
        ]
        found.append(_Piece(Span(stack[0].start, paragraph.end), stack[0].mark, 0, False))
    return sorted(found, key=lambda piece: (piece.span.start, -piece.span.end))


def _closing_level(text: str, at: int, mark: str, stack: list[_Open], paragraph: Span) -> int | None:
    """Which open quotation a mark closes, or None."""
    for level in range(len(stack) - 1, -1, -1):
        opened = stack[level]
        if mark not in _CLOSING[opened.mark]:
            continue
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + len(mark)] if at + len(mark) < paragraph.end else " "
        if opened.mark in _SINGLE and (after.isalnum() or before.isspace()):
            continue
        if opened.mark in _SINGLE and before in "sS" and _closes_later(text, at + 1, _CLOSERS[opened.mark], paragraph):
            continue
        if mark in _EITHER and (before.isspace() or before in "(—") and after.isalnum():
            continue
        return level
    return None


def _closes_later(text: str, at: int, closers: str, paragraph: Span) -> bool:
    """Whether a surer end of a single-quoted stretch follows: a mark behind punctuation, before any new opening."""
    for place in range(at, min(paragraph.end, at + 200)):
        if text[place] in closers and text[place - 1] in ",.?!":
            return True
        if text[place] in "‘'" and text[place - 1].isspace():
            return False
    return False


def _opens(text: str, at: int, mark: str, paragraph: Span, stack: list[_Open]) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + len(mark)] if at + len(mark) < paragraph.end else " "
    free = not before.isalnum() and before not in ".,!?;"
    if mark in _OPENING_ONLY:
        return mark not in _SINGLE or (free and not after.isspace() and not after.isdigit())
    if mark in "»›”":
        return not stack and free and mark in text[at + 1 : paragraph.end].replace("«", "»").replace("‹", "›")
    if mark not in _CLOSERS:
        return False
    if mark == "'":
        return free and after.isalpha() and _single_closes(text, at + 1, paragraph)
    return free and (not after.isspace() or _straight_left(text, at, mark, paragraph))


def _single_closes(text: str, at: int, paragraph: Span) -> bool:
    for place in range(at + 1, paragraph.end):
        if text[place] == "'" and not text[place - 1].isspace():
            after = text[place + 1] if place + 1 < paragraph.end else " "
            if not after.isalnum():
                return True
    return False


def _straight_left(text: str, at: int, mark: str, paragraph: Span) -> bool:
    """A straight mark with white space on both sides opens where an odd number of its kind is left in the paragraph."""
    return text[at + len(mark) : paragraph.end].count(mark) % 2 == 1
