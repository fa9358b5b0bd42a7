"""Clauses: who acts, on what, under which negation and modality, as a dependency parse tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from synoptic.records.parse import Parse, Token

_SUBJECT = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass", "nsubj:pass"})
_OBJECT = frozenset({"dobj", "obj", "dative", "iobj", "attr", "oprd"})
_COMPLEMENT = frozenset({"xcomp", "ccomp", "acomp", "pcomp"})
_PREPOSITION = frozenset({"prep", "agent", "prt"})
_TIMES = frozenset({"DATE", "TIME"})
_NESTED = frozenset({"prep", "pobj", "compound", "conj", "nmod", "pcomp", "amod", "appos"})


def children(parse: Parse, verb: Token, *deps: str) -> tuple[Token, ...]:
    """The dependents of `verb` with one of these relations."""
    return tuple(child for child in parse.children(verb.index) if child.dep in deps)


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb stands in the passive voice ("was arrested", "the men detained by police")."""
    found = {child.dep for child in parse.children(verb.index)}
    if verb.tag == "VBN" and verb.dep == "advcl" and not found & ({"aux"} | _SUBJECT):
        return True  # "when asked", "accused of theft, …"
    return bool(found & (_PASSIVE | {"auxpass", "agent"})) or (
        verb.tag == "VBN" and verb.dep in {"acl", "relcl"} and not found & _SUBJECT
    )


def own_subject(parse: Parse, verb: Token) -> Token | None:
    """The subject that stands with the verb itself."""
    return next((child for child in parse.children(verb.index) if child.dep in _SUBJECT | _PASSIVE), None)


def subject(parse: Parse, verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb it is joined to, depends on as complement, or modifies."""
    found = own_subject(parse, verb)
    steps = 0
    while found is None and verb.head != verb.index and steps < 6:
        head = parse.tokens[verb.head]
        if verb.dep in {"relcl", "acl"} and head.pos in {"NOUN", "PROPN", "PRON"}:
            return head
        if verb.dep not in {"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "acomp", "dep"}:
            return None
        if verb.dep == "pcomp" and (other := _charged(parse, head)) is not None:
            return other
        verb, steps = head, steps + 1
        if verb.pos in {"VERB", "AUX"}:
            found = own_subject(parse, verb)
    return found


def _charged(parse: Parse, preposition: Token) -> Token | None:
    """Who does what stands behind "of", "for" or "from": "accused the mayor of hiding it", "kept them from leaving"."""
    verb = parse.tokens[preposition.head]
    if preposition.lemma.lower() not in {"of", "for", "from"} or verb.pos != "VERB" or is_passive(parse, verb):
        return None
    return next(iter(children(parse, verb, "dobj")), None)


def agent(parse: Parse, verb: Token) -> Token | None:
    """The noun of a passive's "by"."""
    below = [inner for prep in children(parse, verb, "prep") for inner in children(parse, prep, "pcomp")]
    # "was accused of theft by the mayor": the parser hangs the agent on what is nearest.
    preps = (*children(parse, verb, "agent"), *(by for one in below for by in children(parse, one, "agent", "prep")))
    for by in preps:
        if by.lemma.lower() == "by":
            for noun in children(parse, by, "pobj"):
                return noun
    return None


def actor(parse: Parse, verb: Token) -> Token | None:
    """Who does it: the subject of an active verb, the agent of a passive."""
    return agent(parse, verb) if is_passive(parse, verb) else subject(parse, verb)


def conjuncts(parse: Parse, token: Token) -> tuple[Token, ...]:
    """A noun and those that are joined to it by "and" or a comma."""
    found = [token]
    for one in found:
        found.extend(children(parse, one, "conj"))
    return tuple(sorted(found, key=lambda one: one.index))


def objects(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """The nouns that the verb takes: objects, predicative nouns, passive subjects, nouns after its prepositions."""
    found: list[Token] = []
    for child in parse.children(verb.index):
        if child.dep in _OBJECT | _PASSIVE:
            found.append(child)
        elif child.dep == "prep":
            found.extend(_after(parse, child))
    passive = verb.dep in {"relcl", "acl"} and is_passive(parse, verb) and own_subject(parse, verb) is None
    if passive or _is_object_clause(parse, verb):
        found.append(parse.tokens[verb.head])
    return tuple(one for noun in found for one in conjuncts(parse, noun))


def _after(parse: Parse, preposition: Token) -> tuple[Token, ...]:
    found: list[Token] = []
    for child in parse.children(preposition.index):
        if child.dep == "pobj":
            found.append(child)
        elif child.dep == "prep":
            found.extend(_after(parse, child))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands with a verb, as lemmas: nouns of its direct objects, of all its objects, and its other words.

    `words` are particles, prepositions, adverbs and the verbs of complements; `transitive` tells of a direct object.
    """

    direct: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    transitive: bool


def surroundings(parse: Parse, verb: Token) -> Surroundings:
    """What stands with a verb; prepositions of a date or time ("on Monday") are left out."""
    every = objects(parse, verb)
    direct = [noun for noun in every if noun.dep != "pobj" or parse.tokens[noun.head].dep == "conj"]
    return Surroundings(
        _noun_words(parse, direct),
        _noun_words(parse, every),
        _words(parse, verb),
        bool(children(parse, verb, "dobj", "nsubjpass"))
        or (verb.dep in {"acl", "relcl"} and is_passive(parse, verb))
        or _is_object_clause(parse, verb),
    )


def _is_object_clause(parse: Parse, verb: Token) -> bool:
    """Whether the noun before a relative clause is the object of its verb: "the deal that the mayor struck"."""
    doer = own_subject(parse, verb)
    own = any(child.tag not in {"WDT", "WP"} for child in children(parse, verb, "dobj"))
    return verb.dep == "relcl" and doer is not None and doer.tag not in {"WDT", "WP"} and not own


def _noun_words(parse: Parse, nouns: Iterable[Token]) -> frozenset[str]:
    """The lemmas of nouns and of the nouns that make them up ("a batch of peacekeepers", "a travel ban")."""
    found: set[str] = set()
    level = list(nouns)
    for _ in range(4):
        found.update(one.lemma.lower() for one in level)
        level = [child for one in level for child in parse.children(one.index) if child.dep in _NESTED]
    return frozenset(found)


def _words(parse: Parse, verb: Token) -> frozenset[str]:
    dated = {index for name in parse.names if name.label in _TIMES for index in range(name.first, name.last)}
    found: set[str] = set()
    for child in parse.children(verb.index):
        if child.dep == "prep" and any(one.index in dated for one in children(parse, child, "pobj")):
            continue
        # "After the war, he went home": what stands in front belongs to the sentence, not to the verb.
        if child.dep == "prep" and child.index < verb.index and child.tag != "WDT":
            continue
        if child.dep in _PREPOSITION | {"advmod", "acomp", "xcomp", "advcl", "oprd", "ccomp"}:
            found.add(child.lemma.lower())
            if child.dep in {"prep", "advmod"}:
                found.update(one.lemma.lower() for one in children(parse, child, "prep", "pobj", "pcomp"))
            if child.dep == "xcomp":
                found.add("to")
            if child.dep in {"advcl", "xcomp"}:
                found.update(one.lemma.lower() for one in children(parse, child, "dobj"))
    return frozenset(found)


def complements(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """The verbs that a verb governs: "agreed to *lift*", "said it *will*", "accused of *sending*"."""
    found: list[Token] = []
    for child in parse.children(verb.index):
        if child.dep in _COMPLEMENT:
            found.append(child)
        elif child.dep == "prep":
            found.extend(children(parse, child, "pcomp"))
    return tuple(found)


def is_negated(parse: Parse, verb: Token) -> bool:
    """Whether "not", "never" or "no longer" stands with the verb."""
    return any(
        child.dep == "neg" or child.lemma.lower() in {"never", "not", "n't", "neither", "nor"}
        for child in parse.children(verb.index)
    )


def auxiliaries(parse: Parse, verb: Token) -> frozenset[str]:
    """The auxiliary verbs of a verb, as written in lower case."""
    return frozenset(child.text.lower() for child in parse.children(verb.index) if child.dep in {"aux", "auxpass"})
