"""Bodies: what seems to be one body under two names, in one place of what the accounts tell alike.

"The Ministry of Safety posted pictures" and "the Public Safety Ministry posted pictures": the names share a word, and
are not linked as one body. Another body is not ruled out, so that both can be right.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from synoptic.records.annotation import EntityKind
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.setting import head_of, place_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Naming, Telling

_LEAST = 4
"""Letters of a word by which two names may be one body's: no article, no preposition."""


def body_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """One difference for each two bodies that fill one place of two accounts, with a word in common in their names."""
    read = [(telling, bodies) for telling in tellings if (bodies := _bodies(telling))]
    pairs: dict[frozenset[str], None] = {}
    for (one, mine), (other, theirs) in combinations(read, 2):
        if one.article != other.article:
            both = _named(one) & _named(other)
            for place in mine.keys() & theirs.keys():
                here, there = mine[place], theirs[place]
                pair = frozenset((here.entity, there.entity))
                if len(pair) > 1 and not pair & both and _akin(one.words(here.span), other.words(there.span)):
                    pairs[pair] = None
    found = (_difference(pair, tellings, entity_names) for pair in sorted(pairs, key=sorted))
    return tuple(each for each in found if each is not None)


def _difference(
    pair: frozenset[str], tellings: Sequence[Telling], entity_names: Mapping[str, str]
) -> Difference | None:
    values = [
        (telling, naming.entity, telling.words(naming.span))
        for telling in tellings
        for naming in telling.names
        if naming.named and naming.entity in pair
    ]
    names = " / ".join(entity_names.get(entity, entity) for entity in dict.fromkeys(key for _, key, _ in values))
    return difference(DifferenceKind.NAME, values, True, f"in one place, perhaps one body: {names}")


def _named(telling: Telling) -> set[str]:
    return {naming.entity for naming in telling.names if naming.named}


def _bodies(telling: Telling) -> dict[tuple[str, str], Naming]:
    """The bodies named in a telling by the word that they hang on and how."""
    by_index = {token.index: token for token in telling.tokens}
    found: dict[tuple[str, str], Naming] = {}
    for naming in telling.names:
        if naming.named and naming.kind is EntityKind.ORGANIZATION:
            head = head_of(telling.tokens, naming.span)
            place = place_of(head, by_index) if head is not None else None
            if place is not None:
                found.setdefault((folded(place[0].lemma), place[1]), naming)
    return found


def _akin(one: str, other: str) -> bool:
    """Whether two names share a word of some length, and none is the other with words left out."""
    mine, theirs = ({folded(word) for word in name.split() if len(word) >= _LEAST} for name in (one, other))
    return bool(mine & theirs) and mine != theirs
