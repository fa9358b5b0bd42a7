"""Compared: which members of a claim are held against each other in all: those that count, and doubtful ones like them.

A changed value is itself a reason to doubt that two sentences tell one fact. Where they are worded alike but for names,
figures and times, they are compared all the same; nothing else is counted by them.
"""

from collections.abc import Sequence
from dataclasses import replace

from synoptic.records.links import AlignedClaim, firm_members
from synoptic.stages.weigh.differences.frames import shared
from synoptic.stages.weigh.differences.rivals import ALIKE
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.telling import Reader, Telling

_LEAST = 4
"""Content words that a doubtful member has in common with another account's at least."""

_LEAST_OF_VALUES = 3
"""As many for its dates, names and figures alone: with them two more of 105 planted values are found; what else is
compared would lose .006 of its precision on data/claims."""


def compared(reader: Reader, claim: AlignedClaim) -> tuple[Telling, ...]:
    """The tellings of a claim in the order of its members, those marked that are too doubtful to be compared in all."""
    every = reader.every(claim)
    firm = frozenset(firm_members(claim.members))
    doubtful = {telling.index for telling, member in zip(every, claim.members, strict=True) if member not in firm}
    if not doubtful:
        return every
    words = {telling.index: _plain(telling) for telling in every}
    tellers: dict[frozenset[str], set[str]] = {}
    for telling in every:
        tellers.setdefault(words[telling.index], set()).add(telling.article)
    return tuple(
        telling
        if telling.index not in doubtful
        or any(
            articles != {telling.article} and _alike(words[telling.index], other) for other, articles in tellers.items()
        )
        else replace(telling, doubtful=True)
        for telling in every
    )


def worded_alike(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings as their values are compared: doubtful ones rather like another's are marked doubtful no more."""
    if not any(telling.doubtful for telling in tellings):
        return list(tellings)
    words = {telling.index: _plain(telling) for telling in tellings}
    return [
        replace(telling, doubtful=False)
        if telling.doubtful
        and any(
            other.article != telling.article and _alike(words[telling.index], words[other.index], _LEAST_OF_VALUES)
            for other in tellings
        )
        else telling
        for telling in tellings
    ]


def _plain(telling: Telling) -> frozenset[str]:
    """The content words of a telling, names, figures and times aside."""
    spans = [naming.span for naming in telling.names if naming.named]
    spans += [quantity.span for quantity in telling.quantities] + [time.span for time in telling.times]
    return content_of(telling, spans)


def _alike(one: frozenset[str], other: frozenset[str], least: int = _LEAST) -> bool:
    return len(one & other) >= least and shared(one, other) >= ALIKE
