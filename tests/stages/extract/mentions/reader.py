"""Reads a short text as an article would be read, with the real model for English."""

from functools import cache

from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.records.annotation import Account, Annotation, Entity, EntityKind, MentionForm
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.extract import parse_articles
from synoptic.stages.extract.mentions import find_entities


@cache
def tagger() -> SpacyTagger:
    """One tagger for all tests."""
    return SpacyTagger()


def account(text: str, language: str = "en", id: str = "a") -> Account:
    """The account of a text whose paragraphs are all body."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    article = Article(id, text, language=language, blocks=tuple(blocks))
    (parse,) = parse_articles([article], tagger())
    return Account(article, Annotation(id, parse, entities=find_entities(article, parse)))


def entities(text: str, language: str = "en") -> tuple[Entity, ...]:
    """The entities of a text."""
    return account(text, language).annotation.entities


def people(text: str, language: str = "en") -> dict[str, list[str]]:
    """The people of a text by name, each with the words of all mentions."""
    return {
        entity.name: [mention.span.of(text) for mention in entity.mentions]
        for entity in entities(text, language)
        if entity.kind is EntityKind.PERSON
    }


def pronouns(text: str) -> dict[str, list[str]]:
    """The pronouns of each person of a text with the word after them."""
    return {
        entity.name: [
            " ".join(text[mention.span.start :].split()[:2])
            for mention in entity.mentions
            if mention.form is MentionForm.PRONOUN
        ]
        for entity in entities(text)
        if entity.kind is EntityKind.PERSON
    }
