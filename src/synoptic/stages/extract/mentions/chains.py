"""Names of one article that name the same person, body or place."""

from collections.abc import Sequence
from itertools import combinations

from synoptic.language.names import gender_of_given_name, one_person, same_word, sound
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.reading import Reading
from synoptic.stages.extract.mentions.things import chain_things

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# A surname that two people of the article share goes to the one named in the last sentences, if only one is.
_NEAR = 3


def chain_names(reading: Reading, names: Sequence[Name]) -> list[list[Name]]:
    """Groups of names, each in order of the text, ordered by their first name."""
    chains: list[list[Name]] = []
    for kind in EntityKind:
        of_kind = [name for name in names if name.kind is kind]
        chains += _people(reading, of_kind) if kind is EntityKind.PERSON else chain_things(reading, of_kind)
    return sorted((sorted(chain) for chain in chains), key=lambda chain: chain[0].first)


def essential(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without initials and generational suffixes, where two words remain."""
    kept = tuple(word for word in words if len(word) > 1 and word not in _SUFFIXES)
    return kept if len(kept) > 1 else words


def _people(reading: Reading, names: list[Name]) -> list[list[Name]]:
    chains = _full_names([name for name in names if len(name.words) > 1])
    settled = [list(chain) for chain in chains]
    alike: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        if len(name.words) <= 1:
            alike.setdefault(name.words, []).append(name)
    ends = [_by_sound(settled, end) for end in (-1, 0)]
    for group in alike.values():
        fitting = _fitting(reading, group, settled, ends)
        own: list[Name] = []
        for name in group:
            number = _nearest(reading, name, fitting, settled)
            (own if number is None else chains[number]).append(name)
        if own:
            chains.append(own)
    return chains


def _full_names(names: list[Name]) -> list[list[Name]]:
    """Full names in chains, the longest first; only names that share the initials of two words are compared."""
    chains: list[list[Name]] = []
    home: dict[tuple[str, ...], int] = {}
    sharing: dict[tuple[str, ...], list[int]] = {}
    for name in sorted(names, key=lambda name: (-len(essential(name.words)), name.first)):
        if name.words not in home:
            initials = sorted(sound(word)[:1] for word in name.words)
            candidates = dict.fromkeys(sharing.get(tuple(initials[:2]), ()))
            known = (number for number in candidates if one_person(chains[number][0].text, name.text))
            home[name.words] = next(known, len(chains))
            if home[name.words] == len(chains):
                chains.append([])
            for pair in dict.fromkeys(combinations(initials, 2)):
                sharing.setdefault(pair, []).append(home[name.words])
        chains[home[name.words]].append(name)
    return chains


def _by_sound(chains: Sequence[Sequence[Name]], end: int) -> dict[str, list[int]]:
    """The numbers of the people by the sound of the last word, or the first, of their names."""
    found: dict[str, list[int]] = {}
    for number, chain in enumerate(chains):
        for heard in dict.fromkeys(sound(essential(name.words)[end]) for name in chain):
            found.setdefault(heard, []).append(number)
    return found


def _fitting(
    reading: Reading, alike: Sequence[Name], settled: list[list[Name]], ends: Sequence[dict[str, list[int]]]
) -> list[int]:
    """The numbers of the people whom a single name, with all its occurrences, can name: by surname or given name."""
    if not alike[0].words:
        return []
    word = alike[0].words[0]
    for end, by_sound in zip((-1, 0), ends, strict=True):
        fitting = [
            number
            for number in by_sound.get(sound(word), ())
            if any(same_word(essential(other.words)[end], word) for other in settled[number])
            and not _contrary(reading, settled[number], alike)
        ]
        if fitting:
            titled = [number for number in fitting if any(_titles(reading, other) for other in settled[number])]
            return titled if len(titled) == 1 else fitting
    return []


def _nearest(reading: Reading, name: Name, fitting: Sequence[int], settled: list[list[Name]]) -> int | None:
    """The one fitting person, or the one of several who was named in full in the last sentences."""
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    here = reading.sentence(name.first)
    near = [
        number
        for number in fitting
        if any(0 <= here - reading.sentence(other.first) <= _NEAR for other in settled[number])
    ]
    return near[0] if len(near) == 1 else None


def _titles(reading: Reading, name: Name) -> set[str]:
    """The class of the office that stands right before a name."""
    office = reading.titles.office_ending(reading.words, name.start)
    return {office.kind} if office is not None else set()


def _contrary(reading: Reading, chain: Sequence[Name], alike: Sequence[Name]) -> bool:
    """Whether titles speak against it: "Mr." for a woman, "President" for her whom the article calls First Lady."""
    genders = {name.gender for name in alike} - {""}
    others = {_gender(reading, name) for name in chain} - {""}
    if genders and others and not genders & others:
        return True
    full = min(chain)
    if _kin(reading, full) and (alike[0].first < full.first or any(_titles(reading, name) for name in alike)):
        return True
    titles = set().union(*(_titles(reading, name) for name in alike))
    borne = set().union(*(_titles(reading, name) for name in chain))
    compatible = reading.titles.compatible
    return bool(titles and borne) and not any(compatible(left, right) for left in titles for right in borne)


def _kin(reading: Reading, name: Name) -> bool:
    """Whether a word for kinship stands before a name, past a comma: "his wife, Ana Brandt"."""
    before = name.start - 1
    if before > 0 and reading.tokens[before].text == ",":
        before -= 1
    return before >= 0 and reading.words[before] in reading.titles.kin


def _gender(reading: Reading, name: Name) -> str:
    office = reading.titles.office_ending(reading.words, name.start)
    told = reading.titles.genders.get(" ".join(office.words), "") if office is not None else ""
    return name.gender or told or (gender_of_given_name(name.words[0]) if len(name.words) > 1 else "")
