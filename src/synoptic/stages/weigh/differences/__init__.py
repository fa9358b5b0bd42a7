"""Differences: in what the tellings of one claim differ, one kind a module, each compatible or not by a stated rule."""

from collections.abc import Mapping, Sequence

from synoptic.records.findings import Difference
from synoptic.stages.weigh.differences.attribution import attribution_differences
from synoptic.stages.weigh.differences.certainty import certainty_differences
from synoptic.stages.weigh.differences.date import date_differences
from synoptic.stages.weigh.differences.name import spelling_differences, substituted_names
from synoptic.stages.weigh.differences.number import number_differences
from synoptic.stages.weigh.differences.polarity import polarity_differences
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.wording import wording_differences


def find_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """All differences between the tellings of one claim; none where one article alone tells it."""
    if len({telling.article for telling in tellings}) < 2:
        return ()
    return (
        number_differences(tellings)
        + date_differences(tellings)
        + spelling_differences(tellings)
        + substituted_names(tellings, entity_names)
        + attribution_differences(tellings, entity_names)
        + polarity_differences(tellings)
        + certainty_differences(tellings)
        + wording_differences(tellings)
    )


def once_each(told: Sequence[Sequence[Telling]], entity_names: Mapping[str, str]) -> tuple[tuple[Difference, ...], ...]:
    """The differences of every claim of a story, each difference once.

    Claims overlap, so one difference may show in several: it stays with the shortest claim, which is closest to it.
    """
    found = [find_differences(tellings, entity_names) for tellings in told]
    kept: list[list[Difference]] = [[] for _ in told]
    seen: set[tuple[str, frozenset[str]]] = set()
    for number in sorted(range(len(told)), key=lambda n: (_length(told[n]), n)):
        for one in found[number]:
            key = (one.kind.value, frozenset(f"{value.casefold()}" for value in one.values))
            if key not in seen:
                seen.add(key)
                kept[number].append(one)
    return tuple(tuple(row) for row in kept)


def _length(tellings: Sequence[Telling]) -> float:
    return sum(len(telling.span) for telling in tellings) / max(1, len(tellings))
