"""The full text of each article: its blocks, with every cited stretch marked and the furniture dimmed."""

from dataclasses import dataclass

from synoptic.doors.render.view.citations import Citer
from synoptic.doors.render.view.columns import Column
from synoptic.doors.render.view.marks import Piece, merged, nested
from synoptic.language.dates_in_words import date_in_words
from synoptic.records.annotation import Account
from synoptic.records.article import Block, BlockKind
from synoptic.records.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article with its kind and its marked text."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """An article in full, with what it says of itself."""

    column: Column
    authors: str
    credits: tuple[str, ...]
    reference: str
    placement: str
    paragraphs: tuple[Paragraph, ...]


def build_fulltext(account: Account, column: Column, citer: Citer, placement: str) -> FullText:
    """The text of one article; to be called when all citations have been made."""
    article, marks = account.article, merged(citer.marks.get(account.article.id, ()))
    seen: set[str] = set()
    blocks = article.blocks or ((Block(BlockKind.BODY, Span(0, len(article.text))),) if article.text else ())
    paragraphs = tuple(Paragraph(block.kind.value, nested(article.text, block.span, marks, seen)) for block in blocks)
    reference = account.annotation.reference
    told = ""
    if reference:
        told = f"{date_in_words(reference.date)}, {'from' if reference.certain else 'inferred from'} {reference.source}"
    credited = tuple(dict.fromkeys(f"{credit.name} ({credit.kind.value})" for credit in article.credits))
    return FullText(column, ", ".join(article.authors), credited, told, placement, paragraphs)
