"""The article's own date, where its text states it: in a stamp, or in a dateline whose year stands elsewhere."""

import datetime
import re
from collections.abc import Sequence

from synoptic.language.page_words import PageWords
from synoptic.records.article import Block, BlockKind
from synoptic.stages.clean.datelines import find_dateline
from synoptic.stages.clean.dates import StatedDate, find_dates, is_stamp
from synoptic.stages.clean.imprint import imprint_date

_ISO = re.compile(r"^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?))?$")
_NEAR = 31
"""Days between a dateline and a full date elsewhere from which its year is taken."""


def find_published(text: str, blocks: Sequence[Block], known: PageWords) -> str | None:
    """ISO 8601, or None where the text does not state it."""
    return _from_stamp(text, blocks, known) or _from_imprint(text, blocks, known) or _from_dateline(text, blocks, known)


def _from_stamp(text: str, blocks: Sequence[Block], known: PageWords) -> str | None:
    """The first stamp above the second body paragraph, or one with its word ("Published …") anywhere."""
    bodies = 0
    for block in blocks:
        line = block.span.of(text)
        bodies += block.kind is BlockKind.BODY
        if block.kind is BlockKind.FURNITURE and bodies < 2 and is_stamp(line, known):
            for date in find_dates(line, known):
                if date.iso:
                    return date.iso
    return None


def _from_imprint(text: str, blocks: Sequence[Block], known: PageWords) -> str | None:
    """The day in the line with the outlet's name, above the lead."""
    for block in blocks:
        if block.kind is BlockKind.LEAD:
            return None
        if block.kind in (BlockKind.FURNITURE, BlockKind.BYLINE) and (day := imprint_date(block.span.of(text), known)):
            return day
    return None


def _from_dateline(text: str, blocks: Sequence[Block], known: PageWords) -> str | None:
    line = next((block.span.of(text) for block in blocks if block.kind is BlockKind.DATELINE), None)
    dateline = find_dateline(f"{line} {'x' * 30}", known) if line else None
    if dateline is None or dateline.date is None:
        return None
    if dateline.date.year is not None:
        return dateline.date.iso
    kinds = {BlockKind.CAPTION, BlockKind.TITLE, BlockKind.LEAD, BlockKind.BODY}
    for block in blocks:
        if block.kind in kinds:
            for date in find_dates(block.span.of(text), known):
                if (iso := _with_year_of(dateline.date, date)) is not None:
                    return iso
    return None


def _with_year_of(own: StatedDate, other: StatedDate) -> str | None:
    """The dateline's day in the year that puts it nearest to another full date, if that is near."""
    if other.iso is None or other.year is None:
        return None
    there = datetime.date.fromisoformat(other.iso)
    for year in (other.year, other.year + 1, other.year - 1):
        try:
            day = datetime.date(year, own.month, own.day)
        except ValueError:
            continue
        if abs((day - there).days) <= _NEAR:
            return day.isoformat()
    return None


def iso_date(stated: str | None, known: PageWords) -> str | None:
    """A stated date as ISO 8601: as it is, or read where it is written out ("May 4, 2031"); else None."""
    bare = (stated or "").strip()
    match = _ISO.match(bare)
    if match is not None and _is_day(match.group(1)):
        return f"{match.group(1)}T{match.group(2)}" if match.group(2) else match.group(1)
    return next((date.iso for date in find_dates(bare, known) if date.iso), None)


def _is_day(written: str) -> bool:
    try:
        datetime.date.fromisoformat(written)
    except ValueError:
        return False
    return True
