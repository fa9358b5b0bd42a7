"""Mentions and within-article coreference: names, phrases for holders of offices, pronouns."""

from collections import Counter
from collections.abc import Sequence

from synoptic.language.groups import group_table
from synoptic.language.people import people_table
from synoptic.records.annotation import Entity, EntityKind, Mention, MentionForm
from synoptic.records.article import Article
from synoptic.records.parse import Parse
from synoptic.stages.extract.mentions.again import name_again
from synoptic.stages.extract.mentions.caseless import read_caseless
from synoptic.stages.extract.mentions.chains import chain_names
from synoptic.stages.extract.mentions.gender import gender_of
from synoptic.stages.extract.mentions.groups import find_groups, find_matters
from synoptic.stages.extract.mentions.holders import AFTER, BEHIND, SAID, TITLE, apposition_end, bind_offices
from synoptic.stages.extract.mentions.marks import Name, OfficePhrase, Phrase
from synoptic.stages.extract.mentions.metonyms import join_metonyms
from synoptic.stages.extract.mentions.names import find_names
from synoptic.stages.extract.mentions.nominals import Figure, resolve_offices
from synoptic.stages.extract.mentions.offices import find_offices
from synoptic.stages.extract.mentions.phrases import Thing
from synoptic.stages.extract.mentions.plain import beside_offices, find_plain_names, unelided
from synoptic.stages.extract.mentions.pronouns import resolve_pronouns
from synoptic.stages.extract.mentions.reading import Reading
from synoptic.stages.extract.mentions.they import resolve_thing_pronouns
from synoptic.stages.extract.mentions.things import with_abbreviations


def find_entities(article: Article, parse: Parse) -> tuple[Entity, ...]:
    """The entities of an article with all their mentions, in the order in which they are first mentioned.

    A mention's span is the name without its titles (but with "Mr." or "Ms."), the whole phrase ("the Cuban
    president") or the pronoun. Ids are "1", "2" and so on, of this article alone.
    """
    cut, found = read_caseless(article.text, parse)
    reading = Reading(article, cut if parse.parsed else unelided(cut))
    names = find_names(reading) if parse.parsed else find_plain_names(reading, found)
    offices = find_offices(reading, names)
    if not parse.parsed:
        names = beside_offices(reading, names, offices)
    names = with_abbreviations(reading, names)
    bound = bind_offices(reading, names, offices)
    chains = chain_names(reading, names)
    figures = [Figure(chain) for chain in chains if chain[0].kind is EntityKind.PERSON]
    _hold(figures, offices, bound)
    figures += resolve_offices(reading, figures, offices, tuple(bound))
    for figure in figures:
        figure.gender = gender_of(figure)
    resolve_pronouns(reading, figures)
    things = [Thing(chain[0].kind, chain) for chain in chains if chain[0].kind is not EntityKind.PERSON]
    things = join_metonyms(reading, things)
    name_again(reading, names, things, figures)
    things += find_groups(reading, names) + find_matters(reading, names)
    resolve_thing_pronouns(reading, things, figures)
    drafts = [_person(reading, figure) for figure in figures]
    drafts += [_thing(reading, thing) for thing in things]
    drafts.sort(key=lambda draft: (draft.mentions[0].span.start, draft.mentions[0].span.end))
    return tuple(
        Entity(str(number), draft.kind, draft.name, draft.mentions, draft.offices)
        for number, draft in enumerate(drafts, start=1)
    )


def _hold(figures: Sequence[Figure], offices: Sequence[OfficePhrase], bound: dict[int, tuple[Name, str]]) -> None:
    """Gives each figure the offices that stand with its names."""
    owner = {name: figure for figure in figures for name in figure.names}
    for number, (name, reason) in bound.items():
        owner[name].held.append((offices[number], reason))


def _person(reading: Reading, figure: Figure) -> Entity:
    article = reading.article.id
    mentions = [
        Mention(
            article, reading.span(_start(reading, figure, name), name.last), MentionForm.NAME, name.reason or "name"
        )
        for name in figure.names
    ]
    for office, reason in figure.held + figure.nominals:
        if reason in (SAID, BEHIND) or (reason == TITLE and not office.territory):
            continue
        last = apposition_end(reading, office) if reason == AFTER else office.last
        mentions.append(Mention(article, reading.span(office.first, last), MentionForm.NOMINAL, reason))
    mentions += [
        Mention(article, reading.span(index, index + 1), MentionForm.PRONOUN, reason)
        for index, reason in figure.pronouns
    ]
    offices = dict.fromkeys(_written(reading, office) for office, _ in figure.held)
    return Entity("0", EntityKind.PERSON, _fullest(reading, figure), _in_order(mentions), tuple(offices))


def _start(reading: Reading, figure: Figure, name: Name) -> int:
    """Where a mention by name starts: with "Mr.", and a lone surname with its whole title ("President Okello")."""
    if len(name.words) > 1 or people_table(reading.language) is not None:
        return name.start
    for office, reason in figure.held:
        if reason == TITLE and office.core in (name.first, name.start) and not office.territory:
            return office.core - len(office.noun.split())
    return name.start


def _written(reading: Reading, office: OfficePhrase) -> str:
    """An office as written, without its article; one behind a name with the land that stands before the name."""
    if office.land:
        return office.land + " " * (reading.language == "ko") + reading.text(office.first, office.last)
    first = office.first + (office.article in ("definite", "indefinite", "possessive") and office.first < office.head)
    if reading.words[office.first] not in reading.titles.definite | reading.titles.indefinite:
        first = office.first
    return reading.text(first, office.last)


def _fullest(reading: Reading, figure: Figure) -> str:
    """The name of most words, then the longest, then the first; a figure without name is called by its office."""
    if not figure.names:
        return _written(reading, figure.held[0][0])
    best = max(figure.names, key=lambda name: (len(name.words), not name.text.isupper(), len(name.text), -name.first))
    return best.text


def _thing(reading: Reading, thing: Thing) -> Entity:
    article = reading.article.id
    mentions = [
        Mention(article, reading.span(name.first, name.last), MentionForm.NAME, name.reason or "name")
        for name in thing.names
    ]
    mentions += [
        Mention(article, reading.span(phrase.first, phrase.last), MentionForm.NOMINAL, reason)
        for phrase, reason in thing.phrases
    ]
    mentions += [
        Mention(article, reading.span(index, index + 1), MentionForm.PRONOUN, reason)
        for index, reason in thing.pronouns
    ]
    return Entity("0", thing.kind, _called(reading, thing), _in_order(mentions))


def _called(reading: Reading, thing: Thing) -> str:
    """The name of a thing: its fullest or, for a territory, most used one; without names its first full phrase."""
    if not thing.names:
        best = max((phrase for phrase, _ in thing.phrases), key=lambda phrase: (bool(phrase.whose), -phrase.first))
        return _without_article(reading, best)
    names = [name for name in thing.names if name.code] or thing.names
    uses = Counter(name.text for name in names)
    small = {name.words for name in names if not name.text.isupper()}

    def weight(name: Name) -> tuple[bool, int, int, int]:
        shouted = name.text.isupper() and name.words in small  # in a dateline or heading
        return not shouted, uses[name.text] if name.code else len(name.words), uses[name.text], -name.first

    return max(names, key=weight).text


def _without_article(reading: Reading, phrase: Phrase) -> str:
    words, titles = reading.words, reading.titles
    first = phrase.first
    table = group_table(reading.language)
    while first < phrase.head and words[first] in (
        titles.definite | titles.indefinite | titles.possessive | table.definite
    ):
        first += 1
    return reading.text(first, phrase.last)


def _in_order(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions in order of the text, each span once."""
    spans = {mention.span: mention for mention in reversed(mentions)}
    return tuple(spans[span] for span in sorted(spans))
