"""Who did what when and where: the main event of one article in words of its title and its first sentences."""

import re
from dataclasses import dataclass

from synoptic.language.terms import terms
from synoptic.records.annotation import Account, EntityKind, Mention, MentionForm
from synoptic.records.article import BlockKind
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span, hull
from synoptic.stages.weigh.main_event.beginning import Opening, main_verb, openings
from synoptic.stages.weigh.main_event.day import find_day
from synoptic.stages.weigh.main_event.phrase import Phrase
from synoptic.stages.weigh.main_event.place import find_place

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NO_PHRASE = frozenset({"relcl", "acl", "appos", "punct"})
_SHORTEST = 2
"""The fewest words that can say what happened."""
_GAP = 2
"""The most words between an organisation and the person of it ("Formula One star Max …")."""
_TOPIC = 4
"""The most words of a topic in front of a headline's colon."""


@dataclass(frozen=True, slots=True)
class FiveW:
    """The phrases that answer who, what, when and where; None where the article's beginning does not say."""

    who: Phrase | None
    what: Phrase | None
    when: Phrase | None
    where: Phrase | None


def main_event_of(account: Account) -> FiveW:
    """The main event of one article: its title where it names who acts, else the first sentence like it."""
    opening = _main_opening(account)
    titled = _from_title(account)
    who, what = titled if titled is not None else (None, None)
    if opening is not None and (who is None or what is None):
        told = _from_sentence(account, opening)
        who, what = who or told[0], what or told[1]
    where = find_place(account)
    return FiveW(who, what, find_day(account, opening), Phrase(*where) if where else None)


def _from_title(account: Account) -> tuple[Phrase, Phrase | None] | None:
    """Who acts in the title, and the longer of the two sides that the name leaves of it."""
    text = account.article.text
    title = _headline(account)
    found = [
        (at.start(), -at.end(), entity.kind)
        for entity in account.annotation.entities
        if entity.kind is not EntityKind.PLACE
        for name in sorted(
            {_flat(mention.span.of(text)) for mention in entity.mentions if _is_name(mention)} | {entity.name}
        )
        if len(name) > 2 and (at := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.IGNORECASE))
    ]
    if not found:
        return None
    start, end, kind = min(found)
    # "Formula One star Max Verstappen": an organisation right before a person says only which person is meant.
    for other, other_end, other_kind in sorted(found):
        gap = title[-end : max(other, -end)].split()
        if kind is not EntityKind.PERSON and other_kind is EntityKind.PERSON and other >= -end and len(gap) <= _GAP:
            start, end = other, other_end
            break
    after = re.sub(r"^['’]s?\s|^\W+", "", title[-end:]).strip()
    before = title[:start].strip(" ,:;-–—'\"‘’“”")
    what = after if len(after.split()) >= len(before.split()) else before
    who = title[start:-end]
    return Phrase(who, _in_text(text, who)), Phrase(what, _in_text(text, what)) if len(
        what.split()
    ) >= _SHORTEST else None


def _headline(account: Account) -> str:
    """The title without a topic in front of a colon ("Election 2016: …") or a cry in quotation marks."""
    title = _flat(account.article.title or "")
    title = re.sub(r"^(['\"‘“]).{3,40}?['\"’”]\s+(?=\w+\s\w)", "", title)
    topic, colon, rest = title.partition(": ")
    return rest if colon and len(topic.split()) <= _TOPIC and len(rest.split()) > _TOPIC else title


def _is_name(mention: Mention) -> bool:
    return mention.form is MentionForm.NAME


def _flat(text: str) -> str:
    return " ".join(text.split())


def _in_text(text: str, words: str) -> Span | None:
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 and words else None


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


def _from_sentence(account: Account, opening: Opening) -> tuple[Phrase | None, Phrase]:
    """The subject of the main verb, and the verb with its objects."""
    text, parse = account.article.text, account.annotation.parse
    verb = main_verb(account, opening)
    if verb is None:
        return None, Phrase(opening.span.of(text), opening.span)
    subject = next((child for child in parse.children(verb.index) if child.dep in _SUBJECTS), None)
    who = (_name_at(account, subject) or _phrase(parse, subject)) if subject is not None else None
    what = _predicate(parse, verb)
    return (Phrase(who.of(text), who) if who else None), Phrase(what.of(text), what)


def _name_at(account: Account, token: Token) -> Span | None:
    covering = [
        mention.span
        for entity in account.annotation.entities
        for mention in entity.mentions
        if mention.span.contains(token.span) and mention.form is not MentionForm.PRONOUN
    ]
    return min(covering, key=len, default=None)


def _phrase(parse: Parse, head: Token) -> Span:
    tokens = [head]
    for one in tokens:
        tokens.extend(child for child in parse.children(one.index) if child.dep not in _NO_PHRASE)
    return hull(token.span for token in tokens)


def _predicate(parse: Parse, verb: Token) -> Span:
    """The verb with its complements, to the end of its objects."""
    tokens = [verb]
    for child in parse.children(verb.index):
        if child.index > verb.index and child.dep not in {"punct", "conj", "cc", "advcl", "parataxis"}:
            tokens.extend(parse.subtree(child.index))
    return hull(token.span for token in tokens)
