"""Capitals and seats that stand for a government: "Oslo rejected the plan" is Norway's doing, "in Oslo" is a place."""

from collections.abc import Sequence
from dataclasses import replace

from synoptic.language.groups import group_table
from synoptic.language.predicates import predicates
from synoptic.language.speech import speech_table
from synoptic.language.territories import TerritoryRole
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.phrases import Thing
from synoptic.stages.extract.mentions.reading import Reading

_STANDING = frozenset({TerritoryRole.CAPITAL, TerritoryRole.SEAT})

_SHORT = 3


def join_metonyms(reading: Reading, things: Sequence[Thing]) -> list[Thing]:
    """The things, with the names of capitals and seats that act moved to their country, where the article names it."""
    if not reading.parsed:
        return list(things)
    countries = {
        name.code: thing for thing in things for name in thing.names if name.code and thing.kind is EntityKind.PLACE
    }
    moved: list[tuple[Thing, Name]] = []
    for thing in things:
        if thing.kind in (EntityKind.PLACE, EntityKind.ORGANIZATION):
            moved += [(thing, name) for name in thing.names if _country(reading, name) in countries]
    for thing, name in moved:
        if _acts(reading, name):
            country = countries[_country(reading, name)]
            thing.names.remove(name)
            country.names.append(replace(name, reason=f"“{name.text}” for the government of {country.names[0].text}"))
            country.names.sort()
    return [thing for thing in things if thing.names or thing.phrases]


def _country(reading: Reading, name: Name) -> str:
    found = reading.territory(name.first, name.last)
    return found.code if found is not None and found.role in _STANDING else ""


def _acts(reading: Reading, name: Name) -> bool:
    """Whether a name stands where those stand who act or are dealt with."""
    token = reading.tokens[name.last - 1]
    if token.text.isupper() and len(token.text) > _SHORT:  # a dateline: "OSLO, Norway"
        return False
    while token.dep == "conj" and token.head != token.index:
        token = reading.tokens[token.head]
    above, table = reading.tokens[token.head], group_table(reading.language)
    if token.dep in ("nsubj", "nsubjpass"):
        return above.pos in ("VERB", "AUX") and above.lemma.lower() not in table.city_verbs
    if token.dep == "poss":
        return _is_deed(reading, above.lemma.lower())
    if token.dep == "pobj":
        return above.text.lower() in table.dealt_with
    if token.dep in ("dobj", "dative"):
        return speech_table(reading.language).cue_class("clause", above.lemma.lower()) is not None
    return False


def _is_deed(reading: Reading, noun: str) -> bool:
    """Whether a noun is what a government has or does: a matter, an act."""
    table = predicates(reading.language)
    matters = group_table(reading.language).matters
    return noun in matters or (table is not None and noun in table.nouns)
