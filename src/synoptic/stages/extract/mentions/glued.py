"""What stuck to a name when a page became text: the credit of a picture before it, a heading's verb behind it."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from synoptic.language.page_words import agencies
from synoptic.records.article import BlockKind
from synoptic.stages.extract.mentions.reading import Reading

# A sum of money, a time of day or a measure: "US6,000", "07:59 UTC", "8GB".
_FIGURE = re.compile(r"\d[.,:]\d|^[$€£]|^\d+(?:[KMGT]B|[kMG]?Hz|mAh|[cmk]m|kg|[kMG]W|mph|mpg)$")
# Letters and digits as things made have them ("A380", "F-16"), and a small letter before a capital one ("iPhone").
_MADE = re.compile(r"^(?:[a-z][A-Z]|[A-Z]+-?\d)")
_MODEL = re.compile(r"^[A-Z]+-?\d{3}")


@cache
def _credits() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The names of agencies in folded words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted({tuple(form.lower().split()) for agency in agencies() for form in agency.forms}):
        found.setdefault(form[0], []).append(form)
    return MappingProxyType({first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()})


def after_credit(reading: Reading, first: int, last: int) -> int:
    """Where a name begins after the credit of a picture: at "Rosa Lind" in "Getty Images Rosa Lind"."""
    for form in _credits().get(reading.words[first], ()):
        end = first + len(form)
        if end <= last and reading.words[first:end] == form:
            return end if end < last else first
    return first


def is_agency(words: tuple[str, ...]) -> bool:
    """Whether folded words are the full name of an agency ("Getty Images"), not an abbreviation."""
    return len(words) > 1 and words in _credits().get(words[0], ())


def without_verb(reading: Reading, first: int, last: int) -> int:
    """The end of a name without words behind it that are none: "Brandt" in the heading "Brandt Elected Mayor".

    They are those that the article writes small elsewhere, where it also names what stands before them alone.
    """
    end = last
    while end - first > 1 and reading.small(reading.words[end - 1]) and reading.tokens[end - 1].text.istitle():
        end -= 1
    if end == last or end - first < 1:
        return last
    return end if _stands_alone(reading, first, end) else last


def _stands_alone(reading: Reading, first: int, end: int) -> bool:
    """Whether the words stand elsewhere in the article before a word in small letters or a mark."""
    form = tuple(token.text for token in reading.tokens[first:end])
    for start in reading.places_of(form[0]):
        stop = start + len(form)
        same = start != first and tuple(token.text for token in reading.tokens[start:stop]) == form
        if same and (stop == len(reading.tokens) or not reading.tokens[stop].text[0].isupper()):
            return True
    return False


def is_heading_words(reading: Reading, first: int, last: int) -> bool:
    """Whether a name of several words in the title of the article is but a part of the heading: all written small."""
    if last - first < 2 or not all(reading.small(word) for word in reading.words[first:last] if word.isalpha()):
        return False
    span = reading.span(first, last)
    return any(block.kind is BlockKind.TITLE and block.span.contains(span) for block in reading.article.blocks)


def is_figure(reading: Reading, first: int, last: int) -> bool:
    """Whether a span holds a sum, a time or the like, and so names nobody."""
    return any(_FIGURE.search(token.text) for token in reading.tokens[first:last])


def is_made(text: str) -> bool:
    """Whether a name is written as things made are: with digits, or with a small letter before a capital one."""
    return bool(_MADE.match(text))


def is_model(text: str) -> bool:
    """Whether a name is surely that of a model of something: letters and three digits ("G20" is a body)."""
    return bool(_MODEL.match(text))
