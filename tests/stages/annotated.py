"""Accounts of short invented texts, read by all of the extract stage with the real model for English."""

from collections.abc import Sequence
from functools import cache

from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.records.annotation import Account
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.links import Story, StoryAlignment
from synoptic.records.span import Span
from synoptic.stages.extract import annotate
from synoptic.stages.link.entities import link_entities


@cache
def tagger() -> SpacyTagger:
    """One tagger for all tests."""
    return SpacyTagger()


@cache
def annotated(text: str, id: str = "a", language: str = "en", published: str = "2031-05-06") -> Account:
    """The account of a text: a first line that ends without a full stop is its title, the rest are paragraphs."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            is_title = number == 0 and "\n" in text and line[-1] not in '.!?”"'
            kind = BlockKind.TITLE if is_title else BlockKind.BODY
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    title = blocks[0].span.of(text) if blocks and blocks[0].kind is BlockKind.TITLE else None
    article = Article(id, text, title=title, language=language, published=published, blocks=tuple(blocks))
    return Account(article, annotate([article], tagger())[0])


def aligned(accounts: Sequence[Account]) -> StoryAlignment:
    """The alignment of accounts as one story, with entities alone."""
    story = Story("s1", tuple(account.article.id for account in accounts))
    return StoryAlignment(story, link_entities(accounts), (), (), ())
