"""Blocks: the text of an article as typed stretches that cover it, in order.

Each paragraph is first judged alone (furniture, caption, byline) and by its neighbours (teasers); what is left is
headline above the lead, lead, and body. Prose is never given up: what no rule claims is body.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.language.page_words import PageWords
from synoptic.records.article import Block, BlockKind
from synoptic.stages.clean.agency_names import is_agency_line
from synoptic.stages.clean.bylines import is_biography, is_byline
from synoptic.stages.clean.captions import is_caption, picture_credit
from synoptic.stages.clean.credits import closing_credit
from synoptic.stages.clean.datelines import find_dateline
from synoptic.stages.clean.dates import leading_stamp
from synoptic.stages.clean.furniture import is_address, is_furniture, is_picture_name
from synoptic.stages.clean.imprint import imprint_date
from synoptic.stages.clean.labels import leading_label
from synoptic.stages.clean.outlets import is_outlet_line
from synoptic.stages.clean.paragraphs import Paragraph, find_paragraphs
from synoptic.stages.clean.posts import find_posts
from synoptic.stages.clean.shape import ends_sentence, is_prose, normal, words
from synoptic.stages.clean.teasers import find_teasers
from synoptic.stages.clean.titles import emphasis, is_headline, is_question_headline, is_stated_title

_BELOW = frozenset({BlockKind.FURNITURE, BlockKind.TEASER, BlockKind.CREDIT, BlockKind.CAPTION})
_BESIDE = frozenset({BlockKind.FURNITURE, BlockKind.TEASER})
_LONGEST_HEADING = 6
_FEWEST_ARTICLE_WORDS = 40
"""Words of a paragraph that is the article where no other is, whatever it looks like."""
_DEEPEST_TITLE = 4
"""Paragraphs of prose above which a line that repeats the title can still be the headline; below it is an echo."""
_FEWEST_HEADLINES = 4
"""Lines without a full stop that end a text and are taken for headlines; shorter lists may be the article's own."""


_FEWEST_SHOUTED = 5
"""Words of a line in capitals that is a headline; shorter ones are headings of the article ("WHAT IS NEXT")."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known of an article before its text is read."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of one, with its kind; None while it is not decided."""

    kind: BlockKind | None
    paragraph: Paragraph


def find_blocks(text: str, known: PageWords, stated: Stated) -> tuple[Block, ...]:
    """The blocks of `text`; they cover all of it but white space."""
    pieces = [piece for paragraph in find_paragraphs(text) for piece in _without_stamp(paragraph, known)]
    pieces = _alone(pieces, known, stated)
    pieces = _posts(pieces, known)
    pieces = _teasers(pieces, known)
    pieces = _above_lead(pieces, known, stated)
    pieces = _with_prose(_below_body(pieces, known, stated))
    pieces = [part for piece in pieces for part in _parts(piece, known)]
    return tuple(Block(piece.kind or BlockKind.BODY, piece.paragraph.span) for piece in _prose(pieces, known))


def _without_stamp(paragraph: Paragraph, known: PageWords) -> Iterable[Piece]:
    """The paragraph, parted from a stamp ("date 2021-05-03") or a rubric ("Nova news:") at its start."""
    cut = leading_stamp(paragraph.text, known)
    at = cut[0] if cut is not None else leading_label(paragraph.text, known)
    head = paragraph.part(0, at) if at else None
    if not at or head is None:
        return (Piece(None, paragraph),)
    rest = paragraph.part(at)
    return (Piece(BlockKind.FURNITURE, head), *((Piece(None, rest),) if rest else ()))


def _alone(pieces: Sequence[Piece], known: PageWords, stated: Stated) -> list[Piece]:
    """Kinds that a line shows by itself, or by the slug of a photograph right above it."""
    found: list[Piece] = []
    for piece in pieces:
        line = piece.paragraph.text
        kind = piece.kind
        if kind is None:
            under_slug = bool(found) and is_picture_name(found[-1].paragraph.text) and not piece.paragraph.gap
            if is_stated_title(line, stated.title):
                kind = BlockKind.TITLE
            elif is_furniture(line, known) or (normal(line) in known.furniture_sections and len(line.split("\n")) == 1):
                kind = BlockKind.FURNITURE
            elif is_agency_line(line) or closing_credit(line, known) == 0:
                kind = BlockKind.CREDIT
            elif is_caption(line, known) or (under_slug and is_prose(line)):
                kind = BlockKind.CAPTION
            elif is_byline(line, known, stated.authors):
                kind = BlockKind.BYLINE
        found.append(Piece(kind, piece.paragraph))
    return _one_title(found)


def _one_title(pieces: list[Piece]) -> list[Piece]:
    """Only the first line that repeats the stated title (and its other half right below) is the title, if near."""
    found: list[Piece] = []
    seen = False
    for piece in pieces:
        kind = piece.kind
        if kind is BlockKind.TITLE:
            prose = sum(before.kind is None and is_prose(before.paragraph.text) for before in found)
            if seen and found[-1].kind is not BlockKind.TITLE:
                kind = None if is_prose(piece.paragraph.text) else BlockKind.FURNITURE
            elif prose > _DEEPEST_TITLE:
                kind = None
            seen = seen or kind is BlockKind.TITLE
        found.append(Piece(kind, piece.paragraph))
    return found


def _posts(pieces: Sequence[Piece], known: PageWords) -> list[Piece]:
    """Embedded messages stand beside the article like pictures do: they are read, but make no statement of its own."""
    flags = find_posts([piece.paragraph for piece in pieces], known)
    return [
        Piece(BlockKind.CAPTION, piece.paragraph) if flag and piece.kind is None else piece
        for piece, flag in zip(pieces, flags, strict=True)
    ]


def _teasers(pieces: Sequence[Piece], known: PageWords) -> list[Piece]:
    flags = find_teasers([piece.paragraph for piece in pieces], known)
    return [Piece(BlockKind.TEASER, p.paragraph) if flag else p for p, flag in zip(pieces, flags, strict=True)]


def _above_lead(pieces: Sequence[Piece], known: PageWords, stated: Stated) -> list[Piece]:
    """Headlines and rubrics above the first prose; a text without any prose has its first line below a title as lead.

    Where the source states a title, other headlines above the lead are the article's standfirst.
    """
    open_ = [at for at, piece in enumerate(pieces) if piece.kind is None]
    prose = [at for at in open_ if is_prose(pieces[at].paragraph.text)]
    if not open_:
        return list(pieces)
    has_title = any(piece.kind is BlockKind.TITLE for piece in pieces)
    lead = prose[0] if prose else (open_[1] if len(open_) > 1 and not has_title else open_[0])
    paragraphs = [piece.paragraph for piece in pieces]
    if prose and not has_title and lead == open_[0] and is_question_headline(paragraphs, lead):
        lead = next(at for at in [*prose[1:], len(pieces)])
    found = list(pieces)
    for at in open_:
        if at >= lead:
            break
        line = pieces[at].paragraph.text
        asks = is_question_headline(paragraphs, at)
        below = has_title or any(piece.kind is BlockKind.TITLE for piece in found[:at])
        named = below and imprint_date(line, known) is not None
        kind: BlockKind = BlockKind.FURNITURE if named or not (is_headline(line, known) or asks) else BlockKind.TITLE
        if kind is BlockKind.TITLE and stated.title is not None:
            kind = BlockKind.BODY
        found[at] = Piece(kind, pieces[at].paragraph)
    return found


def _below_body(pieces: Sequence[Piece], known: PageWords, stated: Stated) -> list[Piece]:
    """Below the last prose: the outlet's name, rubrics, the author's biography."""
    found = list(pieces)
    prose = [at for at, piece in enumerate(pieces) if piece.kind is None and is_prose(piece.paragraph.text)]
    if not prose:
        return found
    addresses = [piece.paragraph.text for piece in pieces if is_address(piece.paragraph.text)]
    address = stated.address or (addresses[0] if addresses else None)
    dateline = find_dateline(pieces[prose[0]].paragraph.text, known)
    for at in range(prose[-1] + 1, len(pieces)):
        line = pieces[at].paragraph.text
        if pieces[at].kind is None and (
            normal(line) in known.furniture_sections
            or is_outlet_line(line, known, dateline.sign if dateline else None, address)
            or len(words(line)) < 2
            or (at + 1 < len(pieces) and pieces[at + 1].kind in _BESIDE and _is_heading(line))
        ):
            found[at] = Piece(BlockKind.FURNITURE, pieces[at].paragraph)
    for at in prose[-2:]:
        if len(prose) > 3 and is_biography(pieces[at].paragraph.text, known):
            found[at] = Piece(BlockKind.BYLINE, pieces[at].paragraph)
    _shouted_headlines(found, prose)
    _close_with_headlines(found)
    return found


def _is_heading(line: str) -> bool:
    """Whether a line below the article is short enough to be the heading of the furniture or teasers behind it."""
    return len(words(line)) <= _LONGEST_HEADING and not ends_sentence(line)


def _with_prose(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with the longest undecided where none is and it is long enough for an article."""
    if not pieces or any(piece.kind is None or piece.kind is BlockKind.BODY for piece in pieces):
        return pieces
    longest = max(pieces, key=lambda piece: len(piece.paragraph.text))
    if len(words(longest.paragraph.text)) < _FEWEST_ARTICLE_WORDS:
        return pieces
    return [Piece(None, piece.paragraph) if piece is longest else piece for piece in pieces]


def _close_with_headlines(pieces: list[Piece]) -> None:
    """A list of headlines that ends the text is teaser, whatever stands above it."""
    at = len(pieces)
    while at and (pieces[at - 1].kind in _BELOW or _is_bare_headline(pieces[at - 1])):
        at -= 1
    listed = [place for place in range(at, len(pieces)) if pieces[place].kind is None]
    if len(listed) >= _FEWEST_HEADLINES:
        for place in listed:
            pieces[place] = Piece(BlockKind.TEASER, pieces[place].paragraph)


def _shouted_headlines(pieces: list[Piece], prose: Sequence[int]) -> None:
    """Headlines in capitals between paragraphs that are not: links to other articles, as some outlets set them."""
    if any(pieces[at].paragraph.text.isupper() for at in prose):
        return
    for at in range(prose[0] + 1, len(pieces)):
        line = pieces[at].paragraph.text
        shouted = line.isupper() and len(words(line)) >= _FEWEST_SHOUTED and not ends_sentence(line)
        if pieces[at].kind is None and shouted:
            pieces[at] = Piece(BlockKind.TEASER, pieces[at].paragraph)


def _is_bare_headline(piece: Piece) -> bool:
    line = piece.paragraph.text
    return piece.kind is None and not ends_sentence(line) and 3 <= len(words(line)) <= 20 and line[0].isalpha()


def _parts(piece: Piece, known: PageWords) -> Iterable[Piece]:
    """Picture credits are parted from captions, closing credits from prose, marks of emphasis from headlines."""
    line = piece.paragraph.text
    start, end = 0, len(line)
    if piece.kind is BlockKind.TITLE:
        start, end = emphasis(line)
    elif piece.kind is BlockKind.CAPTION:
        end = _or_end(picture_credit(line, known), line)
    elif piece.kind is None:
        end = _or_end(closing_credit(line, known), line)
    behind = BlockKind.FURNITURE if piece.kind is BlockKind.TITLE else BlockKind.CREDIT
    cuts = ((BlockKind.FURNITURE, 0, start), (piece.kind, start, end), (behind, end, len(line)))
    parts = ((kind, piece.paragraph.part(first, last)) for kind, first, last in cuts if last > first)
    return tuple(Piece(kind, part) for kind, part in parts if part is not None)


def _or_end(at: int | None, line: str) -> int:
    return len(line) if at is None else at


def _prose(pieces: Sequence[Piece], known: PageWords) -> list[Piece]:
    """What is still undecided is lead, the first time, and body; a dateline stands before the lead."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind is not None:
            found.append(piece)
            continue
        if any(before.kind is BlockKind.LEAD for before in found):
            found.append(Piece(BlockKind.BODY, piece.paragraph))
            continue
        dateline = find_dateline(piece.paragraph.text, known)
        end = dateline.end if dateline else 0
        parts = ((BlockKind.DATELINE, piece.paragraph.part(0, end)), (BlockKind.LEAD, piece.paragraph.part(end)))
        found += (Piece(kind, part) for kind, part in parts if part is not None)
    return found
