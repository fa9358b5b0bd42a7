"""The algebra of identities: from judgements on pairs to entities, whatever the order in which they were given.

- The same is transitive: A and B, B and C are one entity.
- Different stands between whole blocks: no joining puts the two into one.
- A reader's judgement replaces every rule's on its pair, and is followed before any of theirs.
- Of judgements of one standing on one pair, different wins over the same, and both over unsure.
- Where joining would break a "different", it is left undone: the likeliest joinings are made first.
"""

from collections.abc import Iterable

from synoptic.records.identities import Identity, Settlement, Verdict

_CAUTION = {Verdict.DIFFERENT: 0, Verdict.SAME: 1, Verdict.UNSURE: 2}


class _Blocks:
    """Disjoint sets of names, each with the sets it must not be joined with."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}
        self._size = dict.fromkeys(self._above, 1)
        self._against: dict[str, set[str]] = {name: set() for name in self._above}

    def root(self, name: str) -> str:
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def part(self, left: str, right: str) -> None:
        one, other = self.root(left), self.root(right)
        if one != other:
            self._against[one].add(other)
            self._against[other].add(one)

    def join(self, left: str, right: str) -> bool:
        """Makes two blocks one; False where they must stay apart."""
        one, other = self.root(left), self.root(right)
        if one == other:
            return True
        if other in self._against[one]:
            return False
        if (self._size[one], other) < (self._size[other], one):
            one, other = other, one
        self._above[other] = one
        self._size[one] += self._size[other]
        for enemy in self._against.pop(other):
            self._against[enemy].discard(other)
            self._against[enemy].add(one)
            self._against[one].add(enemy)
        return True


def settle(names: Iterable[str], identities: Iterable[Identity]) -> Settlement:
    """The blocks that follow from judgements; those on a name that is not among `names` say nothing."""
    known = set(names)
    blocks = _Blocks(known)
    standing = _standing(one for one in identities if one.left in known and one.right in known)
    overruled: list[Identity] = []
    for by_reader in (True, False):
        mine = [one for one in standing if one.by_reader is by_reader]
        for one in mine:
            if one.verdict is Verdict.DIFFERENT:
                if blocks.root(one.left) == blocks.root(one.right):
                    overruled.append(one)
                blocks.part(one.left, one.right)
        overruled += [one for one in mine if one.verdict is Verdict.SAME and not blocks.join(one.left, one.right)]
    found: dict[str, list[str]] = {}
    for name in sorted(known):
        found.setdefault(blocks.root(name), []).append(name)
    return Settlement(tuple(sorted(tuple(block) for block in found.values())), tuple(overruled))


def _standing(identities: Iterable[Identity]) -> list[Identity]:
    """The one judgement that stands for each pair, the likeliest first."""
    best: dict[tuple[str, str], Identity] = {}
    for one in identities:
        known = best.get(one.pair)
        if known is None or _rank(one) < _rank(known):
            best[one.pair] = one
    return sorted(best.values(), key=lambda one: (-one.score, one.pair))


def _rank(one: Identity) -> tuple[bool, int, float, str, tuple[str, str]]:
    return not one.by_reader, _CAUTION[one.verdict], -one.score, one.reason, (one.left, one.right)
