"""Furniture: words that an outlet prints on page after page (appeals, boxes, notices), which are no reuse."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synoptic.language.direction import day_of
from synoptic.records.article import Article
from synoptic.stages.cluster.runs import SHORTEST

# Days on which one outlet must print a 5-gram before it counts as furniture of its pages.
_DAYS = 3
_DAY_BITS = np.uint64(14)
# An article with a greater share of "furniture" is one text printed again and again, which is reuse indeed.
_MOST = 0.8


def outlet_of(article: Article) -> str:
    """The outlet whose pages an article shares; empty where it is not known."""
    return (article.outlet or "").strip().casefold()


def find_furniture(
    articles: Sequence[Article], hashes: NDArray[np.uint64], lengths: NDArray[np.intp]
) -> NDArray[np.uint64]:
    """The hashes of the 5-grams that one outlet prints on three days or more, sorted, without their last 14 bits.

    `hashes` holds the 5-grams of all its `articles`, `lengths` how many each has. Undated articles tell nothing.
    """
    days = [day_of(article.published) for article in articles]
    known = sorted({int(day) for day in days if day is not None})
    if len(known) < _DAYS:
        return np.zeros(0, dtype=np.uint64)
    places = {day: np.uint64(place) for place, day in enumerate(known[: 2 ** int(_DAY_BITS)])}
    dated = np.array([day is not None and int(day) in places for day in days])
    numbers = np.array([places.get(int(day or 0), np.uint64(0)) for day in days], dtype=np.uint64)
    packed = (hashes >> _DAY_BITS << _DAY_BITS) | np.repeat(numbers, lengths)
    grams = distinct(packed[np.repeat(dated, lengths)]) >> _DAY_BITS
    return distinct(grams[: -_DAYS + 1][grams[: -_DAYS + 1] == grams[_DAYS - 1 :]])


def distinct(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The distinct values, sorted; `np.unique` of NumPy 2.5 goes through a hash table, several times slower."""
    ordered = np.sort(values)
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def printed(hashes: NDArray[np.uint64], lengths: NDArray[np.intp], furniture: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which words of an outlet's articles are no furniture; `hashes` has a 5-gram for each word, `lengths` words."""
    begins = _is_furniture(hashes, furniture)
    masked = begins.copy()
    for shift in range(1, SHORTEST):
        masked[shift:] |= begins[:-shift]
    counts = np.concatenate(([0], np.cumsum(masked)))
    ends = np.cumsum(lengths)
    reprinted = counts[ends] - counts[ends - lengths] > _MOST * lengths
    return np.asarray(~masked | np.repeat(reprinted, lengths))


def _is_furniture(hashes: NDArray[np.uint64], furniture: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which 5-grams are furniture."""
    if not len(furniture):
        return np.zeros(len(hashes), dtype=np.bool_)
    short = hashes >> _DAY_BITS
    places = np.minimum(np.searchsorted(furniture, short), len(furniture) - 1)
    return np.asarray(furniture[places] == short)
