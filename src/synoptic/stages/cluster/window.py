"""Window: the profiles of the last so many articles, in arrays; what leaves is overwritten by what comes."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.cluster.profiles import Profile

_FIRST = 64
_FIRST_TERMS = 4096
RINGS = ("facts", "places", "rows")


class Window:
    """Profiles by the number of their article; those from `first` to `end` are there, `size` at most.

    In rings (the place of article n is n modulo `size`) stand `facts`: day, lack, lead, whether titled; `places`: where
    its terms start, how many they are, its language; and the encoder's `rows`. The terms and their shares (four a term)
    of all articles stand one after the other; `telling` are the terms by which each is looked up, with weights.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.first = 0
        self.end = 0
        self.facts = np.zeros((_FIRST, 4))
        self.places = np.zeros((_FIRST, 3), dtype=np.int64)
        self.rows: NDArray[np.float32] = np.zeros((_FIRST, 0), dtype=np.float32)
        self.terms = np.zeros(_FIRST_TERMS, dtype=np.int32)
        self.shares = np.zeros((_FIRST_TERMS, 4), dtype=np.float32)
        self.telling: deque[tuple[NDArray[np.int32], NDArray[np.float32]]] = deque()
        self.filled = 0

    @property
    def full(self) -> bool:
        """Whether the oldest article must go before another can come."""
        return self.end - self.first == self.size

    def add(self, profile: Profile) -> None:
        """Take in the next article; the window must not be full."""
        place = self.end % self.size
        if place >= len(self.facts):
            self._widen()
        if len(profile.dense) != self.rows.shape[1]:
            self.rows = np.zeros((len(self.facts), len(profile.dense)), dtype=np.float32)
        self.facts[place] = profile.day, profile.lack, profile.lead, profile.titled
        if self.rows.shape[1]:
            self.rows[place] = profile.dense
        self._append(place, profile)
        self.telling.append((profile.telling, profile.weights))
        self.end += 1

    def drop(self) -> tuple[int, NDArray[np.int32], NDArray[np.int32]]:
        """Let the oldest article go; gives its language, its terms, and those by which it was looked up."""
        start, size, language = self.places[self.first % self.size].tolist()
        self.first += 1
        telling, _ = self.telling.popleft()
        return language, self.terms[start : start + size], telling

    def profile(self, number: int) -> Profile:
        """The profile of an article of the window (its arrays are views)."""
        place = number % self.size
        start, size, language = self.places[place].tolist()
        day, lack, lead, titled = self.facts[place].tolist()
        telling, weights = self.telling[number - self.first]
        part = slice(start, start + size)
        terms, shares = self.terms[part], self.shares[part]
        return Profile(language, day, lack, lead, bool(titled), terms, shares, telling, weights, self.rows[place])

    def _append(self, place: int, profile: Profile) -> None:
        size = len(profile.terms)
        if self.filled + size > len(self.terms):
            self._make_room(size)
        self.places[place] = self.filled, size, profile.language
        self.terms[self.filled : self.filled + size] = profile.terms
        self.shares[self.filled : self.filled + size] = profile.shares
        self.filled += size

    def _make_room(self, size: int) -> None:
        """Move the terms of the articles that are still there to the front; double the room where they fill half."""
        oldest = int(self.places[self.first % self.size, 0]) if self.end > self.first else self.filled
        kept = self.filled - oldest
        room = max(_FIRST_TERMS, len(self.terms))
        while 2 * (kept + size) > room:
            room *= 2
        terms, shares = np.zeros(room, dtype=np.int32), np.zeros((room, 4), dtype=np.float32)
        terms[:kept], shares[:kept] = self.terms[oldest : self.filled], self.shares[oldest : self.filled]
        self.terms, self.shares, self.filled = terms, shares, kept
        self.places[np.arange(self.first, self.end) % self.size, 0] -= oldest

    def _widen(self) -> None:
        for name in RINGS:
            old = getattr(self, name)
            setattr(self, name, np.concatenate([old, np.zeros_like(old)])[: self.size])
