"""Teasers: what leads to other articles. From a header on, everything is teaser until prose clearly resumes."""

import re
from collections.abc import Sequence

from synoptic.language.page_words import PageWords
from synoptic.stages.clean.paragraphs import Paragraph
from synoptic.stages.clean.shape import ends_sentence, is_name_like, is_prose, normal, opening, words

_CLOSED = re.compile(
    r"[^.!?:]\s+(?:Read [Mm]ore|READ MORE|Leer más|Lire la suite|Leia mais|Weiterlesen|Leggi tutto)\s*[»›>…]*$"
)
_HEADER = 14
"""Words of a line that begins like a teaser; "Read more: …" with a whole headline has seldom more."""
_FULL = 12
"""Words of a paragraph that is prose again after a teaser; excerpts there are shorter, cut by "…", or alone."""
_SHARE = 0.6
"""Share of full paragraphs in the rest of the text from which a bare "Read more" inside it was no end of it."""


def find_teasers(paragraphs: Sequence[Paragraph], known: PageWords) -> list[bool]:
    """For each paragraph whether it belongs to a teaser."""
    found = [False] * len(paragraphs)
    at = 0
    while at < len(paragraphs):
        if is_closed_teaser(paragraphs[at].text):
            found[at] = True
        if not is_teaser_header(paragraphs[at].text, known):
            at += 1
            continue
        end = _end_of_teasers(paragraphs, at, known, above=not any(is_prose(before.text) for before in paragraphs[:at]))
        found[at:end] = [True] * (end - at)
        at = end
    return found


def is_teaser_header(line: str, known: PageWords) -> bool:
    """Whether a line opens teasers ("Read more", "More from …") or is one ("Also read: …")."""
    if normal(line) in known.teaser_whole:
        return True
    low = opening(line)
    count = len(words(line))
    start = next((phrase for phrase in known.teaser_start if low.startswith(phrase)), None)
    if start is None:
        return False
    if start.endswith((":", "|", "-", "»")):
        return count <= 2 * _HEADER
    if ends_sentence(line):
        return False
    return count <= _HEADER and (count <= 6 or is_name_like(line))


def is_closed_teaser(line: str) -> bool:
    """Whether a headline ends in the words of its own link ("… new station Read more")."""
    return len(words(line)) <= 2 * _HEADER and _CLOSED.search(line) is not None


def named_after_more(line: str, known: PageWords) -> str | None:
    """The outlet in "More from <outlet>": a name that is no rubric and no "this section"."""
    low = opening(line)
    start = next(
        (
            phrase
            for phrase in known.teaser_start
            if phrase.startswith(("more from", "latest from")) and low.startswith(phrase)
        ),
        None,
    )
    if start is None:
        return None
    name = line.strip().lstrip("*_ •»>")[len(start) :].strip(" :*_»>.")
    if not name or len(name.split()) > 4 or not is_name_like(name) or normal(name) in known.furniture_sections:
        return None
    return name


def is_excerpt(line: str, known: PageWords) -> bool:
    """Whether a paragraph is cut short, as excerpts under a headline are."""
    return line.rstrip().endswith(known.teaser_continued)


def _end_of_teasers(paragraphs: Sequence[Paragraph], header: int, known: PageWords, *, above: bool) -> int:
    """The index of the paragraph with which the article resumes after a header, or the number of paragraphs.

    A header with its own headline ("Read more: …") or above the article is over where the next prose begins. A bare
    header or one that names a rubric opens a list: the article resumes with two full paragraphs in a row, or with one
    behind at most one headline where most of the rest is prose.
    """
    own = above or is_own_headline(paragraphs[header].text, known)
    full = [_is_full(paragraph.text, known) for paragraph in paragraphs]
    for at in range(header + 1, len(paragraphs)):
        if (
            own
            and is_prose(paragraphs[at].text)
            and not is_excerpt(paragraphs[at].text, known)
            and any(full[at : at + 6])
        ):
            return at
        if not full[at]:
            continue
        if at + 1 < len(paragraphs) and full[at + 1]:
            return at
        if at - header <= 2 and _prose_share(paragraphs[at:], full[at:]) >= _SHARE:
            return at
    return len(paragraphs)


def is_own_headline(line: str, known: PageWords) -> bool:
    """Whether a header brings the headline it points to with it."""
    low = opening(line)
    start = next((phrase for phrase in known.teaser_start if low.startswith(phrase)), "")
    return start.endswith((":", "|", "-", "»")) and len(words(low[len(start) :])) > 2


def _is_full(line: str, known: PageWords) -> bool:
    return len(words(line)) >= _FULL and ends_sentence(line) and not is_excerpt(line, known)


def _prose_share(paragraphs: Sequence[Paragraph], full: Sequence[bool]) -> float:
    total = sum(len(paragraph.text) for paragraph in paragraphs)
    return sum(len(paragraph.text) for paragraph, whole in zip(paragraphs, full, strict=True) if whole) / max(total, 1)
