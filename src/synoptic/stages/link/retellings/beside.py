"""Beside: what two accounts of a story share and the accounts likest to them do not have.

Whoever retells one text takes over its selection too: facts, names and numbers that other accounts leave out. Kept
order is the surer sign, but a text that is retold in another order, or in part, shows by this alone.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import Article
from synoptic.stages.link.retellings.naming import names
from synoptic.stages.link.retellings.narration import Narration, likeness

# Accounts that a pair is seen beside, the likest to it: always as many, so that a measure means the same in a small
# story and in a large one. Invented corpus, ten folds: beside all others AP .74, beside two .67, but .65 where some
# stories have two others and some have three.
OTHERS = 2


@dataclass(frozen=True, slots=True)
class Shared:
    """What two accounts share beside the others.

    `mutual`: sentences of which each is the other's nearest among all of these accounts, a sentence of the shorter
    text. `rare`: terms that both use and none of the others, a term of the account with fewer. `named`: whether the
    one names the other's outlet.
    """

    mutual: float = 0.0
    rare: float = 0.0
    named: bool = False


NOTHING = Shared()


class Accounts:
    """The accounts of one story, with how near each sentence comes to every other account.

    `known` are the pairs whose likeness is reckoned, the smaller number first (all, where it is not given); accounts of
    other pairs are never each other's likest.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        narrations: Sequence[Narration],
        known: Iterable[tuple[int, int]] | None = None,
    ) -> None:
        self.articles = articles
        self.narrations = narrations
        self._alike: dict[tuple[int, int], NDArray[np.float32]] = {}
        self._nearest = [np.full((len(narrations), len(one)), -np.inf, dtype=np.float32) for one in narrations]
        for one, other in combinations(range(len(narrations)), 2) if known is None else known:
            if len(narrations[one]) and len(narrations[other]):
                alike = likeness(narrations[one], narrations[other])
                alike.max(axis=1, out=self._nearest[one][other])
                alike.max(axis=0, out=self._nearest[other][one])
                self._alike[one, other] = alike
        nothing = np.full(len(narrations), -np.inf)
        self._near = [rows.mean(axis=1).astype(np.float64) if rows.size else nothing for rows in self._nearest]

    def alike(self, one: int, other: int) -> NDArray[np.float32]:
        """How alike each two sentences of two accounts are, `one` before `other`."""
        return self._alike[one, other]

    def likest(self, one: int, other: int, kin: Collection[int]) -> tuple[int, ...]:
        """The accounts outside `kin` that are likest to two others, in their order."""
        near = self._near[one] + self._near[other]
        near[[one, other, *kin]] = -np.inf
        best = np.argsort(-near, kind="stable")[:OTHERS].tolist()
        return tuple(sorted(third for third in best if near[third] > -np.inf))

    def shared(self, one: int, other: int, others: Sequence[int], near: float) -> Shared:
        """What two accounts share beside `others`; sentences less alike than `near` are no one's nearest."""
        alike = self.alike(one, other)
        column = alike.argmax(axis=1)
        best = alike[np.arange(len(column)), column]
        mutual = (best > near) & (best >= alike.max(axis=0)[column])
        for third in others:
            mutual &= (best > self._nearest[one][third]) & (best > self._nearest[other][third][column])
        used, there = self.narrations[one].used, self.narrations[other].used
        rare = (used & there).difference(*(self.narrations[third].used for third in others))
        return Shared(
            float(mutual.sum()) / min(alike.shape),
            len(rare) / max(1, min(len(used), len(there))),
            names(self.articles[one], self.articles[other]) or names(self.articles[other], self.articles[one]),
        )
