"""Noun phrases with a noun of a table in a language without a parser: by its articles and the words beside the noun."""

from collections.abc import Iterator, Mapping

from synoptic.language.groups import Nouns, group_table, noun_ending
from synoptic.language.terms import background, terms
from synoptic.language.territories import TerritoryRole
from synoptic.stages.extract.mentions.marks import Name, Phrase
from synoptic.stages.extract.mentions.reading import Reading

# How many words may stand between an article and its noun ("de grote Amerikaanse fabrikant").
_BETWEEN = 3


def plain_phrases(reading: Reading, at: Mapping[int, Name], nouns: Nouns) -> Iterator[Phrase]:
    """The noun phrases headed by a noun of the table, outside names, in order; nouns for people are plurals."""
    many = nouns is group_table(reading.language).people
    for index in range(len(reading.tokens)):
        noun = noun_ending(nouns, reading.words, index + 1)
        if noun is None or index in at or noun_ending(nouns, reading.words, index + 1 - len(noun.words)) is not None:
            continue
        first, article = _start(reading, at, index + 1 - len(noun.words))
        last, whose = _end(reading, at, index + 1)
        whose = whose or _before(reading, first, index)
        yield Phrase(first, last, index, noun.kind, " ".join(noun.words), whose, article, many)


def is_specified(reading: Reading, phrase: Phrase) -> bool:
    """Whether an "of" after the phrase says which one it means ("la compañía de teléfonos")."""
    return phrase.last < len(reading.words) and reading.words[phrase.last] in reading.titles.of


def _start(reading: Reading, at: Mapping[int, Name], head: int) -> tuple[int, str]:
    """Where a phrase begins: at its article, if that stands within a few words that are none of the small ones."""
    titles, table = reading.titles, group_table(reading.language)
    first, counted = head, head
    while first > 0 and head - first <= _BETWEEN and reading.sentence(first - 1) == reading.sentence(head):
        word = reading.words[first - 1]
        if word in titles.definite | table.definite:
            # A preposition that has run into the article ("del") is no part of the phrase.
            return (first if word in titles.of else first - 1), "definite"
        if word in titles.possessive:
            return first - 1, "possessive"
        if word in titles.indefinite:
            return first - 1, "indefinite"
        if word in table.two:
            counted = first - 1
        elif not _modifies(reading, at, first - 1):
            break
        first -= 1
    return (counted, "definite") if counted < head else (head, "")


def _modifies(reading: Reading, at: Mapping[int, Name], index: int) -> bool:
    """Whether a word can stand between an article and a noun: no name, mark, number or small word."""
    word = reading.words[index]
    if _people(reading, index):
        return True
    folded = terms(word)
    return word.isalpha() and index not in at and bool(folded) and folded[0] not in background(reading.language)


def _people(reading: Reading, index: int) -> str:
    """The code of the land whose people or tongue a word names ("peruana"); "" for other words."""
    found = reading.territory(index, index + 1)
    return found.code if found is not None and found.role is TerritoryRole.DEMONYM else ""


def _before(reading: Reading, first: int, head: int) -> str:
    return next((code for index in range(first, head) if (code := _people(reading, index))), "")


def _end(reading: Reading, at: Mapping[int, Name], last: int) -> tuple[int, str]:
    """Where a phrase ends with the people that follow its noun, and what "of" a name says of it."""
    words = reading.words
    if last < len(words) and reading.sentence(last) == reading.sentence(last - 1) and last not in at:
        code = _people(reading, last)
        if code:
            return last + 1, code
    first = last
    while first < len(words) and words[first] in reading.titles.of | reading.titles.definite:
        first += 1
    if first == last or first not in at or words[last] not in reading.titles.of:
        return last, ""
    if reading.sentence(first) != reading.sentence(last - 1):
        return last, ""
    name = at[first]
    territory = reading.territory(name.first, name.last)
    return last, territory.code if territory is not None else " ".join(name.words)
