"""Certainty: what one account gives as fact and another as claimed, possible or planned."""

from collections.abc import Sequence

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling

_HEDGES = frozenset(
    "allegedly reportedly apparently purportedly supposedly seemingly alleged apparent purported reputed suspected "
    "presumed unconfirmed believed presuntamente supuestamente presunto aparentemente prétendument apparemment présumé "
    "alegadamente supostamente angeblich mutmaßlich offenbar presumibilmente apparentemente presunta".split()
)
"""Words that leave a statement in doubt, English, Spanish, French, Portuguese, German, Italian."""


def certainty_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference where some accounts hedge and others do not. Compatible: doubt denies nothing."""
    values = []
    for telling in tellings:
        hedge = _hedge(telling)
        values.append((telling, "hedged" if hedge else "plain", hedge or "(given as fact)"))
    hedged = {telling.article for telling, key, _ in values if key == "hedged"}
    plain = {telling.article for telling, key, _ in values if key == "plain"} - hedged
    if not hedged or not plain:
        return ()
    first = next(words for _, key, words in values if key == "hedged")
    kept = [(telling, key, words) for telling, key, words in values if (telling.article in hedged) == (key == "hedged")]
    found = difference(DifferenceKind.CERTAINTY, kept, True, f"“{first}” / given as fact")
    return (found,) if found else ()


def _hedge(telling: Telling) -> str:
    """The word of doubt in a telling, empty where there is none."""
    for token in telling.tokens:
        if folded(token.text) in _HEDGES:
            return token.text
    return ""
