"""Polarity: what one account affirms, another denies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from synoptic.records.annotation import Modality
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.words import lines_of, listed

_ALIKE = 0.5
"""Least share of the content words of the shorter telling that both hold where one denies the other's predicate. At .3
topical neighbours are set against each other; nearly all of them are rhetoric ("this is not the last word")."""

_DENIED = 0.25
"""The same where one account reports a denial in so many words ("denied that …")."""

_DENIED_SHARE = 0.34
"""Least share of the content words of what is denied that the account holds which tells it as a fact."""

_EMPTY = listed("polarity", "empty")
_NEGATIONS = listed("polarity", "negations")
_TORN = listed("polarity", "torn")
_REBUFFS = listed("polarity", "rebuffs")
_REBUFFED = listed("polarity", "rebuffed")
_ONLY = listed("polarity", "only")

_SUPPOSED = listed("polarity", "supposed")


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A verb, adjective or noun that is predicated of something, and whether it is denied."""

    lemma: str
    token: Token
    denied: bool


def polarity_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference where one account affirms what another denies.

    Not compatible. Either both hold one predicate, of like words, and it is denied in one of them, or one reports a
    denial and the other tells the same as a fact. Possible and hypothetical statements deny nothing.
    """
    for one, other in combinations(tellings, 2):
        if one.article == other.article:
            continue
        words = _opposed(one, other)
        if words is not None:
            denied, affirmed = (words[0], words[1]) if words[2] else (words[1], words[0])
            reason = f"denied: “{denied}”; affirmed: “{affirmed}”"
            found = difference(DifferenceKind.POLARITY, [(one, "1", words[0]), (other, "2", words[1])], False, reason)
            if found:
                return (found,)
    return ()


def _opposed(one: Telling, other: Telling) -> tuple[str, str, bool] | None:
    """The words of both that stand against each other, and whether the first is the one that denies."""
    alike = shared(content_of(one), content_of(other))
    if alike >= _DENIED:
        here, there = _denial(one), _denial(other)
        denier, teller, verb = (one, other, here) if there is None else (other, one, there)
        if verb is not None and None in (here, there) and not _negative(teller) and _is_of(denier, verb, teller):
            return _clause(one, here), _clause(other, there), here is not None
    if alike < _ALIKE:
        return None
    rest = {predicate.lemma: predicate for predicate in _predicates(other)}
    for predicate in _predicates(one):
        rival = rest.get(predicate.lemma)
        if rival is None or rival.denied == predicate.denied:
            continue
        if not _negative(other if predicate.denied else one):
            return _clause(one, predicate.token), _clause(other, rival.token), predicate.denied
    return None


def _predicates(telling: Telling) -> Iterator[_Predicate]:
    """The predicates of a telling that are given as fact or planned."""
    inside = {token.index for token in telling.tokens}
    children: dict[int, list[Token]] = {}
    for token in telling.tokens:
        if token.head in inside and token.head != token.index:
            children.setdefault(token.head, []).append(token)
    unsure = [s.span for s in telling.statements if s.modality in (Modality.POSSIBLE, Modality.HYPOTHETICAL)]
    for token in telling.tokens:
        below = children.get(token.index, [])
        if token.pos not in ("VERB", "ADJ") or folded(token.lemma) in _EMPTY or (token.pos == "ADJ" and not below):
            continue
        if any(child.tag == "TO" for child in below):
            continue
        if any(folded(child.text) in _SUPPOSED for child in below) and any(s.contains(token.span) for s in unsure):
            continue
        yield _Predicate(folded(token.lemma), token, _is_denied(token, below, children, telling.tokens))


def _is_denied(token: Token, below: Sequence[Token], children: dict[int, list[Token]], tokens: Sequence[Token]) -> bool:
    """Whether a negation hangs on the predicate, on its subject or object, or a verb of denial governs it."""
    near = [*below, *(t for child in below if child.dep in _ARGUMENTS for t in children.get(child.index, []))]
    near += [t for t in tokens if t.index == token.index - 1]
    only = {t.index - 1 for t in tokens if folded(t.lemma) in _ONLY}
    if any(_negates(t) and t.index not in only and (t.dep in _NEGATING or t.head == token.index) for t in near):
        return True
    if token.dep in ("aux", "cop") or token.dep not in ("xcomp", "ccomp", "pcomp"):
        above = None
    else:
        above = next((t for t in tokens if t.index == token.head), None)
    return above is not None and folded(above.lemma) in denials()


_DENIED_PARTS = frozenset({"dobj", "obj", "ccomp", "xcomp", "pcomp", "nsubjpass", "acl"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "attr"})
_NEGATING = frozenset({"neg", "aux", "det", "nsubj", "nsubjpass", "dobj", "obj", "advmod", "attr"})


def denials() -> frozenset[str]:
    """The verbs of denial of all languages, folded (denials.txt)."""
    return lines_of("denials.txt")


def _denial(telling: Telling) -> Token | None:
    """The verb with which a telling reports a denial."""
    for token in telling.tokens:
        lemma = folded(token.lemma)
        rebuffs = lemma in _REBUFFS and any(t.head == token.index and t.lemma in _REBUFFED for t in telling.tokens)
        if token.pos == "VERB" and (lemma in denials() or rebuffs):
            return token
    return None


def _is_of(denier: Telling, verb: Token, teller: Telling) -> bool:
    """Whether what is denied is what the other tells: words in common with what hangs on the verb of denial."""
    below: set[int] = {t.index for t in denier.tokens if t.head == verb.index and t.dep in _DENIED_PARTS}
    if not below:
        return True
    grown = True
    while grown:
        more = {t.index for t in denier.tokens if t.head in below} - below
        below, grown = below | more, bool(more)
    words = {folded(t.lemma) for t in denier.tokens if t.index in below and t.pos in ("NOUN", "PROPN", "VERB", "ADJ")}
    return shared(frozenset(words), content_of(teller)) >= _DENIED_SHARE


def _negative(telling: Telling) -> bool:
    return any(_negates(token) for token in telling.tokens)


def _negates(token: Token) -> bool:
    """Whether a word denies."""
    word = folded(token.text).replace("’", "'")
    if word == "no" and token.dep in ("dobj", "intj", "npadvmod"):  # "vote no" denies nothing
        return False
    return word in _NEGATIONS or word.endswith("n't") or word in _TORN


def _clause(telling: Telling, token: Token | None) -> str:
    """The smallest statement around a token; the whole telling where there is none."""
    spans = [s.span for s in telling.statements if token is not None and s.span.contains(token.span)]
    return telling.words(min(spans, key=len)) if spans else telling.text
