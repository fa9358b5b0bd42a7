"""Acts: the PLOVER type that a verb tells of, with everything it governs and everything that changes it."""

from dataclasses import dataclass, replace

from synoptic.language.predicates import FRIENDLY, NOTHING, Frame, PredicateTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.events.clauses import (
    Surroundings,
    auxiliaries,
    children,
    complements,
    is_negated,
    is_passive,
    own_subject,
    surroundings,
)

_VERBAL = frozenset({"VERB", "AUX"})
_DEPTH = 6
_SPOKEN = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
"""The types that one does by voicing them: "expressed support", but not "described the attack"."""
_DECREED = frozenset({"YIELD", "COERCE", "SANCTION", "AID", "MOBILIZE"})
"""Those that one does by announcing them: "announced the release of"."""


@dataclass(frozen=True, slots=True)
class Act:
    """A type, the frame or operator that gave it (`rule`), the token that heads it, and how much the rule asked for.

    `through` holds the verbs that were read as governed by this one: they tell of no act of their own.
    """

    code: str
    rule: str
    head: int
    weight: float
    through: tuple[int, ...] = ()
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed article with the predicates of its language."""

    parse: Parse
    table: PredicateTable


def act_of(reading: Reading, verb: Token, depth: int = 0) -> Act | None:
    """The act that `verb` tells of: its own frame, or what its operator makes of the act it governs."""
    own = own_act(reading, verb)
    governed = _governed(reading, verb) if depth < _DEPTH else None
    inner = act_of(reading, governed, depth + 1) if governed is not None else None
    operated = _operated(reading, verb, own, governed, inner)
    if (
        operated is not None
        and governed is not None
        and (operated is not own or governed.lemma in operated.rule.split())
    ):
        operated = replace(operated, through=(governed.index, *(inner.through if inner else ())))
    return _modified(reading, verb, operated or own)


def own_act(reading: Reading, verb: Token) -> Act | None:
    """The heaviest frame of the verb's own words; else a light verb with the noun of an act."""
    parse, table = reading.parse, reading.table
    lemma = verb.lemma.lower()
    frames = table.frames.get(lemma, ())
    around = surroundings(parse, verb) if frames else None
    fitting = [frame for frame in frames if around is not None and _fits(frame, around)]
    best = max(fitting, key=lambda frame: frame.weight, default=None)
    if (best is None or best.weight < 2) and lemma in table.operator("light"):
        named = _named_act(reading, verb)
        if named is not None:
            return named
    if best is None or best.code == NOTHING:
        return None
    strong = best.weight < 2 and lemma in table.operator("strong") and around is not None and around.transitive
    strong = strong or (best.weight < 2 and lemma in table.operator("alone"))
    return Act(best.code, best.text, verb.index, 2.0 if strong else best.weight)


def _fits(frame: Frame, around: Surroundings) -> bool:
    if not set(frame.words) <= around.words:
        return False
    if frame.transitive is not None and frame.transitive != around.transitive:
        return False
    # "suspended aid in protest": only a frame with a preposition looks at the nouns behind prepositions.
    nouns = around.nouns if frame.words else around.direct
    return all(
        any(noun in nouns or (frame.literal and noun in around.words) for noun in named) for named in frame.nouns
    )


def _named_act(reading: Reading, verb: Token) -> Act | None:
    for child in children(reading.parse, verb, "dobj", "nsubjpass", "attr", "prep"):
        nouns = children(reading.parse, child, "pobj") if child.dep == "prep" else (child,)
        for noun in nouns:
            code = reading.table.nouns.get(noun.lemma.lower())
            lemma = verb.lemma.lower()
            told = _SPOKEN | _DECREED if lemma == "announce" else _SPOKEN
            spoken_only = lemma in reading.table.operator("voiced") and code not in told
            if code is not None and noun.pos == "NOUN" and not spoken_only:
                return Act(code, f"{verb.lemma} {noun.lemma}", verb.index, 2.5)
    return None


def _governed(reading: Reading, verb: Token) -> Token | None:
    """The verb that `verb` governs; the first if there are several."""
    parse = reading.parse
    found: list[Token] = []
    for one in complements(parse, verb):
        if one.pos in _VERBAL:
            found.append(one)
        elif one.lemma.lower() in reading.table.operator("ready"):
            found.extend(inner for inner in complements(parse, one) if inner.pos in _VERBAL)
    for noun in children(parse, verb, "dobj", "nsubjpass"):
        found.extend(one for one in children(parse, noun, "acl", "ccomp") if one.pos in _VERBAL and one.tag == "VB")
    return found[0] if found else None


def _operated(reading: Reading, verb: Token, own: Act | None, governed: Token | None, inner: Act | None) -> Act | None:
    """What the operator `verb` makes of `inner`; None where the verb is none or its own frame says more."""
    table, parse = reading.table, reading.parse
    lemma = verb.lemma.lower()
    ready = any(child.lemma.lower() in table.operator("ready") for child in children(parse, verb, "acomp"))
    if own is not None and own.weight >= 3 and not (governed is not None and lemma in table.operator("promise")):
        return own
    if governed is None:
        return None
    if lemma in table.operator("refuse"):
        if governed.lemma.lower() in table.operator("speechless") or (
            inner is None and lemma in table.operator("omit")
        ):
            return None
        if inner is None or inner.code in FRIENDLY or inner.code in {"REQUEST", "MOBILIZE"}:
            return Act("REJECT", f"{lemma} to {inner.rule if inner else governed.lemma}", verb.index, 3.0)
        if inner.code in {"COERCE", "SANCTION"}:
            return Act("YIELD", f"{lemma} to {inner.rule}", verb.index, 3.0)
        return None
    if lemma in table.operator("threaten"):
        weight = 3.0 if inner is not None else 1.5
        return Act("THREATEN", f"{lemma} {inner.rule if inner else governed.lemma}", verb.index, weight)
    if lemma in table.operator("promise") or ready:
        return _promised(inner, own, lemma, verb)
    if lemma in table.operator("say"):
        return _said(reading, verb, governed, inner) or own
    if lemma in table.operator("request") and _asks_another(reading, verb, governed):
        return _requested(inner, lemma, verb)
    if lemma in table.operator("transparent") and inner is not None:
        return inner if own is None or inner.weight >= own.weight else own
    return None


def _asks_another(reading: Reading, verb: Token, governed: Token) -> bool:
    """Whether "want to" and the like ask somebody else: "wants the rebels to leave", not "wants to leave"."""
    parse = reading.parse
    if verb.lemma.lower() not in reading.table.operator("wish"):
        return True
    other = own_subject(parse, governed) is not None or bool(children(parse, verb, "dobj", "dative"))
    return (other or is_passive(parse, verb)) and governed.tag in {"VB", "VBP"}


def _promised(inner: Act | None, own: Act | None, lemma: str, verb: Token) -> Act | None:
    if inner is None:
        return own
    if inner.code in FRIENDLY:
        return Act("AGREE", f"{lemma} to {inner.rule}", verb.index, inner.weight + 1)
    if inner.code in {"REJECT", "REQUEST", "ACCUSE"}:
        return inner
    code = "AGREE" if lemma in {"agree", "consent"} else "THREATEN"
    return Act(code, f"{lemma} to {inner.rule}", verb.index, inner.weight + 1)


def _requested(inner: Act | None, lemma: str, verb: Token) -> Act:
    if inner is not None and inner.code in {"SANCTION", "COERCE", "THREATEN"}:
        return Act("THREATEN", f"{lemma} {inner.rule}", verb.index, 3.0)
    return Act("REQUEST", f"{lemma} to {inner.rule}" if inner else lemma, verb.index, 3.0)


def _said(reading: Reading, verb: Token, governed: Token, inner: Act | None) -> Act | None:
    """What somebody says that somebody does: a request ("must"), or the act itself."""
    if auxiliaries(reading.parse, governed) & reading.table.operator("obligation"):
        return Act("REQUEST", f"{verb.lemma} must", verb.index, 1.5)
    return inner


def _modified(reading: Reading, verb: Token, found: Act | None) -> Act | None:
    """The act under the verb's own negation and future."""
    parse, table = reading.parse, reading.table
    future = bool(auxiliaries(parse, verb) & table.operator("future"))
    negated = is_negated(parse, verb)
    if found is None:
        return Act("REJECT", "will not", verb.index, 0.5) if future and negated and verb.pos == "VERB" else None
    if negated:
        if found.code in FRIENDLY or (found.code == "REQUEST" and future):
            return replace(found, code="REJECT", rule=f"not {found.rule}")
        return None
    if future and found.code in FRIENDLY:
        return replace(found, code="AGREE", rule=f"will {found.rule}")
    if future and found.code in {"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE"}:
        return replace(found, code="THREATEN", rule=f"will {found.rule}")
    return found
