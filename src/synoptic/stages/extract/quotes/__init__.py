"""Quotes: reported speech and belief, one construction a module."""

from collections.abc import Sequence

from synoptic.language.quotation import find_quotations, paragraphs
from synoptic.language.speech import speech_table
from synoptic.records.annotation import Entity, Quote
from synoptic.records.article import READ, Article
from synoptic.records.parse import Parse
from synoptic.stages.extract.quotes.according import according_quotes
from synoptic.stages.extract.quotes.clause import clause_quotes
from synoptic.stages.extract.quotes.complement import complement_quotes
from synoptic.stages.extract.quotes.direct import attach_quotations
from synoptic.stages.extract.quotes.headline import headline_quotes
from synoptic.stages.extract.quotes.nominal import nominal_quotes
from synoptic.stages.extract.quotes.plain import plain_quotes
from synoptic.stages.extract.quotes.settle import settle
from synoptic.stages.extract.quotes.weigh import is_quote


def find_quotes(article: Article, parse: Parse, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Direct, indirect and mixed quotes in the read blocks, in order; speakers' entities where they are known.

    The content of a direct quote holds its quotation marks.
    """
    quotations = find_quotations(article.text, article.spans_of(READ))
    if not parse.parsed:
        return plain_quotes(article.text, parse, quotations, entities)
    table = speech_table(parse.language or "en")
    drafts = [
        *clause_quotes(parse, table),
        *according_quotes(parse, table),
        *complement_quotes(parse, table),
        *nominal_quotes(parse, table),
        *headline_quotes(parse, table, paragraphs(article.text, article.spans_of(READ))),
    ]
    settled = attach_quotations(parse, article.text, table, quotations, drafts)
    settled = [draft for draft in settled if is_quote(parse, draft)]
    return settle(parse, article.text, table, settled, quotations, entities)
