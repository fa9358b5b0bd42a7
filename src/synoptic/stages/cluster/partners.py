"""Partners: which pairs of a collection are compared: of each article the likeliest, then what nothing joins yet.

Where hundreds of articles share one text, the links between every two of them say little more than those of each to its
nearest; they are what would make the cost grow with the square of the articles.
"""

from dataclasses import dataclass

import numpy as np

from synoptic.records.components import join, root
from synoptic.stages.cluster.runs import Flags, Places

# Others with which an article is compared in one round, those with most in common first. A story of up to 65 accounts
# is compared as a whole.
PARTNERS = 64


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles by number, in order: `first` < `second`; `shared` is how many fingerprints they have in common.

    Arrays of one length.
    """

    first: Places
    second: Places
    shared: Places

    def __len__(self) -> int:
        return len(self.first)

    def where(self, kept: Flags) -> "Pairs":
        """Those that are `kept`."""
        return Pairs(self.first[kept], self.second[kept], self.shared[kept])

    @property
    def rows(self) -> list[tuple[int, int]]:
        """First and second of each."""
        return list(zip(self.first.tolist(), self.second.tolist(), strict=True))


class Rounds:
    """Hands out pairs in rounds: in each, for every article its likeliest partners of those that are left.

    From the second round on only partners count that nothing joins to the article yet, by way of others either; when a
    round joins nothing, the pairs that are left are not compared. So every pair is compared where no article has more
    than `PARTNERS`, and otherwise what depends on each other is joined as if all were.
    """

    def __init__(self, pairs: Pairs, partners: int = PARTNERS) -> None:
        self._left = pairs
        self._partners = partners
        self._above: dict[int, int] = {}
        self._joined = True

    def asked(self) -> Pairs:
        """The pairs of the next round; none when it is over."""
        if not self._joined:
            return self._left.where(np.zeros(len(self._left), dtype=np.bool_))
        if self._above:
            apart = [root(self._above, one) != root(self._above, other) for one, other in self._left.rows]
            self._left = self._left.where(np.array(apart, dtype=np.bool_))
        likeliest = _likeliest(self._left, self._partners)
        found, self._left = self._left.where(likeliest), self._left.where(~likeliest)
        self._joined = False
        return found

    def join(self, one: int, other: int) -> None:
        """Note that two articles depend on each other."""
        self._joined |= join(self._above, one, other)


def _likeliest(pairs: Pairs, partners: int) -> Flags:
    """Which pairs are among the likeliest of one of their articles; of equals those with the earlier articles."""
    owner = np.concatenate((pairs.first, pairs.second))
    other = np.concatenate((pairs.second, pairs.first))
    order = np.lexsort((other, -np.tile(pairs.shared, 2), owner))
    starts = np.searchsorted(owner[order], owner[order])
    best = order[np.arange(len(order)) - starts < partners]
    kept = np.zeros(len(pairs), dtype=np.bool_)
    kept[best % max(1, len(pairs))] = True
    return kept
