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
from synoptic.stages.extract.events.clauses import actor, children, conjuncts, is_passive, objects, own_subject, subject

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "punct", "appos", "cc", "conj", "parataxis"})
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
_MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_FULL = 3.0
"""The weight of a frame with an object noun."""
_TOWARDS = frozenset({"with", "to", "in", "at", "on"})
_WITHIN = frozenset({"prep", "pobj", "poss", "conj", "amod", "compound", "nmod", "appos", "dobj", "dative"})


_DIRECT = frozenset({"CONSULT", "ASSAULT", "YIELD"})
"""Types that a bare verb tells of only where who it is done to is its object, not a word inside it ("met the deadlines
of the bank", "released pictures of the mayor")."""
_PERSONAL = frozenset({"CONSULT", "YIELD"})
"""Of these, what is done to people or bodies alone."""
_JUDGED = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"})
"""What is said of a thing reaches whose it is, not where it lies."""
_FORCEFUL = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_AGENTIVE = re.compile(r"(?:[eo]r|ist|ian|ant|ent|ee|man|men|woman|women|people|folk)s?\Z")
"""Endings of nouns for people who act ("Kiva voters"), against things of those whom a name names ("Kiva flights")."""
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
        self._named = frozenset(i for name in parse.names if name.label in _NAMED for i in range(name.first, name.last))

    def of(self, token: Token) -> Participant | None:
        """The participant that a noun heads, or None where it names nobody who could act."""
        known = self._entity.get(token.index)
        if known is not None:
            return Participant(self._wide(token), known)
        if token.index in self._named or token.lemma.lower() in self._table.actors or self._is_named_by(token):
            return Participant(self._wide(token), None)
        return None

    def doer(self, token: Token, code: str, verb: Token) -> Participant | None:
        """The participant that a noun heads where it can do that: things act by force alone, journeys are of office."""
        found, lemma = self.of(token), token.lemma.lower()
        if found is None or _is_dateline(self._parse, token):
            return None
        known = token.index in self._named or found.entity is not None
        if known and token.pos != "NOUN":
            return found
        if lemma in self._table.instruments and code not in _FORCEFUL:
            return None
        if code == "CONSULT" and verb.lemma.lower() in self._table.journeys and lemma not in self._table.travellers:
            return None
        return found if known or self.is_public(token) else None

    def is_public(self, token: Token) -> bool:
        """Whether a noun is one for people or bodies who act, rather than for a thing of theirs ("Kiva flights")."""
        lemma = token.lemma.lower()
        return token.index in self._entity or lemma in self._table.actors or bool(_AGENTIVE.search(lemma))

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
            todo.extend(child for child in parse.children(one.index) if child.dep not in _CLAUSAL)
        return parse.span(first, last + 1)


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
            found = cast.of(noun)
            if act.code in _JUDGED and _only_says_where(parse, noun):
                continue
            if act.weight <= 1 and act.code in _PERSONAL and noun.pos == "NOUN" and not cast.is_public(noun):
                continue
            if noun.tag == "PRP" and noun.text.lower().endswith(("self", "selves")):
                return None
            if found is not None and not any(_same(found, doer) for doer in doers):
                return found
    return doers[1] if mutual else None


def _is_dateline(parse: Parse, token: Token) -> bool:
    """Whether a noun in capitals stands before the dash of its sentence's beginning: "KIVA, Korvia — A court …"."""
    if not token.text.isupper() or len(token.text) < 4:
        return False
    tokens = parse.sentence_tokens(parse.sentence_of(token.index))
    head = tokens[:_DATELINE]
    return any(one.text in {"—", "–", "--", "-"} and one.index > token.index for one in head) and token in head


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
