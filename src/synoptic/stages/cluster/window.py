"""Window: the profiles of the last so many articles, in arrays; what leaves is overwritten by what comes."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.cluster.profiles import Profile

_FIRST = 64
_FIRST_TERMS = 4096
RINGS = ("days", "lacks", "leads", "titled", "languages", "rows", "starts", "sizes")


class Window:
    """Profiles by the number of their article; those from `first` to `end` are there, `size` at most.

    Scalars and the encoder's rows stand in rings (the place of article n is n modulo `size`), the terms and their
    shares of all articles one after the other; `telling` are the terms by which each is looked up, with weights.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.first = 0
        self.end = 0
        self.days = np.zeros(_FIRST)
        self.lacks = np.zeros(_FIRST)
        self.leads = np.zeros(_FIRST)
        self.titled = np.zeros(_FIRST, dtype=np.bool_)
        self.languages = np.zeros(_FIRST, dtype=np.int32)
        self.rows: NDArray[np.float32] = np.zeros((_FIRST, 0), dtype=np.float32)
        self.starts = np.zeros(_FIRST, dtype=np.int64)
        self.sizes = np.zeros(_FIRST, dtype=np.int64)
        self.terms = np.zeros(_FIRST_TERMS, dtype=np.int32)
        self.shares = np.zeros((4, _FIRST_TERMS), dtype=np.float32)
        self.telling: deque[tuple[NDArray[np.int32], NDArray[np.float32]]] = deque()
        self.filled = 0

    @property
    def full(self) -> bool:
        """Whether the oldest article must go before another can come."""
        return self.end - self.first == self.size

    def add(self, profile: Profile) -> None:
        """Take in the next article; the window must not be full."""
        place = self.end % self.size
        if place >= len(self.days):
            self._widen()
        if len(profile.dense) != self.rows.shape[1]:
            self.rows = np.zeros((len(self.days), len(profile.dense)), dtype=np.float32)
        self.days[place] = profile.day
        self.lacks[place] = profile.lack
        self.leads[place] = profile.lead
        self.titled[place] = profile.titled
        self.languages[place] = profile.language
        self.rows[place] = profile.dense
        self._append(place, profile)
        self.telling.append((profile.telling, profile.weights))
        self.end += 1

    def drop(self) -> tuple[int, NDArray[np.int32], NDArray[np.int32]]:
        """Let the oldest article go; gives its language, its terms, and those by which it was looked up."""
        place = self.first % self.size
        start = int(self.starts[place])
        self.first += 1
        telling, _ = self.telling.popleft()
        return int(self.languages[place]), self.terms[start : start + int(self.sizes[place])], telling

    def profile(self, number: int) -> Profile:
        """The profile of an article of the window (its arrays are views)."""
        place = number % self.size
        part = slice(int(self.starts[place]), int(self.starts[place] + self.sizes[place]))
        telling, weights = self.telling[number - self.first]
        return Profile(
            int(self.languages[place]),
            float(self.days[place]),
            float(self.lacks[place]),
            float(self.leads[place]),
            bool(self.titled[place]),
            self.terms[part],
            self.shares[:, part],
            telling,
            weights,
            self.rows[place],
        )

    def _append(self, place: int, profile: Profile) -> None:
        size = len(profile.terms)
        if self.filled + size > len(self.terms):
            self._make_room(size)
        self.starts[place], self.sizes[place] = self.filled, size
        self.terms[self.filled : self.filled + size] = profile.terms
        self.shares[:, self.filled : self.filled + size] = profile.shares
        self.filled += size

    def _make_room(self, size: int) -> None:
        """Move the terms of the articles that are still there to the front; double the room where they fill half."""
        oldest = int(self.starts[self.first % self.size]) if self.end > self.first else self.filled
        kept = self.filled - oldest
        room = max(_FIRST_TERMS, len(self.terms))
        while 2 * (kept + size) > room:
            room *= 2
        terms, shares = np.zeros(room, dtype=np.int32), np.zeros((4, room), dtype=np.float32)
        terms[:kept], shares[:, :kept] = self.terms[oldest : self.filled], self.shares[:, oldest : self.filled]
        self.terms, self.shares, self.filled = terms, shares, kept
        self.starts[np.arange(self.first, self.end) % self.size] -= oldest

    def _widen(self) -> None:
        for name in RINGS:
            old = getattr(self, name)
            setattr(self, name, np.concatenate([old, np.zeros_like(old)])[: self.size])
