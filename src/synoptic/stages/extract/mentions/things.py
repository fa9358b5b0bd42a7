"""Names of one article that name the same body, place or thing: short forms, abbreviations, models, plurals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from synoptic.language.names import without_legal_form
from synoptic.language.names.bodies import is_corporate
from synoptic.language.page_words import agencies
from synoptic.language.public_bodies import public_body
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.glued import is_model
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.reading import Reading

# An abbreviation in brackets has so many letters at most.
_LETTERS = 6
# Two names in one: "North and South Marvia".
_JOINED = frozenset({"and", "y", "et", "und", "en"})
_SMALL = frozenset({"of", "the", "and", "for", "de", "del", "la", "y", "et"})


def chain_things(reading: Reading, names: Sequence[Name]) -> list[list[Name]]:
    """Groups of names of one kind: the same words or territory, or one short for the other."""
    chains: dict[str, list[Name]] = {}
    ordered = sorted(names, key=lambda name: (-len(name.words), name.first))
    keys = {name: _key(reading, name) for name in ordered}
    first_use: dict[str, int] = {}
    for name in sorted(names):
        first_use.setdefault(keys[name], name.first)
    bracketed = _bracketed(reading, names, keys)
    longer = _Longer(reading, first_use)
    for name in ordered:
        key = keys[name]
        if key in bracketed:
            key = bracketed[key]
        elif key not in chains:
            key = longer.meant(name, key)
        longer.add(name, key)
        chains.setdefault(key, []).append(name)
    return list(chains.values())


def with_abbreviations(reading: Reading, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with those as bodies for which a bracket gives an abbreviation ("Aerovisa Cargo (AVC)")."""
    pairs = [pair for pair in _in_brackets(reading, names) if EntityKind.PERSON not in {one.kind for one in pair}]
    bodies = {
        full.words
        for short, full in pairs
        if short.kind is EntityKind.ORGANIZATION and full.kind is EntityKind.OTHER and len(full.words) > 1
    }
    if not bodies:
        return tuple(names)
    reason = "an abbreviation stands behind it"
    return tuple(
        replace(name, kind=EntityKind.ORGANIZATION, reason=reason)
        if name.words in bodies and name.kind is EntityKind.OTHER
        else name
        for name in names
    )


def acronym(words: tuple[str, ...]) -> str:
    """The initials of a name, without small words."""
    return "".join(word[0] for word in words if word not in _SMALL)


class _Longer:
    """The longer names so far by what may be short for them, each with the key of its chain."""

    def __init__(self, reading: Reading, first_use: Mapping[str, int]) -> None:
        self._reading = reading
        self._first_use = first_use
        self._initials: dict[str, dict[str, None]] = {}
        self._starts: dict[str, dict[str, Name]] = {}
        self._ends: dict[tuple[str, ...], dict[str, Name]] = {}

    def add(self, name: Name, key: str) -> None:
        """One more longer name."""
        if len(name.words) > 1 and not _JOINED & {*name.words}:
            self._initials.setdefault(acronym(name.words), {}).setdefault(key)
            self._starts.setdefault(name.words[0], {}).setdefault(key, name)
            for first in range(1, len(name.words)):
                self._ends.setdefault(name.words[first:], {}).setdefault(key, name)

    def meant(self, name: Name, key: str) -> str:
        """The key of the one longer name that a name is short for, else its own."""
        found = dict.fromkeys(self._ending(name))
        if len(name.words) == 1 and name.kind is not EntityKind.OTHER:
            found.update(self._initials.get(name.words[0], {}))
            found.update(dict.fromkeys(self._beginning(name, key)))
        return next(iter(found)) if len(found) == 1 else key

    def _beginning(self, name: Name, key: str) -> list[str]:
        """The keys of the longer names that begin with a word and are introduced before it.

        One further down is another's: "Apple" is not the "Apple Store" of which the article tells in the end. But one
        that only says besides what sort of body or place it is may stand anywhere, and goes before the others.
        """
        titles, word = self._reading.titles, name.words[0]
        if word in titles.bodies or name.text.lower() in titles.brands:
            return []
        starting = {
            key: longer
            for key, longer in self._starts.get(word, {}).items()
            if not is_model(longer.text) and not any(part.isdigit() for part in longer.words[1:])
        }
        sorts = [
            key
            for key, longer in starting.items()
            if all(is_corporate(part) for part in longer.words[1:])
            or (name.kind is EntityKind.PLACE and longer.words[-1] in titles.places)
        ]
        before = self._first_use.get(key, name.first)
        return sorts or [key for key, longer in starting.items() if longer.first < before]

    def _ending(self, name: Name) -> list[str]:
        """The keys of the longer names whose last words a name is.

        "The Gazette" is the Oster Gazette, "the Air Force" the U.S. Air Force, an "A380" the Airbus A380.
        """
        ending = self._ends.get(name.words, {})
        if name.kind is EntityKind.OTHER:
            return list(ending) if is_model(name.text) else []
        if name.kind is not EntityKind.ORGANIZATION:
            return []
        if len(name.words) > 1:
            return [key for key, longer in ending.items() if _of_a_land(self._reading, longer, len(name.words))]
        before = name.first - 1
        definite = before >= 0 and self._reading.words[before] in self._reading.titles.definite
        return list(ending) if definite and not name.text.isupper() else []


def _of_a_land(reading: Reading, name: Name, size: int) -> bool:
    """Whether a name says before its last words but whose body it is ("U.S. Air Force", "Marvian Foreign Ministry")."""
    for end in range(name.first + 1, name.last):
        if reading.territory(name.first, end) is not None:
            past = end + (end < name.last and reading.words[end] in ("'s", "’s"))
            return len(reading.text(past, name.last).split()) == size
    return False


def _bracketed(reading: Reading, names: Sequence[Name], keys: Mapping[Name, str]) -> dict[str, str]:
    """Abbreviations that a bracket gives behind a full name, or a full name behind one: key by key of the full name."""
    found: dict[str, str] = {}
    for short, full in _in_brackets(reading, names):
        if keys[short] != keys[full] and not short.code:
            found.setdefault(keys[short], keys[full])
    return {short: full for short, full in found.items() if full not in found}


def _in_brackets(reading: Reading, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Each abbreviation with the full name that it stands behind in brackets, or that stands so behind it."""
    by_first = {name.first: name for name in names}
    for name in sorted(names):
        other = by_first.get(name.last + 1)
        if other is None or other.last >= len(reading.tokens):
            continue
        if (reading.tokens[name.last].text, reading.tokens[other.last].text) == ("(", ")"):
            short, full = sorted((name, other), key=lambda one: (len(one.words), len(one.text)))
            if _abbreviates(short, full):
                yield short, full


def _abbreviates(short: Name, full: Name) -> bool:
    """Whether a name is written like an abbreviation, and is none of a news agency's credit."""
    letters = short.text.replace(".", "")
    written = letters.isupper() and 1 < len(letters) <= _LETTERS and letters.isalpha()
    credited = any(short.text in agency.forms for agency in agencies())
    return written and not credited and (len(full.words) > 1 or full.text[0].upper() == letters[0])


def _key(reading: Reading, name: Name) -> str:
    """What names of one body, place or thing share."""
    if name.code:
        return f"territory {name.code}"
    if name.kind is EntityKind.ORGANIZATION:
        public = public_body(name.text, reading.language)
        return f"public {' '.join(public)}" if len(public) > 1 else " ".join(without_legal_form(name.words))
    if name.kind is EntityKind.OTHER and is_model(name.text.removesuffix("s")):
        return " ".join((*name.words[:-1], name.words[-1].removesuffix("s")))
    return " ".join(name.words)
