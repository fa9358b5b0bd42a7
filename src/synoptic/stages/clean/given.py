"""What a source states of its article, made fit: the code of its language, and blocks that do not cover its text."""

import re
from collections.abc import Sequence

from synoptic.records.article import Block, BlockKind
from synoptic.records.span import Span

_CODE = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{1,8})*)")


def stated_language(written: str | None) -> str | None:
    """The BCP 47 code that a source states ("EN_us" is "en-us"); None where it states none or something else."""
    found = _CODE.fullmatch((written or "").strip())
    return f"{found[1].lower()}{found[2].replace('_', '-')}" if found else None


def covering(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """The blocks with furniture between them, so that they cover all that is not white space.

    What a source that types its text leaves untyped is no part of its article. Blocks that overlap or leave the text
    are given back as they are: the article refuses them.
    """
    filled: list[Block] = []
    end = 0
    for block in blocks:
        filled += _furniture(text, end, block.span.start)
        filled.append(block)
        end = block.span.end
    return (*filled, *_furniture(text, end, len(text)))


def _furniture(text: str, start: int, end: int) -> list[Block]:
    gap = text[start:end]
    if not gap.strip():
        return []
    first = start + len(gap) - len(gap.lstrip())
    return [Block(BlockKind.FURNITURE, Span(first, first + len(gap.strip())))]
