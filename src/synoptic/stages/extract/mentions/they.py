"""What "they" and "it" mean: the most salient group, body, country or matter before them that can be meant."""

from bisect import bisect_left
from collections.abc import Sequence

from synoptic.language.groups import group_table
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.nominals import Figure
from synoptic.stages.extract.mentions.phrases import Thing
from synoptic.stages.extract.mentions.pronouns import blocked, quoted_tokens, weight
from synoptic.stages.extract.mentions.reading import Reading

# How many sentences back, and the least lead over the next candidate. A thing is meant far more often where it is the
# subject before: without that a candidate of the sentence before is left out.
_REACH = 1
_MARGIN = 0.75
_TOPIC = 0.25
_LEAST = 0.5
_PLURAL = frozenset({"NNS", "NNPS"})
_EXPLETIVE = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl"})
_JUDGING = frozenset({"acomp", "attr"})


def resolve_thing_pronouns(reading: Reading, things: Sequence[Thing], people: Sequence[Figure]) -> None:
    """Gives "they" to a group or body, "it" to a body, country or matter, where one stands out."""
    table = group_table(reading.language)
    if not table.plural_pronouns or not reading.parsed:
        return
    quoted = quoted_tokens(reading)
    mentions = sorted(
        (place, number, _plural(reading, thing, place)) for number, thing in enumerate(things) for place in thing.places
    )
    places = [mention[0] for mention in mentions]
    persons = sorted(place for figure in people for place in figure.places)
    counts = [0] * len(things)
    passed = 0
    for index, word in enumerate(reading.words):
        plural = word in table.plural_pronouns
        if not plural and (word not in table.neuter_pronouns or _is_empty(reading, index)):
            continue
        while passed < len(mentions) and mentions[passed][0] < index:
            counts[mentions[passed][1]] += 1
            passed += 1
        if plural and _several_people(reading, persons, index):
            continue
        near = _near(reading, mentions, bisect_left(places, index), index, plural)
        ranked = sorted(
            (
                (max(weight(reading, place, index) for place in found) + _TOPIC * min(4, counts[number]), -number)
                for number, found in near.items()
                if not blocked(reading, found, index, quoted)
            ),
            reverse=True,
        )
        if ranked and ranked[0][0] >= _LEAST and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _MARGIN):
            thing = things[-ranked[0][1]]
            thing.pronouns.append((index, f"the nearest and most prominent thing before “{word}”"))


def _plural(reading: Reading, thing: Thing, place: int) -> bool | None:
    """Whether "they" (True) or "it" (False) means a mention; None for bodies and peoples, which take both."""
    if reading.tokens[place].tag in _PLURAL:
        return True
    if thing.kind is EntityKind.ORGANIZATION or (thing.kind is EntityKind.OTHER and thing.names):
        return None
    return False


def _near(
    reading: Reading, mentions: Sequence[tuple[int, int, bool | None]], before: int, index: int, plural: bool
) -> dict[int, list[int]]:
    here, found = reading.sentence(index), dict[int, list[int]]()
    for at in range(before - 1, -1, -1):
        place, number, many = mentions[at]
        if here - reading.sentence(place) > _REACH:
            break
        if many is None or many is plural:
            found.setdefault(number, []).append(place)
    return found


def _is_empty(reading: Reading, index: int) -> bool:
    """Whether "it" stands for a clause or for nothing: "it is unclear whether", "it rained"."""
    token = reading.tokens[index]
    verb = reading.tokens[token.head]
    if token.dep == "expl":
        return True
    if not token.dep.startswith("nsubj"):
        return False
    children = reading.parse.children(verb.index)
    return any(child.dep in _EXPLETIVE and child.index > verb.index for child in children) and (
        any(child.dep in _JUDGING for child in children) or token.dep == "nsubjpass" or verb.lemma in ("seem", "appear")
    )


def _several_people(reading: Reading, persons: Sequence[int], index: int) -> bool:
    """Whether people named side by side just before are more likely meant."""
    here = reading.sentence(index)
    for at in range(bisect_left(persons, index) - 1, -1, -1):
        place = persons[at]
        if here - reading.sentence(place) > 1:
            return False
        token = reading.tokens[place]
        if token.dep == "conj" or any(child.dep == "conj" for child in reading.parse.children(place)):
            return True
    return False
