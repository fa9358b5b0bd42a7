"""Wording: a loaded word in one account where another uses a plain one for the same."""

from collections.abc import Sequence, Set

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling

_NAMING = frozenset({"head", "modifier", "title", "epithet"})
"""The kinds of label that stand in one place; what a verb says of someone is another statement, not another word."""


_PLAIN = "(no such word)"


def wording_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference for a claim that some accounts tell with loaded words and others without.

    The plain side shows what it calls the same entity, where it labels it at all.
    """
    values: list[tuple[Telling, str, str]] = []
    entities: set[str] = set()
    for telling in tellings:
        for label, entity in telling.labels:
            if label.loaded and label.kind in _NAMING:
                words = telling.words(label.span)
                entities.add(entity)
                values.append((telling, words.casefold(), words))
    loaded_in = {telling.article for telling, _, _ in values}
    plain = [telling for telling in tellings if telling.article not in loaded_in]
    if not values or not plain:
        return ()
    calls = next((words for telling in plain if (words := _plain_label(telling, entities))), _PLAIN)
    loaded = ", ".join(dict.fromkeys(f"“{words}”" for _, _, words in values))
    shown = calls if calls == _PLAIN else f"“{calls}”"
    values += [(telling, "", calls) for telling in plain]
    found = difference(DifferenceKind.WORDING, values, True, f"loaded: {loaded}; plain: {shown}")
    return (found,) if found else ()


def _plain_label(telling: Telling, entities: Set[str]) -> str:
    labels = (label for label, entity in telling.labels if entity in entities and label.kind in _NAMING)
    return next((telling.words(label.span) for label in labels if not label.loaded), "")
