"""Fingerprints: the few 5-grams of each article by which candidates for reuse are found among all articles at once.

Winnowing (Schleimer, Wilkerson and Aiken 2003): of every four 5-grams in a row the one with the least hash is kept, so
that two articles with eight words in a row in common share a fingerprint for certain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import batched

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import Article
from synoptic.stages.cluster.alphabet import Alphabet
from synoptic.stages.cluster.furniture import distinct, find_furniture, outlet_of, printed
from synoptic.stages.cluster.partners import Pairs
from synoptic.stages.cluster.runs import SHORTEST, grams, whole
from synoptic.stages.cluster.wording import BATCH, read_words

# Up to so many articles with one fingerprint each two of them are a pair. In more it is a stock phrase, or a text that
# hundreds have printed: then an article is a pair with those that come next, where they share enough of such
# fingerprints (8 stand for some 20 words in a row; a stock phrase has two or three). Neither is tuned.
_MOST_ARTICLES = 200
_NEXT = 32
_CROWDED = 8
# Fingerprints of such crowds that are asked for how much two articles have in common, and pairs asked at once.
_ASKED = 1024
_AT_ONCE = 4096
# Articles that are held while their outlets' furniture is looked for; the articles of one outlet are held together.
_HELD = 4096
_OWNER_BITS = np.uint64(26)
_OWNER = np.uint64(2**26 - 1)
_WINDOW = 4
# In the place of a 5-gram that is none: at the end of a text, or in furniture.
NO_GRAM = np.uint64(2**64 - 1)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of articles (by number, in order) that share a fingerprint.

    `furniture` has for each outlet the hashes of the 5-grams that are furniture of its pages, sorted.
    """

    pairs: Pairs
    furniture: dict[str, NDArray[np.uint64]]


def find_candidates(articles: Sequence[Article], alphabet: Alphabet) -> Candidates:
    """The pairs of articles that may have prose or quotations in common, by an inverted index of fingerprints."""
    packed: list[NDArray[np.uint64]] = []
    furniture: dict[str, NDArray[np.uint64]] = {}
    for held in _held(articles):
        hashes, lengths = _read([articles[number] for _, group in held for number in group], alphabet)
        ends, first = np.concatenate(([0], np.cumsum(lengths))), 0
        for outlet, group in held:
            last = first + len(group)
            own, sizes = hashes[ends[first] : ends[last]], lengths[first:last]
            if outlet and len(group) > 1:
                found = find_furniture([articles[number] for number in group], own, sizes)
                if len(found):
                    furniture[outlet] = found
                    own[: len(own) - SHORTEST + 1][~whole(printed(own, sizes, found))] = NO_GRAM
            packed.append(_winnowed(own, np.repeat(np.array(group, dtype=np.uint64), sizes)))
            first = last
    return Candidates(_pairs(np.concatenate(packed or [np.zeros(0, dtype=np.uint64)])), furniture)


def _held(articles: Sequence[Article]) -> Iterator[list[tuple[str, list[int]]]]:
    """The articles' numbers by outlet, some thousands at a time."""
    by_outlet: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        by_outlet.setdefault(outlet_of(article), []).append(number)
    held: list[tuple[str, list[int]]] = []
    size = 0
    for outlet, numbers in by_outlet.items():
        for part in batched(numbers, len(numbers) if outlet else _HELD):
            held.append((outlet, list(part)))
            size += len(part)
            if size >= _HELD:
                yield held
                held, size = [], 0
    if held:
        yield held


def _read(articles: Sequence[Article], alphabet: Alphabet) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """The 5-gram that begins at each word of the articles (`NO_GRAM` at their last four), and their counts of words."""
    hashes, lengths = [], []
    for part in batched(articles, BATCH):
        words = read_words([article.main_text for article in part], alphabet)
        lengths.append(np.diff(words.borders))
        hashes.append(padded(words.numbers, lengths[-1]))
    return np.concatenate(hashes), np.concatenate(lengths)


def padded(words: NDArray[np.uint64], lengths: NDArray[np.intp]) -> NDArray[np.uint64]:
    """The 5-gram that begins at each word of texts in a row, `NO_GRAM` where a text ends before its fifth word."""
    hashes = np.full(len(words), NO_GRAM, dtype=np.uint64)
    found = grams(words)
    hashes[: len(found)] = found
    ends = np.cumsum(lengths)
    for back in range(1, SHORTEST):
        hashes[ends[ends >= back] - back] = NO_GRAM
    return hashes


def _winnowed(hashes: NDArray[np.uint64], owners: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The fingerprints: 38 bits of the hash, then 26 bits for the number of the article."""
    around = np.concatenate((np.full(_WINDOW - 1, NO_GRAM), hashes, np.full(_WINDOW - 1, NO_GRAM)))
    least = around[: len(around) - _WINDOW + 1].copy()
    for shift in range(1, _WINDOW):
        np.minimum(least, around[shift : shift + len(least)], out=least)
    chosen = np.zeros(len(hashes), dtype=np.bool_)
    for shift in range(_WINDOW):
        chosen |= least[shift : shift + len(hashes)] == hashes
    chosen &= hashes != NO_GRAM
    return (hashes[chosen] & ~_OWNER) | owners[chosen]


def _pairs(packed: NDArray[np.uint64]) -> Pairs:
    """The pairs of articles with a common fingerprint, each once, in order."""
    packed = distinct(packed)
    hashes, owners = packed & ~_OWNER, packed & _OWNER
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))[: len(hashes)]
    sizes = np.diff(np.concatenate((starts, [len(hashes)])))
    holders = np.repeat(sizes, sizes)
    crowded = holders > _MOST_ARTICLES
    few = _counted(hashes, owners, np.flatnonzero((holders > 1) & ~crowded), _MOST_ARTICLES - 1)
    often = np.bincount(owners[crowded].astype(np.intp), minlength=1) >= _CROWDED
    crowd = crowded & often[np.minimum(owners, np.uint64(len(often) - 1)).astype(np.intp)]
    near, times = _counted(hashes[crowd], owners[crowd], np.arange(crowd.sum()), _NEXT)
    near = near[times >= _CROWDED]
    pairs, shared = _summed([few, (near, np.zeros(len(near), dtype=np.intp))])
    first, second = (pairs >> np.uint64(32)).astype(np.intp), (pairs & np.uint64(2**32 - 1)).astype(np.intp)
    return Pairs(first, second, shared + _in_crowd(first, second, hashes[crowd], owners[crowd].astype(np.intp)))


def _in_crowd(
    first: NDArray[np.intp], second: NDArray[np.intp], hashes: NDArray[np.uint64], owners: NDArray[np.intp]
) -> NDArray[np.intp]:
    """How many of the crowded fingerprints (with their owners) each pair has in common."""
    found = np.zeros(len(first), dtype=np.intp)
    listed = distinct(hashes)[:_ASKED]
    if not len(listed):
        return found
    asked = hashes <= listed[-1]
    rows, row_of = np.unique(owners[asked], return_inverse=True)
    columns = np.searchsorted(listed, hashes[asked])
    bits = np.zeros((len(rows) + 1, _ASKED // 8), dtype=np.uint8)
    np.bitwise_or.at(bits, (row_of, columns // 8), np.left_shift(1, columns % 8).astype(np.uint8))
    places = np.full(max(int(owners.max()), int(second.max(initial=0))) + 1, len(rows))
    places[rows] = np.arange(len(rows))
    for start in range(0, len(first), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        both = bits[places[first[part]]] & bits[places[second[part]]]
        found[part] = np.bitwise_count(both).sum(axis=1)
    return found


type _Counts = tuple[NDArray[np.uint64], NDArray[np.intp]]
"""Pairs of articles, packed into one number and sorted, and how many fingerprints each has in common."""


def _counted(hashes: NDArray[np.uint64], owners: NDArray[np.uint64], ahead: NDArray[np.intp], steps: int) -> _Counts:
    """The pairs of each of the places `ahead` with at most so many of the places behind it that have its hash."""
    found = []
    for step in range(1, steps + 1):
        ahead = ahead[ahead + step < len(hashes)]
        ahead = ahead[hashes[ahead] == hashes[ahead + step]]
        if not len(ahead):
            break
        pairs = owners[ahead] << np.uint64(32) | owners[ahead + step]
        found.append(_summed([(pairs, np.ones(len(pairs), dtype=np.intp))]))
    return _summed(found)


def _summed(parts: Sequence[_Counts]) -> _Counts:
    """Each pair once, with the sum of its counts."""
    pairs = np.concatenate([part[0] for part in parts] or [np.zeros(0, dtype=np.uint64)])
    counts = np.concatenate([part[1] for part in parts] or [np.zeros(0, dtype=np.intp)])
    order = np.argsort(pairs)
    pairs = pairs[order]
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))[: len(pairs)]
    return pairs[starts], np.add.reduceat(counts[order], starts) if len(starts) else counts
