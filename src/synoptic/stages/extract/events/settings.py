"""When and where an event takes place, from the words of its own clause."""

from collections.abc import Sequence

from synoptic.records.annotation import Timex, TimexType
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span, hull
from synoptic.stages.extract.events.clauses import children

_PLACES = frozenset({"GPE", "LOC", "FAC"})


def date_of(parse: Parse, verb: Token, times: Sequence[Timex]) -> str | None:
    """The value of the date nearest to the verb among those of its clause, to the day; None where none has a value."""
    clause = _clause(parse, verb)
    found = [
        time
        for time in times
        if time.type in {TimexType.DATE, TimexType.TIME}
        and time.value
        and time.value[:4].isdigit()
        and clause.contains(time.span)
    ]
    nearest = min(found, key=lambda time: (abs(time.span.start - verb.start), time.span), default=None)
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
                    return " ".join(
                        token.text for token in parse.tokens[name.first : name.last] if token.lemma != "the"
                    )
    return None


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
