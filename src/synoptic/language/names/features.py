"""What two names have in common, as numbers: the input of the comparison."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from synoptic.language.names.distance import edits, likeness
from synoptic.language.names.fold import sound
from synoptic.language.names.pairing import Pairing, both_parts, content, pair_names
from synoptic.language.names.parts import Part, PartKind

# The last code point of Latin Extended-B.
_LATIN = 0x24F
# Mistakes beyond this number are all alike.
_MANY = 6


@dataclass(frozen=True)
class Comparison:
    """Two names side by side; each feature is a property, a likeness or share from 0 to 1.

    Not slotted: it keeps what it computes once.
    """

    left: str
    right: str
    is_person: bool

    @cached_property
    def _pairing(self) -> Pairing:
        return pair_names(self.left, self.right, self.is_person)

    @cached_property
    def _parts(self) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        return both_parts(self.left, self.right, self.is_person)

    @cached_property
    def _both(self) -> list[list[Part]]:
        """The words of the shorter and of the longer name."""
        return sorted((content(parts) for parts in self._parts), key=len)

    @cached_property
    def _texts(self) -> tuple[str, str]:
        short, long = ("".join(part.text for part in parts) for parts in self._both)
        return short, long

    @cached_property
    def _sorted(self) -> tuple[str, str]:
        short, long = ("".join(sorted(part.text for part in parts)) for parts in self._both)
        return short, long

    @cached_property
    def _varied(self) -> list[tuple[Part, Part]]:
        """The pairs of words that are written differently, without initials."""
        return [
            (one, other)
            for one, other, _ in self._pairing.pairs
            if one.form != other.form and PartKind.INITIAL not in (one.kind, other.kind)
        ]

    @cached_property
    def _size(self) -> int:
        return max(1, sum(max(len(one.text), len(other.text)) for one, other, _ in self._pairing.pairs))

    @property
    def worst(self) -> float:
        """Likeness of the pair of words that are least alike."""
        return min((score for *_, score in self._pairing.pairs), default=0.0)

    @property
    def mean(self) -> float:
        """Mean likeness of the pairs, by length."""
        pairs = self._pairing.pairs
        return sum(score * max(len(one.text), len(other.text)) for one, other, score in pairs) / self._size

    @property
    def joined(self) -> float:
        """Likeness of all letters in order."""
        return _ratio(*self._texts)

    @property
    def alphabetic(self) -> float:
        """Likeness of all letters with the words in alphabetical order."""
        return _ratio(*self._sorted)

    @property
    def short_left(self) -> float:
        """Share of the words of the shorter name that have no partner."""
        return len(self._pairing.left) / max(1, len(self._both[0]))

    @property
    def long_left(self) -> float:
        """Share of the words of the longer name that have no partner, without initials."""
        alone = [part for part in self._pairing.right if part.kind is not PartKind.INITIAL]
        return len(alone) / max(1, len(self._both[1]))

    @property
    def both_left(self) -> float:
        """Whether words without partner stand in both."""
        return float(bool(self._pairing.left) and bool(self._pairing.right))

    @property
    def mistakes(self) -> float:
        """Edits of the paired words in all."""
        return min(self._wrong, _MANY) / _MANY

    @cached_property
    def _wrong(self) -> int:
        return sum(edits(one.text, other.text) for one, other in self._varied)

    @property
    def misheard(self) -> float:
        """Edits of the paired words by sound."""
        return min(sum(edits(sound(one.text), sound(other.text)) for one, other in self._varied), _MANY) / _MANY

    @property
    def rate(self) -> float:
        """Edits by letter of the paired words."""
        return self._wrong / self._size

    @property
    def person_rate(self) -> float:
        """Edits by letter, in names of people only."""
        return self.rate * self.is_person

    @property
    def number(self) -> float:
        """Whether the numbers in the names differ."""
        left, right = ({part.form for part in parts if part.kind is PartKind.NUMBER} for parts in self._parts)
        return float(left != right)

    @property
    def initial(self) -> float:
        """Whether an initial meets no word although words are left on both sides."""
        alone = (*self._pairing.left, *self._pairing.right)
        return float(any(part.kind is PartKind.INITIAL for part in alone) and bool(self.both_left))

    @property
    def first(self) -> float:
        """Share of the pairs that begin with the same letter."""
        pairs = self._pairing.pairs
        return sum(one.text[0] == other.text[0] for one, other, _ in pairs) / max(1, len(pairs))

    @property
    def sounds(self) -> float:
        """Share of the pairs that sound the same."""
        pairs = self._pairing.pairs
        return sum(sound(one.form) == sound(other.form) for one, other, _ in pairs) / max(1, len(pairs))

    @property
    def shared(self) -> float:
        """Share of the shorter name's words that are in the longer one, by letter or by sound."""
        return sum(score >= 0.95 for *_, score in self._pairing.pairs) / max(1, len(self._both[0]))

    @property
    def legal(self) -> float:
        """Whether legal forms stand in both and differ."""
        left, right = ({part.form for part in parts if part.kind is PartKind.LEGAL} for parts in self._parts)
        return float(bool(left) and bool(right) and left.isdisjoint(right))

    @property
    def exact(self) -> float:
        """Whether all letters are the same, but for the order of the words."""
        return float(self._texts[0] == self._texts[1] or self._sorted[0] == self._sorted[1])

    @property
    def swapped(self) -> float:
        """Whether the words are the same in another order."""
        pairing = self._pairing
        moved = self._texts[0] != self._texts[1] and self._sorted[0] == self._sorted[1]
        return float(len(pairing.pairs) > 1 and not pairing.left and moved)

    @property
    def length(self) -> float:
        """Number of words of the shorter name."""
        return min(len(self._both[0]), 5) / 5

    @property
    def single(self) -> float:
        """Whether the shorter name is one word."""
        return float(len(self._both[0]) == 1)

    @property
    def regrouped(self) -> float:
        """Whether not all words of the shorter name are paired."""
        return float([one.text for one, _, _ in self._pairing.pairs] != [part.text for part in self._both[0]])

    @property
    def person(self) -> float:
        """Whether the names are people's."""
        return float(self.is_person)

    @property
    def foreign(self) -> float:
        """Whether both names hold letters of another script than Latin."""
        return float(all(any(c.isalpha() and ord(c) > _LATIN for c in name) for name in (self.left, self.right)))

    @property
    def brief(self) -> float:
        """How short the words are in which the least alike pair differs: one letter of three weighs more."""
        one, other, score = min(self._pairing.pairs, key=lambda pair: pair[2], default=(None, None, 1.0))
        if one is None or other is None or score == 1.0:
            return 0.0
        return 1.0 / max(1, min(len(one.text), len(other.text)))

    @property
    def descent(self) -> float:
        """How unlike the fathers are: what follows "bin" in the one name and in the other."""
        left, right = (_fathers(parts) for parts in self._parts)
        if not left or not right:
            return 0.0
        return 1.0 - max(likeness(one, other) for one in left for other in right)


FEATURES = tuple(sorted(name for name, value in vars(Comparison).items() if isinstance(value, property)))


def _fathers(parts: Sequence[Part]) -> list[str]:
    return [after.text for part, after in pairwise(parts) if part.form == "bin"]


def _ratio(left: str, right: str) -> float:
    return 1.0 - edits(left, right) / max(len(left), len(right), 1)
