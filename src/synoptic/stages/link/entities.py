"""Entities across the articles of a story: names, offices, and who holds them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from synoptic.language.groups import read_group
from synoptic.language.names import likeness, name_words, one_person, same_word, sound
from synoptic.language.offices import WrittenOffice, read_office
from synoptic.language.territories import TerritoryRole, find_territory, territory_name
from synoptic.language.titles import titles_of
from synoptic.records.annotation import Account, Entity, EntityKind, Mention, MentionForm
from synoptic.records.links import EntityLinking

# How alike the surnames of two people with one office and given name must be ("Jaridi", "Kharidi": .71).
_ROMANISED = 0.6
# Shorter names are too often different things of one name.
_RARE = 5
_SHORTENED = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OTHER})


@dataclass(frozen=True, slots=True)
class _Local:
    """An entity of one article, with what its linking rests on."""

    article: str
    language: str
    entity: Entity
    named: bool
    words: tuple[str, ...]
    offices: tuple[WrittenOffice, ...]


@dataclass(slots=True)
class _Group:
    """Entities of several articles that are one, each with the reason why it was put here."""

    members: list[tuple[_Local, str]] = field(default_factory=list)


def link_entities(accounts: Sequence[Account]) -> EntityLinking:
    """The entities of a story, the most mentioned first, and the way to them from each article's own entities.

    The order of the accounts changes nothing but the order of mentions.
    """
    locals_ = sorted(
        (_local(account, entity) for account in accounts for entity in account.annotation.entities),
        key=lambda local: (local.article, int(local.entity.id) if local.entity.id.isdigit() else 0, local.entity.id),
    )
    groups: list[_Group] = []
    full = [local for local in locals_ if _is_person(local) and local.named and len(local.words) > 1]
    for local in sorted(full, key=lambda local: -len(local.words)):
        _place(groups, local, _same_full_name)
    bare = [local for local in locals_ if local.named and len(local.words) <= 1]
    rest = [local for local in locals_ if local.named and len(local.words) > 1 and not _is_person(local)]
    for local in sorted(rest, key=lambda local: -len(local.words)):
        _place(groups, local, _same_thing)
    for local in bare:
        _place(groups, local, _same_surname)
    for local in locals_:
        if not local.named:
            _place(groups, local, _same_office if _is_person(local) else _same_group)
    return _linking(_of_the_story(groups, accounts), [account.article.id for account in accounts])


def _of_the_story(groups: Sequence[_Group], accounts: Sequence[Account]) -> list[_Group]:
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
            local.named or _is_person(local) or (local.article, local.entity.id) in needed for local, _ in group.members
        )
    ]


def _is_person(local: _Local) -> bool:
    return local.entity.kind is EntityKind.PERSON


def _local(account: Account, entity: Entity) -> _Local:
    language = (account.article.language or account.annotation.parse.language or "en").split("-")[0]
    offices = tuple(office for text in entity.offices if (office := read_office(text, language)))
    named = any(mention.form is MentionForm.NAME for mention in entity.mentions)
    return _Local(account.article.id, language, entity, named, name_words(entity.name), offices)


type _Test = Callable[[_Local, _Local], str]


def _place(groups: list[_Group], local: _Local, same: _Test) -> None:
    """Puts an entity to the one group that holds the same, or into a group of its own; two fitting groups are none."""
    fitting = []
    for group in groups:
        reason = next((reason for other, _ in group.members if (reason := same(local, other))), "")
        if reason:
            fitting.append((group, reason))
    if len(fitting) > 1:
        fitting = _holders(fitting, local)
    if len(fitting) == 1:
        fitting[0][0].members.append((local, fitting[0][1]))
    else:
        groups.append(_Group([(local, "")]))


def _holders(fitting: list[tuple[_Group, str]], local: _Local) -> list[tuple[_Group, str]]:
    """Those of several fitting groups who hold the very office of an entity, else those who hold one like it."""
    for exactly in (True, False):
        found = [
            (group, reason)
            for group, reason in fitting
            if any(_shared_office(local, other, loosely=True, exactly=exactly) for other, _ in group.members)
        ]
        if found:
            return found
    return fitting


def _same_full_name(local: _Local, other: _Local) -> str:
    if other.entity.kind is not EntityKind.PERSON or len(other.words) < 2:
        return ""
    if one_person(local.entity.name, other.entity.name):
        return f"“{local.entity.name}” and “{other.entity.name}” are one name"
    if len(local.words) < 2 or sound(local.words[0]) != sound(other.words[0]):
        return ""
    office = _same_office(local, other)
    if office and likeness(local.words[-1], other.words[-1]) >= _ROMANISED:
        return f"“{local.entity.name}” and “{other.entity.name}” are alike, and {office}"
    return ""


def _same_thing(local: _Local, other: _Local) -> str:
    """Why two bodies, places or things are one: the same words or territory, an acronym, "Gaza" in "Gaza Strip"."""
    if EntityKind.PERSON in (local.entity.kind, other.entity.kind) and local.entity.kind is EntityKind.OTHER:
        return _same_full_name(local, other)
    kinds = {local.entity.kind, other.entity.kind}
    if len(kinds) > 1 and EntityKind.OTHER not in kinds:
        return _typed_apart(local, other)
    left, right = _territory(local), _territory(other)
    if left or right:
        return f"both name {left}" if left == right else ""
    if local.words == other.words:
        return "the same name"
    short, long = sorted((local, other), key=lambda one: len(one.words))
    if len(short.words) == 1 and len(long.words) > 1 and kinds <= _SHORTENED:
        initials = "".join(word[0] for word in long.words if word not in titles_of("en").of)
        if short.words[0] == initials and short.entity.name.isupper():
            return f"“{short.entity.name}” are the initials of “{long.entity.name}”"
        if kinds == {EntityKind.PLACE} and long.words[0] == short.words[0] and long.words[-1] in titles_of("en").places:
            return f"“{short.entity.name}” is short for “{long.entity.name}”"
    return ""


def _typed_apart(local: _Local, other: _Local) -> str:
    """Why one name that was typed differently in two articles is one: rare, and known to no table."""
    if local.words != other.words or not local.words or len("".join(local.words)) < _RARE:
        return ""
    known = any(find_territory(one.entity.name, one.language) for one in (local, other))
    bodies = titles_of("en").bodies
    if known or any(word in bodies for word in local.words):
        return ""
    return f"the same name, taken for a {local.entity.kind} and a {other.entity.kind}"


def _territory(local: _Local) -> str:
    """The territory or capital that a place is, the same in any language; "" for other places."""
    if local.entity.kind is not EntityKind.PLACE:
        return ""
    found = find_territory(local.entity.name, local.language)
    if found is not None and found.role is TerritoryRole.CAPITAL:
        return f"the capital of {territory_name(found.code)}"
    return territory_name(found.code) if found is not None and found.role is TerritoryRole.NAME else ""


def _same_surname(local: _Local, other: _Local) -> str:
    full = _is_person(other) and other.named and len(other.words) > 1 and bool(local.words) and not _territory(local)
    if full and any(same_word(local.words[0], other.words[end]) for end in (-1, 0)):
        return f"“{local.entity.name}” is part of the name “{other.entity.name}”"
    return _same_thing(local, other)


def _same_group(local: _Local, other: _Local) -> str:
    """Why two groups or matters without a name are one: one class of noun, and nothing says that they are others'."""
    if other.named or _is_person(other):
        return ""
    left, right = (read_group(one.entity.name, one.language) for one in (local, other))
    if left is None or right is None or left[0] != right[0] or len({left[1], right[1]} - {""}) > 1:
        return ""
    return f"“{local.entity.name}” and “{other.entity.name}” are called by nouns of one class"


def _same_office(local: _Local, other: _Local) -> str:
    """Why two hold one office: its class and territory agree."""
    return _shared_office(local, other, loosely=False, exactly=False)


def _shared_office(local: _Local, other: _Local, *, loosely: bool, exactly: bool) -> str:
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


def _linking(groups: Sequence[_Group], order: Sequence[str]) -> EntityLinking:
    ranked = sorted(groups, key=_importance)
    entities, ids = [], {}
    for number, group in enumerate(ranked, start=1):
        id = f"e{number}"
        entities.append(_merged(id, group, order))
        ids.update({(local.article, local.entity.id): id for local, _ in group.members})
    return EntityLinking(tuple(entities), ids)


def _importance(group: _Group) -> tuple[int, int, str, tuple[tuple[str, str], ...]]:
    articles = {local.article for local, _ in group.members}
    mentions = sum(len(local.entity.mentions) for local, _ in group.members)
    places = tuple((local.article, local.entity.id) for local, _ in group.members)
    return -len(articles), -mentions, group.members[0][0].entity.name, places


def _merged(id: str, group: _Group, order: Sequence[str]) -> Entity:
    members = sorted(group.members, key=lambda member: order.index(member[0].article))
    best = _best_named([local for local, _ in members])
    mentions: list[Mention] = []
    for local, reason in members:
        for mention in local.entity.mentions:
            mentions.append(replace(mention, reason=f"{mention.reason}; {reason}") if reason else mention)
    offices = dict.fromkeys(office for local, _ in members for office in local.entity.offices)
    return Entity(id, best.entity.kind, best.entity.name, tuple(mentions), tuple(offices))


def _best_named(members: Sequence[_Local]) -> _Local:
    """The entity that names the group: a person by the fullest name, anything else by the name most articles use."""
    mentions = Counter[EntityKind]()
    for local in members:
        if local.entity.kind is not EntityKind.OTHER:
            mentions[local.entity.kind] += len(local.entity.mentions) + len(local.entity.offices)
    kind = max(sorted(mentions), key=lambda kind: mentions[kind]) if mentions else EntityKind.OTHER
    sure = [local for local in members if local.entity.kind is kind]
    uses = Counter(local.entity.name for local in sure)
    official = {_territory(local).casefold() for local in sure}
    return max(
        sure,
        key=lambda local: (
            local.named,
            local.entity.name.casefold() in official,
            len(local.words) if kind is EntityKind.PERSON else uses[local.entity.name],
            kind is EntityKind.PERSON and not local.entity.name.isascii(),  # "Nuñez" tells more than "Nunez"
            uses[local.entity.name],
            local.entity.name,
        ),
    )
