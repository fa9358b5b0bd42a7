"""Certainty: what one account gives as fact and another as claimed, possible or planned."""

from collections.abc import Mapping, Sequence

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.words import lines_of

_ALIKE = 0.4
"""Least share of content words from which a word like "may" is held against a plain telling that lacks its predicate.
Read on seven stories of data/claims: precision .59 at recall .53 of the differences in certainty; without any such
bound .44 at .74."""


def certainty_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference where some accounts hedge and others do not. Compatible: doubt denies nothing."""
    hedged = {telling.index: word for telling in tellings if (word := _hedge(telling))}
    open_ = {telling.index: token for telling in tellings if (token := _doubt(telling)) is not None}
    plain = [telling for telling in tellings if telling.index not in hedged and telling.index not in open_]
    for telling in tellings:
        if telling.index in open_ and any(_told_plainly(telling, open_[telling.index], other) for other in plain):
            hedged.setdefault(telling.index, open_[telling.index].text)
    return _sides(tellings, hedged)


def _sides(tellings: Sequence[Telling], hedged: Mapping[int, str]) -> tuple[Difference, ...]:
    """The accounts that hedge against those that never do."""
    doubting = {telling.article for telling in tellings if telling.index in hedged}
    values = [
        (telling, "hedged", hedged[telling.index]) if telling.index in hedged else (telling, "plain", "(given as fact)")
        for telling in tellings
        if (telling.article in doubting) == (telling.index in hedged)
    ]
    if not hedged or len(doubting) == len({telling.article for telling in tellings}):
        return ()
    first = next(words for _, key, words in values if key == "hedged")
    found = difference(DifferenceKind.CERTAINTY, values, True, f"“{first}” / given as fact")
    return (found,) if found else ()


def _told_plainly(telling: Telling, doubt: Token, plain: Telling) -> bool:
    """Whether another article tells without doubt what a word of doubt governs here, or much the same words."""
    if telling.article == plain.article:
        return False
    governor = next((token for token in telling.tokens if token.index == doubt.head), doubt)
    words = content_of(plain)
    if folded(governor.lemma) in words:
        return True
    above = next((token for token in telling.tokens if token.index == governor.head), governor)
    main = governor.pos in ("", "VERB", "AUX") and above.pos in ("", "VERB", "AUX")
    return main and shared(content_of(telling), words) >= _ALIKE


def hedges() -> frozenset[str]:
    """Words that leave a statement in doubt, folded, of all languages (hedges.txt)."""
    return lines_of("hedges.txt")


def doubts() -> frozenset[str]:
    """Words that leave a statement open, folded, of all languages (doubts.txt)."""
    return lines_of("doubts.txt")


def _hedge(telling: Telling) -> str:
    """The word of doubt in a telling, empty where there is none."""
    return next((token.text for token in telling.tokens if folded(token.text) in hedges()), "")


def _doubt(telling: Telling) -> Token | None:
    """The first word that leaves a telling open; in English no name of a month ("May")."""
    denied = {token.head for token in telling.tokens if token.dep == "neg"}
    words = (token for token in telling.tokens if folded(token.text) in doubts() and token.head not in denied)
    return next((token for token in words if token.pos in ("", "AUX", "ADV", "ADJ") and token.tag != "NNP"), None)
