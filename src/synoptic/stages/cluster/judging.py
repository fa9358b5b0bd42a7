"""Judged: what judgements ask of articles: which belong together, which apart, which where another stands."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from synoptic.errors import InputError
from synoptic.records.judgements import Judgement, JudgementKind


class Judged:
    """Judgements by the articles that they name; a later one wins over an earlier one about the same pair.

    Raises InputError where articles that belong together are also kept apart.
    """

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.judgements = tuple(judgements)
        self._pairs: dict[frozenset[str], tuple[bool, Judgement]] = {}
        self._targets: dict[str, tuple[str, Judgement]] = {}
        for judgement in self.judgements:
            self._take(judgement)
        self._together = self._partners(same=True)
        self._apart = self._partners(same=False)
        self._followers: dict[str, list[str]] = {}
        for id, (target, _) in self._targets.items():
            self._followers.setdefault(target, []).append(id)
        self.named = frozenset(id for judgement in self.judgements for id in judgement.named)
        self._check()

    def together_with(self, id: str) -> Sequence[str]:
        """The articles whose stories are one with this article's."""
        return self._together.get(id, ())

    def apart_from(self, id: str) -> Sequence[str]:
        """The articles that are not in one story with this one."""
        return self._apart.get(id, ())

    def followers(self, id: str) -> Sequence[str]:
        """The articles that stand where this one stands."""
        return self._followers.get(id, ())

    def target(self, id: str) -> str | None:
        """The article where this one was moved to."""
        found = self._targets.get(id)
        return found[0] if found else None

    def pins(self, id: str) -> bool:
        """Whether the model may no longer move this article."""
        return id in self._targets or id in self._together

    def _take(self, judgement: Judgement) -> None:
        if judgement.kind is JudgementKind.MOVE:
            for id in judgement.articles:
                assert judgement.anchor is not None
                self._targets[id] = (judgement.anchor, judgement)
                self._pairs.pop(frozenset((id, judgement.anchor)), None)
            return
        same = judgement.kind is not JudgementKind.DIFFERENT_STORY
        for pair in combinations(judgement.articles, 2):
            self._pair(pair, same, judgement)
        if judgement.kind is JudgementKind.SPLIT:
            for id in judgement.articles:
                assert judgement.anchor is not None
                self._pair((id, judgement.anchor), False, judgement)

    def _pair(self, pair: tuple[str, str], same: bool, judgement: Judgement) -> None:
        self._pairs[frozenset(pair)] = (same, judgement)
        for id, other in (pair, pair[::-1]):
            if not same and self._targets.get(id, ("",))[0] == other:
                del self._targets[id]

    def _partners(self, *, same: bool) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for pair, (together, _) in self._pairs.items():
            if together is same:
                one, other = sorted(pair)
                found.setdefault(one, []).append(other)
                found.setdefault(other, []).append(one)
        return found

    def _check(self) -> None:
        """Raises InputError where what belongs together is also kept apart."""
        root: dict[str, str] = {}

        def top(id: str) -> str:
            while id in root:
                id = root[id]
            return id

        links = [tuple(sorted(pair)) for pair, (same, _) in self._pairs.items() if same]
        links += [(id, target) for id, (target, _) in self._targets.items()]
        for one, other in links:
            if top(one) != top(other):
                root[top(one)] = top(other)
        for pair, (same, judgement) in self._pairs.items():
            one, other = sorted(pair)
            if not same and top(one) == top(other):
                raise InputError(
                    f"{judgement.kind} keeps {one!r} and {other!r} apart, but other judgements put them together",
                    source=judgement.source,
                    remedy="take one of them out of the file",
                )
