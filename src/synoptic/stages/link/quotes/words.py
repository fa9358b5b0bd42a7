"""The words of a version of an utterance, with the marks by which an editor admits a cut or an insertion."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from synoptic.language.reported import spelling
from synoptic.language.speech import speech_table
from synoptic.language.tables import primary_language
from synoptic.language.terms import terms
from synoptic.language.tokens import tokenize
from synoptic.records.annotation import Account, QuoteForm
from synoptic.records.links import QuoteMember
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span

_CUT = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.\.?")
_INSERTED = re.compile(r"\[[^\[\]]{1,80}\]|\([^()]{1,80}\)")
_PATCHED = re.compile(r"\w+\[\w+\]\w*|\[\w+\]\w+")
"""A word of which letters stand in brackets: "[T]he", "remain[s]"."""
_VERBS = frozenset({"VERB", "AUX"})
_SIGNS = frozenset("%&$€£¥")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a version: as written in lower case, its stem and lemma, and its spelling as no house writes it.

    `verb` tells that the parse takes it for one. `inserted` is the bracket that it stands in, `cut` the ellipsis that
    stands before it.
    """

    span: Span
    text: str
    stem: str
    lemma: str
    key: str
    verb: bool = False
    inserted: Span | None = None
    cut: Span | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one member; `reported` where some of it is not quoted directly, `cut` an ellipsis at the end."""

    words: tuple[Word, ...]
    language: str
    reported: bool
    cut: Span | None = None


def row_of(member: QuoteMember, account: Account) -> Row:
    """The words of a member; the "that" of reported speech is no word of the utterance."""
    text, language = account.article.text, primary_language(account.article.language or "en")
    parse = account.annotation.parse
    reported = member.form is not QuoteForm.DIRECT
    found: list[Word] = []
    waiting: Span | None = None
    for part in member.content:
        words, waiting = _words(part, text, language, (parse, waiting))
        found += words
    if reported and len(found) > 1 and found[0].text in speech_table(language).that:
        found = found[1:]
    return Row(tuple(found), language, reported, waiting)


def _words(part: Span, text: str, language: str, known: tuple[Parse, Span | None]) -> tuple[list[Word], Span | None]:
    """The words of one part, and the ellipsis at its end; `known` holds one that stands before it."""
    parse, waiting = known
    cuts = _matches(_CUT, part, text)
    inserted = _matches(_INSERTED, part, text)
    found = []
    for span in _tokens(part, text):
        while cuts and cuts[0].start < span.start:
            waiting = cuts.pop(0)
        written = span.of(text).casefold().replace("[", "").replace("]", "").replace("’", "'")
        stems = terms(written)
        stem = _stem(stems[0]) if stems else written
        bracket = next((mark for mark in inserted if mark.overlap(span)), None)
        token = _token(parse, span)
        lemma, verb = (token.lemma.casefold(), token.pos in _VERBS) if token else (written, False)
        found.append(Word(span, written, stem, lemma, spelling(written, language), verb, bracket, waiting))
        waiting = None
    return found, cuts[-1] if cuts else waiting


def _matches(pattern: re.Pattern[str], part: Span, text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text, part.start, part.end)]


def _tokens(part: Span, text: str) -> Iterable[Span]:
    """The words and signs of a part; a word with letters in brackets is one."""
    patched = _matches(_PATCHED, part, text)
    told: set[Span] = set()
    for token in tokenize(part.of(text)):
        span = token.shifted(part.start)
        whole = next((patch for patch in patched if patch.overlap(span)), None)
        if whole is not None:
            if whole not in told:
                told.add(whole)
                yield whole
        elif any(map(str.isalnum, span.of(text))) or span.of(text) in _SIGNS:
            yield span


def _stem(term: str) -> str:
    """A rough stem: the first five letters of words in scripts with spaces ("resilient", "resilience")."""
    return term[:5] if len(term) > 6 else term


def _token(parse: Parse, span: Span) -> Token | None:
    """The token that starts there; None where no model has read the text."""
    at = bisect_left(parse.tokens, span.start, key=lambda token: token.start)
    if at < len(parse.tokens) and parse.tokens[at].start == span.start and parse.tokens[at].pos:
        return parse.tokens[at]
    return None
