"""Noun phrases with a noun of a table: how far they reach, their article, and whose they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from synoptic.language.groups import GroupNoun, Nouns, group_table, noun_ending
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name, Phrase
from synoptic.stages.extract.mentions.plain_phrases import plain_phrases
from synoptic.stages.extract.mentions.reading import Reading

_LONGEST = 8
_WORDS = 4
_PLURAL = frozenset({"NNS", "NNPS"})
_LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "advmod", "punct", "case"}
)
_OF = frozenset({"of", "from"})


@dataclass(slots=True)
class Thing:
    """A body, place, group or matter of the article under construction."""

    kind: EntityKind
    names: list[Name] = field(default_factory=list)
    phrases: list[tuple[Phrase, str]] = field(default_factory=list)
    pronouns: list[tuple[int, str]] = field(default_factory=list)

    @property
    def places(self) -> list[int]:
        """The tokens that head its mentions by name or phrase, in order."""
        return sorted([name.last - 1 for name in self.names] + [phrase.head for phrase, _ in self.phrases])


def covering(names: tuple[Name, ...]) -> dict[int, Name]:
    """The name that each token inside a name belongs to."""
    return {index: name for name in names for index in range(name.first, name.last)}


def phrases_with(reading: Reading, at: Mapping[int, Name], nouns: Nouns) -> Iterator[Phrase]:
    """The noun phrases headed by a noun of the table, outside names, in order."""
    if not nouns:
        return
    if not reading.parsed:
        yield from plain_phrases(reading, at, nouns)
        return
    for token in reading.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.dep == "compound" or token.index in at:
            continue
        noun = noun_at(reading, nouns, token.index)
        if noun is not None and not _hyphened(reading, token.index):
            yield _phrase(reading, at, token.index, noun.kind, " ".join(noun.words))


def noun_at(reading: Reading, nouns: Nouns, index: int) -> GroupNoun | None:
    """The longest noun phrase of a table that ends with the token."""
    lemmas = tuple(token.lemma.lower() for token in reading.tokens[max(0, index + 1 - _WORDS) : index + 1])
    return noun_ending(nouns, lemmas, len(lemmas))


def _hyphened(reading: Reading, index: int) -> bool:
    """Whether a hyphen binds the noun to the next word ("company-owned")."""
    return index + 1 < len(reading.tokens) and reading.tokens[index + 1].text == "-" and reading.glued(index + 1)


def _phrase(reading: Reading, at: Mapping[int, Name], head: int, kind: str, noun: str) -> Phrase:
    first = _start(reading, head)
    return Phrase(
        first,
        head + 1,
        head,
        kind,
        noun,
        _whose(reading, at, first, head),
        _article(reading, first, head),
        reading.tokens[head].tag in _PLURAL,
    )


def _start(reading: Reading, head: int) -> int:
    """The first token of what stands in one row before a noun and depends on it."""
    inside, first = {head}, head
    while first > 0 and head - first < _LONGEST and reading.sentence(first - 1) == reading.sentence(head):
        token = reading.tokens[first - 1]
        above = token.index
        while above not in inside and reading.tokens[above].dep in _LEFT and reading.tokens[above].head > above:
            above = reading.tokens[above].head
        if above not in inside or token.text in (",", ";", ":", "(", "“", "”", '"'):
            break
        first -= 1
        inside.add(first)
    return first


def _article(reading: Reading, first: int, head: int) -> str:
    titles, word = reading.titles, reading.words[first]
    if word in titles.possessive or any(
        child.dep == "poss" and child.index < head for child in reading.parse.children(head)
    ):
        return "possessive"
    if word in titles.definite | group_table(reading.language).definite:
        return "definite"
    return "indefinite" if word in titles.indefinite or reading.tokens[first].pos == "NUM" else ""


def _whose(reading: Reading, at: Mapping[int, Name], first: int, head: int) -> str:
    for index in range(first, head):
        found = _named(reading, at, index, head)
        if found:
            return found
    for child in reading.parse.children(head):
        if child.dep == "prep" and child.text.lower() in _OF:
            for inner in reading.parse.children(child.index):
                found = _named(reading, at, inner.index, inner.index + 1) if inner.dep == "pobj" else ""
                if found:
                    return found
    return ""


def _named(reading: Reading, at: Mapping[int, Name], index: int, end: int) -> str:
    """What the name, territory or demonym at a token says: a code or folded words; "" where there is none."""
    name = at.get(index)
    last = name.last if name is not None else index + 1
    if not (name is not None or reading.capital(index)):
        return ""
    for stop in (index + 2, last):
        territory = reading.territory(index, stop) if stop <= max(end, last) else None
        if territory is not None:
            return territory.code
    return " ".join(name.words) if name is not None else ""
