"""Nominal acts: what a noun tells of without a verb ("the arrest of a captain by police", "talks between two")."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from synoptic.language.predicates import EventNoun, PredicateTable
from synoptic.language.territories import find_territory
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.events.clauses import actor, auxiliaries, children, conjuncts, is_negated, is_passive
from synoptic.stages.extract.events.participants import Cast, Participant

_TEMPORAL = frozenset({"after", "before", "during", "following", "since", "amid", "until", "despite", "over"})
"""Prepositions that set an act of its own beside that of the verb."""
_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
"""Types that one does by speaking of another act."""
_POSSIBLE = frozenset(
    {"may", "might", "could", "can", "would", "will", "shall", "should", "must", "'ll", "’ll", "wo", "ca"}
)
_VERBAL = frozenset({"VERB", "AUX"})
_STEPS = 8


@dataclass(frozen=True, slots=True)
class NamedAct:
    """A noun that tells of an act, with who takes part; `rule` is the noun with the words that led to them."""

    noun: Token
    code: str
    rule: str
    actor: Participant | None
    recipient: Participant | None
    asks: tuple[frozenset[str], ...]

    def is_known(self, date: str | None, place: str | None) -> bool:
        """Whether enough is told of it to be an occurrence, not a kind of act."""
        told = {"actor": self.actor, "recipient": self.recipient, "date": date, "place": place}
        return any(all(told[slot] for slot in asked) for asked in self.asks)


def named_acts(
    parse: Parse, table: PredicateTable, cast: Cast, tokens: Sequence[Token], told: Mapping[int, str]
) -> Iterator[NamedAct]:
    """The nominal acts of a sentence; `told` has the types of the verbs that tell of an act."""
    for token in tokens:
        kind = table.event_nouns.get(token.lemma.lower())
        if kind is None or token.pos != "NOUN" or token.dep in {"compound", "amod", "nmod", "npadvmod"}:
            continue
        if kind.about and not _is_about(parse, token, kind):
            continue
        if _is_untold(parse, table, token) or _belongs(parse, token, kind, told):
            continue
        yield _read(parse, cast, token, kind)


def _is_about(parse: Parse, noun: Token, kind: EventNoun) -> bool:
    """Whether "of" leads to one of the nouns that the kind asks for ("the signing of the accord")."""
    return any(one.lemma.lower() in kind.about for one in _behind(parse, noun, frozenset({"of"})))


def _is_untold(parse: Parse, table: PredicateTable, noun: Token) -> bool:
    """Whether an act is only possible, planned, denied, feared or one of many that nobody counts."""
    words = {child.lemma.lower() for child in parse.children(noun.index) if child.dep != "prep"}
    if words & table.operator("untold_words"):
        return True
    one = noun
    for _ in range(_STEPS):
        if one.head == one.index:
            return False
        above = parse.tokens[one.head]
        if above.pos in _VERBAL:
            own = one.dep != "prep" or one.lemma.lower() not in _TEMPORAL
            return own and _is_unreal(parse, table, above)
        if above.pos == "NOUN" and above.lemma.lower() in table.operator("untold_nouns"):
            return True
        one = above
    return False


def _is_unreal(parse: Parse, table: PredicateTable, verb: Token) -> bool:
    """Whether what a verb governs need not have happened: by the verb itself, a modal, "not", "if" or "to"."""
    if verb.lemma.lower() in table.operator("untold_verbs") or is_negated(parse, verb):
        return True
    if auxiliaries(parse, verb) & _POSSIBLE:
        return True
    inside = parse.children(verb.index)
    if any(child.dep == "mark" and child.lemma.lower() in {"if", "unless", "whether"} for child in inside):
        return True
    if any(child.dep == "aux" and child.text.lower() == "to" for child in inside):
        return True
    above = parse.tokens[verb.head]
    governed = verb.dep in {"xcomp", "pcomp"} and above.index != verb.index and above.pos in _VERBAL
    return governed and _is_unreal(parse, table, above)


def _belongs(parse: Parse, noun: Token, kind: EventNoun, told: Mapping[int, str]) -> bool:
    """Whether the noun is part of what a verb tells of ("held talks", "the attack killed"): that is one act, not two.

    To condemn or to praise an act is another act than that.
    """
    one = noun
    for _ in range(_STEPS):
        if one.index in told and (told[one.index] not in _JUDGING or told[one.index] == kind.code):
            return True
        if one.head == one.index or (one.dep == "prep" and one.lemma.lower() in _TEMPORAL):
            return False
        if one.dep in {"relcl", "acl", "advcl", "ccomp", "conj"} and one.pos in _VERBAL:
            return False
        one = parse.tokens[one.head]
    return False


def _read(parse: Parse, cast: Cast, noun: Token, kind: EventNoun) -> NamedAct:
    both = kind.actor & kind.recipient
    words: list[str] = [noun.lemma.lower()]
    doers: list[Participant] = []
    done_to: list[Participant] = []
    for preposition, inside in _arguments(parse, noun):
        found = [one for token in inside if (one := cast.of(token)) is not None and cast.is_somebody(token)]
        lemma = preposition.lemma.lower()
        if lemma in both and len(found) > 1:
            doers, done_to = doers + found[:1], done_to + found[1:]
        elif lemma in kind.actor and lemma not in both:
            # "the protest of the nurses and the teachers": who stands behind "of" acts together.
            doers += found
        elif lemma in kind.recipient and lemma not in both:
            done_to += found
        else:
            continue
        if found:
            words.append(lemma)
    for token in _owners(parse, noun, kind):
        owner = cast.of(token)
        # "the bureau's arrest of …", "the paper's release": a body owns what it does.
        if owner is not None and (kind.owner == "actor" or done_to or cast.is_body(token)):
            doers.insert(0, owner)
        elif owner is not None:
            done_to.append(owner)
    if kind.code == "CONSULT" and not doers and done_to:
        doers = _of_clause(parse, cast, noun, kind)
    if (kind.code == "CONSULT" or kind.about) and len(doers) > 1 and not done_to:
        doers, done_to = doers[:1], doers[1:]
    doer = doers[0] if doers else None
    recipient = next((one for one in done_to if doer is None or not _same(one, doer)), None)
    return NamedAct(noun, kind.code, " ".join(words), doer, recipient, kind.asks)


def _arguments(parse: Parse, noun: Token) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """The prepositions that hang on the noun, or on where or when it was, with the nouns behind them."""
    direct = [child for child in parse.children(noun.index) if child.dep in {"prep", "agent"}]
    # "talks in Oslo between …", "an attack on Monday by …": the parser hangs the second on what is nearest.
    nested = [
        inner
        for prep in direct
        for inside in children(parse, prep, "pobj")
        for inner in parse.children(inside.index)
        if inner.dep in {"prep", "agent"} and inner.lemma.lower() in {"between", "by"}
    ]
    beside = _beside(parse, noun)
    for prep in sorted((*direct, *nested, *beside), key=lambda one: one.index):
        behind = tuple(one for pobj in children(parse, prep, "pobj") for one in conjuncts(parse, pobj))
        yield prep, behind


def _beside(parse: Parse, noun: Token) -> list[Token]:
    """What the parser hangs on the verb though it belongs to the noun: "talks were held in Oslo between …".

    Who stands behind "by" of an active verb does what its object names ("condemned the arrest of … by police").
    """
    verb = parse.tokens[noun.head]
    if verb.pos not in _VERBAL or noun.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return []
    wanted = {"between", "by"} if noun.dep == "dobj" and not is_passive(parse, verb) else {"between"}
    near = parse.children(verb.index)
    inside = [
        inner
        for prep in near
        if prep.dep == "prep"
        for pobj in children(parse, prep, "pobj")
        for inner in parse.children(pobj.index)
    ]
    return [one for one in (*near, *inside) if one.dep in {"prep", "agent"} and one.lemma.lower() in wanted]


def _behind(parse: Parse, noun: Token, prepositions: frozenset[str]) -> tuple[Token, ...]:
    return tuple(
        inside for prep, found in _arguments(parse, noun) if prep.lemma.lower() in prepositions for inside in found
    )


def _owners(parse: Parse, noun: Token, kind: EventNoun) -> tuple[Token, ...]:
    """The possessors of a noun, and the names before it where those act ("a Kivan raid")."""
    found = [one for child in children(parse, noun, "poss") for one in conjuncts(parse, child)]
    if kind.modified and not found:
        before = children(parse, noun, "compound", "amod", "nmod")
        # "a Korvia-led raid"
        before += tuple(one for led in before if led.lemma == "lead" for one in children(parse, led, "npadvmod"))
        found += [child for child in before if _acts_before(parse, child)]
    return tuple(found)


def _acts_before(parse: Parse, modifier: Token) -> bool:
    """Whether a name before a noun says who did it: a people, a body or a country; a town says where it was."""
    for name in parse.names:
        if name.first <= modifier.index < name.last:
            words = " ".join(token.text for token in parse.tokens[name.first : name.last])
            return name.label in {"NORP", "ORG"} or (name.label == "GPE" and find_territory(words) is not None)
    return False


def _of_clause(parse: Parse, cast: Cast, noun: Token, kind: EventNoun) -> list[Participant]:
    """Who talked where only the other is told: the subject of the clause ("after talks with …, she said")."""
    prep = parse.tokens[noun.head]
    verb = parse.tokens[prep.head] if noun.dep == "pobj" else prep
    if verb.pos not in _VERBAL or noun.dep not in {"pobj", "dobj"} or is_passive(parse, verb):
        return []
    doer = actor(parse, verb)
    found = cast.doer(doer, kind.code, verb) if doer is not None else None
    return [found] if found is not None else []


def _same(one: Participant, other: Participant) -> bool:
    return one.span.overlap(other.span) > 0 or (one.entity is not None and one.entity == other.entity)
