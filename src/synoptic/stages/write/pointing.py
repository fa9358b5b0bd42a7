"""Pointing: whether words of an article lean on something said before them, which a reader of the brief has not read.

English, by the parse; where there is none nothing is found.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from synoptic.language.tables import language_table
from synoptic.records.annotation import MentionForm
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span

type Mentions = Sequence[tuple[Span, MentionForm, str]]

_COUNT = r"(?:just|only|some|about|barely|few|several|many|two|three|four|five|six|ten|\d+|an?)"
_AFTER_SOMETHING = re.compile(
    rf"(?:but |and |then )?(?:(?:{_COUNT} )+\w+ (?:later|earlier)|(?:{_COUNT} )*"
    r"(?:second|minute|hour|day|week|month|year|moment)s? (?:later|earlier|before|after))\b(?! \w+ing\b)",
    re.IGNORECASE,
)
_LATER_AT_THE_END = re.compile(r"(?:second|minute|hour|day|week|month|year|moment)s? (?:later|earlier)$", re.IGNORECASE)
_SHORT = 12
"""Words of a clause in which nothing but what stands before it can be what something is later than."""
_FROM_ITS_PLACE = re.compile(
    r"\bhere\b|\bfrom now\b|^(?:\S+ ){0,7}(?:afterwards?|thereafter)\b|\bsaid another\b|"
    r"\b(?:he|she|they) (?:said|says|added)$|"
    r"\b(?:chart|graph|graphic|table|map|picture|photo|video)s? (?:below|above)\b",
    re.IGNORECASE,
)
"""Words that count from the place of their article or from what it told before; and who says it, unnamed."""
_AT_START = 3
"""Words; "the latest gyrations" begins by pointing back, "marking the latest fallout" goes on to say of what."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PLACES = _SUBJECT | {"dobj", "pobj"}
_SPEAKERS = frozenset({"i", "we", "you", "who", "one", "that", "everyone", "nobody"})


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(language_table("en", "pointing")[kind])


def everybody_knows(noun: str) -> bool:
    """Whether a noun with "the" needs no introduction ("the government")."""
    return noun in _words("known")


def stands_for_a_statement(noun: str) -> bool:
    """Whether a noun with "the" takes up what was said before it ("the move", "the news")."""
    return noun in _words("shells")


def points_back(parse: Parse, tokens: Sequence[Token], mentions: Mentions, named: Collection[Span] = ()) -> bool:
    """Whether words in a row hold a pronoun or a noun phrase whose antecedent stands before them.

    `named` are the places where a name is going to be printed for a pronoun.
    """
    inside = {token.index for token in tokens}
    words = " ".join(token.text for token in tokens if token.text.strip()).rstrip(' .!?”"')
    if _AFTER_SOMETHING.match(words) or _FROM_ITS_PLACE.search(words):
        return True
    if len(words.split()) <= _SHORT and _LATER_AT_THE_END.search(words):
        return True
    if any(_leans(parse, token, inside) for token in tokens):
        return True
    things = _without_times(parse, tokens)
    return any(
        token.span not in named and not _antecedent(things, token, mentions, named) for token in _pronouns(tokens)
    )


def _without_times(parse: Parse, tokens: Sequence[Token]) -> list[Token]:
    """The tokens but those of days and times inside, for which no pronoun stands."""
    timed = {
        index for name in parse.names if name.label in {"DATE", "TIME"} for index in range(name.first, name.last)
    } - {tokens[-1].index}
    return [token for token in tokens if token.index not in timed]


def bare_subjects(tokens: Sequence[Token]) -> list[Token]:
    """The nouns of the first two subjects where nothing but "the" says which one it is ("the move comes …").

    What only goes on behind a comma does not say it either; a noun that stands before in the same words does.
    """
    found, seen = [], set[str]()
    subjects = {token.index for token in [each for each in tokens if each.dep in _SUBJECT][:2]}
    for token in tokens:
        if token.index in subjects and token.pos == "NOUN" and token.lemma not in seen and _is_bare(token, tokens):
            found.append(token)
        seen.add(token.lemma)
    return found


def _is_bare(noun: Token, tokens: Sequence[Token]) -> bool:
    own = [token for token in tokens if token.head == noun.index and token.index != noun.index and token.pos != "PUNCT"]
    behind = next((token for token in tokens if token.index == noun.index + 1), None)
    if behind is not None and behind.text == ",":
        own = [token for token in own if token.index < noun.index]
    return len(own) == 1 and own[0].text.lower() == "the"


def _leans(parse: Parse, token: Token, inside: Collection[int]) -> bool:
    """Whether a token is a demonstrative, "the same", "the latest", or a number or pair that stands for its noun."""
    lower, head = token.text.lower(), parse.tokens[token.head]
    before = parse.tokens[token.index - 1].text.lower() if token.index else ""
    if lower == "such" and token.head == token.index + 1 and head.pos in _NOUNS:
        return True
    if lower in _words("demonstratives") and token.dep == "det":
        return head.index in inside and not any(each.dep in {"relcl", "acl"} for each in _hanging(parse, head))
    if lower in {"this", "these", "that"} and token.dep in _PLACES and token.tag == "DT":
        return True
    if before not in {"the", "those", "these"}:
        return False
    if token.dep == "amod":
        return lower in _words("choosing") and (lower != "latest" or token.index - min(inside) < _AT_START)
    alone = token.dep in _PLACES and lower in _words("standing")
    return alone and not any(each.dep in {"prep", "relcl"} for each in _hanging(parse, token))


def _hanging(parse: Parse, head: Token) -> list[Token]:
    """The tokens shortly behind a head that hang on it."""
    return [token for token in parse.tokens[head.index + 1 : head.index + 12] if token.head == head.index]


def _pronouns(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        lower = token.text.lower()
        if lower in _words("persons") or (
            lower in _words("things") and token.dep != "expl" and not _expletive(token, tokens)
        ):
            yield token


def _expletive(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether "it" stands for a clause behind it ("it is not clear whether", "it took three hours to")."""
    if token.text.lower() != "it" or token.dep not in _SUBJECT:
        return False
    behind = [each for each in tokens if each.head == token.head and each.index > token.index]
    return any(each.dep in {"ccomp", "xcomp", "advcl", "csubj", "acomp"} for each in behind)


def _antecedent(tokens: Sequence[Token], pronoun: Token, mentions: Mentions, named: Collection[Span]) -> bool:
    """Whether a pronoun finds in the same words whom or what it may stand for."""
    here = [row for row in mentions if tokens[0].start <= row[0].start and row[0].end <= tokens[-1].end]
    own = {name for span, _, name in here if span == pronoun.span}
    if any(name in own and form is not MentionForm.PRONOUN for _, form, name in here):
        return True
    before = [token for token in tokens if token.index < pronoun.index]
    if any(token.span in named for token in before):
        return True
    if pronoun.text.lower() in _words("persons"):
        return any(span.start < pronoun.start and form is not MentionForm.PRONOUN for span, form, _ in here) or any(
            token.pos == "PROPN" or token.text.lower() in _SPEAKERS for token in before
        )
    if pronoun.dep in {"dobj", "pobj"}:
        beside = {token.index for token in tokens if token.head == pronoun.head}
        before = [token for token in before if token.index not in beside and token.head not in beside]
    return any(token.pos in _NOUNS or token.text.lower() in _SPEAKERS for token in before)
