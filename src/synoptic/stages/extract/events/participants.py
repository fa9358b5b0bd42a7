"""Participants: which words of a clause are the actor and the recipient of its act, and which entities they name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.language.predicates import PredicateTable
from synoptic.records.annotation import Entity, EntityKind
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span
from synoptic.stages.extract.events.acts import Act
from synoptic.stages.extract.events.clauses import actor, agent, children, conjuncts

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "punct", "appos", "cc", "conj", "parataxis"})
_FORCEFUL = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_AGENTIVE = re.compile(r"(?:[eo]r|ist|ian|ant|ent|ee|man|men|woman|women|people|folk)s?\Z")
"""Endings of nouns for people who act ("Kiva voters"), against things of those whom a name names ("Kiva flights")."""
_ENDURED = frozenset({"COERCE", "SANCTION", "YIELD"})
"""Types that are told of those to whom they are done."""
_COUNTED = frozenset({"hundred", "thousand", "dozen", "score", "number", "million", "some", "most", "many", "all"})
"""Nouns that only count those who follow: "thousands of people"."""
_DATELINE = 14
"""How many words a dateline may take, with the dash behind it."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Words that take part in an event, with the entity they name, if any."""

    span: Span
    entity: str | None


class Cast:
    """Who may take part in the events of an article: its entities by the words that name them."""

    def __init__(self, parse: Parse, entities: Sequence[Entity], table: PredicateTable) -> None:
        self._parse = parse
        self._table = table
        self._entity: dict[int, str] = {}
        mentions = [
            (mention.span, entity)
            for entity in entities
            for mention in entity.mentions
            if entity.kind is not EntityKind.OTHER
        ]
        # The widest mention first: an inner name ("Cuba" in "the president of Cuba") then owns its own words.
        for span, entity in sorted(mentions, key=lambda one: (-len(one[0]), one[0], one[1].id)):
            first = bisect_left(parse.tokens, span.start, key=lambda token: token.start)
            last = bisect_right(parse.tokens, span.end, key=lambda token: token.end)
            self._entity.update((index, entity.id) for index in range(first, last))
        self._named = _covered(parse, _NAMED)
        self._bodies = _covered(parse, frozenset({"ORG", "GPE"}))
        self._others = _covered(parse, frozenset(name.label for name in parse.names) - _NAMED)
        self._persons = _covered(parse, frozenset({"PERSON"}))
        self._dated = _covered(parse, frozenset({"DATE", "TIME"}))

    def of(self, token: Token) -> Participant | None:
        """The participant that a noun heads, or None where it names nobody who could act."""
        known = self._entity.get(token.index)
        if known is not None:
            return Participant(self._wide(token), known)
        # A name that the model missed ("ISIS") is still one, where it took it for nothing else.
        missed = token.pos == "PROPN" and token.index not in self._others and token.tag in {"NNP", "NNPS"}
        lemma = token.lemma.lower()
        if token.index in self._named or missed or lemma in self._table.actors or self._is_named_by(token):
            return Participant(self._wide(token), None)
        return None

    def doer(self, token: Token, code: str, verb: Token) -> Participant | None:
        """The participant that a noun heads where it can do that: things act by force alone, journeys are of office."""
        found, lemma = self.of(token), token.lemma.lower()
        if found is None or _is_dateline(self._parse, token):
            return None
        known = token.index in self._named or found.entity is not None or token.pos == "PROPN"
        if known and token.pos != "NOUN":
            return found
        if lemma in self._table.instruments and (code not in _FORCEFUL or self._is_bodily(token)):
            return None
        if code == "CONSULT" and verb.lemma.lower() in self._table.journeys and lemma not in self._table.travellers:
            return None
        return found if known or self.is_public(token) else None

    def is_public(self, token: Token) -> bool:
        """Whether a noun is one for people or bodies who act, rather than for a thing of theirs ("Kiva flights")."""
        lemma = token.lemma.lower()
        return token.index in self._entity or lemma in self._table.actors or bool(_AGENTIVE.search(lemma))

    def is_somebody(self, token: Token) -> bool:
        """Whether a noun names or means people or bodies, rather than a thing of theirs or what they act with."""
        if token.lemma.lower() in self._table.instruments:
            return False
        return token.pos == "PROPN" or token.index in self._entity or self.is_public(token)

    def is_named(self, token: Token) -> bool:
        """Whether a token is part of a name or of an entity's description."""
        return token.pos == "PROPN" or token.index in self._named or token.index in self._entity

    def is_body(self, token: Token) -> bool:
        """Whether a noun is part of the name of a body or a country."""
        return token.index in self._bodies

    def _is_bodily(self, token: Token) -> bool:
        """Whether a word before a noun takes it out of public life ("heart attack")."""
        before = {child.lemma.lower() for child in children(self._parse, token, "compound", "amod", "nmod")}
        return bool(before & self._table.operator("bodily"))

    def _is_named_by(self, token: Token) -> bool:
        """Whether a name says whose or which ones they are ("Kiva critics", "critics of Kiva")."""
        return token.pos == "NOUN" and any(
            child.dep in {"compound", "amod", "nmod"} and child.index in self._named
            for child in self._parse.children(token.index)
        )

    def _wide(self, token: Token) -> Span:
        """The noun phrase of a token without its clauses and its conjuncts."""
        parse = self._parse
        first = last = token.index
        todo = [token]
        for one in todo:
            first, last = min(first, one.index), max(last, one.index)
            inside = [child for child in parse.children(one.index) if one is not token or child.dep != "case"]
            todo.extend(child for child in inside if child.dep not in _CLAUSAL and not self._sets(child, one))
        return parse.span(first, last + 1)

    def _sets(self, preposition: Token, noun: Token) -> bool:
        """Whether a preposition leads on to when ("police on Friday") or, of somebody named, to where it was."""
        inside = children(self._parse, preposition, "pobj")
        dated = any(one.index in self._dated for one in inside)
        return preposition.dep == "prep" and (dated or (noun.index in self._persons and preposition.lemma != "of"))


def actors_of(cast: Cast, parse: Parse, act: Act) -> tuple[Participant, ...]:
    """Who does the act, first among them the head of the subject or the agent."""
    verb = parse.tokens[act.head]
    doer = actor(parse, verb)
    if doer is not None and doer.pos == "PRON":
        doer = _plainly(cast, doer, _stood_for(parse, verb, doer))
    if doer is not None and _is_dateline(parse, doer):
        doer = next((one for one in parse.subtree(doer.index) if one.dep == "appos" and one.pos == "NOUN"), doer)
    found = [cast.doer(one, act.code, verb) for one in conjuncts(parse, doer)] if doer is not None else []
    return tuple(one for one in found if one is not None)


def endures(cast: Cast, parse: Parse, table: PredicateTable, act: Act) -> Participant | None:
    """To whom a passive without an agent was done ("was arrested on Monday"), where that tells of an act by itself.

    Only what nobody suffers by accident: people are killed in storms too.
    """
    verb = parse.tokens[act.head]
    strong = verb.lemma.lower() in table.operator("strong") and verb.lemma.lower() != "kill"
    told = act.weight >= 2 and (act.code in _ENDURED or (act.code == "ASSAULT" and strong))
    if not told or agent(parse, verb) is not None:
        return None
    heads = list(children(parse, verb, "nsubjpass"))
    for head in heads:
        counted = head.lemma.lower() in _COUNTED or head.pos == "NUM"
        of = [prep for prep in children(parse, head, "prep") if counted and prep.lemma == "of"]
        heads += [*children(parse, head, "appos"), *(one for prep in of for one in children(parse, prep, "pobj"))]
    return next((found for one in heads if cast.is_somebody(one) and (found := cast.of(one)) is not None), None)


def _plainly(cast: Cast, pronoun: Token, noun: Token | None) -> Token | None:
    """The noun in the place of a pronoun: where nothing tells whom that means, or it means the same."""
    known = cast.of(pronoun)
    named = cast.of(noun) if noun is not None else None
    return noun if known is None or (named is not None and named.entity == known.entity) else pronoun


def _stood_for(parse: Parse, verb: Token, pronoun: Token) -> Token | None:
    """The noun of a relative pronoun; for "said it would", the one who said so."""
    if pronoun.tag in {"WDT", "WP"}:
        return parse.tokens[verb.head] if verb.dep == "relcl" else None
    above = parse.tokens[verb.head]
    return actor(parse, above) if verb.dep == "ccomp" and above.pos == "VERB" else None


def _covered(parse: Parse, labels: frozenset[str]) -> frozenset[int]:
    """The tokens of the names with one of these labels."""
    return frozenset(i for name in parse.names if name.label in labels for i in range(name.first, name.last))


def _is_dateline(parse: Parse, token: Token) -> bool:
    """Whether a noun in capitals stands before the dash of its sentence's beginning: "KIVA, Korvia — A court …"."""
    if not token.text.isupper() or len(token.text) < 4:
        return False
    tokens = parse.sentence_tokens(parse.sentence_of(token.index))
    head = tokens[:_DATELINE]
    return any(one.text in {"—", "–", "--", "-"} and one.index > token.index for one in head) and token in head
