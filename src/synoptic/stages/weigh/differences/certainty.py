"""Certainty: what one account gives as fact and another as claimed, possible or planned."""

from collections.abc import Mapping, Sequence

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.words import lines_of, listed

_ALIKE = 0.4
"""Least share of content words from which a word like "may" is held against a plain telling that lacks its predicate.
Read on seven stories of data/claims: precision .59 at recall .53 of the differences in certainty; without any such
bound .44 at .74."""


def certainty_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference where some accounts hedge and others do not. Compatible: doubt denies nothing."""
    hedged = {telling.index: word for telling in tellings if (word := _hedge(telling))}
    open_ = {telling.index: found for telling in tellings if (found := _open(telling))}
    plain = [telling for telling in tellings if telling.index not in hedged and telling.index not in open_]
    for telling in tellings:
        for doubt, of in open_.get(telling.index, ()):
            if any(_told_plainly(telling, of, other) for other in plain):
                hedged.setdefault(telling.index, doubt.text)
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


def _told_plainly(telling: Telling, governor: Token, plain: Telling) -> bool:
    """Whether another article tells without doubt the predicate that is in doubt here, or much the same words."""
    if telling.article == plain.article:
        return False
    words = content_of(plain)
    if folded(governor.lemma) in words:
        return True
    above = next((token for token in telling.tokens if token.index == governor.head), governor)
    main = governor.pos in ("", "VERB", "AUX") and above.pos in ("", "VERB", "AUX") and not _claims(above)
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


def _open(telling: Telling) -> list[tuple[Token, Token]]:
    """The first word that leaves a telling open and the verbs that claim, each with the predicate that is in doubt."""
    by_index = {token.index: token for token in telling.tokens}
    denied = {token.head for token in telling.tokens if token.dep == "neg"}
    words = (
        token
        for token in telling.tokens
        if folded(token.text) in doubts() and token.head not in denied and not _is_past_chance(token, telling.tokens)
    )
    doubt = next((token for token in words if token.pos in ("", "AUX", "ADV", "ADJ") and token.tag != "NNP"), None)
    found = [(doubt, by_index.get(doubt.head, doubt))] if doubt is not None else []
    return found + [(verb, below) for below in telling.tokens if (verb := _claiming(below, by_index)) is not None]


def _is_past_chance(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word of doubt is the "could" of what was seen ("could be seen") or did not happen ("could have")."""
    governor = next((other for other in tokens if other.index == token.head), token)
    have = any(other.head == governor.index and folded(other.lemma) == "have" for other in tokens)
    able = folded(token.text) in listed("certainty", "able")
    return able and (have or folded(governor.lemma) in listed("certainty", "perceived"))


def _claiming(below: Token, by_index: Mapping[int, Token]) -> Token | None:
    """The verb that gives a predicate as claimed: "reported being robbed", "are thought to have fled"."""
    verb = by_index.get(below.head)
    if verb is not None and below.dep == "pcomp" and verb.pos == "ADP":
        verb = by_index.get(verb.head)
    bare = below.pos == "VERB" and below.dep in ("xcomp", "pcomp")
    return verb if verb is not None and _claims(verb) and bare else None


def _claims(token: Token) -> bool:
    return token.pos == "VERB" and folded(token.lemma) in listed("certainty", "claiming")
