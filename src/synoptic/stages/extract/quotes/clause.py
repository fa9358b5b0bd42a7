"""Cue + clause: "X said (that) …", "…, X said, …", "asked whether …"."""

from collections.abc import Iterator

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import Draft, indexes
from synoptic.stages.extract.quotes.extent import antecedents, with_reasons, without_asides
from synoptic.stages.extract.quotes.speaker import cue_group, inverted, own_subject, speaker_of, speaker_phrase

_RUNNING = frozenset({"say", "claim", "confirm", "deny", "warn", "promise", "emphasize"})
"""Classes of cues whose report may run on over several clauses."""
_BEFORE = "clause before its cue"
_THAT_REACH = 10
"""Tokens between a cue and a "that" which the parse did not bind to it."""


def clause_quotes(parse: Parse, table: SpeechTable) -> Iterator[Draft]:
    """A draft for every cue verb with a clause."""
    for verb in parse.tokens:
        if verb.pos not in ("VERB", "AUX"):
            continue
        known = table.cue_class("clause", verb.lemma.lower())
        if known is None:
            continue
        before, behind = _clauses(parse, verb)
        draft = None
        if behind:
            draft = _behind(parse, table, verb, behind, known)
        elif before is not None:
            draft = _before(parse, table, verb, before, known)
        elif verb.dep in ("parataxis", "intj") or (verb.dep in ("ccomp", "advcl") and _is_parenthetical(parse, verb)):
            draft = _parenthetical(parse, table, verb, known)
        elif verb.dep == "advcl" and _has_mark(parse, verb, "as"):
            draft = _as_said(parse, table, verb, known)
        draft = draft or _that_behind(parse, table, verb, known)
        if draft is not None:
            yield draft


def _clauses(parse: Parse, verb: Token) -> tuple[Token | None, list[Token]]:
    """The clause in front of the cue, and those behind it; where both are there, the one that is bound closer."""
    clauses = [child for child in parse.children(verb.index) if child.dep == "ccomp"]
    before = next((child for child in clauses if child.index < verb.index), None)
    behind = [child for child in clauses if child.index > verb.index]
    if before is not None and behind:
        first = min(indexes(parse.subtree(behind[0].index)))
        between = [t.text for t in parse.tokens[verb.index + 1 : first]]
        if any(text in (",", ":", ".", '"', "”") for text in between) and not _has_mark(parse, behind[0], "that"):
            return before, []
        return None, behind
    return before, behind


def _has_mark(parse: Parse, verb: Token, word: str) -> bool:
    return any(child.dep == "mark" and child.text.lower() == word for child in parse.children(verb.index))


def _behind(parse: Parse, table: SpeechTable, verb: Token, clauses: list[Token], known: str) -> Draft:
    content: set[int] = set()
    for clause in clauses:
        content |= {i for i in indexes(parse.subtree(clause.index)) if i > verb.index}
    content |= _of_which(parse, table, verb, clauses[0])
    if known in _RUNNING:
        content |= _coordinate(parse, verb, content)
        content = with_reasons(parse, verb, content)
    content = set(range(min(content), max(content) + 1)) if len(clauses) > 1 and min(content) > verb.index else content
    return _draft(parse, table, verb, frozenset(content), known, "clause behind its cue")


def _of_which(parse: Parse, table: SpeechTable, verb: Token, clause: Token) -> set[int]:
    """`two thirds of whom she said are children`: the words in front of the cue's subject are the clause's subject.

    So are those of the noun that the relative clause hangs on: `a step they believe could help`.
    """
    subject = own_subject(parse, verb.index)
    if verb.dep != "relcl" or subject is None or own_subject(parse, clause.index) is not None:
        return set()
    inside = set(indexes(parse.subtree(verb.index)))
    first = min(indexes(parse.subtree(subject.index)))
    front = {i for i in inside if i < first}
    if any(parse.tokens[i].tag in ("WDT", "WP") for i in front):
        return antecedents(parse, table, front)
    return {i for i in indexes(parse.subtree(verb.head)) if i < first and i not in inside}


def _coordinate(parse: Parse, verb: Token, content: set[int]) -> set[int]:
    """A clause with a subject of its own that the parse coordinates with the cue: it goes on with what is said.

    `X said that the door was open, and it had no lock.`
    """
    found: set[int] = set()
    for child in parse.children(verb.index):
        if child.dep != "conj" or child.pos not in ("VERB", "AUX") or child.index < max(content, default=0):
            continue
        subject = own_subject(parse, child.index)
        unit = indexes(parse.subtree(child.index))
        if subject is None or subject.pos != "PRON" or table_like_cue(parse, child):
            continue
        found |= set(range(max(content) + 1, max(unit) + 1))
    return found


def table_like_cue(parse: Parse, verb: Token) -> bool:
    """Whether a verb has a reported clause of its own."""
    return any(child.dep == "ccomp" for child in parse.children(verb.index))


def _before(parse: Parse, table: SpeechTable, verb: Token, clause: Token, known: str) -> Draft:
    inside = frozenset(indexes(parse.subtree(clause.index)))
    return _draft(parse, table, verb, _fronted(parse, verb, inside), known, _BEFORE)


def _draft(parse: Parse, table: SpeechTable, verb: Token, content: frozenset[int], known: str, rule: str) -> Draft:
    head = None
    if known != "seem":
        head = (inverted(parse, verb) if rule == _BEFORE else None) or speaker_of(parse, table, verb.index)
    group = cue_group(parse, verb.index)
    content = without_asides(parse, table, content)
    speaker = speaker_phrase(parse, head, table, content)
    kept = content - set(group) - set(speaker)
    doubtful = table.is_doubtful("clause", verb.lemma.lower())
    return Draft(kept, group, verb.index, speaker, known, rule, doubtful)


def _as_said(parse: Parse, table: SpeechTable, verb: Token, known: str) -> Draft | None:
    """A cue in an "as" clause: `As the mayor noted, the bridge is old.`."""
    if verb.head == verb.index or known not in _RUNNING:
        return None
    unit = set(indexes(parse.subtree(verb.index)))
    whole = frozenset(i for i in indexes(parse.subtree(verb.head)) if i not in unit)
    return _draft(parse, table, verb, whole, known, "as X cues") if whole else None


def _that_behind(parse: Parse, table: SpeechTable, verb: Token, known: str) -> Draft | None:
    """`said for the first time that …` where the parse hangs the clause on another word."""
    if known not in _RUNNING or verb.tag == "VBN":
        return None
    _, end = parse.sentences[parse.sentence_of(verb.index)]
    for token in parse.tokens[verb.index + 1 : min(end, verb.index + _THAT_REACH)]:
        if token.pos in ("VERB", "AUX") or token.text in (";", ":", "."):
            return None
        clause = parse.tokens[token.head]
        if token.text.lower() == "that" and token.dep == "mark" and clause.index > token.index:
            content = frozenset(i for i in indexes(parse.subtree(clause.index)) if i >= token.index)
            return _draft(parse, table, verb, content, known, "that behind its cue")
    return None


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
    over = parse.tokens[verb.head]
    while over.dep in ("aux", "auxpass") and over.head != over.index:
        over = parse.tokens[over.head]
    whole = frozenset(i for i in indexes(parse.subtree(over.index)) if i not in unit)
    head = inverted(parse, verb) or own_subject(parse, verb.index)
    if not whole or head is None:
        return None
    speaker = speaker_phrase(parse, head, table, whole)
    return Draft(whole, cue_group(parse, verb.index), verb.index, speaker, known, "cue put in")
