"""Name: one bearer written in different ways, or different names in one place of the sentence."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from synoptic.records.annotation import EntityKind
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.frames import folded, frame, shared
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.slots import Mark, slots
from synoptic.stages.weigh.differences.telling import Naming, Telling

_SPELLED = 0.7
"""Least likeness of two words that are one name in two spellings (raisi/raeisi .91, nabi/nebi .75, smith/shehu .4)."""

_LIKE = 0.75
"""Least share of the frames for two names to stand in one place. Lower values set any two actors of a story against
each other: topical neighbours share verbs."""


def spelling_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """Entities whose name is written in different ways ("Raeisi", "Raisi"); a name cut short is no difference.

    Places are left out: their names vary by grammar and abbreviation ("U.S.", "American").
    """
    found = []
    for entity in dict.fromkeys(naming.entity for telling in tellings for naming in telling.names):
        values = []
        for telling in tellings:
            written = [
                telling.words(n.span)
                for n in telling.names
                if n.entity == entity and n.named and n.kind is not EntityKind.PLACE
            ]
            if written:
                longest = max(written, key=len)
                values.append((telling, " ".join(_parts(longest)), longest))
        keys = [tuple(key.split()) for _, key, _ in values]
        if any(_other_spelling(a, b) for a in keys for b in keys):
            spelled = " / ".join(dict.fromkeys(words for _, _, words in values))
            made = difference(DifferenceKind.NAME, values, True, f"written {spelled}")
            found += [made] if made else []
    return tuple(found)


def _parts(name: str) -> list[str]:
    return [part for part in folded(name).replace("-", " ").replace("’s", "").replace("'s", "").split() if part]


def _other_spelling(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of one bearer hold a word each that the other spells in another way."""
    mine, theirs = set(one) - set(other), set(other) - set(one)
    return any(a != b and SequenceMatcher(None, a, b).ratio() >= _SPELLED for a in mine for b in theirs)


def substituted_names(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """Different bearers in one place of like sentences: NAME for people and bodies, PLACE for places.

    Not compatible: like sentences with one name changed tell of one happening.
    """
    marks = [
        Mark(telling, naming, naming.entity, telling.words(naming.span))
        for telling in tellings
        for naming in telling.names
        if naming.named and naming.kind is not EntityKind.OTHER and not _dateline(telling, naming)
    ]
    found = []
    for slot in slots(marks, _comparable):
        first = slot[0].value
        kind = DifferenceKind.PLACE if first.kind is EntityKind.PLACE else DifferenceKind.NAME
        names = " / ".join(dict.fromkeys(entity_names.get(mark.key, mark.words) for mark in slot))
        values = [(mark.telling, mark.key, mark.words) for mark in slot]
        made = difference(kind, values, False, f"in the same place of like sentences: {names}")
        found += [made] if made else []
    return tuple(found)


def _dateline(telling: Telling, naming: Naming) -> bool:
    """Whether a place in capitals opens the telling: it says where the account was written."""
    return naming.span.start == telling.span.start and telling.words(naming.span).isupper()


def _comparable(one: Mark[Naming], other: Mark[Naming]) -> bool:
    if one.value.kind is not other.value.kind or _role(one) != _role(other):
        return False
    here, there = frame(one.telling, one.value.span), frame(other.telling, other.value.span)
    return min(len(here), len(there)) >= 3 and shared(here, there) >= _LIKE


def _role(mark: Mark[Naming]) -> tuple[str, str]:
    """The relation of the name to its governor, and the governor's lemma."""
    token = _head(mark.telling.tokens, mark.value.span)
    if token is None:
        return "", ""
    governor = next((t for t in mark.telling.tokens if t.index == token.head), token)
    return token.dep, folded(governor.lemma)


def _head(tokens: Sequence[Token], span: Span) -> Token | None:
    inside = [token for token in tokens if span.contains(token.span)]
    indexes = {token.index for token in inside}
    return next((token for token in inside if token.head not in indexes or token.head == token.index), None)
