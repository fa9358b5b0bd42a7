"""Whether a clause affirms or denies, and whether it is given as fact, planned, possible or under a condition."""

from synoptic.language.modality import ModalityTable, modality_table
from synoptic.records.annotation import Modality, Polarity
from synoptic.records.parse import Parse, Token

_HELD = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "dobj", "attr"})
_BELOW = frozenset({"xcomp", "ccomp"})


def polarity_of(parse: Parse, head: Token) -> Polarity:
    """Negative where the clause's own verb is negated, its subject or object is "no …", or it is what is denied.

    Two negations make it positive again; "not only" denies nothing.
    """
    table = modality_table(parse.language or "en")
    children = parse.children(head.index)
    count = sum(_negates(parse, table, child) for child in children)
    infinitive = any(child.dep == "xcomp" and _has_to(parse, child) for child in children)
    count += infinitive and head.lemma.lower() in table.denials
    count += any(child.dep == "acomp" and child.lemma.lower() in table.unable for child in children)
    count += head.dep in _BELOW and parse.tokens[head.head].lemma.lower() in table.denials
    return Polarity.NEGATIVE if count % 2 else Polarity.POSITIVE


def _negates(parse: Parse, table: ModalityTable, child: Token) -> bool:
    """Whether a dependent of a verb negates its clause."""
    if child.dep == "neg":
        following = parse.tokens[child.index + 1].lemma.lower() if child.index + 1 < len(parse.tokens) else ""
        return following not in table.only
    below = parse.children(child.index)
    if child.dep == "advmod":
        return child.lemma.lower() in table.negative or any(c.lemma.lower() in table.negative for c in below)
    if child.dep not in _HELD:
        return False
    inner = (c for c in below if c.dep in ("det", "neg", "preconj"))
    return child.lemma.lower() in table.negative or any(c.lemma.lower() in table.negative for c in inner)


def modality_of(parse: Parse, head: Token) -> Modality:
    """How certain the clause is, read from its own verb, its conditions and the verb it is the aim of."""
    table = modality_table(parse.language or "en")
    children = parse.children(head.index)
    words = {child.lemma.lower() for child in children if child.dep in ("aux", "mark", "advmod")}
    words |= {child.text.lower() for child in children if child.dep == "aux"}
    below = {child.lemma.lower() for child in children}
    condition = any(child.dep == "advcl" and _has_condition(parse, table, child) for child in children)
    unreal = "would" in words and "have" in words
    if words & table.conditions or unreal or (condition and words & table.conditional):
        return Modality.HYPOTHETICAL
    if words & (table.possible | table.likely) or below & table.likely or _only_seems(parse, table, head):
        return Modality.POSSIBLE
    if words & (table.future | table.demanded) or _is_planned(parse, table, head):
        return Modality.PLANNED
    return Modality.FACT


def _only_seems(parse: Parse, table: ModalityTable, head: Token) -> bool:
    """`seems to be old`, `it appears that it is old`."""
    above = parse.tokens[head.head].lemma.lower()
    complements = any(child.dep in {"xcomp", "ccomp", "oprd", "acomp"} for child in parse.children(head.index))
    return (head.lemma.lower() in table.seeming and complements) or (head.dep in _BELOW and above in table.seeming)


def _has_condition(parse: Parse, table: ModalityTable, clause: Token) -> bool:
    return any(c.dep == "mark" and c.lemma.lower() in table.conditions for c in parse.children(clause.index))


def _is_planned(parse: Parse, table: ModalityTable, head: Token) -> bool:
    """`plans to`, `is to meet`, `is going to`, `is expected to`; a clause of purpose: `met to discuss`."""
    infinitives = [c for c in parse.children(head.index) if c.dep == "xcomp" and _has_to(parse, c)]
    if head.lemma.lower() in table.planning | {"go", "be"} and infinitives:
        return True
    if head.dep == "advcl" and head.tag == "VB" and _has_to(parse, head):
        return True
    above = parse.tokens[head.head].lemma.lower()
    return head.dep in _BELOW and above in table.planning and _has_to(parse, head)


def _has_to(parse: Parse, verb: Token) -> bool:
    return any(c.dep == "aux" and c.text.lower() == "to" for c in parse.children(verb.index))
