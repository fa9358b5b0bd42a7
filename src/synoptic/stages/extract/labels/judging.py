"""Judging words: loaded nouns, adjectives and verbs of a sentence, and whom they are about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from synoptic.language.loaded import LoadedTable, LoadedTerm, Word
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span
from synoptic.stages.extract.labels.naming import Naming
from synoptic.stages.extract.labels.referents import Referents

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_ABOUT = frozenset({"poss", "amod", "compound", "nmod"})
_VICTIMS = frozenset({"violence"})
"""Categories whose "of" names who suffers ("the massacre of villagers"), not who is called so."""
_NEAR = 6
"""How many tokens from an act of violence the one it is laid to may be named where the grammar does not tell."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A loaded word with the entity it is about, and the term of the table."""

    naming: Naming
    term: LoadedTerm


def judged(parse: Parse, referents: Referents, table: LoadedTable) -> Iterator[Judged]:
    """The loaded words of an article with the entity each is about; sentences that name nobody are left out."""
    words = [Word(token.text, token.lemma, token.pos) for token in parse.tokens]
    at = 0
    while at < len(words):
        term = table.match(words, at)
        if term is None:
            at += 1
            continue
        last = at + len(term.words)
        head = parse.tokens[last - 1] if len(term.words) == 1 else _phrase_head(parse, at, last)
        entity = target_of(parse, referents, head, term.category)
        if entity is not None:
            yield Judged(Naming(at, last, entity, _kind(head), head), term)
        at = last


def marked(parse: Parse, referents: Referents, spans: Iterable[Span]) -> Iterator[Naming]:
    """The words in scare quotes with the entity each is about."""
    for span in spans:
        tokens = [token for token in parse.within(span) if token.pos not in {"", "PUNCT"}]
        if not tokens:
            continue
        inside = {token.index for token in tokens}
        head = next((token for token in reversed(tokens) if token.head not in inside), tokens[-1])
        entity = target_of(parse, referents, head, "") if head.pos in {"NOUN", "ADJ", "PROPN"} else None
        if entity is not None and referents.headed_by(head) is None:
            yield Naming(tokens[0].index, tokens[-1].index + 1, entity, _kind(head), head)


def counterparts(parse: Parse, referents: Referents, table: LoadedTable) -> Iterator[Naming]:
    """Plain words for a government ("the *government* of Kiva"): what others write where one writes "regime"."""
    plain = table.neutral_words("government")
    for token in parse.tokens:
        if token.pos == "NOUN" and token.lemma.lower() in plain and referents.headed_by(token) is None:
            entity = _owner(parse, referents, token, "government")
            if entity is not None:
                yield Naming(token.index, token.index + 1, entity, "head", token)


def target_of(parse: Parse, referents: Referents, token: Token, category: str) -> str | None:
    """Whom a loaded word is about: the mention it is part of, its possessor or doer, the subject it is said of."""
    own = referents.at(token)
    if own is not None and (token.index == own.head.index or token.head == own.head.index):
        return own.entity
    if not token.pos:
        return referents.nearest(token, _NEAR)
    if token.pos in {"VERB", "AUX"} and token.dep != "amod":
        return _subject(parse, referents, token)
    if token.dep == "amod":
        noun = parse.tokens[token.head]
        return referents.of_noun(noun) or _said_of(parse, referents, noun)
    found = _owner(parse, referents, token, category) or _said_of(parse, referents, token)
    whole = _whole(parse, token)
    if found is None and whole is not None:  # "the policy of coercion of Kiva": Kiva owns the policy.
        found = _owner(parse, referents, whole, category)
    return found or (referents.nearest(token, _NEAR) if category in _VICTIMS else None)


def _owner(parse: Parse, referents: Referents, noun: Token, category: str) -> str | None:
    """Whose it is: "the *Kivan* regime", "bullying of *Kiva*", "the massacre committed by *Kiva*"."""
    for child in parse.children(noun.index):
        if child.dep in _ABOUT and (found := referents.of_modifier(child)) is not None:
            return found
    for child in parse.children(noun.index):
        if child.dep == "acl":
            for by in parse.children(child.index):
                if by.dep == "agent" and (found_by := _below(parse, referents, by)):
                    return found_by
        if child.dep in {"prep", "agent"} and child.lemma == "by" and (found_by := _below(parse, referents, child)):
            return found_by
    if category in _VICTIMS and noun.tag != "VBG" and not noun.lemma.lower().endswith("ing"):
        return referents.of_noun(noun)
    for child in parse.children(noun.index):
        if child.dep == "prep" and child.lemma == "of" and (found_of := _below(parse, referents, child)):
            return found_of
    return None


def _whole(parse: Parse, noun: Token) -> Token | None:
    """The noun that another one specifies with "of"."""
    above = parse.tokens[noun.head]
    whole = parse.tokens[above.head]
    return whole if noun.dep == "pobj" and above.lemma == "of" and whole.pos == "NOUN" else None


def _said_of(parse: Parse, referents: Referents, token: Token) -> str | None:
    """Of whom it is predicated: "*Kiva* is a bully", "described the events in *Kiva* as a genocide"."""
    above = parse.tokens[token.head]
    if token.dep in {"attr", "acomp", "oprd", "ccomp", "dobj"} and above.pos in {"VERB", "AUX"}:
        return (
            _subject(parse, referents, above)
            if token.dep in {"attr", "acomp"}
            else _object(parse, referents, above, token)
        )
    if token.dep == "pobj" and above.lemma == "as":
        return _object(parse, referents, parse.tokens[above.head], token)
    return None


def _subject(parse: Parse, referents: Referents, verb: Token) -> str | None:
    for _ in range(4):
        for child in parse.children(verb.index):
            if child.dep in _SUBJECTS and (found := referents.of_noun(child)):
                return found
        if verb.head == verb.index or verb.dep not in {"conj", "xcomp", "advcl", "relcl", "acl"}:
            return None
        verb = parse.tokens[verb.head]
        if verb.pos in {"NOUN", "PROPN"}:
            return referents.of_noun(verb)
    return None


def _object(parse: Parse, referents: Referents, verb: Token, but: Token) -> str | None:
    for child in parse.children(verb.index):
        if child.dep in {"dobj", "nsubjpass"} and child.index != but.index and (found := referents.of_noun(child)):
            return found
    return None


def _below(parse: Parse, referents: Referents, preposition: Token) -> str | None:
    for child in parse.children(preposition.index):
        if child.dep == "pobj" and (found := referents.of_noun(child)):
            return found
    return None


def _phrase_head(parse: Parse, first: int, last: int) -> Token:
    inside = range(first, last)
    return next((parse.tokens[i] for i in inside if parse.tokens[i].head not in inside), parse.tokens[last - 1])


def _kind(head: Token) -> str:
    if head.dep == "amod" or head.pos in {"ADJ", "ADV"}:
        return "modifier"
    return "verb" if head.pos in {"VERB", "AUX"} else "head"
