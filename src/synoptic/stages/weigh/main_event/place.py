"""Where one article's main event takes place: the place named most and best placed, with the place around it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from synoptic.language.territories import find_territory
from synoptic.records.annotation import Account, EntityKind
from synoptic.records.article import BlockKind
from synoptic.records.parse import NamedSpan, Parse
from synoptic.records.span import Span
from synoptic.stages.weigh.main_event.beginning import openings
from synoptic.stages.weigh.main_event.phrase import is_attribute
from synoptic.stages.weigh.main_event.votes import dateline_city, entity_at, is_country

_LOCATIVE = frozenset({"in", "at", "outside", "near", "inside", "across", "en", "à", "em"})
_IN_TITLE = re.compile(r"\b(?:in|at|outside|near)\s+(?P<place>[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w.’'-]+)*)")
_INLINE = re.compile(
    r"(?<![\w.])(?P<city>[^\W\d_a-z]{3,}(?:[ .'’-]{1,2}[^\W\d_a-z]{2,}){0,3})(?:, [^\W\d_a-z][\w. ]{1,20})?"
    r"(?: \([^)\n]{2,24}\))?\s?(?:--|—|–)\s"
)
"""A city in capitals, perhaps its country and an agency, and a dash."""
_HEAD = 600
"""Characters of the first prose in which such a dateline may stand, behind captions and calls to share."""
_CLEAR, _SURE = 1.5, 0.3
"""How many times heavier than the next, and how heavy at least, a city must be to be the one in which a site lies."""
_WIDER = re.compile(r"(?: [a-z]+){0,2},? (?:in )?")
_KINDS = {"GPE": 1.0, "LOC": 1.0, "FAC": 0.3}
_LATER = 0.1
_UNLOCATED = 0.25
_COUNTRY = 0.7
_DATELINE = 0.8
"""Weights of a place behind the first sentences, of one without a preposition, of a whole country, of a dateline,
against 1. Chosen on the 5W1H set (48 articles); halving or doubling one moves at most two answers."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A place where the text names it, with the weight of this one naming."""

    name: str
    span: Span
    weight: float
    site: bool = False
    located: bool = True


def find_place(account: Account) -> tuple[str, Span | None] | None:
    """The weightiest place: its words and where the text first has them, with the wider place that follows them.

    Of a site ("the harbour") that no wider place follows, the words name the one city of the beginning too. The span is
    None where only the title names the place.
    """
    text, title = account.article.text, " ".join((account.article.title or "").split())
    named = tuple(_named(account))
    weights = _weights(named, title)
    cities = _weights(tuple(one for one in named if one.located), title)
    known = {one.name for one in named}
    for at in _IN_TITLE.finditer(title):
        words = at.group("place")
        if words not in known and (find_territory(words) is not None or words in text):
            own = [
                _Named(words, Span(at.start(), at.end()), 1.0) for at in re.finditer(rf"\b{re.escape(words)}\b", text)
            ]
            span = _widened(text, own, named) if own else None
            return _with_city(span.of(text) if span else words, words, cities), span
    if not weights:
        return None
    first = {one.name: one.span for one in reversed(named)}
    best = min(weights, key=lambda name: (-round(weights[name], 9), first[name]))
    span = _widened(text, [one for one in named if one.name == best], named)
    sites = {one.name for one in named if one.site}
    return _with_city(span.of(text), best, cities) if best in sites else span.of(text), span


def _weights(named: tuple[_Named, ...], title: str) -> dict[str, float]:
    """What speaks for each place: where it is named, and whether the title names it."""
    weights: dict[str, float] = defaultdict(float)
    for one in named:
        weights[one.name] += one.weight
    for name in weights:
        weights[name] *= _COUNTRY if is_country(name) else 1.0
        titled = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title)
        if titled is not None:
            weights[name] += 1.0 if is_located(title, titled.start()) else _UNLOCATED
    return dict(weights)


def _with_city(words: str, name: str, weights: Mapping[str, float]) -> str:
    """The words of a site with the city of the account, where one outweighs all other places but the site by far."""
    others = sorted(
        ((weight, other) for other, weight in weights.items() if other != name and not is_country(other)), reverse=True
    )
    if not others or find_territory(words) is not None or others[0][1].casefold() in words.casefold():
        return words
    clear = len(others) == 1 or others[0][0] >= _CLEAR * others[1][0]
    return f"{words}, {others[0][1]}" if clear and others[0][0] >= _SURE else words


def _named(account: Account) -> Iterator[_Named]:
    text, parse = account.article.text, account.annotation.parse
    ranks = [(opening.span, opening.rank) for opening in openings(account)]
    known = {
        mention.span.start: entity.name
        for entity in account.annotation.entities
        if entity.kind is EntityKind.PLACE
        for mention in entity.mentions
    }
    for block in account.article.blocks:
        if block.kind is BlockKind.DATELINE and (city := dateline_city(block.span, text)) is not None:
            yield _Named(city.of(text), city, _DATELINE)
    yield from _stated(account)
    for name in parse.names:
        span = parse.span(name.first, name.last)
        if name.label not in _KINDS or _names_no_place(account, span):
            continue
        rank = next((rank for opening, rank in ranks if opening.contains(span)), None)
        near = _LATER if rank is None else 1 / (1 + rank)
        is_where = is_located(text, span.start, name.label == "FAC") and not _modifies(parse, name)
        located = 1.0 if is_where else _UNLOCATED
        words = re.sub(r"^[Tt]he\s+", "", " ".join(span.of(text).split()))
        yield _Named(
            known.get(span.start, words), span, near * located * _KINDS[name.label], name.label == "FAC", is_where
        )


def _modifies(parse: Parse, name: NamedSpan) -> bool:
    """Whether a name only says which thing another noun means: "in the Kiva suburbs" is not in Kiva."""
    return is_attribute(parse.tokens[name.first : name.last])


def _stated(account: Account) -> Iterator[_Named]:
    """The cities of datelines inside the first prose ("… Photo KIVA (AP) -- The …"), which cleaning left there."""
    first = next((opening.span for opening in openings(account) if opening.kind is BlockKind.LEAD), None)
    if first is None:
        return
    text = account.article.text
    for at in _INLINE.finditer(text, first.start, min(len(text), first.start + _HEAD)):
        span = Span(at.start("city"), at.end("city"))
        yield _Named(span.of(text).title(), span, _DATELINE)
        return


def _names_no_place(account: Account, span: Span) -> bool:
    """Whether a name belongs to a person or body of the article, or holds figures ("Korrin 3-1" is a score)."""
    if re.search(r"\d", span.of(account.article.text)):
        return True
    entity = entity_at(account, span)
    return entity is not None and entity.kind is not EntityKind.PLACE


def is_located(text: str, start: int, is_building: bool = False) -> bool:
    """Whether a preposition of place stands before the words at `start` ("in the", "at"); for buildings not "in"."""
    wanted = _LOCATIVE - {"in"} if is_building else _LOCATIVE
    before = [word.lower() for word in text[max(0, start - 24) : start].split()[-2:]]
    return bool(before) and (before[-1] in wanted or (before[0] in wanted and before[-1] == "the"))


def _widened(text: str, own: list[_Named], named: tuple[_Named, ...]) -> Span:
    """The first naming that a wider place follows ("…, Kiva", "… in Kiva"), else the first."""
    for one in own:
        for other in named:
            if other.span.start > one.span.end and _WIDER.fullmatch(text, one.span.end, other.span.start):
                return Span(one.span.start, other.span.end)
    return own[0].span
