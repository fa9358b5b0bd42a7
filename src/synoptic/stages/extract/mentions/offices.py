"""Phrases for the holder of an office: "the Cuban president", "Vice Chairman of the Harbour Board", "its leader"."""

from collections.abc import Mapping, Sequence

from synoptic.language.names import name_words
from synoptic.language.territories import TerritoryRole
from synoptic.language.titles import Office
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name, OfficePhrase
from synoptic.stages.extract.mentions.reading import Reading

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "NUM"})
_LOOK_BACK = 10
# "the president of the country" names no body of its own.
_THE_SAME = frozenset({"country", "nation", "state", "republic"})


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
        if not titles.names_office(word) or index in at or reading.tokens[index].pos not in ("NOUN", "PROPN", ""):
            continue
        office = titles.office_ending(words, index + 1)
        if office is None or reading.tokens[index].tag in ("NNS", "NNPS"):
            continue
        first = index + 1 - len(office.words)
        if found and found[-1][1] > first:
            found.pop()
        found.append((first, index + 1, office))
    return found


def _phrase(reading: Reading, at: Mapping[int, Name], first: int, last: int, office: Office) -> OfficePhrase | None:
    head = reading.tokens[last - 1]
    governor = reading.tokens[head.head]
    modifies = head.dep == "compound" and governor.index >= last and governor.index not in at
    if modifies and governor.pos in ("NOUN", "PROPN") and not _titles_name(reading, at, last):
        return None
    if last < len(reading.words) and reading.words[last] == "-" and reading.glued(last):
        return None
    start, article, marks = _left(reading, at, first)
    bearer, land = at.get(first - 1), ""
    if bearer is not None and bearer.kind is EntityKind.PERSON and not reading.parsed:
        marks = _left(reading, at, bearer.first)[2]  # the land stands before the name: "フランスのマルタン大統領"
        places = (at.get(bearer.first - step) for step in (1, 2))
        land = next((place.text for place in places if place is not None and place.code), "")
    shift = marks.get("shift", "") or _shift_within(reading, first, last)
    shifted = last
    while shifted < len(reading.words) and not reading.parsed and (after := _shift_of(reading, shifted)):
        shift, shifted = shift or after, shifted + 1  # "el presidente electo"
    end, territory, body = _right(reading, at, shifted)
    ruler = office.kind == "leader" or office.kind in reading.titles.wider.get("leader", ())
    bare = end > shifted and not territory and shifted + 1 not in at and reading.tokens[shifted + 1].pos == "NOUN"
    if ruler and bare:  # nobody is president of a bare noun: "suspect the president of fraud"
        end, body = shifted, ()
    noun = " ".join(reading.words[first:last])
    return OfficePhrase(
        start,
        end,
        last - 1,
        office.kind,
        noun,
        marks.get("territory") or territory,
        (marks.get("body") or "", *body) if marks.get("body") else body,
        shift,
        article,
        shifted,
        reading.titles.genders.get(noun, ""),
        land,
    )


def _shift_of(reading: Reading, index: int) -> str:
    """What a word makes of an office: "past", "future", "under", or ""."""
    word = reading.words[index]
    return next((key for key in ("past", "future", "under") if word in getattr(reading.titles, key)), "")


def _shift_within(reading: Reading, first: int, last: int) -> str:
    """What the words of an office themselves say ("expresidente")."""
    return next((found for index in range(first, last) if (found := _shift_of(reading, index)) == "past"), "")


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
        shift = _shift_of(reading, index)
        if word in titles.definite or word in titles.indefinite or word in titles.possessive:
            if reading.tokens[index].pos not in ("DET", "PRON", "NUM", "ADJ", ""):
                break
            return index, _article(reading, index), marks
        if shift:
            marks["shift"] = shift
        elif word in _POSSESSIVE | titles.genitive and index - 1 in at:
            return _possessor(reading, at[index - 1], marks)
        elif index in at:
            name = at[index]
            if name.kind is EntityKind.PERSON:
                break
            _mark(reading, name, marks)
            index = name.first
        elif (reading.tokens[index].pos == "NOUN" and "shift" in marks) or not _modifier(reading, index, marks):
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
        if first >= 0 and (reading.capital(first) or not reading.parsed):
            territory = reading.territory(first, index + 1)
            if territory is not None:
                marks.setdefault("territory", territory.code)
                return True
    if token.text == "-" or (token.text.isdigit() and reading.words[index + 1] == "-"):
        return token.text != "-" or reading.glued(index)
    if token.pos == "VERB" and token.dep != "amod":
        return False
    return token.pos in _MODIFIERS and token.text[0].isalpha() and (token.text[-1].isalnum() or token.text[-1] == ".")


def _right(reading: Reading, at: Mapping[int, Name], last: int) -> tuple[int, str, tuple[str, ...]]:
    """Where the phrase ends with its "of ...", and the territory or body that it is of."""
    titles, words = reading.titles, reading.words
    if last < len(words) and not reading.parsed and reading.sentence(last) == reading.sentence(last - 1):
        found = reading.territory(last, last + 1) if last not in at else None
        if found is not None and found.role is TerritoryRole.DEMONYM:  # "el presidente chileno"
            return last + 1, found.code, ()
        if "" in titles.of and last in at and at[last].code:  # "رئيس فنلندا"
            return at[last].last, at[last].code, ()
    if last >= len(words) or words[last] not in titles.of:
        return last, "", ()
    first = last + 1
    while first < len(words) and words[first] in titles.definite and reading.tokens[first].pos != "PRON":
        first += 1
    if first >= len(words) or reading.sentence(first) != reading.sentence(last):
        return last, "", ()
    end, territory = _group(reading, at, first)
    if end == first:
        return last, "", ()
    if end + 1 < len(words) and words[end] in _POSSESSIVE:
        owned, _ = _group(reading, at, end + 1)
        if owned == end + 1:
            return end, territory, ()
        return owned, "", name_words(reading.text(end + 1, owned)) or ("?",)
    if end + 1 < len(words) and words[end] in titles.of and words[end + 1] in titles.definite and end + 2 in at:
        end = at[end + 2].last
    body = () if territory or words[first] in _THE_SAME else name_words(reading.text(first, end))
    return end, territory, body


def _group(reading: Reading, at: Mapping[int, Name], first: int) -> tuple[int, str]:
    """The end of a noun group that starts at `first`, and the territory named in it; people end it."""
    end, territory = first, ""
    while end < len(reading.words) and reading.sentence(end) == reading.sentence(first):
        token, name = reading.tokens[end], at.get(end)
        if name is not None and name.kind is EntityKind.PERSON:
            break
        if reading.words[end] in reading.titles.honorifics and end > first:
            break
        stop = name.last if name is not None else end + 1
        found = reading.territory(end, stop)
        if found is None and end + 1 < len(reading.words):
            found = reading.territory(end, end + 2)
        if found is not None and (name is not None or reading.capital(end) or not reading.parsed):
            territory = territory or found.code
        elif name is None and token.pos not in ("NOUN", "PROPN", "ADJ") and token.text != "-":
            break
        end = stop
        if name is None and token.pos == "NOUN" and (end >= len(reading.words) or reading.tokens[end].pos != "NOUN"):
            break
        if not reading.parsed:
            break
    return end, territory
