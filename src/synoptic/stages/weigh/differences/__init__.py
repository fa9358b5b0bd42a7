"""Differences: in what the tellings of one claim differ, one kind a module, each compatible or not by a stated rule."""

from collections.abc import Mapping, Sequence

from synoptic.records.findings import Difference
from synoptic.stages.weigh.differences.attribution import attribution_differences
from synoptic.stages.weigh.differences.telling import Telling


def find_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """All differences between the tellings of one claim; none where one article alone tells it."""
    if len({telling.article for telling in tellings}) < 2:
        return ()
    return attribution_differences(tellings, entity_names)
