"""Units: the sentences of lead and body that may state a claim, with the words that count in them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from synoptic.language.sentences import split_sentences
from synoptic.language.tables import primary_language
from synoptic.language.tokens import tokenize
from synoptic.records.annotation import Account, LabelVoice, Quote, Statement, Voice
from synoptic.records.article import BlockKind
from synoptic.records.links import EntityLinking
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span

CLAIMING = frozenset({BlockKind.LEAD, BlockKind.BODY, BlockKind.CAPTION})
"""The kinds of block whose sentences may be members of claims. Of the gold pairs of data/claims, .89 lie in lead and
body, .985 with captions; captions join the claims of other sentences and make none."""

_CAPTION = frozenset({BlockKind.CAPTION})
_EMPTY_POS = frozenset({"DET", "ADP", "PRON", "PART", "CCONJ", "SCONJ", "AUX", "PUNCT", "SYM", "SPACE", "INTJ"})
_MARKS = "'’`´"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries content: its `stem` (lemma, folded), its class and where it stands.

    `kind` is one of name, number, verb, noun (also adjectives, adverbs and everything of a language without a model).
    """

    stem: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the lead, the body or a caption of one account.

    `account` counts the accounts, `order` the units of the account from 0; `position` is order over their number.
    `entity` is the story's id of the speaker where the unit is mostly quoted speech; `names` are the stems of names in
    it and the story's ids of the entities mentioned in it. `language` is without its region; `loaded` tells that a
    loaded label stands in it in the outlet's own voice.
    """

    account: int
    order: int
    position: float
    span: Span
    text: str
    words: tuple[Word, ...]
    names: frozenset[str]
    voice: Voice = Voice.OUTLET
    entity: str | None = None
    language: str = ""
    caption: bool = False
    loaded: bool = False


def units_of(accounts: Sequence[Account], linking: EntityLinking) -> tuple[Unit, ...]:
    """The units of all accounts, account by account, in the order of the text."""
    found: list[Unit] = []
    for number, account in enumerate(accounts):
        spans = _sentences(account)
        for order, span in enumerate(spans):
            found.append(_unit(account, number, order, order / len(spans), span, linking))
    return tuple(found)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """`word` in lower case without diacritics and apostrophes ("Díaz-Canel" → "diaz-canel")."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in _MARKS)


def voice_at(account: Account, span: Span, linking: EntityLinking) -> tuple[Voice, str | None]:
    """Whose voice a span stands in, with the story's id of the speaker: the speaker's where half of it is quoted.

    Statements are asked first, since they know the clause; quotes second.
    """
    heard: Statement | Quote | None = _statement_at(account, span) or _quote_at(account, span)
    if heard is None or (isinstance(heard, Statement) and heard.voice is Voice.OUTLET):
        return Voice.OUTLET, None
    entity = heard.entity
    return Voice.SPEAKER, linking.ids.get((account.article.id, entity)) if entity else None


def _statement_at(account: Account, span: Span) -> Statement | None:
    best, shared = None, 0
    for statement in account.annotation.statements:
        overlap = statement.span.overlap(span)
        if overlap > shared and 2 * overlap >= len(span):
            best, shared = statement, overlap
    return best


def _quote_at(account: Account, span: Span) -> Quote | None:
    for quote in account.annotation.quotes:
        if 2 * sum(part.overlap(span) for part in quote.content) >= len(span):
            return quote
    return None


def _sentences(account: Account) -> list[Span]:
    blocks = account.article.spans_of(CLAIMING)
    parse = account.annotation.parse
    if parse.tokens:
        spans = [s for s in parse.sentence_spans if any(2 * b.overlap(s) > len(s) for b in blocks)]
    else:
        spans = [
            sentence.shifted(block.start)
            for block in blocks
            for sentence in split_sentences(block.of(account.article.text))
        ]
    return [span for span in spans if len(_plain_words(span.of(account.article.text))) >= 2]


def _plain_words(text: str) -> list[Span]:
    return [span for span in tokenize(text) if span.of(text)[0].isalpha()]


def _unit(account: Account, number: int, order: int, position: float, span: Span, linking: EntityLinking) -> Unit:
    text = span.of(account.article.text)
    parse = account.annotation.parse
    words = content_words(parse, span) if parse.tokens else plain_content_words(text, span.start)
    names = {word.stem for word in words if word.kind == "name"}
    for entity in account.annotation.entities:
        story_id = linking.ids.get((account.article.id, entity.id))
        if story_id and any(span.contains(mention.span) for mention in entity.mentions):
            names.add(f"#{story_id}")
    voice, speaker = voice_at(account, span, linking)
    language = primary_language(account.article.language)
    caption = any(2 * block.overlap(span) > len(span) for block in account.article.spans_of(_CAPTION))
    own = [label for label in account.annotation.labels if label.voice is LabelVoice.OUTLET and not label.distanced]
    loaded = any(label.loaded and span.contains(label.span) for label in own)
    return Unit(number, order, position, span, text, words, frozenset(names), voice, speaker, language, caption, loaded)


def content_words(parse: Parse, span: Span) -> tuple[Word, ...]:
    """The content words of a parsed span: no function words where parts of speech are known."""
    return tuple(
        Word(folded(token.lemma if token.pos else token.text), _kind(token), token.span)
        for token in parse.within(span)
        if token.text[:1].isalnum() and token.pos not in _EMPTY_POS
    )


def plain_content_words(text: str, offset: int) -> tuple[Word, ...]:
    """The words of a text that no model has read: every word counts, function words too."""
    return tuple(
        Word(folded(span.of(text)), _plain_kind(span.of(text), span.start == 0), span.shifted(offset))
        for span in tokenize(text)
        if text[span.start].isalnum()
    )


def _kind(token: Token) -> str:
    if not token.pos:
        return _plain_kind(token.text, False)
    if token.pos == "PROPN":
        return "name"
    if token.pos == "NUM" or token.text[0].isdigit():
        return "number"
    return "verb" if token.pos == "VERB" else "noun"


def _plain_kind(word: str, opens: bool) -> str:
    if word[0].isdigit():
        return "number"
    return "name" if word[0].isupper() and not opens else "noun"
