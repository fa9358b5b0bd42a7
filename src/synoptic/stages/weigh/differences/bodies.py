"""Bodies: what seems to be one body under two names, in one place of what the accounts tell alike.

"The Ministry of Safety posted pictures" and "the Public Safety Ministry posted pictures": the names share a word, and
are not linked as one body. Another body is not ruled out, so that both can be right.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from synoptic.records.annotation import EntityKind
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.setting import ROLES, head_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Naming, Telling

_LEAST = 4
"""Letters of a word by which two names may be one body's: no article, no preposition."""


def body_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """One difference for each two bodies that fill one place of two accounts, with a word in common in their names."""
    found: list[Difference] = []
    told: set[frozenset[str]] = set()
    for one, other in combinations(tellings, 2):
        if one.article == other.article:
            continue
        for here, there in _in_one_place(one, other):
            pair = frozenset((here.entity, there.entity))
            if pair in told or not _akin(one.words(here.span), other.words(there.span)):
                continue
            told.add(pair)
            values = [
                (telling, naming.entity, telling.words(naming.span))
                for telling in tellings
                for naming in telling.names
                if naming.named and naming.entity in pair
            ]
            names = " / ".join(
                entity_names.get(entity, entity) for entity in dict.fromkeys(key for _, key, _ in values)
            )
            made = difference(DifferenceKind.NAME, values, True, f"in one place, perhaps one body: {names}")
            found += [made] if made else []
    return tuple(found)


def _in_one_place(one: Telling, other: Telling) -> Iterator[tuple[Naming, Naming]]:
    mine, theirs = _bodies(one), _bodies(other)
    known = {naming.entity for telling in (one, other) for naming in telling.names if naming.named}
    both = {
        entity
        for entity in known
        if all(any(n.entity == entity and n.named for n in telling.names) for telling in (one, other))
    }
    for place, here in mine.items():
        there = theirs.get(place)
        if there is not None and here.entity != there.entity and not {here.entity, there.entity} & both:
            yield here, there


def _bodies(telling: Telling) -> dict[tuple[str, str], Naming]:
    """The bodies named in a telling by the word that they hang on and how; a preposition is passed."""
    found: dict[tuple[str, str], Naming] = {}
    for naming in telling.names:
        head = head_of(telling.tokens, naming.span)
        if not naming.named or naming.kind is not EntityKind.ORGANIZATION or head is None:
            continue
        governor, way = _governor(telling, head), ROLES.get(head.dep, head.dep)
        if governor is not None and governor.pos == "ADP":
            way, governor = f"behind {folded(governor.lemma)}", _governor(telling, governor)
        if governor is not None and governor.pos in ("VERB", "NOUN", "ADJ"):
            found.setdefault((folded(governor.lemma), way), naming)
    return found


def _governor(telling: Telling, token: Token) -> Token | None:
    return next((each for each in telling.tokens if each.index == token.head and each is not token), None)


def _akin(one: str, other: str) -> bool:
    """Whether two names share a word of some length, and none is the other with words left out."""
    mine, theirs = ({folded(word) for word in name.split() if len(word) >= _LEAST} for name in (one, other))
    return bool(mine & theirs) and mine != theirs
