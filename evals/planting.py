"""Planting: one value of one sentence is changed, where another account of the story gives the same value.

Each kind has its own finder: it lists the places of a sentence where a change makes a conflict with the sentence of the
other account, and what to write there. Names, towns and countries are taken from short lists of our own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from synoptic.language.territories import TerritoryRole, find_territory
from synoptic.records.annotation import Account, EntityKind, MentionForm, Quantity, Timex, TimexType
from synoptic.records.links import EntityLinking
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.write.words import figures, words_of

KINDS = ("number", "date", "name", "place", "polarity", "attribution")

_SURNAMES = ("Marchetti", "Okafor", "Lindgren", "Petrossian", "Haldane", "Quintero", "Novotny", "Abernathy", "Sandoval")
_FIRST = ("Teresa", "Goran", "Amara", "Julian", "Nadia", "Victor")
_TOWNS = ("Leipzig", "Kumasi", "Bergen", "Adelaide", "Nagoya", "Rotterdam", "Montevideo", "Lahore")
_COUNTRIES = ("Norway", "Peru", "Kenya", "Portugal", "Vietnam", "Bolivia", "Finland", "Senegal")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_CALENDAR = frozenset(word.casefold() for word in (*_WEEKDAYS, *_MONTHS))
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_FACTORS = (0.5, 0.7, 1.4, 2.0, 3.0)
_STEM = 5
"""Letters by which a verb is known in the wording of a fact."""

_AUXILIARIES = frozenset({"be", "have", "will", "would", "can", "could", "should", "may", "might", "must", "shall"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "nobody", "none", "neither", "nor", "without", "deny", "fail"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence of one account and one of another that state the same fact, with the facts' wording by the gold."""

    account: Account
    sentence: Span
    other: Account
    beside: Span
    linking: EntityLinking
    fact: str

    def likeness(self, without: Span) -> float:
        """The share of the content words of the shorter sentence that both hold, the words to be changed left out."""
        gone = _content(self.account, without)
        mine = _content(self.account, self.sentence) - gone
        theirs = _content(self.other, self.beside) - gone
        return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


@dataclass(frozen=True, slots=True)
class Change:
    """Words to put in the place of others; `told` is the part by which the changed value is known.

    `about` are the words of which one must stand in the fact, so that the changed value belongs to it.
    """

    span: Span
    words: str
    told: str
    about: frozenset[str]


def changes(kind: str, spot: Spot, chance: Random) -> list[Change]:
    """The changes of a kind that a spot offers, in order of the text."""
    finders = {
        "number": _numbers,
        "date": _dates,
        "name": _names,
        "place": _places,
        "polarity": _polarities,
        "attribution": _speakers,
    }
    beside = spot.beside.of(spot.other.article.text).casefold()
    fact = {word.casefold() for word in words_of(spot.fact)} | figures(spot.fact)
    fact |= {word[:_STEM] for word in fact}
    found = [
        change
        for change in finders[kind](spot, chance)
        if change.about & fact and (not change.told or change.told.casefold() not in beside)
    ]
    return sorted(found, key=lambda change: change.span)


def _content(account: Account, span: Span) -> set[str]:
    tokens = account.annotation.parse.within(span)
    return {token.lemma.casefold() for token in tokens if token.pos in {"NOUN", "PROPN", "VERB", "ADJ"}}


def _numbers(spot: Spot, chance: Random) -> Iterator[Change]:
    there = [q for q in spot.other.annotation.quantities if spot.beside.contains(q.span)]
    for quantity in spot.account.annotation.quantities:
        if not spot.sentence.contains(quantity.span) or quantity.low != quantity.high:
            continue
        if any((q.low, q.high, q.unit) == (quantity.low, quantity.high, quantity.unit) for q in there):
            yield from (change for change in _figure(spot, quantity, chance) if not _grew(spot, quantity, change))


def _grew(spot: Spot, quantity: Quantity, change: Change) -> bool:
    """Whether the changed count reads as the later state of one that grows: by the gold's rules both can be right."""
    dates = [(account.article.published or "")[:10] for account in (spot.account, spot.other)]
    if quantity.unit or not all(dates) or dates[0] == dates[1]:
        return False
    more = _value(change.words) > _value(change.span.of(spot.account.article.text))
    return more == (dates[0] > dates[1])


def _value(words: str) -> float:
    """A plain figure as a number; of words those that are planted."""
    plain = words.casefold().replace(",", "")
    return float(_WORDS.index(plain)) if plain in _WORDS else float(plain)


def _figure(spot: Spot, quantity: Quantity, chance: Random) -> Iterator[Change]:
    if any(time.span.overlap(quantity.span) for time in spot.account.annotation.times):
        return
    words = quantity.span.of(spot.account.article.text)
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    if digits:
        old = float(digits.group().replace(",", ""))
        new = old * chance.choice(_FACTORS) if old >= 10 else old + chance.choice((1, 2, 3))
        decimals = len(digits.group().partition(".")[2])
        told = f"{new:,.{decimals}f}" if "," in digits.group() else f"{new:.{decimals}f}"
        start = quantity.span.start + digits.start()
        if told != digits.group():
            yield Change(Span(start, start + len(digits.group())), told, told, frozenset(figures(words)))
    elif words.lower() in _WORDS:
        told = chance.choice([word for word in _WORDS if word != words.lower()])
        told = told.capitalize() if words[0].isupper() else told
        yield Change(quantity.span, told, told, frozenset(figures(words)))


def _dates(spot: Spot, chance: Random) -> Iterator[Change]:
    there = {_day(t) for t in spot.other.annotation.times if spot.beside.contains(t.span)} - {None}
    for time in spot.account.annotation.times:
        if not spot.sentence.contains(time.span) or _day(time) not in there:
            continue
        words = time.span.of(spot.account.article.text)
        for listed in (_WEEKDAYS, _MONTHS):
            named = next((word for word in listed if re.search(rf"\b{word}\b", words)), None)
            if named:
                place = words.index(named) + time.span.start
                new = chance.choice([word for word in listed if word != named])
                yield Change(Span(place, place + len(named)), new, new, _CALENDAR)
        year = re.search(r"\b(?:19|20)\d\d\b", words)
        if year:
            new = str(int(year.group()) + chance.choice((-3, -2, -1, 1, 2)))
            start = time.span.start + year.start()
            yield Change(Span(start, start + 4), new, new, _CALENDAR | {year.group()})


def _day(time: Timex) -> tuple[str, str] | None:
    return time.interval if time.type in (TimexType.DATE, TimexType.TIME) else None


def _shared(spot: Spot, kind: EntityKind) -> Iterator[Span]:
    """The mentions by name in the sentence of those entities that the other sentence also names.

    The other one names them as such, too: a people ("North Korean") gives no place that could be contradicted.
    """
    named: dict[str, list[Span]] = {}
    for account, within in ((spot.account, spot.sentence), (spot.other, spot.beside)):
        for entity in account.annotation.entities:
            id = spot.linking.ids.get((account.article.id, entity.id), "")
            for mention in entity.mentions:
                named_so = mention.form is MentionForm.NAME and not _is_people(account, mention.span)
                if entity.kind is kind and named_so and within.contains(mention.span):
                    named.setdefault(id, [])
                    if account is spot.account:
                        named[id].append(mention.span)
                    else:
                        named.setdefault(f"there {id}", [])
    for id, spans in list(named.items()):
        if f"there {id}" in named and len(spans) == 1 and not _is_part(spot.account, spans[0]):
            yield spans[0]


def _is_people(account: Account, span: Span) -> bool:
    """Whether the words name a people, or begin the name of one ("North" of "North Korean")."""
    text = account.article.text
    known = find_territory(text[span.start : span.end])
    longer = re.match(r"[^\W\d_]*(?:[ -][A-Z][^\W\d_]*)?", text[span.end :])
    people = find_territory(text[span.start : span.end + longer.end()]) if longer else None
    return any(each is not None and each.role is TerritoryRole.DEMONYM for each in (known, people))


def _is_part(account: Account, span: Span) -> bool:
    """Whether the name goes on in a capital word or a hyphen ("North" of "North Korean", "Leipzig, Saxony")."""
    text = account.article.text
    return re.match(r"(?:-|,? [^\W\d_a-z])", text[span.end : span.end + 3]) is not None or text[span.start - 1] == "-"


def _names(spot: Spot, chance: Random) -> Iterator[Change]:
    text = spot.account.article.text
    speakers = [quote.speaker for quote in spot.account.annotation.quotes if quote.speaker]
    for span in _shared(spot, EntityKind.PERSON):
        if not any(speaker.overlap(span) for speaker in speakers):
            yield _other_name(span, text, chance)


def _other_name(span: Span, text: str, chance: Random) -> Change:
    surname = chance.choice(_SURNAMES)
    words = f"{chance.choice(_FIRST)} {surname}" if " " in span.of(text) else surname
    return Change(span, words, surname, frozenset({span.of(text).split()[-1].casefold()}))


def _places(spot: Spot, chance: Random) -> Iterator[Change]:
    text = spot.account.article.text
    for span in _shared(spot, EntityKind.PLACE):
        known = find_territory(span.of(text))
        if span.of(text).isupper() or (known and known.role is TerritoryRole.DEMONYM):
            continue
        new = chance.choice(_COUNTRIES if known and known.role is TerritoryRole.NAME else _TOWNS)
        yield Change(span, new, new, frozenset({span.of(text).split()[-1].casefold()}))


def _speakers(spot: Spot, chance: Random) -> Iterator[Change]:
    text = spot.account.article.text
    heard = [
        quote.entity and spot.linking.ids.get((spot.other.article.id, quote.entity))
        for quote in spot.other.annotation.quotes
        if any(spot.beside.overlap(part) for part in quote.content)
    ]
    for quote in spot.account.annotation.quotes:
        inside = any(spot.sentence.overlap(part) for part in quote.content)
        if quote.speaker is None or not inside or not spot.sentence.contains(quote.speaker) or not quote.entity:
            continue
        if spot.linking.ids.get((spot.account.article.id, quote.entity)) in heard:
            for span in _shared(spot, EntityKind.PERSON):
                if quote.speaker.overlap(span):
                    yield _other_name(span, text, chance)


def _polarities(spot: Spot, chance: Random) -> Iterator[Change]:
    """Negates the main verb of a sentence that holds no negation, where the other sentence affirms the same verb."""
    here, there = (a.annotation.parse.within(s) for a, s in ((spot.account, spot.sentence), (spot.other, spot.beside)))
    affirmed = {token.lemma for token in there if token.pos == "VERB"}
    if any(token.lemma.lower() in _NEGATIONS for token in (*here, *there)):
        return
    for token in here:
        if token.dep == "ROOT" and token.pos == "VERB" and token.lemma in affirmed - {"say", "tell"}:
            auxiliary = next((t for t in here if t.head == token.index and t.dep.startswith("aux")), None)
            if auxiliary is not None and auxiliary.lemma in _AUXILIARIES and auxiliary.text.isalpha():
                yield Change(auxiliary.span, f"{auxiliary.text} not", "", frozenset({token.lemma[:_STEM]}))
            elif auxiliary is None and token.tag in ("VBD", "VBZ", "VBP"):
                yield Change(token.span, f"{_do(token)} not {token.lemma}", "", frozenset({token.lemma[:_STEM]}))


def _do(token: Token) -> str:
    return {"VBD": "did", "VBZ": "does"}.get(token.tag, "do")
