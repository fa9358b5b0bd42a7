"""Who did what when and where: the main event of one article as four spans of its text."""

import re
from dataclasses import dataclass

from synoptic.language.terms import terms
from synoptic.records.annotation import Account, TimexType
from synoptic.records.article import BlockKind
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span, hull
from synoptic.stages.weigh.main_event.beginning import Opening, main_verb, openings
from synoptic.stages.weigh.main_event.votes import place_votes

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class FiveW:
    """The spans that answer who, what, when and where; None where the article's beginning does not say."""

    who: Span | None
    what: Span | None
    when: Span | None
    where: Span | None


def main_event_of(account: Account) -> FiveW:
    """The main event of one article: the clause near its beginning that says most of its title."""
    opening = _main_opening(account)
    if opening is None:
        return FiveW(None, None, None, None)
    verb = main_verb(account, opening)
    parse = account.annotation.parse
    who = _who(account, parse, verb) if verb is not None else None
    what = _what(parse, verb) if verb is not None else opening.span
    return FiveW(who or _first_name(account, opening), what, _when(account, opening), _where(account))


def _main_opening(account: Account) -> Opening | None:
    """The sentence (a title before prose) that shares most words with the title, the first of equals."""
    title = frozenset(terms(account.article.title or ""))
    best: tuple[float, Opening] | None = None
    for opening in openings(account):
        if opening.kind is BlockKind.CAPTION:
            continue
        words = frozenset(terms(opening.span.of(account.article.text)))
        score = (len(words & title) + 1) / (2 + opening.rank)
        score *= 1.5 if main_verb(account, opening) is not None else 1.0
        if best is None or score > best[0]:
            best = (score, opening)
    return best[1] if best else None


def _who(account: Account, parse: Parse, verb: Token) -> Span | None:
    for child in parse.children(verb.index):
        if child.dep in _SUBJECTS:
            mention = _mention_at(account, child)
            return mention or _phrase(parse, child)
    return None


def _mention_at(account: Account, token: Token) -> Span | None:
    covering = [
        mention.span
        for entity in account.annotation.entities
        for mention in entity.mentions
        if mention.span.contains(token.span)
    ]
    return min(covering, key=len, default=None)


def _phrase(parse: Parse, head: Token) -> Span:
    tokens = [head]
    for one in tokens:
        tokens.extend(
            child for child in parse.children(one.index) if child.dep not in {"relcl", "acl", "appos", "punct"}
        )
    return hull(token.span for token in tokens)


def _what(parse: Parse, verb: Token) -> Span:
    """The verb with its complements, from the verb to the end of its objects."""
    tokens = [verb]
    for child in parse.children(verb.index):
        if child.index > verb.index and child.dep not in {"punct", "conj", "cc", "advcl", "parataxis"}:
            tokens.extend(parse.subtree(child.index))
    return hull(token.span for token in tokens)


def _when(account: Account, main: Opening) -> Span | None:
    dates = [time for time in account.annotation.times if time.type in {TimexType.DATE, TimexType.TIME}]
    ordered = sorted(openings(account), key=lambda one: (one.number != main.number, one.rank))
    for opening in ordered:
        inside = [
            time.span for time in dates if opening.span.contains(time.span) and re.search(r"\d{4}-\d", time.value or "")
        ]
        if inside:
            return inside[0]
    return dates[0].span if dates else None


def _where(account: Account) -> Span | None:
    votes = place_votes(account)
    return max(votes, key=lambda vote: vote.weight).citation.span if votes else None


def _first_name(account: Account, opening: Opening) -> Span | None:
    found = [
        mention.span
        for entity in account.annotation.entities
        for mention in entity.mentions
        if opening.span.contains(mention.span)
    ]
    return min(found, default=None)
