"""Certainty: what one account gives as fact and another as claimed, possible or planned."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling


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


@cache
def hedges() -> frozenset[str]:
    """Words that leave a statement in doubt, folded, of all languages (hedges.txt)."""
    lines = resources.files(__package__).joinpath("hedges.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(folded(line) for line in lines if line and not line.startswith("#"))


def _hedge(telling: Telling) -> str:
    """The word of doubt in a telling, empty where there is none."""
    for token in telling.tokens:
        if folded(token.text) in hedges():
            return token.text
    return ""
