"""Where one article's main event takes place: the place named most and best placed, with the place around it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from synoptic.language.territories import find_territory
from synoptic.records.annotation import Account, EntityKind
from synoptic.records.article import BlockKind
from synoptic.records.span import Span
from synoptic.stages.weigh.main_event.beginning import openings
from synoptic.stages.weigh.main_event.votes import dateline_city, is_country

_LOCATIVE = frozenset({"in", "at", "outside", "near", "inside", "across", "en", "à", "em"})
_IN_TITLE = re.compile(r"\b(?:in|at|outside|near)\s+(?P<place>[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w.’'-]+)*)")
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


def find_place(account: Account) -> tuple[str, Span | None] | None:
    """The weightiest place: its words and where the text first has them, with the wider place that follows them.

    The span is None where only the title names the place ("the harbour in Kiva" is one place with the wider one).
    """
    title = " ".join((account.article.title or "").split())
    named = tuple(_named(account))
    known = {one.name for one in named}
    for at in _IN_TITLE.finditer(title):
        words = at.group("place")
        if words not in known and (find_territory(words) is not None or words in account.article.text):
            return words, _span_of(account.article.text, words)
    weights: dict[str, float] = defaultdict(float)
    for one in named:
        weights[one.name] += one.weight
    for name in weights:
        weights[name] *= _COUNTRY if is_country(name) else 1.0
        titled = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title)
        if titled is not None:
            weights[name] += 1.0 if is_located(title, titled.start()) else _UNLOCATED
    if not weights:
        return None
    first = {one.name: one.span for one in reversed(named)}
    best = min(weights, key=lambda name: (-round(weights[name], 9), first[name]))
    span = _widened(account.article.text, [one for one in named if one.name == best], named)
    return span.of(account.article.text), span


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
    for name in parse.names:
        span = parse.span(name.first, name.last)
        if name.label not in _KINDS:
            continue
        rank = next((rank for opening, rank in ranks if opening.contains(span)), None)
        near = _LATER if rank is None else 1 / (1 + rank)
        located = 1.0 if is_located(text, span.start, name.label == "FAC") else _UNLOCATED
        words = re.sub(r"^[Tt]he\s+", "", " ".join(span.of(text).split()))
        yield _Named(known.get(span.start, words), span, near * located * _KINDS[name.label])


def is_located(text: str, start: int, is_building: bool = False) -> bool:
    """Whether a preposition of place stands before the words at `start` ("in the", "at"); for buildings not "in"."""
    wanted = _LOCATIVE - {"in"} if is_building else _LOCATIVE
    before = [word.lower() for word in text[max(0, start - 24) : start].split()[-2:]]
    return bool(before) and (before[-1] in wanted or (before[0] in wanted and before[-1] == "the"))


def _widened(text: str, own: list[_Named], named: tuple[_Named, ...]) -> Span:
    """The first naming that a wider place follows ("…, Kiva", "… in Kiva"), else the first."""
    for one in own:
        for other in named:
            if other.span.start > one.span.end and re.fullmatch(r",? (?:in )?", text[one.span.end : other.span.start]):
                return Span(one.span.start, other.span.end)
    return own[0].span


def _span_of(text: str, words: str) -> Span | None:
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 else None
