"""Phrases for the holder of an office: "the Cuban president", "Vice Chairman of the Harbour Board", "its leader"."""

from collections.abc import Mapping, Sequence

from synoptic.language.titles import Office
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name, OfficePhrase
from synoptic.stages.extract.mentions.reading import Reading

_POSSESSIVE = frozenset({"'s", "’s"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "NUM"})
_LOOK_BACK = 10


def find_offices(reading: Reading, names: Sequence[Name]) -> tuple[OfficePhrase, ...]:
    """All phrases for holders of offices, in order; plurals are left out."""
    at = {index: name for name in names for index in range(name.first, name.last)}
    found: list[OfficePhrase] = []
    for first, last, office in _heads(reading, at):
        phrase = _phrase(reading, at, first, last, office)
        if phrase is not None:
            found.append(phrase)
    return tuple(found)


def _heads(reading: Reading, at: Mapping[int, Name]) -> list[tuple[int, int, Office]]:
    """Office nouns as token ranges, the longest where they lie in one another, outside names."""
    found: list[tuple[int, int, Office]] = []
    titles, words = reading.titles, reading.words
    for index, word in enumerate(words):
        if word not in titles.offices or index in at or reading.tokens[index].pos not in ("NOUN", "PROPN", ""):
            continue
        office = titles.office_ending(words[: index + 1], index + 1)
        if office is None:
            continue
        first = index + 1 - len(office.words)
        while found and found[-1][0] >= first:
            found.pop()
        found.append((first, index + 1, office))
    return [
        entry for entry, after in zip(found, [*found[1:], None], strict=True) if after is None or after[0] >= entry[1]
    ]


def _phrase(reading: Reading, at: Mapping[int, Name], first: int, last: int, office: Office) -> OfficePhrase | None:
    head = reading.tokens[last - 1]
    governor = reading.tokens[head.head]
    if head.dep in ("compound", "nmod", "poss") and governor.index >= last and governor.index not in at:
        if head.dep == "compound" and governor.pos in ("NOUN", "PROPN") and not _titles_name(reading, at, last):
            return None
    if last < len(reading.words) and reading.words[last] == "-" and reading.glued(last):
        return None
    start, article, marks = _left(reading, at, first)
    end, territory, body = _right(reading, at, last)
    noun = " ".join(reading.words[first:last])
    return OfficePhrase(
        start,
        end,
        last - 1,
        office.kind,
        noun,
        marks.get("territory") or territory,
        (marks.get("body") or "", *body) if marks.get("body") else body,
        marks.get("shift", ""),
        article,
        last,
        reading.titles.genders.get(noun, ""),
    )


def _titles_name(reading: Reading, at: Mapping[int, Name], last: int) -> bool:
    while last < len(reading.words) and reading.words[last] in reading.titles.honorifics:
        last += 1
    return last in at and at[last].kind is EntityKind.PERSON


def _left(reading: Reading, at: Mapping[int, Name], first: int) -> tuple[int, str, dict[str, str]]:
    """Where the phrase begins, its kind of article, and what its modifiers say of territory, body and time."""
    titles, words, marks = reading.titles, reading.words, dict[str, str]()
    sentence, article, index = reading.sentence(first), "", first - 1
    floor = max(0, first - _LOOK_BACK)
    while index >= floor and reading.sentence(index) == sentence:
        word = words[index]
        shift = next((key for key in ("past", "future", "under") if word in getattr(titles, key)), "")
        if word in titles.definite or word in titles.indefinite or word in titles.possessive:
            article = _article(reading, index)
            return index, article, marks
        if shift:
            marks["shift"] = shift
        elif word in _POSSESSIVE and index - 1 in at:
            return _possessor(reading, at[index - 1], marks)
        elif index in at:
            name = at[index]
            if name.kind is EntityKind.PERSON:
                break
            _mark(reading, name, marks)
            index = name.first
        elif not _modifier(reading, index, marks):
            break
        index -= 1
    return index + 1, article, marks


def _article(reading: Reading, index: int) -> str:
    titles, word = reading.titles, reading.words[index]
    if word in titles.definite:
        return "definite"
    return "possessive" if word in titles.possessive else "indefinite"


def _possessor(reading: Reading, name: Name, marks: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    _mark(reading, name, marks)
    start = name.start
    if start > 0 and reading.words[start - 1] in reading.titles.definite:
        start -= 1
    return start, "possessive" if name.kind is EntityKind.PERSON else "definite", marks


def _mark(reading: Reading, name: Name, marks: dict[str, str]) -> None:
    territory = reading.territory(name.first, name.last)
    if territory is not None and name.kind is not EntityKind.PERSON:
        marks.setdefault("territory", territory.code)
    else:
        marks.setdefault("body", " ".join(name.words))


def _modifier(reading: Reading, index: int, marks: dict[str, str]) -> bool:
    """Whether a token modifies the office; notes the territory of a demonym, alone or with the word before."""
    token = reading.tokens[index]
    for first in (index - 1, index):
        if first >= 0 and (reading.capital(first) or not reading.parse.parsed):
            territory = reading.territory(first, index + 1)
            if territory is not None:
                marks.setdefault("territory", territory.code)
                return True
    if token.text == "-":
        return reading.glued(index)
    return token.pos in _MODIFIERS and token.text[0].isalpha() and token.tag not in ("VBD", "VBZ", "VBP", "VB", "MD")


def _right(reading: Reading, at: Mapping[int, Name], last: int) -> tuple[int, str, tuple[str, ...]]:
    """Where the phrase ends with its "of ...", and the territory or body that it is of."""
    titles, words = reading.titles, reading.words
    if last >= len(words) or words[last] not in titles.of:
        return last, "", ()
    for index in range(last + 1, min(last + 6, len(words))):
        name = at.get(index)
        if name is not None:
            if name.kind is EntityKind.PERSON:
                return last, "", ()
            territory = reading.territory(name.first, name.last)
            end = _after_of(reading, at, name.last)
            return (end, territory.code, ()) if territory else (end, "", name.words)
        territory = reading.territory(index, index + 1) if reading.capital(index) else None
        if territory is not None:
            end = index + 1
            while end < len(words) and reading.tokens[end].pos in ("NOUN", "PROPN", "ADJ") and end not in at:
                end += 1
            return end, territory.code, ()
        if words[index] not in titles.definite and reading.tokens[index].pos not in ("ADJ", "PROPN", "NOUN"):
            return last, "", ()
        if reading.tokens[index].pos == "NOUN" or not reading.parse.parsed:
            body = (words[index],) if words[index] not in ("country", "nation", "state") else ()
            return index + 1, "", body
    return last, "", ()


def _after_of(reading: Reading, at: Mapping[int, Name], end: int) -> int:
    """The end of a chain of names in "of": "of the Harbour Board of Valdoria"."""
    words, titles = reading.words, reading.titles
    if end < len(words) and words[end] in titles.of:
        for index in range(end + 1, min(end + 4, len(words))):
            if index in at and at[index].kind is not EntityKind.PERSON:
                return at[index].last
            if words[index] not in titles.definite:
                break
    return end
