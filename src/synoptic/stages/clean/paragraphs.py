"""Paragraphs: where they begin and end in text that was scraped, wrapped or squeezed into one line."""

import re
from dataclasses import dataclass
from itertools import pairwise

from synoptic.language.sentences import split_sentences
from synoptic.records.span import Span
from synoptic.stages.clean.shape import ends_sentence

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_MARK = re.compile(r"(?:\\r)?(?:\\n)+")
"""The two characters `\\` and `n`, which some collections leave where a line ended."""
_WIDEST_WRAP = 130
"""Characters: text wrapped by hand or by a mail program has lines of 60 to 80, in some editors of up to 120."""
_LONGEST = 8000
"""Characters of a paragraph above which it is cut at sentence ends, so that no model meets a megabyte at once. Of the
paragraphs of 1349 news articles (quotes, stories, claims) one is longer; the next has 5155."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without the white space around it; `gap` says whether a blank line stands before it."""

    span: Span
    text: str
    gap: bool = True

    def part(self, start: int, end: int | None = None) -> "Paragraph | None":
        """The paragraph from `start` to `end` (offsets in it), or None where that is white space."""
        piece = self.text[start:end]
        bare = piece.strip()
        if not bare:
            return None
        first = self.span.start + start + len(piece) - len(piece.lstrip())
        return Paragraph(Span(first, first + len(bare)), bare, self.gap)


def find_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in order; with the white space between them they are all of it."""
    lines = _lines(text)
    width = _wrap_width(lines)
    joined: list[Paragraph] = []
    for line in lines:
        if joined and not line.gap and _continues(joined[-1].text, line.text, width):
            span = Span(joined[-1].span.start, line.span.end)
            joined[-1] = Paragraph(span, span.of(text), joined[-1].gap)
        else:
            joined.append(line)
    return [part for paragraph in joined for part in _cut(paragraph)]


def _lines(text: str) -> list[Paragraph]:
    """The lines that hold more than white space; literal marks of a line's end are lines of their own."""
    found: list[Paragraph] = []
    end = 0
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        gap = not found or text.count("\n", end, match.start()) > 1
        for start, stop in _between_marks(match.group()):
            piece = Paragraph(Span(match.start() + start, match.start() + stop), match.group()[start:stop], gap)
            if bare := piece.part(0):
                found.append(bare)
        end = match.end()
    return found


def is_mark(line: str) -> bool:
    """Whether a line is nothing but literal marks of a line's end."""
    return _MARK.fullmatch(line) is not None


def _between_marks(line: str) -> list[tuple[int, int]]:
    """A line cut before and behind its literal marks; a single mark may be a path, and parts nothing."""
    marks = list(_MARK.finditer(line))
    if len(marks) < 2:
        return [(0, len(line))]
    borders = [0, *(border for mark in marks for border in mark.span()), len(line)]
    return [(start, end) for start, end in pairwise(borders) if end > start]


def _wrap_width(lines: list[Paragraph]) -> int:
    """The width at which the text is wrapped, or 0 where its lines are paragraphs.

    In wrapped text nearly every line is so full that the first word of the next would not have fitted, and most lines
    do not end with their sentence.
    """
    inner = [(before, after) for before, after in pairwise(lines) if not after.gap]
    width = max((len(line.text) for line in lines), default=0)
    if len(inner) < 3 or width > _WIDEST_WRAP:
        return 0
    if sum(ends_sentence(before.text) for before, _ in inner) > 0.5 * len(inner):
        return 0
    full = sum(len(before.text) + 1 + len(after.text.split()[0]) > width for before, after in inner)
    return width if full >= 0.7 * len(inner) else 0


def _continues(before: str, after: str, width: int) -> bool:
    """Whether a line goes on in the next, within one paragraph."""
    if is_mark(before) or is_mark(after):
        return False
    if width and len(before) + 1 + len(after.split()[0]) > width:
        return True
    return after[0].islower() and before[-1] not in '.!?:;…"”»' and len(before) <= _WIDEST_WRAP and "://" not in after


def _cut(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph, or where it is too long its parts at ends of sentences (of words, of anything)."""
    if len(paragraph.text) <= _LONGEST:
        return [paragraph]
    borders, start = [0], 0
    for sentence in split_sentences(paragraph.text):
        if sentence.end - start > _LONGEST and sentence.start > start:
            borders.append(start := sentence.start)
        while sentence.end - start > _LONGEST:
            space = paragraph.text.rfind(" ", start + 1, start + _LONGEST)
            borders.append(start := space + 1 if space > start else start + _LONGEST)
    borders.append(len(paragraph.text))
    return [part for first, last in pairwise(borders) if (part := paragraph.part(first, last))]
