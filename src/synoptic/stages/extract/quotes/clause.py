"""Cue + clause: "X said (that) …", "…, X said, …", "asked whether …"."""

from collections.abc import Iterator

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import Draft, indexes
from synoptic.stages.extract.quotes.speaker import agent_of, cue_group, speaker_phrase, subject_of

_ADDRESSEE = frozenset({"dative", "dobj"})
_OTHER_CLAUSE = frozenset({"conj", "cc", "advcl", "punct", "prep", "npadvmod", "mark", "dep"})


def clause_quotes(parse: Parse, table: SpeechTable) -> Iterator[Draft]:
    """A draft for every cue verb with a clause."""
    for verb in parse.tokens:
        if verb.pos not in ("VERB", "AUX"):
            continue
        known = table.cue_class("clause", verb.lemma.lower())
        if known is None:
            continue
        clause = _clause_of(parse, verb)
        if clause is not None:
            yield _after_or_before(parse, table, verb, clause, known)
        elif verb.dep in ("parataxis", "intj") or (verb.dep in ("ccomp", "advcl") and _is_parenthetical(parse, verb)):
            draft = _parenthetical(parse, table, verb, known)
            if draft is not None:
                yield draft


def _clause_of(parse: Parse, verb: Token) -> Token | None:
    clauses = [child for child in parse.children(verb.index) if child.dep == "ccomp"]
    behind = [child for child in clauses if child.index > verb.index]
    if len(clauses) > 1 and behind and any(c.index < verb.index for c in clauses):
        return next(c for c in clauses if c.index < verb.index)
    return (behind or clauses or [None])[0]


def _after_or_before(parse: Parse, table: SpeechTable, verb: Token, clause: Token, known: str) -> Draft:
    inside = frozenset(indexes(parse.subtree(clause.index)))
    head = subject_of(parse, verb.index) or agent_of(parse, verb.index)
    if clause.index < verb.index:
        content = _fronted(parse, verb, inside)
        rule = "clause before its cue"
    else:
        content = frozenset(i for i in inside if i > verb.index) if verb.index not in inside else inside
        rule = "clause behind its cue"
    speaker = speaker_phrase(parse, head, table, content)
    return Draft(
        content - set(cue_group(parse, verb.index)) - set(speaker),
        cue_group(parse, verb.index),
        verb.index,
        speaker,
        known,
        rule,
        _addressee(parse, verb, content),
    )


def _addressee(parse: Parse, verb: Token, content: frozenset[int]) -> tuple[int, ...]:
    """To whom: the object beside the clause, or a "to" phrase."""
    for child in parse.children(verb.index):
        if child.dep in _ADDRESSEE and child.index not in content:
            inner = [i for i in indexes(parse.subtree(child.index)) if i not in content]
            if child.dep == "dative" and child.pos == "ADP":
                inner = [i for i in inner if i != child.index]
            return tuple(inner)
    return ()


def _fronted(parse: Parse, verb: Token, inside: frozenset[int]) -> frozenset[int]:
    """What stands before the cue's own clause, from the start of the sentence (or of the cue's coordinate clause).

    Adverbial clauses in front belong to what is said although the parse hangs them on the cue.
    """
    own = {verb.index}
    for child in parse.children(verb.index):
        if child.dep in ("nsubj", "aux", "neg", "auxpass", "nsubjpass") or (
            child.index > verb.index and child.dep not in ("ccomp",)
        ):
            own |= set(indexes(parse.subtree(child.index)))
    first_own = min(i for i in own if i > min(inside))
    front = set(inside)
    for child in parse.children(verb.index):
        if child.index < min(inside) and child.dep in ("advcl", "prep", "npadvmod", "advmod", "mark", "punct", "dep"):
            front |= set(indexes(parse.subtree(child.index)))
    kept = {i for i in front if i < first_own or (i in inside and i not in own)}
    return frozenset(kept - own)


def _is_parenthetical(parse: Parse, verb: Token) -> bool:
    """Whether a cue without clause of its own stands between commas inside another clause: "those, he said, are"."""
    unit = [t for t in parse.subtree(verb.index) if t.text not in (",",)]
    first, last = unit[0].index, unit[-1].index
    start, end = parse.sentences[parse.sentence_of(verb.index)]
    before = first > start and parse.tokens[first - 1].text == ","
    after = last + 1 < end and parse.tokens[last + 1].text in (",", ".", "—", "--")
    return before and after and len(unit) <= 12 and not any(t.dep == "mark" for t in unit if t.head == verb.index)


def _parenthetical(parse: Parse, table: SpeechTable, verb: Token, known: str) -> Draft | None:
    if verb.head == verb.index:
        return None
    unit = set(indexes(parse.subtree(verb.index)))
    whole = frozenset(i for i in indexes(parse.subtree(verb.head)) if i not in unit)
    head = subject_of(parse, verb.index, 0)
    if not whole or head is None:
        return None
    speaker = speaker_phrase(parse, head, table, whole)
    return Draft(whole, cue_group(parse, verb.index), verb.index, speaker, known, "cue put in")
