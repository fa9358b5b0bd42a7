"""Differences: in what the tellings of one claim differ, one kind a module, each compatible or not by a stated rule."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from synoptic.records.findings import Difference
from synoptic.stages.weigh.differences.attribution import attribution_differences
from synoptic.stages.weigh.differences.bodies import body_differences
from synoptic.stages.weigh.differences.certainty import certainty_differences
from synoptic.stages.weigh.differences.compared import worded_alike
from synoptic.stages.weigh.differences.date import date_differences
from synoptic.stages.weigh.differences.name import spelling_differences, substituted_names
from synoptic.stages.weigh.differences.number import number_differences
from synoptic.stages.weigh.differences.once import kept_once
from synoptic.stages.weigh.differences.phrasing import phrasing_differences
from synoptic.stages.weigh.differences.polarity import polarity_differences
from synoptic.stages.weigh.differences.requoted import quotation_differences
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.torn import torn_names
from synoptic.stages.weigh.differences.wording import wording_differences

_MARKS = str.maketrans("’‘“”", "''\"\"")

MOST = 24
"""Tellings of a claim that are compared pair by pair: those of different words, one of each origin first. A bound on
the cost, far above what accounts of a story need to tell it differently."""


def find_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """All differences between the tellings of one claim; none where one article alone tells it.

    Tellings in the same words, of the same day, are compared once and stand on one side. Doubtful ones are held against
    others in figures and speakers, where they contradict nobody (on data/claims recall .33 → .36 at one precision);
    those worded rather like another's (`worded_alike`) in dates and names too, and may contradict. In other words they
    cost as much precision as they gain.
    """
    if len({telling.article for telling in tellings}) < 2:
        return ()
    alike: dict[tuple[str, str | None], list[Telling]] = {}
    for telling in tellings:
        words = " ".join(telling.text.casefold().translate(_MARKS).split())
        alike.setdefault((words, telling.date), []).append(telling)
    every = _of_many_origins([min(same, key=lambda one: one.doubtful) for same in alike.values()])
    shown = [telling for telling in every if not telling.doubtful]
    close = worded_alike(every)
    said = attribution_differences(every, entity_names)
    attributed = frozenset(index for one in said for side in one.members for index in side)
    found = (
        _figures(every, [telling for telling in close if not telling.doubtful])
        + date_differences(close)
        + spelling_differences(shown)
        + substituted_names(close, entity_names, attributed)
        + body_differences(shown, entity_names)
        + said
        + polarity_differences(shown)
        + certainty_differences(shown)
        + (wording_differences(shown) or quotation_differences(shown) or phrasing_differences(shown))
    )
    found += torn_names(shown, found)
    copies = {telling.index: tuple(one.index for one in same) for same in alike.values() for telling in same}
    return tuple(replace(one, members=tuple(_with_copies(side, copies) for side in one.members)) for one in found)


def _figures(every: Sequence[Telling], sure: Sequence[Telling]) -> tuple[Difference, ...]:
    """The differences in figures: those of the sure tellings, and those that doubtful ones add and that are settled."""
    found = number_differences(sure)
    if len(every) == len(sure):
        return found
    conflicts = tuple(one for one in found if not one.compatible)
    return conflicts + tuple(one for one in number_differences(every) if one.compatible)


def _of_many_origins(tellings: Sequence[Telling]) -> list[Telling]:
    """At most MOST tellings in their order, the first of each origin before the others."""
    if len(tellings) <= MOST:
        return list(tellings)
    first = {telling.origin: telling for telling in reversed(tellings)}
    chosen = sorted(first.values(), key=lambda telling: telling.index)[:MOST]
    taken = {telling.index for telling in chosen}
    chosen += [telling for telling in tellings if telling.index not in taken][: MOST - len(chosen)]
    return sorted(chosen, key=lambda telling: telling.index)


def _with_copies(side: Sequence[int], copies: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({same for index in side for same in copies[index]}))


def once_each(told: Sequence[Sequence[Telling]], entity_names: Mapping[str, str]) -> tuple[tuple[Difference, ...], ...]:
    """The differences of every claim of a story, each difference once; `told` are the tellings of each claim."""
    return kept_once(told, [find_differences(tellings, entity_names) for tellings in told])
