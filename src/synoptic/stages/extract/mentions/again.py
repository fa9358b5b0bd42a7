"""What is named again by a common noun: "the company", "the country", "the two leaders", "both countries"."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from synoptic.language.groups import GOVERNMENT, Nouns, group_table, noun_ending
from synoptic.language.public_bodies import public_body
from synoptic.language.territories import UNTABLED, TerritoryRole
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name, OfficePhrase, Phrase
from synoptic.stages.extract.mentions.nominals import Figure
from synoptic.stages.extract.mentions.phrases import Thing, covering, phrases_with
from synoptic.stages.extract.mentions.plain_phrases import is_specified
from synoptic.stages.extract.mentions.reading import Reading

# How many sentences back something named counts as just named, and how many mentions so far outweigh one sentence.
_REACH = 4
_TOPIC = 0.5
_MOST = 6
_PAIR_REACH = 3
# How the names of newspapers end in many languages.
_PRESS = frozenset(
    {"times", "post", "herald", "gazette", "tribune", "chronicle", "journal", "news", "guardian", "zeitung", "presse"}
)
_CAPITAL = "capital"
_OF_COUNTRIES = frozenset({"country", GOVERNMENT})


def name_again(reading: Reading, names: Sequence[Name], things: Sequence[Thing], figures: Sequence[Figure]) -> None:
    """Gives definite phrases for bodies, lands and pairs to those that the article names."""
    table = group_table(reading.language)
    at = covering(tuple(names))
    bodies = [thing for thing in things if thing.kind is EntityKind.ORGANIZATION and thing.names]
    lands = [thing for thing in things if thing.kind is EntityKind.PLACE and thing.names]
    countries = [thing for thing in lands if _is_country(reading, thing)]
    _apposed(reading, at, bodies)
    _single(reading, at, table.bodies, lambda phrase: _bodies(reading, bodies, phrase))
    _single(
        reading,
        at,
        table.lands,
        lambda phrase: countries if phrase.kind in _OF_COUNTRIES else _towns(reading, lands, phrase.kind == _CAPITAL),
    )
    _pairs(reading, at, figures, countries)


def _single(reading: Reading, at: Mapping[int, Name], nouns: Nouns, fitting: Callable[[Phrase], list[Thing]]) -> None:
    table = group_table(reading.language)
    for phrase in phrases_with(reading, at, nouns):
        if phrase.plural or phrase.article != "definite" or _is_apposed(reading, at, phrase):
            continue
        if phrase.kind == "newspaper" and reading.words[phrase.first] in table.demonstrative:
            continue  # the outlet itself
        if phrase.whose and phrase.kind == GOVERNMENT:
            _government(fitting(phrase), phrase)
            continue
        if phrase.whose or _is_specified(reading, phrase):
            continue
        found = fitting(phrase)
        minds = [(_mind(reading, thing, phrase), -number) for number, thing in enumerate(found)]
        ranked = sorted((mind for mind in minds if mind[0]), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _TOPIC):
            found[-ranked[0][1]].phrases.append((phrase, f"“{phrase.noun}” for the one last named"))


def _apposed(reading: Reading, at: Mapping[int, Name], bodies: Sequence[Thing]) -> None:
    """Gives a body what stands in apposition to its name: "Aerovisa, the largest airline of the region"."""
    owner = {name: thing for thing in bodies for name in thing.names}
    for phrase in phrases_with(reading, at, group_table(reading.language).bodies):
        token = reading.tokens[phrase.head]
        beside = [child.index for child in reading.parse.children(phrase.head) if child.dep == "appos"]
        beside += [token.head] if token.dep == "appos" else []
        named = next((owner[at[index]] for index in beside if index in at and at[index] in owner), None)
        if named is not None and not phrase.plural:
            named.phrases.append((phrase, "apposition to the name"))


def _government(countries: Sequence[Thing], phrase: Phrase) -> None:
    """Gives "the Marvian government" to Marvia, where the article names it."""
    for thing in countries:
        if any(name.code == phrase.whose for name in thing.names):
            thing.phrases.append((phrase, f"the government of {thing.names[0].text}"))
            return


def _is_apposed(reading: Reading, at: Mapping[int, Name], phrase: Phrase) -> bool:
    """Whether the phrase stands in apposition to a name, which then says which one is meant."""
    token = reading.tokens[phrase.head]
    return token.dep == "appos" and token.head in at


def _is_specified(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase goes on to say which one it means ("the company that built it", "the country of origin")."""
    if not reading.parsed:
        return is_specified(reading, phrase)
    return any(
        child.index > phrase.head and child.dep in ("prep", "relcl", "acl") and child.index == phrase.head + 1
        for child in reading.parse.children(phrase.head)
    ) or any(
        child.dep in ("amod", "compound") for child in reading.parse.children(phrase.head) if child.index < phrase.head
    )


def _bodies(reading: Reading, bodies: Sequence[Thing], phrase: Phrase) -> list[Thing]:
    """Bodies with the noun in their name; a company is any body without a noun of another class in its name."""
    named = [thing for thing in bodies if any(phrase.noun in name.words for name in thing.names)]
    if named or phrase.kind not in ("company", "organization", "newspaper", "agency"):
        return named
    if phrase.kind == "company":
        return [thing for thing in bodies if not _is_no_company(reading, thing)]
    return list(bodies)


def _is_no_company(reading: Reading, thing: Thing) -> bool:
    """Whether the names of a body say that it is another sort: a public body, a party, a newspaper."""
    nouns = group_table(reading.language).bodies
    for name in thing.names:
        classed = (noun_ending(nouns, name.words, end) for end in range(1, len(name.words) + 1))
        if any(noun is not None and noun.kind != "company" for noun in classed):
            return True
        if public_body(name.text, reading.language) or name.words[-1] in _PRESS:
            return True
    return False


def _is_country(reading: Reading, thing: Thing) -> bool:
    name = thing.names[0]
    return bool(name.code) and ("-" not in name.code or name.code.startswith(UNTABLED))


def _towns(reading: Reading, lands: Sequence[Thing], capital: bool) -> list[Thing]:
    """The places that are no countries, or those of them that are a country's capital."""
    towns = [thing for thing in lands if not _is_country(reading, thing)]
    if not capital:
        return towns
    return [thing for thing in towns if _is_capital(reading, thing.names[0])]


def _is_capital(reading: Reading, name: Name) -> bool:
    territory = reading.territory(name.first, name.last)
    return territory is not None and territory.role is TerritoryRole.CAPITAL


def _mind(reading: Reading, thing: Thing, phrase: Phrase) -> float:
    """How much a thing is in mind at a phrase: nearness of its last mention, and mentions so far; 0 if too far."""
    places = thing.places
    count = bisect_left(places, phrase.first)
    gap = reading.sentence(phrase.head) - reading.sentence(places[count - 1]) if count else _REACH + 1
    return 0.0 if gap > _REACH else 1 + _REACH - gap + _TOPIC * min(count, _MOST)


def _pairs(reading: Reading, at: Mapping[int, Name], figures: Sequence[Figure], countries: Sequence[Thing]) -> None:
    """Finds who are meant by "the two leaders", "both countries": the two last named of that sort."""
    table = group_table(reading.language)
    for token in reading.tokens:
        if token.index in at or (reading.parsed and token.tag not in ("NNS", "NNPS")):
            continue
        lemma = token.lemma.lower() if reading.parsed else reading.words[token.index]
        kind = _office_of_two(reading, lemma)
        if not kind and lemma not in table.two_lands:
            continue
        first = _counted_from(reading, token.index)
        if first is None:
            continue
        reason = f"the two of whom “{lemma}” can be said"
        if kind:
            pair = _last_two(reading, [(f, f.places) for f in figures if _holds(reading, f, kind)], first)
            for figure in pair:
                phrase = OfficePhrase(first, token.index + 1, token.index, kind, lemma, article="definite")
                figure.nominals.append((phrase, reason))
        else:
            for thing in _last_two(reading, [(thing, thing.places) for thing in countries], first):
                thing.phrases.append((Phrase(first, token.index + 1, token.index, "pair", lemma, plural=True), reason))


def _office_of_two(reading: Reading, noun: str) -> str:
    """The class of the office that several hold who are called by a noun; "" where it is none."""
    if not reading.parsed:
        return group_table(reading.language).plural_offices.get(noun, "")
    office = reading.titles.office_ending((noun,), 1)
    return office.kind if office is not None else ""


def _counted_from(reading: Reading, head: int) -> int | None:
    """Where "the two" or "both" begins in front of a noun."""
    table, first, counts = group_table(reading.language), head, False
    while first > 0 and head - first < 4:
        word = reading.words[first - 1]
        if word in table.two:
            counts = True
        elif counts and word in reading.titles.definite | reading.titles.possessive | table.definite:
            return first - 1
        elif reading.tokens[first - 1].pos != "ADJ":
            break
        first -= 1
    return first if counts else None


def _holds(reading: Reading, figure: Figure, kind: str) -> bool:
    return any(reading.titles.compatible(held.kind, kind) for held, _ in figure.held)


def _last_two[T](reading: Reading, candidates: Sequence[tuple[T, list[int]]], before: int) -> list[T]:
    """Those mentioned in the last sentences if they are two, else those of the article if they are two."""
    here = reading.sentence(before)
    near = []
    for one, places in candidates:
        count = bisect_left(places, before)
        if count and here - reading.sentence(places[count - 1]) <= _PAIR_REACH:
            near.append(one)
    if len(near) == 2:
        return near
    return [one for one, _ in candidates] if len(candidates) == 2 else []
