"""Which words of two names stand for each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.language.names.distance import edits, likeness
from synoptic.language.names.fold import writes_no_vowels
from synoptic.language.names.parts import Part, PartKind, parts_of

# Two words are taken for each other from this likeness on.
_PAIRED = 0.55
_CONTENT = frozenset({PartKind.WORD, PartKind.INITIAL, PartKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Pairing:
    """Words of two names taken for each other, with their likeness, and those left over on either side."""

    pairs: tuple[tuple[Part, Part, float], ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]


def pair_words(left: Sequence[Part], right: Sequence[Part]) -> Pairing:
    """Pairs words one to one, the likest first; an initial pairs with a word that begins with it."""
    ranked = sorted(
        (-_likeness(one, other), abs(i - j), i, j) for i, one in enumerate(left) for j, other in enumerate(right)
    )
    taken_left: dict[int, tuple[int, float]] = {}
    taken_right: set[int] = set()
    for negative, _, i, j in ranked:
        if -negative >= _PAIRED and i not in taken_left and j not in taken_right:
            taken_left[i] = (j, -negative)
            taken_right.add(j)
    pairs = tuple((left[i], right[j], score) for i, (j, score) in sorted(taken_left.items()))
    return Pairing(
        pairs,
        tuple(part for i, part in enumerate(left) if i not in taken_left),
        tuple(part for j, part in enumerate(right) if j not in taken_right),
    )


def _likeness(left: Part, right: Part) -> float:
    if PartKind.INITIAL in (left.kind, right.kind):
        return 0.9 if left.form[0] == right.form[0] else 0.0
    if PartKind.NUMBER in (left.kind, right.kind):
        return float(left.form == right.form)
    if left.form == right.form:
        return 1.0
    return likeness(left.text, right.text)


def both_parts(left: str, right: str, person: bool) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts of two names, of both without vowels where one script writes none."""
    bare = writes_no_vowels(left) != writes_no_vowels(right)
    return parts_of(left, person, bare), parts_of(right, person, bare)


def pair_names(left: str, right: str, person: bool) -> Pairing:
    """The words of two names paired, those of the shorter name on the left."""
    short, long = sorted((content(parts) for parts in both_parts(left, right, person)), key=len)
    pairing = pair_words(short, long)
    return pairing if len(pairing.pairs) == len(short) else _split(short, long) or pairing


def content(parts: Sequence[Part]) -> list[Part]:
    """The parts that carry a name: words, initials and numbers; all where there is none of these."""
    return [part for part in parts if part.kind in _CONTENT] or list(parts)


def _split(short: Sequence[Part], long: Sequence[Part]) -> Pairing | None:
    """Pairs after joining neighbours of the longer name that are one word in the shorter ("van der bilt")."""
    texts = {part.text for part in short}
    for size in (2, 3):
        for first in range(len(long) - size + 1):
            joined = "".join(part.text for part in long[first : first + size])
            if any(edits(joined, text) <= len(joined) // 8 for text in texts):
                part = Part(joined, joined, PartKind.WORD)
                return pair_words(short, [*long[:first], part, *long[first + size :]])
    return None
