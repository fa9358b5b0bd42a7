"""Who holds which office: titles before a name, appositions on either side, "X is the president"."""

from collections.abc import Sequence

from synoptic.language.people import people_table
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name, OfficePhrase
from synoptic.stages.extract.mentions.reading import Reading

TITLE, BEHIND, AFTER, BEFORE, SAID = (
    "title before the name",
    "title behind the name",
    "apposition after the name",
    "apposition before the name",
    "said to hold the office",
)
# An apposition of more tokens is not followed to its end.
_LONGEST = 16
_COMMAS = frozenset({",", "،", "，", "、"})
_STOPS = frozenset({",", ".", ";", ")", "(", "-", "–", "—", "|", ":", '"', "”", "''", "،", "，", "、", "。"})


def bind_offices(
    reading: Reading, names: Sequence[Name], offices: Sequence[OfficePhrase]
) -> dict[int, tuple[Name, str]]:
    """For the number of each office phrase that stands with a name: that name, and how the text says so."""
    people = [name for name in names if name.kind is EntityKind.PERSON]
    starts = {_title_start(reading, name): name for name in people}
    ends = {name.last: name for name in people}
    bound: dict[int, tuple[Name, str]] = {}
    for number, office in enumerate(offices):
        found = (
            _before(office, starts)
            or _behind(reading, office, ends)
            or _after(reading, office, ends)
            or _in_front(reading, office, starts)
            or _equated(reading, office, people)
        )
        if found is not None:
            bound[number] = found
    return bound


def _title_start(reading: Reading, name: Name) -> int:
    """Where a name begins with its honorifics ("Father Anselm Brix")."""
    start = name.first
    while start > 0 and reading.words[start - 1] in reading.titles.honorifics:
        start -= 1
    return start


def _before(office: OfficePhrase, starts: dict[int, Name]) -> tuple[Name, str] | None:
    for end in (office.core, office.last):
        if end in starts:
            return starts[end], TITLE
    return None


def _behind(reading: Reading, office: OfficePhrase, ends: dict[int, Name]) -> tuple[Name, str] | None:
    """A title right behind the name, as languages without capital letters have it ("차민석 대표")."""
    if reading.parsed or people_table(reading.language) is None:
        return None
    return (ends[office.first], BEHIND) if office.first in ends else None


def _after(reading: Reading, office: OfficePhrase, ends: dict[int, Name]) -> tuple[Name, str] | None:
    """An apposition behind the name: "Ana Brandt, the mayor of Oster"."""
    comma = office.first - 1
    if comma < 1 or reading.tokens[comma].text not in (*_COMMAS, "(", "–", "—") or comma not in ends:
        return None
    head = reading.tokens[office.head]
    if head.dep.startswith("nsubj") or reading.sentence(comma) != reading.sentence(office.head):
        return None
    end = apposition_end(reading, office)
    after = reading.tokens[end].text if end < len(reading.tokens) else "."
    if head.dep != "appos" and after not in _STOPS:
        return None
    return ends[comma], AFTER


def apposition_end(reading: Reading, office: OfficePhrase) -> int:
    """Where an apposition ends: at the next comma or clause, with "for", "at" and "of" phrases that depend on it."""
    end = office.last
    while end < len(reading.tokens) and end - office.last < _LONGEST:
        token = reading.tokens[end]
        if (
            (token.text in _STOPS and token.text != "-")
            or token.pos in ("VERB", "AUX", "SCONJ")
            or token.tag in ("WP", "WDT")
        ):
            return end
        if not _depends(reading, end, office.head):
            return office.last
        end += 1
    return office.last


def _depends(reading: Reading, index: int, head: int) -> bool:
    for _ in range(_LONGEST):
        if index == head:
            return True
        above = reading.tokens[index].head
        if above == index:
            return False
        index = above
    return False


def _in_front(reading: Reading, office: OfficePhrase, starts: dict[int, Name]) -> tuple[Name, str] | None:
    """An apposition in front of the name: "The mayor of Oster, Ana Brandt"."""
    comma = office.last
    if office.article == "indefinite" or comma + 1 >= len(reading.tokens) or reading.tokens[comma].text not in _COMMAS:
        return None
    name = starts.get(comma + 1)
    if name is None or reading.sentence(comma + 1) != reading.sentence(office.head):
        return None
    return name, BEFORE


def _equated(reading: Reading, office: OfficePhrase, people: Sequence[Name]) -> tuple[Name, str] | None:
    """A statement: "Ana Brandt is the mayor of Oster"."""
    head = reading.tokens[office.head]
    verb = reading.tokens[head.head]
    if head.dep not in ("attr", "oprd") or verb.lemma not in ("be", "become", "remain"):
        return None
    subjects = [child.index for child in reading.parse.children(verb.index) if child.dep.startswith("nsubj")]
    for name in people:
        if any(name.first <= index < name.last for index in subjects):
            return name, SAID
    return None
