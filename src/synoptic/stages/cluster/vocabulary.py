"""Vocabulary: terms as numbers, and how telling each is among the articles of the window.

A term gets a number when it first comes and loses it some time after the last article that uses it has left, so that
memory follows the window. How many articles use a term is counted language by language, on top of the background table
of the language.
"""

import math
from collections.abc import Mapping
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synoptic.language.tables import primary_language
from synoptic.language.terms import BACKGROUND_SIZE, UNKNOWN_SHARE, background, terms

# Stretches between white space whose terms are remembered; bounds memory, changes no answer.
_REMEMBERED = 200_000


class _Stretches(dict[str, tuple[int, ...]]):
    """The numbers of the terms of each stretch between white space that came, as long as all are in use."""

    def __init__(self, vocabulary: "Vocabulary") -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, stretch: str) -> tuple[int, ...]:
        numbers = tuple([self._vocabulary.number(term) for term in terms(stretch)])
        if len(self) < _REMEMBERED:
            self[stretch] = numbers
        return numbers

    def forget(self, free: set[int]) -> None:
        """Leave out the stretches with a term whose number was freed; all, where that would leave many."""
        kept = {stretch: numbers for stretch, numbers in self.items() if free.isdisjoint(numbers)}
        self.clear()
        if len(kept) < _REMEMBERED // 2:
            self.update(kept)


class _Counts:
    """One language: the background share of each term, and how many articles of the window use it."""

    def __init__(self, language: str, capacity: int) -> None:
        self.table = background(language)
        self.expected = np.full(capacity, BACKGROUND_SIZE * UNKNOWN_SHARE, dtype=np.float32)
        self.seen = np.zeros(capacity, dtype=np.int32)
        self.articles = 0

    def grow(self, capacity: int) -> None:
        more = capacity - len(self.seen)
        self.expected = np.concatenate([self.expected, np.full(more, BACKGROUND_SIZE * UNKNOWN_SHARE, np.float32)])
        self.seen = np.concatenate([self.seen, np.zeros(more, dtype=np.int32)])

    def name(self, number: int, term: str) -> None:
        self.expected[number] = BACKGROUND_SIZE * self.table.get(term, UNKNOWN_SHARE)


class Vocabulary:
    """The terms of the articles of a window; numbers are smaller than `capacity`."""

    def __init__(self) -> None:
        self.capacity = 4096
        self.terms: list[str | None] = []
        self.free: list[int] = []
        self._languages: dict[str, int] = {}
        self._counts: list[_Counts] = []
        self._first = np.zeros(0, dtype=np.int64)
        self._numbers: dict[str, int] = {}
        self._stretches = _Stretches(self)

    def read(self, text: str) -> list[int]:
        """The numbers of the terms of `text` in their order, with repetitions. No term spans white space."""
        return list(chain.from_iterable(map(self._stretches.__getitem__, text.split())))

    def number(self, term: str) -> int:
        """The number of a term; a new one where it has none."""
        number = self._numbers.get(term)
        if number is None:
            if self.free:
                number = self.free.pop()
                self.terms[number] = term
            else:
                number = len(self.terms)
                self.terms.append(term)
                if number >= self.capacity:
                    self._grow()
            self._numbers[term] = number
            for counts in self._counts:
                counts.name(number, term)
        return number

    def distinct(self, numbers: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The distinct numbers in order of their first place, and for each number which of them it is."""
        if len(self._first) < self.capacity:
            self._first = np.zeros(self.capacity, dtype=np.int64)
        order = np.arange(len(numbers))
        self._first[numbers[::-1]] = order[::-1]  # the last to be written is the first place
        first = self._first.take(numbers)
        new = first == order
        return numbers[new], (new.cumsum() - 1).take(first)

    def learn(self, language: int, used: NDArray[np.int32]) -> NDArray[np.float64]:
        """Count one more article, which uses the distinct terms `used`; gives their inverse document frequencies.

        They are about 0 for terms of every article, 6 or more for those hardly used.
        """
        counts = self._counts[language]
        counts.articles += 1
        counts.seen[used] += 1
        known = counts.expected.take(used) + counts.seen.take(used)
        found: NDArray[np.float64] = math.log(BACKGROUND_SIZE + counts.articles + 1.0) - np.log(known + 0.5)
        return np.maximum(found, 0.0, out=found)

    def forget(self, language: int, used: NDArray[np.int32]) -> None:
        """Take an article that left the window out of the counts."""
        counts = self._counts[language]
        counts.articles -= 1
        counts.seen[used] -= 1

    def sweep(self) -> None:
        """Free the numbers of terms that no article of the window uses."""
        used = np.zeros(self.capacity, dtype=np.bool_)
        for counts in self._counts:
            used |= counts.seen > 0
        for number in np.flatnonzero(~used[: len(self.terms)]).tolist():
            term = self.terms[number]
            if term is not None:
                del self._numbers[term]
                self.terms[number] = None
                self.free.append(number)
        self._stretches.forget(set(self.free))

    @property
    def languages(self) -> int:
        """How many languages came so far."""
        return len(self._counts)

    def language(self, code: str) -> int:
        """The number of a language by its BCP 47 code; regions count as one."""
        base = primary_language(code)
        found = self._languages.get(base)
        if found is None:
            found = self._languages[base] = len(self._counts)
            counts = _Counts(base, self.capacity)
            self._counts.append(counts)
            for number, term in enumerate(self.terms):
                if term is not None:
                    counts.name(number, term)
        return found

    def _grow(self) -> None:
        self.capacity *= 2
        for counts in self._counts:
            counts.grow(self.capacity)

    def header(self) -> dict[str, list[object]]:
        """What a saved state keeps beside `seen`: terms by number, free numbers, languages, articles of each."""
        return {
            "terms": list(self.terms),
            "free": list(self.free),
            "languages": list(self._languages),
            "articles": [counts.articles for counts in self._counts],
        }

    def seen(self) -> list[NDArray[np.int32]]:
        """How many articles of each language use each term."""
        return [counts.seen[: len(self.terms)] for counts in self._counts]

    def restore(self, header: dict[str, list[Any]], arrays: Mapping[str, NDArray[np.int32]]) -> None:
        """Take over what `header` and `seen` (as `seen_0` and so on) gave; this vocabulary must be empty."""
        self.terms, self.free = header["terms"], header["free"]
        self._numbers = {term: number for number, term in enumerate(self.terms) if term is not None}
        while self.capacity < len(self.terms) + 1:
            self.capacity *= 2
        for language, articles in zip(header["languages"], header["articles"], strict=True):
            counts = self._counts[self.language(language)]
            counts.articles = articles
            counts.seen[: len(self.terms)] = arrays[f"seen_{self.language(language)}"]
