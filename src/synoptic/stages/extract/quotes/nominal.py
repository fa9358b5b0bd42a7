"""Nouns and adjectives as cues: "the claim that …", "his support for …", "confident that …"."""

from collections.abc import Iterator

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import Draft, indexes
from synoptic.stages.extract.quotes.speaker import above, owner_of, speaker_phrase, subject_of

_LIGHT = frozenset(
    {"make", "have", "express", "voice", "issue", "give", "offer", "raise", "share", "announce", "renew"}
)
"""Verbs that lend their subject to a noun: "expressed hope that"."""


def nominal_quotes(parse: Parse, table: SpeechTable) -> Iterator[Draft]:
    """A draft for every cue noun or adjective with a clause, an infinitive or a prepositional phrase."""
    for token in parse.tokens:
        if token.pos in ("NOUN", "PROPN"):
            draft = _noun(parse, table, token)
        elif token.pos == "ADJ":
            draft = _adjective(parse, table, token)
        elif token.lemma == "be":
            draft = _copula(parse, table, token)
        else:
            continue
        if draft is not None:
            yield draft


def _complement(parse: Parse, table: SpeechTable, token: Token, kind: str) -> tuple[str, Token, bool] | None:
    """The class and the token that heads what is said, and whether the cue is doubtful."""
    lemma = token.lemma.lower()
    for child in parse.children(token.index):
        if child.index < token.index:
            continue
        if child.dep in ("acl", "ccomp", "xcomp", "relcl"):
            to = any(c.dep == "aux" and c.text.lower() == "to" for c in parse.children(child.index))
            that = any(c.dep == "mark" and c.text.lower() in table.that for c in parse.children(child.index))
            if to and (known := table.cue_class(f"{kind}_infinitive", lemma)):
                return known, child, table.is_doubtful(f"{kind}_infinitive", lemma)
            if (that or (kind == "adjective" and child.dep == "ccomp")) and (
                known := table.cue_class(f"{kind}_clause", lemma)
            ):
                return known, child, table.is_doubtful(f"{kind}_clause", lemma)
        if child.dep == "prep":
            pair = f"{lemma} {child.lemma.lower()}"
            known = table.cue_class(f"{kind}_preposition", pair)
            inner = [c for c in parse.children(child.index) if c.dep in ("pobj", "pcomp")]
            if known and inner:
                return known, inner[0], table.is_doubtful(f"{kind}_preposition", pair)
    return None


def _noun(parse: Parse, table: SpeechTable, noun: Token) -> Draft | None:
    found = _complement(parse, table, noun, "noun")
    if found is None:
        return None
    known, inner, doubtful = found
    content = frozenset(indexes(parse.subtree(inner.index)))
    cue = [noun.index]
    head = owner_of(parse, noun.index)
    verb = parse.tokens[noun.head]
    if noun.dep in ("dobj", "attr") and verb.lemma.lower() in _LIGHT and head is None:
        head = subject_of(parse, table, verb.index)
        cue = list(range(verb.index, noun.index + 1)) if verb.index < noun.index else cue
    elif head is None:
        holder = above(parse, table, noun)
        head = holder if holder is not None and holder.pos == "PROPN" else None
    speaker = speaker_phrase(parse, head, table, content)
    return Draft(content - set(speaker), tuple(cue), noun.index, speaker, known, "noun", doubtful)


def _copula(parse: Parse, table: SpeechTable, verb: Token) -> Draft | None:
    """`Lund's contention is that …`: the noun is the cue, its owner the speaker."""
    children = parse.children(verb.index)
    clause = next((c for c in children if c.dep == "ccomp" and c.index > verb.index), None)
    noun = next((c for c in children if c.dep == "nsubj" and c.pos == "NOUN"), None)
    known = table.cue_class("noun_clause", noun.lemma.lower()) if noun is not None else None
    if clause is None or noun is None or known is None:
        return None
    content = frozenset(indexes(parse.subtree(clause.index)))
    speaker = speaker_phrase(parse, owner_of(parse, noun.index), table, content)
    return Draft(content, (noun.index, verb.index), noun.index, speaker, known, "noun is that")


def _adjective(parse: Parse, table: SpeechTable, adjective: Token) -> Draft | None:
    found = _complement(parse, table, adjective, "adjective")
    if found is None:
        return None
    known, inner, doubtful = found
    content = frozenset(indexes(parse.subtree(inner.index)))
    verb = parse.tokens[adjective.head]
    head = subject_of(parse, table, verb.index) if adjective.dep in ("acomp", "oprd", "conj") else None
    if head is None and adjective.dep in ("amod", "acl", "relcl", "appos") and verb.pos in ("NOUN", "PROPN", "PRON"):
        head = verb
    cue = tuple(range(verb.index, adjective.index + 1)) if verb.index < adjective.index <= verb.index + 4 else ()
    speaker = speaker_phrase(parse, head, table, content)
    cue = tuple(i for i in cue if i not in speaker) or (adjective.index,)
    return Draft(content - set(speaker), cue, adjective.index, speaker, known, "adjective", doubtful)
