"""Referents: which entity the words of an article refer to, token by token."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.language.territories import find_territory
from synoptic.records.annotation import Entity, EntityKind, Mention, MentionForm
from synoptic.records.parse import Parse, Token

_MARKS = frozenset('"“”„«»‹›「」『』') | {"''", "``"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention with its entity, its token range `[first, last)` and the token that heads it."""

    entity: str
    kind: EntityKind
    mention: Mention
    first: int
    last: int
    head: Token


class Referents:
    """The mentions of an article by the tokens they cover; where mentions lie in one another the inner one counts."""

    def __init__(self, parse: Parse, entities: Sequence[Entity]) -> None:
        self._parse = parse
        found = [(entity, mention) for entity in entities for mention in entity.mentions]
        found.sort(key=lambda one: (one[1].span, one[0].id))
        self.references = tuple(made for one in found if (made := _reference(parse, *one)) is not None)
        self._at: dict[int, Reference] = {}
        for reference in sorted(self.references, key=lambda one: (one.first - one.last, one.first)):
            for index in range(reference.first, reference.last):
                self._at[index] = reference
        self._territories: dict[str, str] = {}
        for entity in entities:
            territory = find_territory(entity.name, parse.language)
            if territory is not None:
                self._territories.setdefault(territory.code, entity.id)
        self._headed = {reference.head.index: reference for reference in self.references}

    def at(self, token: Token) -> Reference | None:
        """The innermost mention that covers a token."""
        return self._at.get(token.index)

    def headed_by(self, token: Token) -> Reference | None:
        """The mention that a token heads."""
        return self._headed.get(token.index)

    def of_noun(self, noun: Token, inside: bool = True) -> str | None:
        """The entity that a noun names; with `inside` also one that stands within its phrase ("the war in Kiva")."""
        known = self._headed.get(noun.index) or self._at.get(noun.index)
        if known is not None and not (known.mention.form is MentionForm.NAME and known.head.index != noun.index):
            return known.entity
        if not inside:
            return None
        for token in self._parse.subtree(noun.index):
            reference = self._headed.get(token.index)
            if reference is not None and reference.mention.form is not MentionForm.PRONOUN:
                return reference.entity
        return None

    def of_modifier(self, token: Token) -> str | None:
        """The entity that a modifier names: by a mention, or as the adjective of a territory that has one."""
        known = self._at.get(token.index)
        if known is not None and (known.head.index == token.index or known.mention.form is MentionForm.NAME):
            return known.entity
        territory = find_territory(token.text, self._parse.language)
        return self._territories.get(territory.code) if territory is not None else None

    def nearest(self, token: Token, within: int) -> str | None:
        """The entity of the mention nearest to a token in its sentence, at most `within` tokens away."""
        number = self._parse.sentence_of(token.index)
        near = [
            one
            for one in self.references
            if self._parse.sentence_of(one.head.index) == number
            and abs(one.head.index - token.index) <= within
            and not self._marks_between(one.head, token)
        ]
        best = min(near, key=lambda one: (abs(one.head.index - token.index), one.head.index), default=None)
        return best.entity if best else None

    def _marks_between(self, one: Token, other: Token) -> bool:
        """Whether a quotation opens or closes between two tokens: what is said is not said of the speaker."""
        first, last = sorted((one.index, other.index))
        return any(token.text in _MARKS for token in self._parse.tokens[first:last])


def _reference(parse: Parse, entity: Entity, mention: Mention) -> Reference | None:
    first = bisect_right(parse.tokens, mention.span.start, key=lambda token: token.end)
    last = bisect_left(parse.tokens, mention.span.end, key=lambda token: token.start)
    tokens = parse.tokens[first:last]
    if not tokens:
        return None
    inside = {token.index for token in tokens}
    heads = [token for token in tokens if token.head not in inside or token.head == token.index]
    nouns = [token for token in heads if token.pos in {"NOUN", "PROPN", "PRON"}] or heads
    return Reference(
        entity.id, entity.kind, mention, tokens[0].index, tokens[-1].index + 1, nouns[-1] if nouns else tokens[-1]
    )
