"""Loaded words: terms that judge where a plainer word would do, read from `data/<lang>/loaded.toml`.

Each term has its category and the neutral words an even-handed account would write. The tables are our own compilation.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from synoptic.language.tables import language_table
from synoptic.language.tokens import tokenize
from synoptic.records.span import Span

_PARTS_OF_SPEECH = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ"}),
}


@dataclass(frozen=True, slots=True)
class LoadedTerm:
    """A loaded term: its words in lower case, its category, its neutral words (best first), its parts of speech.

    `parts_of_speech` (Universal Dependencies) is empty where the term is loaded as any part of speech.
    """

    words: tuple[str, ...]
    category: str
    neutral: tuple[str, ...]
    parts_of_speech: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is looked up: as written, its lemma and its part of speech (both empty where no model gave them)."""

    text: str
    lemma: str = ""
    pos: str = ""


@dataclass(frozen=True, slots=True)
class LoadedTable:
    """The loaded terms of a language by their first word, longest first."""

    terms: Mapping[str, tuple[LoadedTerm, ...]]

    def neutral_words(self, category: str) -> frozenset[str]:
        """The neutral words that stand in the place of a category's terms."""
        listed = (term for terms in self.terms.values() for term in terms if term.category == category)
        return frozenset(word for term in listed for word in term.neutral)

    def match(self, words: Sequence[Word], at: int) -> LoadedTerm | None:
        """The longest term that begins at word `at`."""
        for form in _forms(words[at]):
            for term in self.terms.get(form, ()):
                if term.parts_of_speech and words[at].pos and words[at].pos not in term.parts_of_speech:
                    continue
                rest = words[at + 1 : at + len(term.words)]
                if len(rest) == len(term.words) - 1 and all(
                    part in _forms(word) for part, word in zip(term.words[1:], rest, strict=True)
                ):
                    return term
        return None


@cache
def loaded_terms(language: str) -> LoadedTable:
    """The table of `language` (its first subtag); an empty one where there is none."""
    found: dict[str, list[LoadedTerm]] = {}
    for category, entries in language_table(language, "loaded").items():
        for key, neutral in entries.items():
            term, _, part = key.partition(":")
            words = tuple(term.split())
            choices = tuple(word.strip() for word in neutral.split(",") if word.strip())
            listed = found.setdefault(words[0], [])
            listed.append(LoadedTerm(words, category, choices, _PARTS_OF_SPEECH.get(part, frozenset())))
    return LoadedTable(
        MappingProxyType(
            {first: tuple(sorted(terms, key=lambda one: -len(one.words))) for first, terms in found.items()}
        )
    )


def loaded_spans(text: str, language: str) -> tuple[tuple[Span, LoadedTerm], ...]:
    """The loaded terms of a text without a parse, in order; parts of speech are not looked at."""
    table = loaded_terms(language)
    spans = tokenize(text)
    words = [Word(span.of(text)) for span in spans]
    found: list[tuple[Span, LoadedTerm]] = []
    at = 0
    while at < len(words):
        term = table.match(words, at)
        if term is not None:
            found.append((Span(spans[at].start, spans[at + len(term.words) - 1].end), term))
        at += len(term.words) if term is not None else 1
    return tuple(found)


def _forms(word: Word) -> tuple[str, ...]:
    return _forms_of(word.text, word.lemma)


@lru_cache(maxsize=65536)
def _forms_of(written: str, lemma: str) -> tuple[str, ...]:
    """The forms under which a word is looked up: its lemma, itself, and itself without a plural or feminine ending."""
    text = re.sub(r"['’]s?$", "", written.lower())
    found = [lemma.lower(), text]
    if not lemma or lemma.lower() == text:
        if text.endswith("s"):
            found += [text[:-1], text[:-2]] if text.endswith("es") else [text[:-1]]
            found.append(text[:-3] + "y" if text.endswith("ies") else text)
        if text.endswith(("a", "as")):
            found.append(text.rstrip("s")[:-1] + "o")
    return tuple(dict.fromkeys(form for form in found if form))
