"""Narration: an article as a row of sentences, each with its telling words and its meaning, seen against the story."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

import numpy as np
from numpy.typing import NDArray

from synoptic.language.quotation import find_quotations
from synoptic.language.sentences import split_sentences
from synoptic.language.tables import primary_language
from synoptic.language.terms import Frequencies, terms
from synoptic.ports import Encoder
from synoptic.records.article import Article, BlockKind
from synoptic.records.span import Span
from synoptic.stages.link.encoding import each_once

_TOLD = frozenset({BlockKind.LEAD, BlockKind.BODY})
# Terms of the shortest sentence that counts as a statement.
_LEAST_TERMS = 4
# Share of the words in the likeness of two sentences; the rest is meaning. Invented corpus, F1 and average precision of
# retelling by 10 folds: 0 → .63/.68, .15 → .62/.68, .3 → .63/.69, .5 → .60/.66.
_WORDS_SHARE = 0.3
_BATCH = 32
# Terms of a phrase by which a shared quotation is known: the unit of the verbatim links.
_PHRASE = 5

type Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Narration:
    """The statements of one article in order.

    `words` is (sentences, terms of the story): a sentence's telling terms, at length 1; `meaning` is (sentences,
    dimensions): the encoder's rows without what all sentences of the story in this language have in common. `places`
    leads from 5 terms in a row to the sentences that hold them, `spoken` to those in which they are quoted; `used` are
    the terms of title and main text.
    """

    language: str
    sentences: tuple[Span, ...]
    words: NDArray[np.float32]
    meaning: NDArray[np.float32]
    places: Mapping[Phrase, tuple[int, ...]]
    spoken: Mapping[Phrase, tuple[int, ...]]
    used: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.sentences)


def narrate(articles: Sequence[Article], encoder: Encoder) -> list[Narration]:
    """The narrations of the articles of one story."""
    told = [_sentences(article) for article in articles]
    used = [[terms(span.of(article.text)) for span in spans] for article, spans in zip(articles, told, strict=True)]
    words = _words(used, [primary_language(article.language) for article in articles])
    texts = [span.of(article.text) for article, spans in zip(articles, told, strict=True) for span in spans]
    meaning = each_once(texts, partial(_in_batches, encoder=encoder))
    languages = np.repeat([primary_language(article.language) for article in articles], [len(spans) for spans in told])
    meaning = _centred(meaning, languages)
    borders = np.cumsum([0, *(len(spans) for spans in told)])
    return [
        Narration(
            primary_language(article.language),
            spans,
            words[start:end],
            meaning[start:end],
            _places(article, spans),
            _spoken(article, spans),
            used=frozenset(terms(f"{article.title or ''} {article.main_text}")),
        )
        for article, spans, start, end in zip(articles, told, borders, borders[1:], strict=False)
    ]


def _in_batches(texts: Sequence[str], encoder: Encoder) -> NDArray[np.float32]:
    """The encoder's rows."""
    rows = [encoder.encode(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
    return np.vstack(rows) if rows else np.zeros((0, 1), dtype=np.float32)


def likeness(one: Narration, other: Narration) -> NDArray[np.float32]:
    """How alike each two sentences are, 0 to 1, shape (sentences, sentences); across languages by meaning alone."""
    meaning = np.maximum(one.meaning @ other.meaning.T, 0.0)
    if one.language != other.language:
        return np.asarray(meaning, dtype=np.float32)
    alike = _WORDS_SHARE * (one.words @ other.words.T) + (1 - _WORDS_SHARE) * meaning
    for row, column in (*_quoting(one, other), *((row, column) for column, row in _quoting(other, one))):
        alike[row, column] = 0.0
    return np.asarray(alike, dtype=np.float32)


def likeness_of_means(narrations: Sequence[Narration]) -> NDArray[np.float32]:
    """How alike each two accounts are as wholes, by the means of their sentences; shape (accounts, accounts)."""
    meaning = np.maximum(_of_means([one.meaning for one in narrations]), 0.0)
    words = _of_means([one.words for one in narrations])
    languages = np.array([one.language for one in narrations])
    within = languages[:, None] == languages[None, :]
    return np.where(within, _WORDS_SHARE * words + (1 - _WORDS_SHARE) * meaning, meaning).astype(np.float32)


def _of_means(rows: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """The cosines of the mean rows."""
    means = np.stack([each.sum(axis=0) for each in rows])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return np.asarray(means @ means.T, dtype=np.float32)


def _quoting(one: Narration, other: Narration) -> Iterator[tuple[int, int]]:
    """Sentences of which the first quotes words that stand in the second: shared speech is no retelling."""
    for phrase in one.spoken.keys() & other.places.keys():
        yield from product(one.spoken[phrase], other.places[phrase])


def _places(article: Article, spans: Sequence[Span]) -> Mapping[Phrase, tuple[int, ...]]:
    """The sentences in which each phrase stands."""
    return _by_phrase([_in_rows(span.of(article.text)) for span in spans])


def _spoken(article: Article, spans: Sequence[Span]) -> Mapping[Phrase, tuple[int, ...]]:
    """The sentences in which each phrase is quoted."""
    quoted = [part for found in find_quotations(article.text, article.spans_of(_TOLD)) for part in found.parts]
    return _by_phrase(
        [
            frozenset(
                phrase
                for part in quoted
                if part.overlap(span)
                for phrase in _in_rows(article.text[max(part.start, span.start) : min(part.end, span.end)])
            )
            for span in spans
        ]
    )


def _by_phrase(held: Sequence[frozenset[Phrase]]) -> Mapping[Phrase, tuple[int, ...]]:
    """The sentences that hold each phrase, from the phrases of each."""
    found: dict[Phrase, list[int]] = {}
    for number, phrases in enumerate(held):
        for phrase in phrases:
            found.setdefault(phrase, []).append(number)
    return {phrase: tuple(numbers) for phrase, numbers in found.items()}


def _in_rows(text: str) -> frozenset[Phrase]:
    used = terms(text)
    return frozenset(tuple(used[start : start + _PHRASE]) for start in range(len(used) - _PHRASE + 1))


def _sentences(article: Article) -> tuple[Span, ...]:
    """The statements of lead and body."""
    return tuple(
        sentence.shifted(block.start)
        for block in article.spans_of(_TOLD)
        for sentence in split_sentences(block.of(article.text), article.language or "")
        if len(terms(sentence.shifted(block.start).of(article.text))) >= _LEAST_TERMS
    )


def _words(used: Sequence[Sequence[Sequence[str]]], languages: Sequence[str]) -> NDArray[np.float32]:
    """The terms of all sentences: rare in the language and, at the same time, rare among the story's sentences."""
    told = [sentence for sentences in used for sentence in sentences]
    counts = Counter(term for sentence in told for term in set(sentence))
    # In order of the alphabet: sums of products differ in their last bits with the order of the columns.
    numbers = {term: number for number, term in enumerate(sorted(counts))}
    rarity = {language: Frequencies(language) for language in dict.fromkeys(languages)}
    matrix = np.zeros((len(told), len(numbers)), dtype=np.float32)
    row = 0
    scale = math.log(len(told) + 1.0) if told else 1.0
    for sentences, language in zip(used, languages, strict=True):
        for sentence in sentences:
            for term in set(sentence):
                within = max(0.0, math.log((len(told) + 1.0) / (counts[term] + 0.5)) / scale)
                matrix[row, numbers[term]] = rarity[language].rarity(term) * within
            row += 1
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-9), dtype=np.float32)


def _centred(meaning: NDArray[np.float32], languages: NDArray[np.str_]) -> NDArray[np.float32]:
    """Rows of length 1 after the mean of each language's sentences is taken off: what the whole story is about."""
    centred = meaning.copy()
    for language in dict.fromkeys(languages.tolist()):
        rows = languages == language
        centred[rows] -= centred[rows].mean(axis=0)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(lengths, 1e-9), dtype=np.float32)
