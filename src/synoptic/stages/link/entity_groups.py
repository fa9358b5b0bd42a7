"""Entities of several articles under way to being one: kept so that each new one is compared with its likes alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from synoptic.language.cases import heard
from synoptic.language.groups import read_group
from synoptic.language.names import sound, without_legal_form
from synoptic.language.names.bodies import without_sort
from synoptic.language.names.parted import name_parts
from synoptic.language.names.scripts import first_heard
from synoptic.language.offices import WrittenOffice
from synoptic.language.territories import find_territory
from synoptic.language.titles import titles_of
from synoptic.records.annotation import Entity, EntityKind

# By so many letters at least a name in any case begins like its nominative.
_BEGIN = 3
# Words of fewer letters may end with "s" as they are.
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Local:
    """An entity of one article, with what its linking rests on.

    `territory` names the territory, city or capital it is, `public` is what its names as a public body share in any
    language, `shorter` are the folded words of what the article calls it for short.
    """

    article: str
    language: str
    entity: Entity
    named: bool
    words: tuple[str, ...]
    offices: tuple[WrittenOffice, ...]
    territory: str
    public: tuple[str, ...]
    shorter: frozenset[tuple[str, ...]]

    @property
    def is_person(self) -> bool:
        """Whether it was taken for a person."""
        return self.entity.kind is EntityKind.PERSON

    @property
    def face(self) -> tuple[object, ...]:
        """All that a comparison looks at: two of one face need not both be compared."""
        return self.entity.name, self.entity.kind, self.language, self.named, self.offices, self.shorter


@dataclass(slots=True)
class Group:
    """Entities of several articles that are one, each with the reason why it was put here."""

    members: list[tuple[Local, str]] = field(default_factory=list)
    faces: dict[tuple[object, ...], Local] = field(default_factory=dict)

    def add(self, local: Local, reason: str) -> None:
        """One more member."""
        self.members.append((local, reason))
        self.faces.setdefault(local.face, local)


class Groups:
    """All groups of a story, found by what their members could share with another entity.

    Where some accounts are in a language whose names have `cases`, names also meet by how they begin; where some are
    in letters without capitals, of several `scripts` then, by the first consonant of each part.
    """

    def __init__(self, cases: bool = False, scripts: bool = False) -> None:
        self._cases = cases
        self._scripts = scripts
        self.all: list[Group] = []
        self._sharing: dict[tuple[str, ...], dict[int, None]] = {}

    def alike(self, local: Local) -> Iterator[tuple[int, Group]]:
        """The groups that an entity could belong to, in the order in which they were begun."""
        numbers = {number for key in self._keys(local) for number in self._sharing.get(key, ())}
        for number in sorted(numbers):
            yield number, self.all[number]

    def add(self, local: Local, reason: str, number: int | None = None) -> None:
        """Puts an entity to a group, or into a new one."""
        if number is None:
            number = len(self.all)
            self.all.append(Group())
        group = self.all[number]
        if local.face not in group.faces:
            for key in self._keys(local):
                self._sharing.setdefault(key, {}).setdefault(number)
        group.add(local, reason)

    def _keys(self, local: Local) -> Iterator[tuple[str, ...]]:
        yield from _keys(local)
        if self._cases:
            for word in dict.fromkeys((*local.words[:1], *local.words[-1:])):
                yield "begin", heard(word)[:_BEGIN]
        nameable = local.is_person or (local.entity.kind is EntityKind.OTHER and len(local.words) > 1)
        if self._scripts and nameable and local.named:
            parts = name_parts(local.entity.name, local.language)
            for first in dict.fromkeys(first for part in parts for first in sorted(first_heard(part))):
                yield "first", first


def in_singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with the last one in the singular, where it is long enough to tell."""
    last = words[-1] if words else ""
    return (*words[:-1], last.removesuffix("s")) if len(last) >= _TELLING else words


def company(local: Local) -> tuple[str, ...]:
    """The words of a company's name without its sort ("Airlines"); none where what is left may name much else."""
    words = without_sort(local.words)
    telling = len(words) > 1 or (bool(words) and len(words[0]) >= _TELLING)
    known = words[:1] and (words[0] in titles_of("en").bodies or find_territory(words[0], local.language))
    return words if telling and not known else ()


def _keys(local: Local) -> Iterator[tuple[str, ...]]:
    """What two entities must share, at least one of it, for any test to take them for one."""
    words = local.words
    yield "words", *words
    if local.entity.kind in (EntityKind.ORGANIZATION, EntityKind.OTHER):
        yield "words", *without_legal_form(words)
        yield "words", *in_singular(words)
        yield "words", *company(local)
    if local.public:
        yield "words", *local.public
    for short in sorted(local.shorter):
        yield "words", *short
    for office in local.offices:
        yield "office", office.territory
    if local.territory:
        yield "territory", local.territory
    if not local.named and not local.is_person:
        group = read_group(local.entity.name, local.language)
        yield "class", group[0] if group else ""
    if len(words) == 1:
        yield "sound", sound(words[0])
        yield "initials", words[0]
    if len(words) > 1:
        yield from _long_keys(local)


def _long_keys(local: Local) -> Iterator[tuple[str, ...]]:
    words, titles = local.words, titles_of("en")
    if local.is_person:
        yield "sound", sound(words[0])
        yield "sound", sound(words[-1])
    else:
        yield "initials", "".join(word[0] for word in words if word not in titles.of)
        if words[-1] in titles.places:
            yield "words", words[0]
    if local.entity.kind in (EntityKind.PERSON, EntityKind.OTHER):
        # One name in two spellings has two words that begin with the same sounds (see one_person).
        for pair in sorted(set(combinations(sorted(sound(word)[:1] for word in words), 2))):
            yield "begin", *pair
