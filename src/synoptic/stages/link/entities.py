"""Entities across the articles of a story: names, offices, and who holds them."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from synoptic.language.cases import has_cases, stemmed_words
from synoptic.language.names import likeness, one_person, sound
from synoptic.language.names.fold import fold
from synoptic.language.offices import read_office
from synoptic.language.people import people_table
from synoptic.language.places import known_place
from synoptic.language.public_bodies import public_body
from synoptic.language.tables import primary_language
from synoptic.language.territories import TerritoryRole, find_territory, territory_name
from synoptic.language.titles import titles_of
from synoptic.records.annotation import Account, Entity, EntityKind, Mention, MentionForm
from synoptic.records.identities import Identity, Verdict
from synoptic.records.links import EntityLinking
from synoptic.stages.link.entity_groups import Group, Groups, Local
from synoptic.stages.link.identities import settle
from synoptic.stages.link.scripts import joined_parts, part_across, read_apart, same_across
from synoptic.stages.link.things import is_company, same_group, same_thing, typed_apart
from synoptic.stages.link.written import one_part, same_in_cases

# How alike the surnames of two people with one office and given name must be ("Jaridi", "Kharidi": .71).
_ROMANISED = 0.6
# So many words of a body's name tell which one it is without its land: "the Foreign Ministry" is every country's.
_TELLING = 3
# The score of what was found here beside a reader's judgement, and beside that names are letter by letter the same.
_FOUND = 0.9


def link_entities(accounts: Sequence[Account], judged: Sequence[Identity] = ()) -> EntityLinking:
    """The entities of a story, the most mentioned first, and the way to them from each article's own entities.

    `judged` are a reader's judgements on names as the articles write them; they win. The order of the accounts and of
    the judgements changes nothing but the order of mentions.
    """
    locals_ = sorted(
        (_local(account, entity) for account in accounts for entity in account.annotation.entities),
        key=lambda local: (local.article, int(local.entity.id) if local.entity.id.isdigit() else 0, local.entity.id),
    )
    groups = Groups(
        any(has_cases(account.article.language) for account in accounts),
        any(people_table(account.article.language or "") is not None for account in accounts),
    )
    full = [local for local in locals_ if local.is_person and local.named and len(local.words) > 1]
    for local in sorted(full, key=lambda local: -len(local.words)):
        _place(groups, local, _same_full_name)
    bare = [local for local in locals_ if local.named and len(local.words) <= 1]
    rest = [local for local in locals_ if local.named and len(local.words) > 1 and not local.is_person]
    for local in sorted(rest, key=lambda local: -len(local.words)):
        _place(groups, local, _same_thing)
    for local in bare:
        _place(groups, local, _same_surname)
    for local in locals_:
        if not local.named:
            _place(groups, local, _same_office if local.is_person else same_group)
    kept = _of_the_story(groups.all, accounts)
    if judged:
        kept = _settled(kept, [replace(one, by_reader=True) for one in judged])
    return _linking(kept, {account.article.id: place for place, account in enumerate(accounts)})


def _settled(groups: Sequence[Group], judged: Sequence[Identity]) -> list[Group]:
    """The groups as a reader's judgements leave them: what was found is followed where no judgement is against it."""
    members = {_key(local): (local, reason) for group in groups for local, reason in group.members}
    named: dict[str, list[str]] = {}
    for key, (local, _) in members.items():
        named.setdefault(fold(local.entity.name), []).append(key)
    known = [
        replace(one, left=left, right=right)
        for one in judged
        for left in named.get(fold(one.left), ())
        for right in named.get(fold(one.right), ())
        if left != right
    ]
    alike = {
        (keys[0], key): Identity(keys[0], key, Verdict.SAME)
        for group in groups
        for keys in _by_name(group).values()
        for key in keys[1:]
    }
    found = {
        (first, other): Identity(first, other, Verdict.SAME, _FOUND)
        for group in groups
        for first, other in combinations([keys[0] for keys in _by_name(group).values()], 2)
    }
    told = {
        key: f"a reader judged that “{one.left}” is “{one.right}”"
        for one in judged
        for key in named.get(fold(one.left), ())
    }
    settled = settle(members, [*known, *alike.values(), *found.values()])
    home = {_key(local): number for number, group in enumerate(groups) for local, _ in group.members}
    made = []
    for block in settled.blocks:
        mixed = len({home[key] for key in block}) > 1
        made.append(
            Group([(members[key][0], (told.get(key, "") if mixed else "") or members[key][1]) for key in block])
        )
    return made


def _key(local: Local) -> str:
    return f"{local.article}\n{local.entity.id}"


def _by_name(group: Group) -> dict[str, list[str]]:
    """The members of a group by their folded names."""
    found: dict[str, list[str]] = {}
    for local, _ in group.members:
        found.setdefault(fold(local.entity.name), []).append(_key(local))
    return found


def _of_the_story(groups: Sequence[Group], accounts: Sequence[Account]) -> list[Group]:
    """The entities that belong to the story: all but groups and matters without a name that nothing hangs on.

    Those stay where they are called something loaded: that the accounts compare.
    """
    needed = {
        (account.article.id, label.entity)
        for account in accounts
        for label in account.annotation.labels
        if label.loaded
    }
    return [
        group
        for group in groups
        if any(
            local.named or local.is_person or (local.article, local.entity.id) in needed for local, _ in group.members
        )
    ]


def _local(account: Account, entity: Entity) -> Local:
    language = primary_language(account.article.language or account.annotation.parse.language or "en")
    offices = tuple(office for text in entity.offices if (office := read_office(text, language)))
    named = any(mention.form is MentionForm.NAME for mention in entity.mentions)
    territory = _territory(entity, language)
    words = _words(entity, language)
    if entity.kind is not EntityKind.PERSON and len(words) > 1 and words[0] in titles_of(language).definite:
        words = words[1:]
    public = public_body(entity.name, language) if entity.kind is not EntityKind.PERSON else ()
    shorter = _shorter(account, entity, words, language) if named else frozenset()
    return Local(account.article.id, language, entity, named, words, offices, territory, public, shorter)


def _words(entity: Entity, language: str) -> tuple[str, ...]:
    """The folded words of a name; of a person's in signs or syllables the family and the given name."""
    if entity.kind is EntityKind.PERSON and language in ("zh", "ja", "ko"):
        return joined_parts(entity.name, language)
    return stemmed_words(entity.name, language)


type _Test = Callable[[Local, Local], str]


def _place(groups: Groups, local: Local, same: _Test) -> None:
    """Puts an entity to the one group that holds the same, or into a group of its own; two fitting groups are none."""
    fitting: list[tuple[int, str]] = []
    for number, group in groups.alike(local):
        reason = next((reason for other in group.faces.values() if (reason := same(local, other))), "")
        if reason:
            fitting.append((number, reason))
    if len(fitting) > 1:
        fitting = _holders(groups, fitting, local) if local.is_person else _called_alike(groups, fitting, local)
    if len(fitting) == 1:
        groups.add(local, fitting[0][1], fitting[0][0])
    else:
        groups.add(local, "")


def _called_alike(groups: Groups, fitting: list[tuple[int, str]], local: Local) -> list[tuple[int, str]]:
    """The one of several fitting groups that is called by the very name of a body or thing, else all."""
    found = [
        (number, reason)
        for number, reason in fitting
        if any(
            local.words == other.words and local.entity.kind is other.entity.kind
            for other in groups.all[number].faces.values()
        )
    ]
    return found if len(found) == 1 else fitting


def _holders(groups: Groups, fitting: list[tuple[int, str]], local: Local) -> list[tuple[int, str]]:
    """Those of several fitting groups who hold the very office of an entity, else those who hold one like it."""
    for exactly in (True, False):
        found = [
            (number, reason)
            for number, reason in fitting
            if any(
                _shared_office(local, other, loosely=True, exactly=exactly)
                for other in groups.all[number].faces.values()
            )
        ]
        if found:
            return found
    return fitting


def _same_full_name(local: Local, other: Local) -> str:
    if other.entity.kind is not EntityKind.PERSON or len(other.words) < 2:
        return ""
    if local.words == other.words or one_person(local.entity.name, other.entity.name):
        return f"“{local.entity.name}” and “{other.entity.name}” are one name"
    if same_in_cases(local, other):
        return f"“{local.entity.name}” is “{other.entity.name}” in another case and script"
    if len(local.words) < 2:
        return ""
    office = _same_office(local, other)
    if across := same_across(local, other, office):
        return across
    if sound(local.words[0]) != sound(other.words[0]):
        return _one_holder(local, other)
    if office and likeness(local.words[-1], other.words[-1]) >= _ROMANISED:
        return f"“{local.entity.name}” and “{other.entity.name}” are alike, and {office}"
    return ""


def _one_holder(local: Local, other: Local) -> str:
    """Why two whose names, in signs and in letters, cannot be compared are one: they hold one office of one land."""
    if not read_apart(local, other):
        return ""
    lands = {office.territory for one in (local, other) for office in one.offices}
    held = _shared_office(local, other, loosely=False, exactly=True) if len(lands) == 1 else ""
    called = f"“{local.entity.name}” and “{other.entity.name}”"
    return f"{called} cannot be compared, but {held}" if held else ""


def _same_thing(local: Local, other: Local) -> str:
    """Why two that are not both people are one: as things are, or as a person whose name was not known for one."""
    if EntityKind.PERSON in (local.entity.kind, other.entity.kind) and local.entity.kind is EntityKind.OTHER:
        return _same_full_name(local, other) or typed_apart(local, other)
    return same_thing(local, other)


def _territory(entity: Entity, language: str) -> str:
    """The place that has many names, the same in any language: a territory, city or continent; "" for others."""
    if entity.kind is not EntityKind.PLACE:
        return ""
    found = find_territory(entity.name, language)
    if found is not None and found.role is TerritoryRole.NAME:
        return territory_name(found.code)
    known = known_place(entity.name, language)
    if not known and found is not None and found.role is TerritoryRole.CAPITAL:
        return f"the capital of {territory_name(found.code)}"
    return known


def _without_land(text: str, language: str) -> tuple[str, ...]:
    """A name without the land or people before it, where the rest tells enough: "U.S. Securities and Exchange Board".

    Languages that write peoples with a capital have them before any name ("Duitse Aerovisa").
    """
    parts = text.split()
    found = find_territory(parts[0], language) if len(parts) > 1 else None
    if found is None:
        return ()
    rest = stemmed_words(" ".join(parts[1:]), language)
    people = language != "en" and found.role is TerritoryRole.DEMONYM and not titles_of(language).bodies & {*rest}
    return rest if people or len(rest) >= _TELLING else ()


def _shorter(account: Account, entity: Entity, words: tuple[str, ...], language: str) -> frozenset[tuple[str, ...]]:
    """What else an article calls a body or thing by name: its first word, initials, or its name without its land.

    Not the last word alone ("the Times"), which many have, but for a model ("A380").
    """
    if entity.kind is EntityKind.PERSON or entity.kind is EntityKind.PLACE:
        return frozenset()
    found: set[tuple[str, ...]] = set()
    for mention in entity.mentions:
        if mention.form is MentionForm.NAME:
            text = mention.span.of(account.article.text)
            written = stemmed_words(text, language)
            if len(written) > 1 or written[:1] != words[-1:] or not text.isalpha():
                found |= {written, public_body(text, language), _without_land(text, language)}
    return frozenset(found - {(), words})


def _same_surname(local: Local, other: Local) -> str:
    full = other.is_person and other.named and len(other.words) > 1 and bool(local.words) and not local.territory
    # What was taken for a place or body may be a surname, but hardly a given name.
    ends = (-1, 0) if local.entity.kind in (EntityKind.PERSON, EntityKind.OTHER) else (-1,)
    office = _shared_office(local, other, loosely=False, exactly=True) if full else ""
    if full and any(one_part(local, other, end) or part_across(local, other, end, office) for end in ends):
        return f"“{local.entity.name}” is part of the name “{other.entity.name}”"
    return _same_thing(local, other)


def _same_office(local: Local, other: Local) -> str:
    """Why two hold one office: its class and territory agree."""
    return _shared_office(local, other, loosely=False, exactly=False)


def _shared_office(local: Local, other: Local, *, loosely: bool, exactly: bool) -> str:
    """Loosely, one of the two may leave the territory out; exactly, the classes are the same."""
    compatible = titles_of("en").compatible
    for office in local.offices:
        for held in other.offices:
            territories = {office.territory, held.territory}
            agree = (len(territories) == 1 and "" not in territories) or (loosely and len(territories - {""}) <= 1)
            fits = office.kind == held.kind if exactly else compatible(office.kind, held.kind)
            if agree and fits and office.shift == held.shift:
                return f"“{local.entity.name}” is held by {other.entity.name} in these articles"
    return ""


def _linking(groups: Sequence[Group], order: Mapping[str, int]) -> EntityLinking:
    ranked = sorted(groups, key=_importance)
    entities, ids = [], {}
    for number, group in enumerate(ranked, start=1):
        id = f"e{number}"
        entities.append(_merged(id, group, order))
        ids.update({(local.article, local.entity.id): id for local, _ in group.members})
    return EntityLinking(tuple(entities), ids)


def _importance(group: Group) -> tuple[int, int, str, tuple[tuple[str, str], ...]]:
    articles = {local.article for local, _ in group.members}
    mentions = sum(len(local.entity.mentions) for local, _ in group.members)
    places = tuple((local.article, local.entity.id) for local, _ in group.members)
    return -len(articles), -mentions, group.members[0][0].entity.name, places


def _merged(id: str, group: Group, order: Mapping[str, int]) -> Entity:
    members = sorted(group.members, key=lambda member: order[member[0].article])
    best = _best_named([local for local, _ in members])
    mentions: list[Mention] = []
    for local, reason in members:
        for mention in local.entity.mentions:
            mentions.append(replace(mention, reason=f"{mention.reason}; {reason}") if reason else mention)
    offices = dict.fromkeys(office for local, _ in members for office in local.entity.offices)
    return Entity(id, best.entity.kind, best.entity.name, tuple(mentions), tuple(offices))


def _best_named(members: Sequence[Local]) -> Local:
    """The entity that names the group, by the name that most articles use: of a person in full."""
    mentions = Counter[EntityKind]()
    for local in members:
        if local.entity.kind is not EntityKind.OTHER:
            mentions[local.entity.kind] += len(local.entity.mentions) + len(local.entity.offices)
    kind = max(sorted(mentions), key=lambda kind: mentions[kind]) if mentions else EntityKind.OTHER
    if any(is_company(local) for local in members):
        kind = EntityKind.ORGANIZATION
    sure = [local for local in members if local.entity.kind is kind]
    uses = Counter(local.entity.name for local in sure)
    full = Counter(local.words for local in sure)
    official = {local.territory.casefold() for local in sure}
    scripts = Counter(_script(local.entity.name) for local in sure)
    small = {fold(local.entity.name) for local in sure if not local.entity.name.isupper()}
    return max(
        sure,
        key=lambda local: (
            local.named,
            (scripts[_script(local.entity.name)], _script(local.entity.name) == "LATIN"),
            local.entity.name.casefold() in official,
            not (local.entity.name.isupper() and fold(local.entity.name) in small),  # the capitals of a dateline
            (len(local.words) > 1, full[local.words], len(local.words))
            if kind is EntityKind.PERSON
            else (True, uses[local.entity.name], 0),
            kind is EntityKind.PERSON and not local.entity.name.isascii(),  # "Nuñez" tells more than "Nunez"
            uses[local.entity.name],
            local.entity.name,
        ),
    )


def _script(name: str) -> str:
    """The script of a name's first letter: "LATIN", "CYRILLIC" ..."""
    letter = next((letter for letter in name if letter.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
