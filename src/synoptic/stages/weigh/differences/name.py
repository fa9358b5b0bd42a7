"""Name: one bearer written in different ways, or different names in one place of the sentence."""

from collections.abc import Mapping, Sequence, Set
from difflib import SequenceMatcher
from math import inf

from synoptic.language.territories import TerritoryRole, find_territory
from synoptic.records.annotation import EntityKind
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.frames import folded, frame, shared
from synoptic.stages.weigh.differences.rivals import MUCH_ALIKE, Rivals, each_knows_both
from synoptic.stages.weigh.differences.setting import called, head_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.slots import FIRM, Mark, slots
from synoptic.stages.weigh.differences.telling import Naming, Telling
from synoptic.stages.weigh.differences.words import listed

_SPELLED = 0.7
"""Least likeness of two words that are one name in two spellings (raisi/raeisi .91, nabi/nebi .75, smith/shehu .4)."""

_RIVALS = frozenset({EntityKind.PERSON, EntityKind.PLACE})
"""Kinds of which changed names were trained on; bodies are named in too many ways."""

_WHERE = listed("name", "before_places")
_REGIONS = listed("name", "regions")
_PARTS = listed("name", "parts")
_ARTICLES = listed("name", "articles")

_ACROSS = 2.0
"""Log-odds (of persons) from which names of which only one was read as a person's fill one place."""

_HEARD = 0.5
"""Log-odds from which a speaker and a name that was not read as a speaker's fill one place."""

_LIKE = 0.75
"""Least share of the frames for two names to stand in one place. Lower values set any two actors of a story against
each other: topical neighbours share verbs."""


def spelling_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """Entities whose name is written in different ways: another spelling, other parts, a hyphen or none.

    A name cut short is no difference, nor are diacritics. Of places only another spelling counts: their names vary by
    grammar and abbreviation ("U.S.", "American").
    """
    found = []
    for entity in dict.fromkeys(naming.entity for telling in tellings for naming in telling.names):
        values = []
        for telling in tellings:
            written = [(telling.words(n.span), n.kind) for n in telling.names if n.entity == entity and n.named]
            if written:
                longest, kind = max(written, key=lambda one: len(one[0]))
                values.append((telling, _plain(longest), longest, kind))
        if any(_written_otherwise(a[1], b[1], a[3]) for a in values for b in values):
            spelled = " / ".join({key: words for _, key, words, _ in reversed(values)}[key] for key in _keys(values))
            made = difference(
                DifferenceKind.NAME, [(told, key, words) for told, key, words, _ in values], True, f"written {spelled}"
            )
            found += [made] if made else []
    return tuple(found)


def _keys(values: Sequence[tuple[Telling, str, str, EntityKind]]) -> list[str]:
    return list(dict.fromkeys(key for _, key, _, _ in values))


def _plain(name: str) -> str:
    """A name as it is compared: folded, without a possessive and without an article."""
    words = folded(name).replace("’s", "").replace("'s", "").replace(".", "").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _parts(name: str) -> list[str]:
    return _plain(name).replace("-", " ").split()


def _written_otherwise(one: str, other: str, kind: EntityKind) -> bool:
    """Whether two names of one bearer are two ways to write it, and not one of them cut short."""
    mine, theirs = _parts(one), _parts(other)
    if one == other or find_territory(one) or find_territory(other):
        return False
    if mine == theirs:
        return "-" in one + other
    spelled = any(
        a != b and SequenceMatcher(None, a, b).ratio() >= _SPELLED
        for a in set(mine) - set(theirs)
        for b in set(theirs) - set(mine)
    )
    if kind is EntityKind.PLACE:
        return spelled and len(mine) == len(theirs)
    return spelled or _other_parts(mine, theirs, kind)


def _other_parts(mine: Sequence[str], theirs: Sequence[str], kind: EntityKind) -> bool:
    """Whether two full names of one bearer have other parts: of a person one more, of a body words of its own each."""
    if min(len(mine), len(theirs)) < 2 or not set(mine) & set(theirs):
        return False
    if kind is EntityKind.PERSON:
        shorter, longer = sorted((mine, theirs), key=len)
        return shorter[0] == longer[0] and set(shorter) < set(longer)
    return bool(set(mine) - set(theirs)) and bool(set(theirs) - set(mine))


def substituted_names(
    tellings: Sequence[Telling], entity_names: Mapping[str, str], attributed: Set[int] = frozenset()
) -> tuple[Difference, ...]:
    """Different bearers in one place of like sentences: NAME for people and bodies, PLACE for places.

    Not compatible: like sentences with one name changed tell of one happening. `attributed` are the tellings whose
    speakers are told apart already.
    """
    marks = name_marks(tellings, frozenset(EntityKind) - {EntityKind.OTHER})
    rivals = {
        kind: Rivals("place" if kind is EntityKind.PLACE else "person", [m for m in marks if m.value.kind is kind])
        for kind in EntityKind
    }
    across = Rivals("person", marks)

    def strength(one: Mark[Naming], other: Mark[Naming]) -> float | None:
        if not _open(one, other, marks, across, attributed):
            return None
        if one.value.kind is not other.value.kind:
            surely = _taken_for_another(one, other) and across.log_odds(one, other) >= _ACROSS
            surely = surely and across.surely(one, other)
            return across.log_odds(one, other) if surely else None
        fit = excludes(one, other) and (
            (_comparable(one, other) and not (each_knows_both(one, other) and across.overlap(one, other) < MUCH_ALIKE))
            or (one.value.kind in _RIVALS and rivals[one.value.kind].surely(one, other))
        )
        least = _HEARD if _speaks(one) != _speaks(other) else -inf
        return across.log_odds(one, other) if fit and across.log_odds(one, other) >= least else None

    found = []
    for slot in slots(marks, strength, firm=FIRM):
        kinds = {mark.value.kind for mark in slot}
        placed = EntityKind.PLACE in kinds and any(_behind(mark) in _WHERE for mark in slot)
        kind = DifferenceKind.PLACE if placed or kinds == {EntityKind.PLACE} else DifferenceKind.NAME
        names = " / ".join(dict.fromkeys(entity_names.get(mark.key, mark.words) for mark in slot))
        values = [(mark.telling, mark.key, mark.words) for mark in slot]
        made = difference(kind, values, False, f"in the same place of like sentences: {names}")
        found += [made] if made else []
    return tuple(found)


def may_rival(one: Mark[Naming], other: Mark[Naming], marks: Sequence[Mark[Naming]], rivals: Rivals[Naming]) -> bool:
    """Whether two names exclude each other and the rules leave it open if they stand in one place."""
    return excludes(one, other) and _open(one, other, marks, rivals)


def _open(
    one: Mark[Naming],
    other: Mark[Naming],
    marks: Sequence[Mark[Naming]],
    rivals: Rivals[Naming],
    attributed: Set[int] = frozenset(),
) -> bool:
    """Whether nothing tells that two names are of two things."""
    if _speak_apart(one, other, attributed) or _named_too(one, other, marks) or _named_too(other, one, marks):
        return False
    return not _of_other_sorts(one, other) or rivals.overlap(one, other) >= MUCH_ALIKE


def name_marks(tellings: Sequence[Telling], kinds: Set[EntityKind]) -> list[Mark[Naming]]:
    """The mentions by name of entities of the kinds, datelines aside."""
    return [
        Mark(telling, naming, naming.entity, telling.words(naming.span), naming.span, naming.entity)
        for telling in tellings
        for naming in telling.names
        if naming.named and naming.kind in kinds
        if not (_dateline(telling, naming) or _is_credit(telling, naming) or _is_part(telling, naming))
        if not (naming.kind is EntityKind.PERSON and _is_one_of_a_people(telling, naming))
    ]


def excludes(one: Mark[Naming], other: Mark[Naming]) -> bool:
    """Whether two names, of one kind, exclude each other.

    They share no word, or of persons a first name alone. Territories of which one holds the other can both be right,
    and a country may hold a place that no table knows.
    """
    mine, theirs = _parts(one.words), _parts(other.words)
    if one.value.kind is not other.value.kind or not mine or not theirs:
        return False
    if set(mine) & set(theirs):
        other_surname = min(len(mine), len(theirs)) > 1 and mine[0] == theirs[0] and mine[-1] != theirs[-1]
        known = set(mine) <= set(theirs) or set(theirs) <= set(mine)
        alike = SequenceMatcher(None, mine[-1], theirs[-1]).ratio() >= _SPELLED
        return one.value.kind is EntityKind.PERSON and other_surname and not known and not alike
    if one.value.kind is EntityKind.PLACE and (_is_region(mine) or _is_region(theirs)):
        return False
    here, there = find_territory(one.words), find_territory(other.words)
    if len({place is not None and place.role is TerritoryRole.DEMONYM for place in (here, there)}) > 1:
        return False
    if here is None or there is None:
        country = here or there
        return country is None or one.value.kind is not EntityKind.PLACE or country.role is not TerritoryRole.NAME
    return not (f"{here.code}-".startswith(f"{there.code}-") or f"{there.code}-".startswith(f"{here.code}-"))


def _is_region(name: Sequence[str]) -> bool:
    """Whether a place is wide and may hold another: "Western Europe", "Gulf of Aden", but not "East River"."""
    return name[-1] in _REGIONS or (name[0] in _REGIONS and len(name) > 2)


def _of_other_sorts(one: Mark[Naming], other: Mark[Naming]) -> bool:
    """Whether one of two places may lie in the other: a street, a mountain, an airport."""
    places = one.value.kind is other.value.kind is EntityKind.PLACE
    return places and _PARTS & set(_parts(one.words)) != _PARTS & set(_parts(other.words))


def _behind(mark: Mark[Naming]) -> str:
    """The word right before a name."""
    return next(iter(mark.telling.source[: mark.span.start].casefold().split()[-1:]), "")


def _named_too(one: Mark[Naming], other: Mark[Naming], marks: Sequence[Mark[Naming]]) -> bool:
    """Whether the telling of `other` names something that shares a word with `one`, such as the airport of a town."""
    words = set(_parts(one.words))
    return any(
        mark is not other and mark.telling is other.telling and words & set(_parts(mark.words)) for mark in marks
    )


def _taken_for_another(one: Mark[Naming], other: Mark[Naming]) -> bool:
    """Whether one of two names of unlike kinds may be misread: no known territory, and no word in common."""
    kinds = {one.value.kind, other.value.kind}
    if one.telling.doubtful or other.telling.doubtful or EntityKind.PERSON not in kinds:
        return False
    known = any(find_territory(mark.words) for mark in (one, other))
    return not known and not set(_parts(one.words)) & set(_parts(other.words))


def _is_one_of_a_people(telling: Telling, naming: Naming) -> bool:
    """Whether one word behind an article names somebody by where he is from ("the Fleming")."""
    before = telling.source[: naming.span.start].split()[-1:]
    return " " not in telling.words(naming.span) and bool(before) and folded(before[0]) in _ARTICLES


def _is_part(telling: Telling, naming: Naming) -> bool:
    """Whether the name only begins a longer one ("North" of "North Korean", "Easter" of "Easter Weekend")."""
    head = head_of(telling.tokens, naming.span)
    governor = next((t for t in telling.tokens if head is not None and t.index == head.head), None)
    compound = head is not None and head.dep in ("compound", "amod") and governor is not None and governor is not head
    return compound and governor is not None and governor.start >= naming.span.end and governor.text[:1].isupper()


def _speak_apart(one: Mark[Naming], other: Mark[Naming], attributed: Set[int]) -> bool:
    """Whether two names are not to be compared: attribution tells both speakers, or one speaks and the other does not.

    A speaker who was not read as one is the subject of what he is told to say, or is called alike, all the same.
    """
    speak = [_speaks(mark) for mark in (one, other)]
    if all(speak):
        return one.telling.doubtful or other.telling.doubtful or {one.telling.index, other.telling.index} <= attributed
    if not any(speak) or all(_role(mark)[0].startswith("nsubj") for mark in (one, other)):
        return False
    return not (_called(one) & _called(other))


def _called(mark: Mark[Naming]) -> frozenset[str]:
    head = head_of(mark.telling.tokens, mark.span)
    return called(mark.telling.tokens, head) if head is not None else frozenset()


def _speaks(mark: Mark[Naming]) -> bool:
    """Whether the name is a speaker's, and nothing else is told of it than that it speaks.

    "Norway has frozen its aid, saying that …": who says so does what is told as well.
    """
    cues = [q.cue for q in mark.telling.quotes if q.speaker is not None and q.speaker.overlap(mark.span)]
    tokens = mark.telling.tokens
    head = head_of(tokens, mark.span)
    verb = next((t for t in tokens if head is not None and t.index == head.head), None)
    if verb is None or verb.pos != "VERB" or head is None or not head.dep.startswith("nsubj"):
        return bool(cues)
    return any(cue is None or cue.overlap(verb.span) for cue in cues)


def _dateline(telling: Telling, naming: Naming) -> bool:
    """Whether a place in capitals opens the telling: it says where the account was written."""
    return naming.span.start == telling.span.start and telling.words(naming.span).isupper()


def _is_credit(telling: Telling, naming: Naming) -> bool:
    """Whether a name tells who took a picture."""
    return telling.source[: naming.span.start].rstrip().endswith("©")


def _comparable(one: Mark[Naming], other: Mark[Naming]) -> bool:
    if one.telling.doubtful or other.telling.doubtful:
        return False
    if one.value.kind is not other.value.kind or _role(one) != _role(other):
        return False
    here, there = frame(one.telling, one.value.span), frame(other.telling, other.value.span)
    return min(len(here), len(there)) >= 3 and shared(here, there) >= _LIKE


def _role(mark: Mark[Naming]) -> tuple[str, str]:
    """The relation of the name to its governor, and the governor's lemma."""
    token = head_of(mark.telling.tokens, mark.value.span)
    if token is None:
        return "", ""
    governor = next((t for t in mark.telling.tokens if t.index == token.head), token)
    return token.dep, folded(governor.lemma)
