"""Wording: an article as a row of numbered words, with what is not its own prose masked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import MAIN, Article

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
# Scripts without spaces: single characters count as words, so that runs can be found at all.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", '"': '"', "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}|\bpic\.twitter\.com/|\bt\.co/")
_SIGNATURE = re.compile(r"^\s*[—–-]\s*.{0,60}\(@\w+\)")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article's main text.

    Arrays of one length: `starts` and `ends` are offsets in the article's text, `words` the number of each word form
    (case folded), `lower` whether it begins with a small letter, `own` whether it is the article's own prose: not in
    quotation marks and not in an embedded post.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    words: NDArray[np.int64]
    lower: NDArray[np.bool_]
    own: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.words)


class Lexicon:
    """Numbers for words, the same number for the same word form in every article of a collection."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a word form."""
        return self._numbers.setdefault(word.casefold().replace("’", "'"), len(self._numbers))

    def forms(self) -> Sequence[str]:
        """All word forms, the one with number 0 first."""
        return tuple(self._numbers)


def read_wording(article: Article, lexicon: Lexicon) -> Wording:
    """The wording of `article`'s main text."""
    text = article.text
    spans: list[tuple[int, int]] = []
    own: list[bool] = []
    for block in article.spans_of(MAIN):
        masked = _masked(text, block.start, block.end)
        at = 0
        for start, end in _words(text, block.start, block.end):
            while at < len(masked) and masked[at][1] <= start:
                at += 1
            spans.append((start, end))
            own.append(not (at < len(masked) and masked[at][0] < end))
    return Wording(
        np.array([start for start, _ in spans], dtype=np.int64),
        np.array([end for _, end in spans], dtype=np.int64),
        np.array([lexicon.number(text[start:end]) for start, end in spans], dtype=np.int64),
        np.array([text[start].islower() for start, _ in spans], dtype=np.bool_),
        np.array(own, dtype=np.bool_),
    )


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of `text[start:end]`."""
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        if match.group().isascii() or not _UNSPACED.search(match.group()):
            found.append((first, last))
        else:
            found.extend((at, at + 1) for at in range(first, last))
    return found


def _masked(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What of `text[start:end]` is quoted or posted by someone else: disjoint ranges in order."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text, start, end) if match.group().strip()]
    posts = [bool(_HANDLE.search(text, *span)) for span in paragraphs]
    for number, (first, last) in enumerate(paragraphs):
        # A post's signature stands in a paragraph of its own below the words that were posted.
        if number and _SIGNATURE.match(text[first:last]):
            posts[number - 1] = True
    masked: list[tuple[int, int]] = []
    for span, post in zip(paragraphs, posts, strict=True):
        masked.extend([span] if post else quoted(text, *span))
    return masked


def quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of one paragraph with their marks; an unclosed one goes to the paragraph's end."""
    found: list[tuple[int, int]] = []
    at = start
    while at < end:
        if text[at] in _CLOSING and _opens(text, at, start):
            close = _close(text, at, end)
            if close is not None:
                found.append((at, close))
                at = close
                continue
        at += 1
    return found


def _opens(text: str, at: int, start: int) -> bool:
    """Whether the mark at `at` can open a quotation: nothing that ends a word stands before it."""
    before = text[at - 1] if at > start else " "
    return not (before.isalnum() or before in ".,!?;:")


def _close(text: str, at: int, end: int) -> int | None:
    """Where the quotation that opens at `at` ends; None where a straight single mark is an apostrophe."""
    mark = text[at]
    for place in range(at + 1, end):
        if text[place] in _CLOSING[mark]:
            after = text[place + 1] if place + 1 < end else " "
            if mark not in _SINGLE or not (after.isalnum() or text[place - 1].isspace()):
                return place + 1
    return None if mark == "'" else end
