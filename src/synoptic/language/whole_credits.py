"""Whole credits: the credits of an article that speak of its whole text, not of a picture or an interview."""

import re

from synoptic.records.article import Article, BlockKind, Credit, CreditKind
from synoptic.records.span import Span

# Blocks in which a credit speaks of the whole text: a byline, a dateline "(AP)", a line of credits.
_WHOLE = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT})
_PROSE = frozenset({BlockKind.LEAD, BlockKind.BODY})
_BRACKETS = ("(", "[", "（", "［", "—", "–", "-")
_CLOSED = (")", "]", "）", "］", "—", "–", "-")
_OPENED = re.compile(r"(?:[(\[（［—–]|^\s*-|\n\s*-?)([^()\[\]（）［］\n]*)$")
# Words before a name at the end of a text that make it a credit of the whole: "(With ...)", "Source: ...".
_CLOSING_WORDS = 4
# Code points of a text's end in which a bracketed credit closes it.
_END = 40


def whole_credits(article: Article) -> tuple[Credit, ...]:
    """The credits whose name stands in a byline, a dateline, a line of credits, or opens or closes the prose."""
    return tuple(
        credit
        for credit in article.credits
        if credit.kind is not CreditKind.PHOTO and any(_is_whole(article, at) for at in _places(article, credit))
    )


def _places(article: Article, credit: Credit) -> list[Span]:
    """Where the credited words stand: a name under a picture may also close the text."""
    written = re.escape(credit.span.of(article.text))
    found = (Span(*match.span()) for match in re.finditer(rf"(?<!\w){written}(?!\w)", article.text))
    return list(dict.fromkeys([credit.span, *found]))


def _is_whole(article: Article, place: Span) -> bool:
    """Whether a name credits the whole text and not a picture, an interview or a statement in it."""
    number = next((at for at, block in enumerate(article.blocks) if block.span.contains(place)), None)
    if number is None:
        return False
    block = article.blocks[number]
    if block.kind is BlockKind.CREDIT:
        return not _is_of_picture(article, number)
    if block.kind in _WHOLE:
        return True
    return block.kind in _PROSE and (_closes(article, place) or _opens(article, place, block.span.start))


def _is_of_picture(article: Article, number: int) -> bool:
    """Whether a line of credits belongs to a picture: it goes on from a caption, or names a picture itself."""
    block = article.blocks[number]
    before = article.blocks[number - 1] if number else None
    if before is not None and before.kind is BlockKind.CAPTION:
        return "\n" not in article.text[before.span.end : block.span.start].strip(" ")
    return any(credit.kind is CreditKind.PHOTO and block.span.contains(credit.span) for credit in article.credits)


def _closes(article: Article, place: Span) -> bool:
    """Whether a bracket or dash with the name ends the prose: "(With EFE Agency)"."""
    end = max(block.span.end for block in article.blocks if block.kind in _PROSE)
    after = article.text[place.end : end]
    if len(after) > _END or len(re.findall(r"\w+", after)) > _CLOSING_WORDS:
        return False
    opened = _OPENED.search(article.text[max(0, place.start - _END) : place.start])
    return opened is not None and len(opened.group(1).split()) <= _CLOSING_WORDS


def _opens(article: Article, place: Span, start: int) -> bool:
    """Whether a bracketed name opens the prose: "PLACE (AP) - ..."."""
    first = min(block.span.start for block in article.blocks if block.kind in _PROSE)
    before, after = article.text[start : place.start].rstrip(), article.text[place.end :].lstrip()
    return start == first and len(before) <= _END and before.endswith(_BRACKETS) and after.startswith(_CLOSED)
