"""To whom something is said: the object of telling, the reader of a letter, the partner of a talk."""

from collections.abc import Iterator

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import Draft, indexes

_TO = frozenset({"to", "with", "before"})
"""Prepositions before the one who is spoken to, behind a word for speaking or for what holds the words."""

_OPENS = frozenset({"in", "during", "at", "on", "by", "via", "through"})
"""Prepositions before what holds the words ("in a letter to")."""

_SPOKEN_TO = frozenset({"PROPN", "NOUN", "PRON"})


def addressee_of(parse: Parse, table: SpeechTable, draft: Draft) -> tuple[int, ...]:
    """The tokens that name who is spoken to, in a row; empty where nobody is named."""
    apart = draft.content | set(draft.speaker) | set(draft.cue)
    verb = parse.tokens[draft.head]
    for head in _heads(parse, table, verb):
        if head.pos in _SPOKEN_TO and head.index not in apart and not _holds_words(table, head):
            found = [i for i in indexes(parse.subtree(head.index)) if i not in apart]
            return tuple(range(found[0], found[-1] + 1)) if _in_a_row(found, apart) else (head.index,)
    return ()


def _heads(parse: Parse, table: SpeechTable, verb: Token) -> Iterator[Token]:
    """The words that may name who is spoken to, the surest first."""
    children = parse.children(verb.index)
    for child in children:
        told = child.dep in {"dobj", "nsubjpass"} and verb.lemma.lower() in table.telling
        if told or (child.dep == "dative" and child.pos in _SPOKEN_TO):
            yield child
        elif (child.dep == "dative" and child.pos == "ADP") or (child.dep == "prep" and child.lemma == "to"):
            yield from _objects(parse, child)
    for child in children:
        if child.dep == "prep" and child.lemma.lower() in _OPENS:
            for held in _objects(parse, child):
                yield from _of_words(parse, table, held)
        elif child.dep == "advcl" and child.lemma.lower() in table.addressing:
            yield from _partners(parse, child)
        elif child.dep == "dobj":
            yield from _of_words(parse, table, child)


def _of_words(parse: Parse, table: SpeechTable, noun: Token) -> Iterator[Token]:
    """The partner of a noun for what holds words: "a letter to parliament", "an interview with the paper"."""
    if _holds_words(table, noun):
        yield from _partners(parse, noun)


def _partners(parse: Parse, word: Token) -> Iterator[Token]:
    """What a word is directed at: its object, or that of "to" and "with" behind it."""
    for child in parse.children(word.index):
        if child.dep == "dobj":
            yield child
        elif child.dep in {"prep", "dative"} and child.lemma.lower() in _TO:
            yield from _objects(parse, child)


def _objects(parse: Parse, preposition: Token) -> Iterator[Token]:
    return (child for child in parse.children(preposition.index) if child.dep == "pobj")


def _holds_words(table: SpeechTable, noun: Token) -> bool:
    return noun.lemma.lower() in table.messages


def _in_a_row(found: list[int], apart: frozenset[int] | set[int]) -> bool:
    """Whether no word of the quote itself stands between the first and the last."""
    return not any(i in apart for i in range(found[0], found[-1] + 1))
