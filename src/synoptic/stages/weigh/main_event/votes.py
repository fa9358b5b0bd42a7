"""Votes: for which day and which place the beginning of each account speaks, and which of them a story elects."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synoptic.language.territories import TerritoryRole, find_territory
from synoptic.records.annotation import Account, Entity, EntityKind, MentionForm, TimexType
from synoptic.records.article import BlockKind
from synoptic.records.findings import Citation
from synoptic.records.span import Span
from synoptic.stages.weigh.main_event.beginning import Opening, openings

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCATIVE = frozenset({"in", "at", "en", "à", "em", "a"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_COUNTRY = 0.4
"""A country's name says less than a city's: its share of a vote. Not tuned: any value from .2 to .7 elects the same on
the development stories read."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A candidate of one account with its weight (the weights of an account sum to 1) and the words that name it."""

    value: str
    weight: float
    citation: Citation


@dataclass(frozen=True, slots=True)
class Elected:
    """The value that won, with the words of the accounts that voted for it."""

    value: str
    citations: tuple[Citation, ...]


def elected(ballots: Sequence[Sequence[Vote]]) -> Elected | None:
    """The value with the greatest weight over all accounts; of equals the first in order of the alphabet."""
    weights: dict[str, float] = defaultdict(float)
    for ballot in ballots:
        for vote in ballot:
            weights[vote.value] += vote.weight
    if not weights:
        return None
    won = min(weights, key=lambda value: (-round(weights[value], 9), value))
    first = [next((vote.citation for vote in ballot if vote.value == won), None) for ballot in ballots]
    return Elected(won, tuple(citation for citation in first if citation is not None))


def date_votes(account: Account) -> tuple[Vote, ...]:
    """The days that the beginning of an account names (ISO 8601), the earlier the heavier; datelines have no vote."""
    votes: list[Vote] = []
    for opening in openings(account):
        for time in account.annotation.times:
            day = _DAY.match(time.value or "")
            if day and time.type in {TimexType.DATE, TimexType.TIME} and opening.span.contains(time.span):
                votes.append(_vote(account, opening, day.group(), time.span, 1.0))
    return _normal(votes)


def place_votes(account: Account, names: Mapping[str, str]) -> tuple[Vote, ...]:
    """The places that the beginning of an account names: after "in" or "at", and the city of the dateline.

    `names` gives the name to vote for by the article's entity; words that name no place of it are looked at too, unless
    they are part of a time or of another entity's name.
    """
    parse, text = account.annotation.parse, account.article.text
    votes: list[Vote] = []
    for opening in openings(account):
        for name in parse.names:
            span = parse.span(name.first, name.last)
            if name.label not in _PLACES or not opening.span.contains(span):
                continue
            entity = entity_at(account, span)
            if (entity is not None and entity.kind is not EntityKind.PLACE) or _is_time(account, span):
                continue
            if re.search(r"\d", span.of(text)):
                continue
            before = parse.tokens[name.first - 1].text.lower() if name.first else ""
            share = 1.0 if before in _LOCATIVE or parse.tokens[name.first].dep == "pobj" else 0.3
            value = names.get(entity.id, entity.name) if entity is not None else _clean(span.of(text))
            votes.append(_vote(account, opening, value, span, share * (_COUNTRY if is_country(value) else 1.0)))
    for block in account.article.blocks:
        if block.kind is BlockKind.DATELINE and (city := dateline_city(block.span, text)) is not None:
            votes.append(Vote(_clean(city.of(text)), 0.6, Citation(account.article.id, city)))
    return _normal(votes)


def entity_at(account: Account, span: Span) -> Entity | None:
    """The entity of the shortest mention that covers a span."""
    covering = [
        (len(mention.span), entity.id, entity)
        for entity in account.annotation.entities
        for mention in entity.mentions
        if mention.form is MentionForm.NAME and mention.span.contains(span)
    ]
    return min(covering, key=lambda one: one[:2])[2] if covering else None


def _is_time(account: Account, span: Span) -> bool:
    return any(time.span.overlap(span) for time in account.annotation.times)


def is_country(name: str) -> bool:
    """Whether words name a whole country."""
    found = find_territory(name)
    return found is not None and found.role is TerritoryRole.NAME and "-" not in found.code


def _vote(account: Account, opening: Opening, value: str, span: Span, share: float) -> Vote:
    return Vote(value, share / (1 + opening.rank), Citation(account.article.id, span))


def _normal(votes: Sequence[Vote]) -> tuple[Vote, ...]:
    whole = sum(vote.weight for vote in votes)
    return tuple(Vote(vote.value, vote.weight / whole, vote.citation) for vote in votes)


def _clean(name: str) -> str:
    name = re.sub(r"^(?:the|The)\s+|['’]s$", "", " ".join(name.split()))
    return name.title() if name.isupper() and len(name) > 3 else name


def dateline_city(span: Span, text: str) -> Span | None:
    """The words of a dateline before its first mark or number: its city."""
    found = re.match(r"[^\W\d_][^\d,:()—–\-/]*[^\W\d_]", span.of(text))
    return Span(span.start, span.start + found.end()) if found else None
