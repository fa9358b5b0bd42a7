"""Recipients: to whom the act of a verb is done, and which of its nouns only say where, when or about what."""

from collections.abc import Sequence

from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.events.acts import Act
from synoptic.stages.extract.events.clauses import children, is_passive, objects, own_subject, subject
from synoptic.stages.extract.events.participants import Cast, Participant
from synoptic.stages.extract.events.settings import is_place

_ASIDE = frozenset(
    {
        "according",
        "during",
        "after",
        "before",
        "since",
        "because",
        "despite",
        "amid",
        "including",
        "than",
        "without",
        "as",
    }
)
"""Prepositions that lead away from what is done to whom."""
_LOCATIVE = frozenset({"in", "at", "near", "inside", "outside", "across", "within", "around", "throughout"})
"""Prepositions of place."""
_MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_FULL = 3.0
"""The weight of a frame with an object noun."""
_TOWARDS = frozenset({"with", "to", "in", "at", "on"})
_WITHIN = frozenset({"prep", "pobj", "poss", "conj", "amod", "compound", "nmod", "appos", "dobj", "dative"})


_BEFORE = frozenset({"compound", "amod", "nmod"})
"""What stands before a noun takes part by its name alone: "a Kivan base", but not "a military base"."""
_DIRECT = frozenset({"CONSULT", "ASSAULT", "YIELD"})
"""Types that a bare verb tells of only where who it is done to is its object, not a word inside it ("met the deadlines
of the bank", "released pictures of the mayor")."""
_PERSONAL = frozenset({"CONSULT", "YIELD"})
"""Of these, what is done to people or bodies alone."""
_JUDGED = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"})
"""What is said of a thing reaches whose it is, not where it lies."""


def recipient_of(cast: Cast, parse: Parse, act: Act, doers: Sequence[Participant]) -> Participant | None:
    """To whom it is done: the nearest participant among the objects of the act's verbs who is not the actor.

    Of acts that two do together ("met in Kiva") it is the second of them, where no object says with whom.
    """
    # "signed a treaty" is done together, "defended the plan" side by side.
    mutual = len(doers) > 1 and act.code in _MUTUAL and (act.code != "SUPPORT" or act.weight >= _FULL)
    if (
        mutual
        and not set(act.rule.split()) & _TOWARDS
        and not children(parse, parse.tokens[act.head], "dobj", "dative")
    ):
        return doers[1]
    for index in (act.head, *act.through):
        verb = parse.tokens[index]
        # "urged the rebels to leave": the governed verb has a subject of its own, which is the recipient.
        inner = own_subject(parse, verb) if index != act.head else None
        depth = 1 if act.weight <= 1 and act.code in _DIRECT else 4
        for noun in (*((inner,) if inner is not None else ()), *_ranked(parse, verb, depth)):
            found = cast.of(noun) if cast.is_named(noun) or noun.dep not in _BEFORE else None
            if _is_setting(parse, act, verb, noun) or (act.code in _JUDGED and _only_says_where(parse, noun)):
                continue
            if act.weight <= 1 and act.code in _PERSONAL and noun.pos == "NOUN" and not cast.is_public(noun):
                continue
            if noun.tag == "PRP" and noun.text.lower().endswith(("self", "selves")):
                return None
            if found is not None and not any(_same(found, doer) for doer in doers):
                return found
    return doers[1] if mutual else None


def _is_setting(parse: Parse, act: Act, verb: Token, noun: Token) -> bool:
    """Whether a noun is the place of the act ("met in Oslo with", "in Oslo, she met"), not one who takes part in it.

    The predicate's own preposition makes a place stand for those who act there ("arrived in Oslo"), behind its verb.
    """
    first = noun
    while first.dep == "conj" and first.head != first.index:
        first = parse.tokens[first.head]
    above = parse.tokens[first.head]
    if first.dep != "pobj" or above.lemma.lower() not in _LOCATIVE:
        return False
    own = above.head == verb.index
    if above.index < verb.index:
        return own
    return above.lemma.lower() not in act.rule.split() and (own or is_place(parse, first))


def _only_says_where(parse: Parse, noun: Token) -> bool:
    """Whether a noun says where the object lies: "condemned the attack in Kiva" accuses nobody there."""
    above = parse.tokens[noun.head]
    inside = parse.tokens[above.head].pos in {"NOUN", "PROPN"}
    return noun.dep == "pobj" and above.lemma.lower() in {"in", "at", "near", "inside", "across", "within"} and inside


def _same(one: Participant, other: Participant) -> bool:
    return one.span.overlap(other.span) > 0 or (one.entity is not None and one.entity == other.entity)


def _ranked(parse: Parse, verb: Token, depth: int) -> tuple[Token, ...]:
    """The objects of a verb, nearest level first: the objects themselves, then the nouns inside them."""
    level = [noun for noun in objects(parse, verb) if not _is_aside(parse, noun)]
    if is_passive(parse, verb) and (doer := subject(parse, verb)) is not None:
        level.insert(0, doer)
    found: list[Token] = []
    for _ in range(depth):
        found.extend(one for one in level if one.pos in {"NOUN", "PROPN", "PRON", "ADJ"})
        level = [child for one in level for child in children(parse, one, *_WITHIN) if not _is_aside(parse, child)]
    return tuple(found)


def _is_aside(parse: Parse, token: Token) -> bool:
    """Whether a noun stands after a preposition that leads aside ("according to the ministry"), or is one itself."""
    for one in (token, parse.tokens[token.head]):
        if one.dep == "prep" and one.text.lower() in _ASIDE:
            return True
    above = parse.tokens[parse.tokens[token.head].head]
    return token.dep == "pobj" and above.dep == "prep" and above.text.lower() in _ASIDE
