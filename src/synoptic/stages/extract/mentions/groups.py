"""Groups and matters of an article: "the protesters", "the migrant caravan", "the deal", each with all its mentions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from synoptic.language.groups import group_table
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name, Phrase
from synoptic.stages.extract.mentions.phrases import Thing, covering, noun_at, phrases_with
from synoptic.stages.extract.mentions.reading import Reading

_ONCE_MORE = 2
"""How often a matter must be mentioned, once of it with an article that points back, to be one of the article."""
_DETERMINED = frozenset({"definite", "possessive"})


def find_groups(reading: Reading, names: Sequence[Name]) -> list[Thing]:
    """Groups of people: plurals of nouns for people, and collective nouns with the people they consist of."""
    table = group_table(reading.language)
    at = covering(tuple(names))
    found = [
        phrase
        for phrase in phrases_with(reading, at, table.people)
        if phrase.plural and not _counts_two(reading, phrase) and not _beside_a_name(reading, at, phrase)
    ]
    collectives = [
        phrase for phrase in phrases_with(reading, at, table.collectives) if not _beside_a_name(reading, at, phrase)
    ]
    kinds = {phrase.noun: kind for phrase in collectives if (kind := _members(reading, phrase))}
    found += [
        replace(phrase, kind=kinds.get(phrase.noun, phrase.noun))
        for phrase in collectives
        if phrase.noun in kinds or phrase.article in _DETERMINED
    ]
    return _chained(sorted(found, key=lambda phrase: phrase.head), "a group of one kind")


def find_matters(reading: Reading, names: Sequence[Name]) -> list[Thing]:
    """What an article is about beside people: agreements, inquiries, attacks, mentioned more than once."""
    phrases = list(phrases_with(reading, covering(tuple(names)), group_table(reading.language).matters))
    return [
        thing
        for thing in _chained(phrases, "one matter")
        if len(thing.phrases) >= _ONCE_MORE and any(phrase.article in _DETERMINED for phrase, _ in thing.phrases)
    ]


def _counts_two(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase counts two of those whom the article names ("the two leaders")."""
    two = group_table(reading.language).two
    return phrase.article == "definite" and any(
        reading.words[index] in two for index in range(phrase.first, phrase.head)
    )


def _beside_a_name(reading: Reading, at: Mapping[int, Name], phrase: Phrase) -> bool:
    """Whether a phrase says in apposition what a name names: "the Grey Coats, a militant group"."""
    token = reading.tokens[phrase.head]
    apposed = [child.index for child in reading.parse.children(phrase.head) if child.dep == "appos"]
    return (token.dep == "appos" and token.head in at) or any(index in at for index in apposed)


def _members(reading: Reading, phrase: Phrase) -> str:
    """The class of the people that a collective consists of: "the migrant caravan", "a crowd of protesters"."""
    people = group_table(reading.language).people
    inside = noun_at(reading, people, phrase.head - 1) if phrase.head > phrase.first else None
    if inside is not None:
        return inside.kind
    for child in reading.parse.children(phrase.head):
        if child.dep == "prep" and child.text.lower() in reading.titles.of:
            for inner in reading.parse.children(child.index):
                noun = noun_at(reading, people, inner.index)
                if noun is not None:
                    return noun.kind
    return ""


def _chained(phrases: Sequence[Phrase], reason: str) -> list[Thing]:
    """Phrases of one class and owner in one; one that does not say whose is joined to the last of its class."""
    things: dict[tuple[str, str], Thing] = {}
    last: dict[str, tuple[str, str]] = {}
    for phrase in phrases:
        key = (phrase.kind, phrase.whose)
        if not phrase.whose and phrase.article in _DETERMINED and phrase.kind in last:
            key = last[phrase.kind]
        things.setdefault(key, Thing(EntityKind.OTHER)).phrases.append((phrase, f"{reason}: {phrase.noun}"))
        last[phrase.kind] = key
    return list(things.values())
