"""Copies: of a sentence that many accounts carry verbatim, some are compared; the others go where their twin goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.stages.link.claims.linked import spread
from synoptic.stages.link.claims.units import Unit

COMPARED = 6
"""Copies of one sentence that are compared. A unit proposes its 60 likest as partners: where one sentence stands in
more accounts than that, its copies crowd out what others say in other words. 200 accounts made of the sentences of six
(evals.benchmarks.large_story), pairs of sentences in one claim against the facts told, precision / recall: all copies
.80 / .41 with 49,373 footprints compared, 6 copies .78 / .60 with 21,456."""

_WHOLE = 20
"""Accounts up to which a story is compared as a whole."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The units of a story that are compared, and for some of them (by index) the further copies they stand for."""

    units: tuple[Unit, ...]
    copies: dict[int, tuple[Unit, ...]]


def without_copies(units: Sequence[Unit]) -> Compared:
    """At most COMPARED copies of each sentence, evenly taken from all; each stands for its share of the others."""
    if len({unit.account for unit in units}) <= _WHOLE:
        return Compared(tuple(units), {})
    places: dict[tuple[str, bool], list[int]] = {}
    for number, unit in enumerate(units):
        places.setdefault((unit.text, unit.caption), []).append(number)
    twins: dict[int, list[int]] = {}
    for same in places.values():
        kept = spread(same, COMPARED)
        twins.update((number, []) for number in kept)
        for rank, number in enumerate(number for number in same if number not in twins):
            twins[kept[rank % len(kept)]].append(number)
    order = sorted(twins)
    return Compared(
        tuple(units[number] for number in order),
        {place: tuple(units[twin] for twin in twins[number]) for place, number in enumerate(order) if twins[number]},
    )
