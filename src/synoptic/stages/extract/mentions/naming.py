"""A name with what stands right before it: honorifics, and the territory it is the name of."""

from synoptic.language.cases import stemmed_words
from synoptic.language.territories import TerritoryRole
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.reading import Reading


def make_name(reading: Reading, first: int, last: int, kind: EntityKind, reason: str = "") -> Name:
    """The name at `[first, last)` with the honorifics that stand in front of it."""
    titles, start, gender, before = reading.titles, first, "", first
    while before > 0 and reading.words[before - 1] in titles.honorifics and kind is EntityKind.PERSON:
        before -= 1
        gender = titles.genders.get(reading.words[before], gender)
    if first > 0 and kind is EntityKind.PERSON and reading.words[first - 1] in titles.courtesy:
        start = first - 1
    text = reading.text(first, last)
    territory = reading.territory(first, last)
    named = territory is not None and territory.role is TerritoryRole.NAME and kind is EntityKind.PLACE
    code = territory.code if territory and named else ""
    return Name(first, last, kind, text, stemmed_words(text, reading.language), start, gender, code, reason)
