"""How a time bears on its sentence: whether it dates what is told, bounds it, or only names something."""

import re

from synoptic.language.times.lexer import Item, read_items
from synoptic.language.times.lexicon import Lexicon, lexicon_of
from synoptic.records.span import Span

BORDERS = frozenset({"since", "until", "before", "after", "from", "to", "between"})
PLACES = frozenset({"of", "in", "on", "at", "during"})
REACH = 24
"""Characters before a time in which its preposition and article stand."""

_NOUN = re.compile(r"\s+[^\W\d_]")


def dates_its_sentence(text: str, span: Span, language: str) -> bool:
    """Whether the time at `span` says when something happened.

    "Since 2001", "until Friday" are borders; in "the 1979 revolution" a bare year behind an article names a thing.
    """
    lexicon = lexicon_of(language)
    before = _items_before(text, span.start, lexicon)
    article = bool(before) and "article" in before[-1].categories
    lead = [item for item in before if "article" not in item.categories][-1:]
    if lead and lead[0].categories & BORDERS and not lead[0].categories & PLACES:
        return False
    bare = re.fullmatch(r"\d{4}", span.of(text)) is not None
    return not (bare and article and _NOUN.match(text, span.end))


def _items_before(text: str, start: int, lexicon: Lexicon) -> list[Item]:
    """The time words that end right before `start`."""
    low = max(0, start - REACH)
    if low and text[low].isalnum():
        low = text.find(" ", low, start) + 1 or start
    runs = read_items(text[low:start], lexicon)
    last = runs[-1] if runs else []
    return last if last and not text[low + last[-1].end : start].strip() else []
