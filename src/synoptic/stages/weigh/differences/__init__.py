"""Differences: in what the tellings of one claim differ, one kind a module, each compatible or not by a stated rule."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.attribution import attribution_differences
from synoptic.stages.weigh.differences.bodies import body_differences
from synoptic.stages.weigh.differences.certainty import certainty_differences
from synoptic.stages.weigh.differences.date import date_differences
from synoptic.stages.weigh.differences.name import spelling_differences, substituted_names
from synoptic.stages.weigh.differences.number import number_differences
from synoptic.stages.weigh.differences.phrasing import phrasing_differences
from synoptic.stages.weigh.differences.polarity import polarity_differences
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.torn import torn_names
from synoptic.stages.weigh.differences.wording import wording_differences

_MARKS = str.maketrans("’‘“”", "''\"\"")

MOST = 24
"""Tellings of a claim that are compared pair by pair: those of different words, one of each origin first. A bound on
the cost, far above what accounts of a story need to tell it differently."""


def find_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """All differences between the tellings of one claim; none where one article alone tells it.

    Tellings in the same words, of the same day, are compared once and stand on one side.
    """
    if len({telling.article for telling in tellings}) < 2:
        return ()
    alike: dict[tuple[str, str | None], list[Telling]] = {}
    for telling in tellings:
        words = " ".join(telling.text.casefold().translate(_MARKS).split())
        alike.setdefault((words, telling.date), []).append(telling)
    shown = _of_many_origins([same[0] for same in alike.values()])
    found = (
        number_differences(shown)
        + date_differences(shown)
        + spelling_differences(shown)
        + substituted_names(shown, entity_names)
        + body_differences(shown, entity_names)
        + attribution_differences(shown, entity_names)
        + polarity_differences(shown)
        + certainty_differences(shown)
        + (wording_differences(shown) or phrasing_differences(shown))
    )
    found += torn_names(shown, found)
    copies = {same[0].index: tuple(telling.index for telling in same) for same in alike.values()}
    return tuple(replace(one, members=tuple(_with_copies(side, copies) for side in one.members)) for one in found)


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
    """The differences of every claim of a story, each difference once.

    Claims overlap, so one difference may show in several that share sentences: it stays with the shortest claim, which
    is closest to it. A name written in two ways is told once, wherever it stands.
    """
    found = [find_differences(tellings, entity_names) for tellings in told]
    kept: list[list[Difference]] = [[] for _ in told]
    seen: dict[tuple[str, frozenset[str]], dict[str, list[Telling]]] = {}
    order = sorted(range(len(told)), key=lambda n: (_length(told[n]), n))
    for number, one in _names_by_reach(told, found, order):
        by_index = {telling.index: telling for telling in told[number]}
        earlier = seen.setdefault((one.kind.value, frozenset(value.casefold() for value in one.values)), {})
        here = [by_index[index] for side in one.members for index in side]
        if not earlier or (one.kind is not DifferenceKind.NAME and not _share_words(here, earlier)):
            kept[number].append(one)
        for telling in here:
            earlier.setdefault(telling.article, []).append(telling)
    return tuple(tuple(row) for row in kept)


def _names_by_reach(
    told: Sequence[Sequence[Telling]], found: Sequence[Sequence[Difference]], order: Sequence[int]
) -> list[tuple[int, Difference]]:
    """All differences with the number of their claim: in the given order, names by how many articles tell the claim."""
    reach = [len({telling.article for telling in tellings}) for tellings in told]
    rows = [(number, one) for number in order for one in found[number]]
    return sorted(rows, key=lambda row: -reach[row[0]] if row[1].kind is DifferenceKind.NAME else 0)


def _share_words(here: Sequence[Telling], earlier: Mapping[str, Sequence[Telling]]) -> bool:
    return any(a.span.overlap(b.span) > 0 for a in here for b in earlier.get(a.article, ()))


def _length(tellings: Sequence[Telling]) -> float:
    return sum(len(telling.span) for telling in tellings) / max(1, len(tellings))
