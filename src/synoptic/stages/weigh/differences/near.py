"""Near: words of like meaning of which each account has its own: "overhaul" and "reform", "halted" and "stopped"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from synoptic.language.senses import Sense, distance, senses_of
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.fillings import Filling, free_tokens, stem, stems
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.telling import Telling

_UNLIKE = 0.5
"""Share of content words from which two tellings are so much alike that one word for another says nothing."""

_LIKE = 0.1
"""Share of content words below which two tellings have too little in common for their words to stand for each other."""

_FAR = {"NOUN": 3, "ADJ": 3, "VERB": 2}
"""Greatest distance in meaning, by part of speech: verbs have many senses. Read on the 17 stories of data/invented:
of 28 pairs within 2 seven are of other senses, five of them verbs; of 9 farther ones six ("lift" and "service")."""

_FAR_BESIDE = 4
"""The same where one word stands beside both: "tax overhaul" and "tax reform"."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the claim: its senses, and where each telling (by index) has it first."""

    key: tuple[str, str, str]
    senses: tuple[Sense, ...]
    uses: Mapping[int, Filling]


def near_fillings(tellings: Sequence[Telling]) -> list[Filling]:
    """The two words nearest in meaning that stand in tellings without the other, those of most articles among them.

    Empty where there are none. Tellings that are nearly the same word for word choose no words so.
    """
    known = {telling.index: stems(telling) for telling in tellings}
    content = {telling.index: content_of(telling) for telling in tellings}
    best: tuple[int, int] | None = None
    found: list[Filling] = []
    for one, other, far in _pairs(_words(tellings)):
        sides = _sides(one, other, known)
        if not sides or not _told_otherwise(*sides, content):
            continue
        if far > _FAR[one.key[1]] and not any(_beside(a) & _beside(b) for a in sides[0] for b in sides[1]):
            continue
        width = (-far, len({each.telling.article for side in sides for each in side}))
        if best is None or width > best:
            best, found = width, [*sides[0], *sides[1]]
    return found


def _words(tellings: Sequence[Telling]) -> list[_Word]:
    """The words of the claim whose senses are known, in the order of the alphabet."""
    uses: dict[tuple[str, str, str], dict[int, Filling]] = {}
    for telling in tellings:
        for token in free_tokens(telling):
            key = (folded(token.lemma), token.pos, telling.language)
            uses.setdefault(key, {}).setdefault(telling.index, Filling(telling, token))
    return [_Word(key, senses, uses[key]) for key in sorted(uses) if (senses := senses_of(*key))]


def _pairs(words: Sequence[_Word]) -> Iterator[tuple[_Word, _Word, int]]:
    """The pairs of words of one part of speech that are near, with their distance."""
    for one, other in _related(words):
        if words[one].key[1:] == words[other].key[1:]:
            far = distance(words[one].senses, words[other].senses)
            if far is not None and far <= _FAR_BESIDE:
                yield words[one], words[other], far


def _related(words: Sequence[_Word]) -> list[tuple[int, int]]:
    """The places of the pairs of words that have a number of a sense in common, in order."""
    holders: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        numbers = {number for sense in word.senses for number in (sense.number, *sense.above) if number is not None}
        for number in numbers:
            holders.setdefault(number, []).append(place)
    return sorted({pair for places in holders.values() for pair in combinations(places, 2)})


def _sides(
    one: _Word, other: _Word, known: Mapping[int, Collection[str]]
) -> tuple[list[Filling], list[Filling]] | None:
    """The uses of both words in tellings without the other one; None where a telling has both, or no two origins."""
    stem_of_one, stem_of_other = (stem(next(iter(each.uses.values())).token) for each in (one, other))
    if stem_of_one == stem_of_other or any(stem_of_one in each and stem_of_other in each for each in known.values()):
        return None
    sides = list(one.uses.values()), list(other.uses.values())
    articles = {each.telling.article for side in sides for each in side}
    origins = {each.telling.origin for side in sides for each in side}
    return sides if len(articles) > 1 and len(origins) > 1 else None


def _told_otherwise(one: Sequence[Filling], other: Sequence[Filling], content: Mapping[int, frozenset[str]]) -> bool:
    """Whether the tellings with one word tell what those with the other tell, and are not nearly the same."""
    likeness = [shared(content[a.telling.index], content[b.telling.index]) for a in one for b in other]
    return _LIKE <= max(likeness) < _UNLIKE


def _beside(filling: Filling) -> frozenset[str]:
    """The words that govern a filling, a preposition passed, and that hang on it."""
    tokens: Mapping[int, Token] = {token.index: token for token in filling.telling.tokens}
    above = tokens.get(filling.token.head)
    if above is not None and above.pos == "ADP":
        above = tokens.get(above.head, above)
    below = [t for t in tokens.values() if t.head == filling.token.index and t.pos in _CONTENT]
    found = [*([above] if above is not None and above.index != filling.token.index else []), *below]
    return frozenset(folded(token.lemma) for token in found if token.index != filling.token.index)
