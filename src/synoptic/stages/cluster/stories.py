"""Stories: articles are placed one by one, in the order in which they arrive, and a few are moved on a second look."""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.cluster.profiles import Profile
from synoptic.stages.cluster.scale import Scale, logistic
from synoptic.stages.cluster.signals import Signals, compare

# Articles that can still be joined; older ones leave memory. Chosen for memory (some 100 MB), not measured.
WINDOW = 20_000
# Nearest articles by TF-IDF, and as many by the encoder, whose stories are looked at. B³ F1 on stories: 5 → .948,
# 10 → .954, 20 → .954.
NEAREST = 10
# Terms an article is looked up by, the most telling ones.
LOOKED_UP = 40
# Members of a story that a newcomer is compared with: the latest ones.
ASKED = 24
# Stories whose members are looked at again after an arrival (the prototype used 3).
SECOND_LOOK = 5


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an article fits a story: the probability at the mean log odds over its members, and the nearest one."""

    story: int
    score: float
    nearest: int


class Stream:
    """Stories that grow article by article. Articles and stories are numbered from 0 in order of arrival."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._profiles: dict[int, Profile] = {}
        self._arrived = 0
        self._postings: dict[str, deque[tuple[int, float]]] = {}
        self._dense: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self._pairs: dict[int, dict[int, float]] = {}
        self._members: dict[int, list[int]] = {}
        self.story_of: list[int] = []
        self.fits: list[Fit | None] = []
        self.moved_from: dict[int, int] = {}
        self._stories = 0

    def add(self, profile: Profile) -> None:
        """Place the next article, then look again at the members of the stories nearest to it."""
        number = self._arrived
        near = self._nearest(profile)
        self._remember(number, profile)
        stories = sorted({self.story_of[other] for other in near})
        fits = sorted((self._fit(number, story) for story in stories), key=lambda fit: (-fit.score, fit.story))
        best = fits[0] if fits and fits[0].score >= self._scale.join else None
        self.story_of.append(best.story if best else self._open())
        self.fits.append(best if best else (fits[0] if fits else None))
        self._members[self.story_of[number]].append(number)
        self._look_again({self.story_of[number], *(fit.story for fit in fits[:SECOND_LOOK])})

    def signals(self, one: int, other: int) -> Signals:
        """The signals between two articles of the window."""
        return compare(self._profiles[one], self._profiles[other])

    def known(self, number: int) -> bool:
        """Whether the article is still in the window."""
        return number in self._profiles

    def _open(self) -> int:
        self._stories += 1
        self._members[self._stories - 1] = []
        return self._stories - 1

    def _remember(self, number: int, profile: Profile) -> None:
        """Take the article into the index, and let the one that leaves the window go."""
        self._profiles[number] = profile
        if self._dense.shape[0] == 0:
            self._dense = np.zeros((64, profile.dense.size), dtype=np.float32)
        if number % WINDOW >= self._dense.shape[0]:
            self._dense = np.vstack([self._dense, np.zeros_like(self._dense)])[:WINDOW]
        self._dense[number % WINDOW] = profile.dense
        for term in _telling(profile):
            self._postings.setdefault(term, deque()).append((number, profile.weights[term]))
        self._arrived += 1
        if number >= WINDOW:
            self._forget(number - WINDOW)

    def _forget(self, number: int) -> None:
        """Let an article leave the window; its placement stays."""
        gone = self._profiles.pop(number)
        for term in _telling(gone):
            self._postings[term].popleft()
            if not self._postings[term]:
                del self._postings[term]
        members = self._members[self.story_of[number]]
        members.remove(number)
        self._pairs.pop(number, None)

    def _nearest(self, profile: Profile) -> set[int]:
        """The articles of the window that are nearest by terms or by meaning."""
        scores: dict[int, float] = {}
        for term in _telling(profile):
            weight = profile.weights[term]
            for other, value in self._postings.get(term, ()):
                scores[other] = scores.get(other, 0.0) + weight * value
        near = set(sorted(scores, key=lambda other: (-scores[other], other))[:NEAREST])
        if self._arrived:
            known = min(self._arrived, WINDOW)
            cosines = self._dense[:known] @ profile.dense
            order = np.argsort(-cosines, kind="stable")[:NEAREST]
            first = max(0, self._arrived - WINDOW)
            near.update(first + (int(place) - first) % WINDOW for place in order)
        return near

    def _odds(self, one: int, other: int) -> float:
        earlier, later = (one, other) if one < other else (other, one)
        known = self._pairs.setdefault(earlier, {})
        if later not in known:
            foreign = self._profiles[earlier].language != self._profiles[later].language
            known[later] = self._scale.odds(self.signals(earlier, later), foreign)
        return known[later]

    def _fit(self, number: int, story: int) -> Fit:
        """How well an article fits the other members of a story."""
        others = [other for other in self._members[story] if other != number][-ASKED:]
        if not others:
            return Fit(story, 0.0, number)
        odds = [self._odds(number, other) for other in others]
        nearest = max(range(len(others)), key=lambda place: odds[place])
        prior = self._scale.prior(min(self._arrived, WINDOW))
        return Fit(story, logistic(prior + sum(odds) / len(odds)), others[nearest])

    def _look_again(self, stories: set[int]) -> None:
        """Score the members of `stories` anew without themselves: they move to a clearly better one, or leave."""
        for number in sorted(other for story in stories for other in self._members[story]):
            own = self._fit(number, self.story_of[number])
            rivals = (self._fit(number, story) for story in sorted(stories) if story != self.story_of[number])
            best = max((fit for fit in rivals if self._members[fit.story]), key=lambda fit: fit.score, default=own)
            alone = len(self._members[self.story_of[number]]) == 1
            if best.score >= max(self._scale.join, own.score + self._scale.move):
                self._move(number, best.story, best)
            elif not alone and own.score < self._scale.join - self._scale.move:
                self._move(number, self._open(), own)

    def _move(self, number: int, story: int, fit: Fit) -> None:
        old = self.story_of[number]
        self._members[old].remove(number)
        self._members[story].append(number)
        self._members[story].sort()
        self.story_of[number] = story
        self.fits[number] = fit
        self.moved_from[number] = old


def _telling(profile: Profile) -> list[str]:
    """The most telling terms of an article."""
    return sorted(profile.weights, key=lambda term: (-profile.weights[term], term))[:LOOKED_UP]
