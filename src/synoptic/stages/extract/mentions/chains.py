"""Names of one article that name the same person, body or place."""

from collections.abc import Sequence

from synoptic.language.names import gender_of_given_name, one_person, same_word
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.reading import Reading

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# A surname that two people of the article share goes to the one named in the last sentences, if only one is.
_NEAR = 3


def chain_names(reading: Reading, names: Sequence[Name]) -> list[list[Name]]:
    """Groups of names, each in order of the text, ordered by their first name."""
    chains: list[list[Name]] = []
    for kind in EntityKind:
        of_kind = [name for name in names if name.kind is kind]
        chains += _people(reading, of_kind) if kind is EntityKind.PERSON else _things(of_kind)
    return sorted((sorted(chain) for chain in chains), key=lambda chain: chain[0].first)


def essential(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without initials and generational suffixes, where two words remain."""
    kept = tuple(word for word in words if len(word) > 1 and word not in _SUFFIXES)
    return kept if len(kept) > 1 else words


def _people(reading: Reading, names: list[Name]) -> list[list[Name]]:
    chains: list[list[Name]] = []
    full = [name for name in names if len(name.words) > 1]
    for name in sorted(full, key=lambda name: (-len(essential(name.words)), name.first)):
        home = next((chain for chain in chains if any(one_person(other.text, name.text) for other in chain)), None)
        if home is None:
            chains.append([name])
        else:
            home.append(name)
    settled = [list(chain) for chain in chains]
    single = [name for name in names if len(name.words) == 1]
    for word in dict.fromkeys(name.words for name in single):
        alike = [name for name in single if name.words == word]
        fitting = _fitting(reading, alike, settled)
        for name in alike:
            home = _nearest(reading, name, fitting)
            if home is None:
                home = next((chain for chain in chains if chain[0].words == name.words), None)
            if home is None:
                chains.append([name])
            else:
                chains[settled.index(home)].append(name) if home in settled else home.append(name)
    return chains


def _fitting(reading: Reading, alike: Sequence[Name], settled: list[list[Name]]) -> list[list[Name]]:
    """The people whom a single name, with all its occurrences, can name: by surname, else by given name."""
    for end in (-1, 0):
        fitting = [
            chain
            for chain in settled
            if any(same_word(essential(other.words)[end], alike[0].words[0]) for other in chain)
            and not _contrary(reading, chain, alike)
        ]
        titled = [chain for chain in fitting if any(_titles(reading, other) for other in chain)]
        if fitting:
            return titled if len(titled) == 1 else fitting
    return []


def _nearest(reading: Reading, name: Name, fitting: list[list[Name]]) -> list[Name] | None:
    """The one fitting person, or the one of several who was named in full in the last sentences."""
    here = reading.sentence(name.first)
    near = [chain for chain in fitting if any(0 <= here - reading.sentence(other.first) <= _NEAR for other in chain)]
    chosen = near if len(fitting) > 1 else fitting
    return chosen[0] if len(chosen) == 1 else None


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


def _things(names: list[Name]) -> list[list[Name]]:
    """Bodies, places and the rest: the same words or territory, an acronym, or the first word of one long name."""
    chains: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda name: (-len(name.words), name.first)):
        key = _key(name)
        if key not in chains and len(name.words) == 1 and name.kind is not EntityKind.OTHER:
            key = _longer(name, chains) or key
        chains.setdefault(key, []).append(name)
    return list(chains.values())


def _key(name: Name) -> str:
    if name.code:
        return f"territory {name.code}"
    return " ".join(name.words)


def _longer(name: Name, chains: dict[str, list[Name]]) -> str | None:
    """The one longer name of which this is the acronym or the first word."""
    word = name.words[0]
    fitting = [
        key
        for key, chain in chains.items()
        if len(chain[0].words) > 1 and (acronym(chain[0].words) == word or chain[0].words[0] == word)
    ]
    return fitting[0] if len(fitting) == 1 else None


def acronym(words: tuple[str, ...]) -> str:
    """The initials of a name, without small words."""
    return "".join(word[0] for word in words if word not in ("of", "the", "and", "for", "de", "del", "la", "y", "et"))
