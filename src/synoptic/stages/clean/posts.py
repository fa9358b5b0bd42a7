"""Posts: embedded messages of social networks, and the line that signs them ("— Name (@handle) May 3, 2021")."""

import re
from collections.abc import Sequence

from synoptic.language.page_words import PageWords
from synoptic.stages.clean.dates import find_dates
from synoptic.stages.clean.paragraphs import Paragraph
from synoptic.stages.clean.shape import words

_SIGNATURE = re.compile(r"(?:^|\s)[—–-]+\s[^@\n]{1,80}\(@\w{1,30}\)\s")
_LONGEST = 80
"""Words of a paragraph that is a message; a longer one is an article in one line that holds some."""
_LINK = re.compile(r"(?:pic\.twitter\.com/|https?://t\.co/)\w*")


def find_posts(paragraphs: Sequence[Paragraph], known: PageWords) -> list[bool]:
    """For each paragraph whether it belongs to a message: its signature, what stands right above, its links."""
    short = [len(words(paragraph.text)) <= _LONGEST for paragraph in paragraphs]
    found = [
        whole and _LINK.search(paragraph.text) is not None for whole, paragraph in zip(short, paragraphs, strict=True)
    ]
    for at, paragraph in enumerate(paragraphs):
        match = _SIGNATURE.search(paragraph.text) if short[at] else None
        if match is None or not find_dates(paragraph.text[match.start() :], known):
            continue
        found[at] = True
        if at and match.start() < 3 and short[at - 1]:
            found[at - 1] = True
    return found
