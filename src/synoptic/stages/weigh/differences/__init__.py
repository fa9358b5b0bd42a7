"""Differences: in what the tellings of one claim differ, one kind a module, each compatible or not by a stated rule."""

from collections.abc import Mapping, Sequence

from synoptic.records.findings import Difference, DifferenceKind
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

    Claims overlap, so one difference may show in several that share sentences: it stays with the shortest claim, which
    is closest to it. A name written in two ways is told once, wherever it stands.
    """
    found = [find_differences(tellings, entity_names) for tellings in told]
    kept: list[list[Difference]] = [[] for _ in told]
    seen: dict[tuple[str, frozenset[str]], list[list[Telling]]] = {}
    order = sorted(range(len(told)), key=lambda n: (_length(told[n]), n))
    for number, one in _names_by_reach(told, found, order):
        by_index = {telling.index: telling for telling in told[number]}
        earlier = seen.setdefault((one.kind.value, frozenset(value.casefold() for value in one.values)), [])
        here = [by_index[index] for side in one.members for index in side]
        if not any(one.kind is DifferenceKind.NAME or _share_words(here, there) for there in earlier):
            kept[number].append(one)
        earlier.append(here)
    return tuple(tuple(row) for row in kept)


def _names_by_reach(
    told: Sequence[Sequence[Telling]], found: Sequence[Sequence[Difference]], order: Sequence[int]
) -> list[tuple[int, Difference]]:
    """All differences with the number of their claim: in the given order, names by how many articles tell the claim."""
    reach = [len({telling.article for telling in tellings}) for tellings in told]
    rows = [(number, one) for number in order for one in found[number]]
    return sorted(rows, key=lambda row: -reach[row[0]] if row[1].kind is DifferenceKind.NAME else 0)


def _share_words(here: Sequence[Telling], there: Sequence[Telling]) -> bool:
    return any(a.article == b.article and a.span.overlap(b.span) > 0 for a in here for b in there)


def _length(tellings: Sequence[Telling]) -> float:
    return sum(len(telling.span) for telling in tellings) / max(1, len(tellings))
