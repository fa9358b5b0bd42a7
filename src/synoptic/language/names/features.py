"""What two names have in common, as numbers: the input of the comparison."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from synoptic.language.names.distance import edits, likeness
from synoptic.language.names.fold import sound, writes_no_vowels
from synoptic.language.names.parts import Part, PartKind, parts_of

# Two words are taken for each other from this likeness on.
_PAIRED = 0.55
# The last code point of Latin Extended-B.
_LATIN = 0x24F
_CONTENT = frozenset({PartKind.WORD, PartKind.INITIAL, PartKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Features:
    """Likenesses of two names, each from 0 to 1 (counts are of words).

    `worst`, `mean`: likeness of the paired words, the least and the mean by length. `joined`: of all letters in
    order; `sorted_`: of the words in alphabetical order. `short_left`, `long_left`: share of the words without a
    partner in the shorter and the longer name; `both_left`: whether both have one. `mistakes`: edits of the paired
    words in all, `rate` by letter. `number`, `initial`: whether numbers or initials contradict. `first`: whether
    paired words begin alike. `sounds`: share of pairs that sound alike. `legal`: whether legal forms differ.
    `exact`: the same letters but for the order of words. `length`: words of the shorter name, `single` whether that
    is one, `order` whether pairing changed its order. `person`, `foreign`: people's names, names in another script
    than Latin. `descent`: how unlike the fathers' names are. `swapped`: the same words in another order. `shared`:
    share of words that are the same or sound so. `misheard`: edits of the paired words by sound.
    """

    worst: float
    mean: float
    joined: float
    sorted_: float
    short_left: float
    long_left: float
    both_left: float
    mistakes: float
    rate: float
    number: float
    initial: float
    first: float
    sounds: float
    legal: float
    exact: float
    length: float
    single: float
    order: float
    person: float
    foreign: float
    person_rate: float
    worst_short: float
    descent: float
    swapped: float
    shared: float
    misheard: float


FEATURES = tuple(field.name for field in fields(Features))


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
    short, long = sorted((_content(parts) for parts in both_parts(left, right, person)), key=len)
    pairing = pair_words(short, long)
    return pairing if len(pairing.pairs) == len(short) else _split(short, long) or pairing


def _content(parts: Sequence[Part]) -> list[Part]:
    """The parts that carry a name: words, initials and numbers; all where there is none of these."""
    return [part for part in parts if part.kind in _CONTENT] or list(parts)


def features_of(left: str, right: str, person: bool) -> Features:
    """The features of two names of people, or of two other names."""
    one, other = both_parts(left, right, person)
    short, long = sorted((_content(one), _content(other)), key=len)
    pairing = pair_names(left, right, person)
    scores = [score for *_, score in pairing.pairs]
    sizes = [max(len(a.text), len(b.text)) for a, b, _ in pairing.pairs]
    written = [(a, b) for a, b, _ in pairing.pairs if a.form != b.form and PartKind.INITIAL not in (a.kind, b.kind)]
    wrong = sum(edits(a.text, b.text) for a, b in written)
    misheard = sum(edits(sound(a.text), sound(b.text)) for a, b in written)
    texts = ["".join(part.text for part in parts) for parts in (short, long)]
    alphabetic = ["".join(sorted(part.text for part in parts)) for parts in (short, long)]
    sounds = [sound(a.form) == sound(b.form) for a, b, _ in pairing.pairs]
    worst_pair = min(pairing.pairs, key=lambda pair: pair[2], default=None)
    rate = wrong / max(1, sum(sizes))
    return Features(
        min(scores, default=0.0),
        sum(score * size for score, size in zip(scores, sizes, strict=True)) / max(1, sum(sizes)),
        _ratio(texts[0], texts[1]),
        _ratio(alphabetic[0], alphabetic[1]),
        len(pairing.left) / max(1, len(short)),
        sum(part.kind is not PartKind.INITIAL for part in pairing.right) / max(1, len(long)),
        float(bool(pairing.left) and bool(pairing.right)),
        min(wrong, 6) / 6,
        rate,
        _numbers(one, other),
        _initials(pairing),
        sum(a.text[0] == b.text[0] for a, b, _ in pairing.pairs) / max(1, len(pairing.pairs)),
        sum(sounds) / max(1, len(sounds)),
        _legal(one, other),
        float(texts[0] == texts[1] or alphabetic[0] == alphabetic[1]),
        min(len(short), 5) / 5,
        float(len(short) == 1),
        float([a.text for a, _, _ in pairing.pairs] != [a.text for a in short]),
        float(person),
        float(_foreign(left) and _foreign(right)),
        rate * person,
        1.0 / max(1, min(len(worst_pair[0].text), len(worst_pair[1].text)))
        if worst_pair and worst_pair[2] < 1
        else 0.0,
        _descent(one, other),
        float(len(pairing.pairs) > 1 and not pairing.left and texts[0] != texts[1] and alphabetic[0] == alphabetic[1]),
        sum(score > 0.94 for score in scores) / max(1, len(short)),
        min(misheard, 6) / 6,
    )


def _foreign(name: str) -> bool:
    """Whether a name holds letters of another script than Latin."""
    return not name.isascii() and any(letter.isalpha() and ord(letter) > _LATIN for letter in name)


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


def _ratio(left: str, right: str) -> float:
    return 1.0 - edits(left, right) / max(len(left), len(right), 1)


def _numbers(one: Sequence[Part], other: Sequence[Part]) -> float:
    """Whether both names hold numbers and these differ, or only one does."""
    left, right = ({part.form for part in parts if part.kind is PartKind.NUMBER} for parts in (one, other))
    return float(left != right)


def _initials(pairing: Pairing) -> float:
    """Whether an initial of one name meets no word of the other although words are left there."""
    initials = [part for part in (*pairing.left, *pairing.right) if part.kind is PartKind.INITIAL]
    return float(bool(initials) and bool(pairing.left) and bool(pairing.right))


def _descent(one: Sequence[Part], other: Sequence[Part]) -> float:
    """Whether the fathers differ: what follows "bin" in the one name is not what follows it in the other."""
    fathers = [[after.text for part, after in pairwise(parts) if part.form == "bin"] for parts in (one, other)]
    if not fathers[0] or not fathers[1]:
        return 0.0
    return 1.0 - max(likeness(left, right) for left in fathers[0] for right in fathers[1])


def _legal(one: Sequence[Part], other: Sequence[Part]) -> float:
    left, right = ({part.form for part in parts if part.kind is PartKind.LEGAL} for parts in (one, other))
    return float(bool(left) and bool(right) and left.isdisjoint(right))
