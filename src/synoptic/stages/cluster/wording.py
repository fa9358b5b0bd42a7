"""Wording: an article as a row of numbered words, with what is not its own prose masked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import MAIN, Article
from synoptic.records.span import Span
from synoptic.stages.cluster.alphabet import APOSTROPHE, CHARACTER, DIGIT, LETTER, OTHER, POINT, Alphabet
from synoptic.stages.cluster.quotations import foreign

# Texts read at once: arrays of some 100,000 characters stay in the processor's cache.
BATCH = 48


@dataclass(frozen=True, slots=True)
class Words:
    """The words of several texts in one row, in order.

    `starts` and `ends` are offsets in the texts joined by one character; `numbers` are the same for the same word but
    for case; `lower` tells which begin with a letter that is no capital; the words of text k are
    `[borders[k], borders[k + 1])`.
    """

    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    numbers: NDArray[np.uint64]
    lower: NDArray[np.bool_]
    borders: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article's main text.

    Arrays of one length: `starts` and `ends` are offsets in the article's text, `words` the number of each word,
    `lower` whether it begins with a letter that is no capital, `own` whether it is the article's own prose: not in
    quotation marks and not in an embedded post.
    """

    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    words: NDArray[np.uint64]
    lower: NDArray[np.bool_]
    own: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.words)


def read_words(texts: Sequence[str], alphabet: Alphabet) -> Words:
    """The words of `texts`.

    A word is letters with apostrophes between them, digits with points between them, or a single character of a script
    without spaces.
    """
    joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.intp)
    kinds = np.zeros(len(codes) + 2, dtype=np.uint8)
    kinds[1:-1] = alphabet.kinds(codes)
    joints = np.flatnonzero(kinds >= APOSTROPHE)
    left, right = kinds[joints - 1], kinds[joints + 1]
    joined_kind = np.where(kinds[joints] == POINT, DIGIT, LETTER)
    kinds[joints] = np.where((left == right) & (left == joined_kind), left, OTHER)
    borders = kinds[1:] != kinds[:-1]
    alone, inside = kinds[1:-1] == CHARACTER, kinds[1:-1] != OTHER
    borders[:-1] |= alone
    borders[1:] |= alone
    starts, ends = np.flatnonzero(borders[:-1] & inside), np.flatnonzero(borders[1:] & inside) + 1
    lengths = np.fromiter((len(text) + 1 for text in texts), dtype=np.intp, count=len(texts))
    cuts = np.concatenate(([0], np.cumsum(lengths)))
    numbers = alphabet.numbers(codes, starts, ends)
    return Words(starts, ends, numbers, alphabet.small(codes[starts]), np.searchsorted(starts, cuts))


def read_wordings(articles: Sequence[Article], alphabet: Alphabet) -> list[Wording]:
    """The wordings of the articles' main texts; some dozens at once cost least."""
    blocks = [(article, block) for article in articles for block in article.spans_of(MAIN)]
    words = read_words([block.of(article.text) for article, block in blocks], alphabet)
    # Offsets in the joined blocks → offsets in each text.
    lengths = np.array([len(block) + 1 for _, block in blocks], dtype=np.intp)
    shifts = np.array([block.start for _, block in blocks], dtype=np.intp) - (np.cumsum(lengths) - lengths)
    moved = np.repeat(shifts, np.diff(words.borders))
    starts, ends = words.starts + moved, words.ends + moved
    found, first = [], 0
    for article in articles:
        spans = article.spans_of(MAIN)
        own = slice(words.borders[first], words.borders[first + len(spans)])
        first += len(spans)
        mine = _own(article.text, spans, starts[own], ends[own])
        found.append(Wording(starts[own], ends[own], words.numbers[own], words.lower[own], mine))
    return found


def _own(text: str, blocks: Sequence[Span], starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which words are neither quoted nor posted by someone else."""
    own = np.ones(len(starts), dtype=np.bool_)
    for block in blocks:
        for first, last in foreign(text, block.start, block.end):
            own[np.searchsorted(ends, first, side="right") : np.searchsorted(starts, last)] = False
    return own
