"""clean: RawArticle → Article: main text, metadata, language, typed blocks, credits."""

from synoptic.ports import LanguageIdentifier, PageParser
from synoptic.records.article import Article, Block, BlockKind, RawArticle
from synoptic.records.span import Span
from synoptic.records.stages import Acquired, Collection


def clean(acquired: Acquired, pages: PageParser, languages: LanguageIdentifier) -> Collection:
    """The articles of `acquired` with typed blocks."""
    return Collection(tuple(clean_article(raw, pages, languages) for raw in acquired.raw), acquired.rejected)


def clean_article(raw: RawArticle, pages: PageParser, languages: LanguageIdentifier) -> Article:
    """One article with typed blocks."""
    text = raw.text or ""
    return Article(raw.id or raw.source, text, blocks=(Block(BlockKind.BODY, Span(0, len(text))),))
