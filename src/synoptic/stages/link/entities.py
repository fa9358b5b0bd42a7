"""Entities across the articles of a story: names, offices, and who holds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from synoptic.language.names import name_words, one_person, sound
from synoptic.language.offices import WrittenOffice, read_office
from synoptic.language.territories import TerritoryRole, find_territory
from synoptic.language.titles import titles_of
from synoptic.records.annotation import Account, Entity, EntityKind, Mention, MentionForm
from synoptic.records.links import EntityLinking


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
            _place(groups, local, _same_office)
    return _linking(groups, [account.article.id for account in accounts])


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
        fitting = [entry for entry in fitting if _holds_alike(entry[0], local)]
    if len(fitting) == 1:
        fitting[0][0].members.append((local, fitting[0][1]))
    else:
        groups.append(_Group([(local, "")]))


def _holds_alike(group: _Group, local: _Local) -> bool:
    """Whether someone of a group holds an office that the entity holds too."""
    return any(_same_office(local, other, loosely=True) for other, _ in group.members)


def _same_full_name(local: _Local, other: _Local) -> str:
    if other.entity.kind is not EntityKind.PERSON or len(other.words) < 2:
        return ""
    if one_person(local.entity.name, other.entity.name):
        return f"“{local.entity.name}” and “{other.entity.name}” are one name"
    return ""


def _same_thing(local: _Local, other: _Local) -> str:
    if local.entity.kind is not other.entity.kind:
        return ""
    left, right = _territory(local), _territory(other)
    if left or right:
        return f"both name the territory {left}" if left == right else ""
    return "the same name" if local.words == other.words else ""


def _territory(local: _Local) -> str:
    if local.entity.kind is not EntityKind.PLACE:
        return ""
    found = find_territory(local.entity.name, local.language)
    return found.code if found and found.role is TerritoryRole.NAME else ""


def _same_surname(local: _Local, other: _Local) -> str:
    if _is_person(other) and other.named and len(other.words) > 1 and not _territory(local):
        if local.words and sound(local.words[0]) in (sound(other.words[-1]), sound(other.words[0])):
            return f"“{local.entity.name}” is the only {other.entity.name} of the story"
    return _same_thing(local, other)


def _same_office(local: _Local, other: _Local, loosely: bool = False) -> str:
    """Why two hold one office: its class and territory agree; loosely, one of them may leave the territory out."""
    titles = titles_of("en")
    for office in local.offices:
        for held in other.offices:
            territories = {office.territory, held.territory}
            agree = len(territories) == 1 and "" not in territories or loosely and len(territories - {""}) <= 1
            if agree and office.shift == held.shift:
                if titles.compatible(office.kind, held.kind):
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
    best = max((local for local, _ in members), key=lambda local: (local.named, len(local.words), local.entity.name))
    mentions: list[Mention] = []
    for local, reason in members:
        for mention in local.entity.mentions:
            mentions.append(replace(mention, reason=f"{mention.reason}; {reason}") if reason else mention)
    offices = dict.fromkeys(office for local, _ in members for office in local.entity.offices)
    return Entity(id, best.entity.kind, best.entity.name, tuple(mentions), tuple(offices))
