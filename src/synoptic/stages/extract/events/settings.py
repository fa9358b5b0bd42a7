"""When and where an event takes place, from the words of its own clause."""

from collections.abc import Sequence

from synoptic.records.annotation import Timex, TimexType
from synoptic.records.parse import NamedSpan, Parse, Token
from synoptic.records.span import Span, hull
from synoptic.stages.extract.events.clauses import children

_HAPPENS = frozenset({"take", "occur", "happen", "begin", "start", "come", "end", "hold", "kill", "last"})
"""Verbs whose clause tells when their subject was."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def date_of(parse: Parse, verb: Token, times: Sequence[Timex]) -> str | None:
    """The value of the date nearest to the verb among those of its clause, to the day; None where none has a value."""
    return _nearest(times, _clause(parse, verb), verb)


def date_of_noun(parse: Parse, noun: Token, times: Sequence[Timex]) -> str | None:
    """The value of the date among the words that hang on a noun; of its whole clause where that says when it was."""
    above = parse.tokens[noun.head]
    happens = noun.dep in {"nsubj", "nsubjpass"} and above.lemma.lower() in _HAPPENS
    whole = _clause(parse, above) if happens else hull(token.span for token in parse.subtree(noun.index))
    return _nearest(times, whole, noun)


def _nearest(times: Sequence[Timex], within: Span, token: Token) -> str | None:
    found = [
        time
        for time in times
        if time.type in {TimexType.DATE, TimexType.TIME}
        and time.value
        and time.value[:4].isdigit()
        and within.overlap(time.span)
    ]
    nearest = min(found, key=lambda time: (abs(time.span.start - token.start), time.span), default=None)
    return nearest.value[:10] if nearest is not None and nearest.value else None


def place_of(parse: Parse, verb: Token) -> str | None:
    """The name after "in" or "at" that hangs on the verb or on its object."""
    named = {index: name for name in parse.names if name.label in _PLACES for index in range(name.first, name.last)}
    heads = (verb, *children(parse, verb, "dobj", "attr", "nsubjpass", "prep"))
    for head in heads:
        preps = [
            child for child in parse.children(head.index) if child.dep == "prep" and child.lemma.lower() in {"in", "at"}
        ]
        preps += [head] if head.dep == "prep" and head.lemma.lower() in {"in", "at"} else []
        for prep in sorted(preps, key=lambda one: one.index):
            for noun in children(parse, prep, "pobj"):
                name = named.get(noun.index)
                if name is not None:
                    return _name(parse, name)
    return None


def place_of_noun(parse: Parse, noun: Token) -> str | None:
    """The place among the words that hang on a noun; of its whole clause where that says where it was."""
    above = parse.tokens[noun.head]
    happens = noun.dep in {"nsubj", "nsubjpass"} and above.lemma.lower() in _HAPPENS
    for prep in parse.subtree(above.index if happens else noun.index):
        if prep.dep == "prep" and prep.lemma.lower() in {"in", "at"}:
            for inside in children(parse, prep, "pobj"):
                name = next((n for n in parse.names if n.first <= inside.index < n.last and n.label in _PLACES), None)
                if name is not None:
                    return _name(parse, name)
    return None


def _name(parse: Parse, name: NamedSpan) -> str:
    return " ".join(token.text for token in parse.tokens[name.first : name.last] if token.lemma != "the")


def is_place(parse: Parse, token: Token) -> bool:
    """Whether a token is part of a place's name."""
    return any(name.first <= token.index < name.last and name.label in _PLACES for name in parse.names)


def _clause(parse: Parse, verb: Token) -> Span:
    """The hull of a verb's subtree without the verbs joined to it."""
    tokens = [verb]
    for child in parse.children(verb.index):
        if child.dep not in {"conj", "ccomp", "advcl", "parataxis"}:
            tokens.extend(parse.subtree(child.index))
    return hull(token.span for token in tokens)
