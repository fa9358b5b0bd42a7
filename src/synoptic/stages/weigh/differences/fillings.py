"""Fillings: words that stand for each other in the tellings of a claim, and the difference that they make."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.words import listed

OTHERWISE = "(no such word)"
MODIFIERS = frozenset({"compound", "amod"})

_STEM = 5
"""Letters by which a word is known: "revelers" and "revellers" part, "release" and "released" do not."""

_NEAR = 4
"""Tokens from a noun within which the words belong to it that are shown with it."""

_WITH_NOUN = frozenset({"compound", "amod", "nummod", "poss", "neg"})
_WITH_VERB = frozenset({"neg", "prt"})

_QUOTED = frozenset('"“”«»„')


@dataclass(frozen=True, slots=True)
class Filling:
    """A word of a telling that others put otherwise, and its stem."""

    telling: Telling
    token: Token

    @property
    def stem(self) -> str:
        """The letters by which the word is known."""
        return stem(self.token)


def wording_of(fillings: Sequence[Filling], tellings: Sequence[Telling], how: str) -> tuple[Difference, ...]:
    """The difference that fillings make: a side a stem; accounts that have none of the words make one of their own.

    `how` says in a few words how they stand for each other.
    """
    if not fillings:
        return ()
    known = {filling.stem for filling in fillings}
    values = [(each.telling, each.stem, each.telling.words(shown(each))) for each in fillings]
    told = {each.telling.article for each in fillings}
    told |= {telling.article for telling in tellings if known & stems(telling)}
    values += [(telling, "", OTHERWISE) for telling in tellings if telling.article not in told]
    made = difference(DifferenceKind.WORDING, values, True, how)
    return (made,) if made else ()


def stem(token: Token) -> str:
    """The letters by which a word is known."""
    return folded(token.lemma or token.text)[:_STEM]


def stems(telling: Telling) -> frozenset[str]:
    """The stems of all words of a telling."""
    return frozenset(map(stem, telling.tokens))


def chosen(token: Token, *, opens: bool) -> bool:
    """Whether a word is a choice among words: no name, no measure of time, no empty verb.

    An adjective with a capital names where something is from, unless it opens the telling.
    """
    empty = listed("phrasing", "empty") | listed("phrasing", "times")
    plain = token.pos in ("NOUN", "VERB") or (token.pos == "ADJ" and (opens or not token.text[:1].isupper()))
    return plain and token.text.isalpha() and folded(token.lemma) not in empty


def free_tokens(telling: Telling) -> list[Token]:
    """The tokens of a telling that are words to choose, in no name, figure or time."""
    named = [naming.span for naming in telling.names]
    named += [quantity.span for quantity in telling.quantities] + [time.span for time in telling.times]
    return [
        token
        for token in telling.tokens
        if chosen(token, opens=token is telling.tokens[0]) and not any(span.overlap(token.span) for span in named)
    ]


def shown(filling: Filling) -> Span:
    """A noun with what stands close before it, a modifier with its noun, a verb with its particle."""
    token, tokens = filling.token, filling.telling.tokens
    modifies = token.dep in MODIFIERS and token.pos != "VERB"
    head = next((t for t in tokens if t.index == token.head), token) if modifies else token
    wanted = _WITH_VERB if head.pos == "VERB" else _WITH_NOUN
    inside = [head, token, *(t for t in tokens if t.head == head.index and t.dep in wanted)]
    near = [t for t in inside if abs(t.index - head.index) <= _NEAR]
    whole = Span(min(t.start for t in near), max(t.end for t in near))
    return token.span if _QUOTED & set(filling.telling.words(whole)) else whole
