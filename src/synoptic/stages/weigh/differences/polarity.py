"""Polarity: what one account affirms, another denies."""

from collections.abc import Sequence
from itertools import combinations

from synoptic.records.annotation import Modality, Polarity, Statement
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ALIKE = 0.5
"""Least share of the smaller statement's other content words that both hold. At .3 topical neighbours are set against
each other; nearly all of them are rhetoric ("this is not the last word")."""
_EMPTY = frozenset({"say", "tell", "be", "have", "do", "make", "get", "take", "go"})


def polarity_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference where one predicate is affirmed in one account and denied in another, of like words.

    Not compatible: both are given as fact. Possible, planned and hypothetical statements deny nothing.
    """
    for one, other in combinations(tellings, 2):
        if one.article == other.article:
            continue
        for first in one.statements:
            for second in other.statements:
                if _opposed(one, first, other, second):
                    words = (one.words(first.span), other.words(second.span))
                    denied, affirmed = words if first.polarity is Polarity.NEGATIVE else words[::-1]
                    reason = f"denied: “{denied}”; affirmed: “{affirmed}”"
                    values = [(one, "1", words[0]), (other, "2", words[1])]
                    found = difference(DifferenceKind.POLARITY, values, False, reason)
                    if found:
                        return (found,)
    return ()


def _opposed(one: Telling, first: Statement, other: Telling, second: Statement) -> bool:
    if first.polarity is second.polarity or not first.modality is Modality.FACT is second.modality:
        return False
    here, there = _predicate(one, first), _predicate(other, second)
    if here is None or there is None or here != there or here in _EMPTY:
        return False
    mine, theirs = _words(one, first) - {here}, _words(other, second) - {there}
    common = len(mine & theirs)
    return common >= 1 and common >= _ALIKE * min(len(mine), len(theirs))


def _predicate(telling: Telling, statement: Statement) -> str | None:
    """The lemma of the token in the statement whose head lies outside it."""
    inside = _inside(telling, statement)
    indexes = {token.index for token in inside}
    for token in inside:
        if token.pos in ("VERB", "ADJ", "NOUN") and (token.head not in indexes or token.head == token.index):
            return folded(token.lemma)
    return None


def _inside(telling: Telling, statement: Statement) -> list[Token]:
    return [token for token in telling.tokens if statement.span.contains(token.span)]


def _words(telling: Telling, statement: Statement) -> frozenset[str]:
    return frozenset(folded(token.lemma) for token in _inside(telling, statement) if token.pos in _CONTENT)
