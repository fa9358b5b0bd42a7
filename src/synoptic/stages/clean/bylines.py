"""Bylines: who wrote and edited, above the article or below it."""

import re
from collections.abc import Sequence

from synoptic.language.page_words import PageWords
from synoptic.stages.clean.agency_names import agency_pattern
from synoptic.stages.clean.shape import ends_sentence, is_name_like, letters, normal, opening, words

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_LONGEST = 14
_LONGEST_TAIL = 60
_NAME = r"[^\W\d_][\w.’'-]*"


def is_byline(line: str, known: PageWords, authors: Sequence[str]) -> bool:
    """Whether a line names the article's writers: "By Jane Roe", a known author alone, "(Reporting by …)"."""
    if _is_tail(line, known) or _is_author(line, authors):
        return True
    if len(words(line)) > _LONGEST:
        return False
    start = next((phrase for phrase in known.byline_start if opening(line).startswith(f"{phrase} ")), None)
    if start is not None:
        rest = line.lstrip(" •·*_-–—|[(")[len(start) :].strip(" :")
        return bool(rest) and is_name_like(re.split(r"[,|•·–—(]|\d", rest, maxsplit=1)[0]) and not _is_speech(line)
    return _is_names_and_agency(line, known) or _is_name_and_site(line)


def is_biography(line: str, known: PageWords) -> bool:
    """Whether a paragraph tells who its author is ("Jane Roe is a reporter for …"); asked of the last."""
    if len(words(line)) > _LONGEST_TAIL:
        return False
    verbs = "|".join(re.escape(verb) for verb in sorted(known.byline_bio_verbs, key=len, reverse=True))
    nouns = "|".join(re.escape(noun) for noun in known.byline_bios)
    name = rf"(?:{_NAME}\s+){{1,3}}"
    return (
        re.match(rf"^{name}(?:{verbs})\s+(?:[\w'’-]+\s+){{0,5}}?(?:{nouns})\b", line) is not None
        or (_ADDRESS.search(line) is not None and re.match(rf"^{name}", line) is not None and len(words(line)) <= 25)
        or (len(words(line)) <= 12 and re.match(rf"^{name}(?:reported from)\s", line) is not None)
    )


def _is_tail(line: str, known: PageWords) -> bool:
    """Whether a line is like "(Reporting by …; editing by …)" or "X contributed to this report."."""
    if len(words(line)) > _LONGEST_TAIL:
        return False
    low = opening(line)
    if low.startswith(tuple(phrase for phrase in known.byline_tail if not phrase.startswith("contributed"))):
        return True
    return len(words(line)) <= 40 and any(
        f" {phrase}" in low or f" {phrase}" in f" {normal(line)}"
        for phrase in known.byline_tail
        if phrase.startswith("contributed")
    )


def _is_author(line: str, authors: Sequence[str]) -> bool:
    bare = letters(line)
    known = [letters(author) for author in authors if letters(author)]
    return bool(bare) and (bare in known or (len(known) > 1 and bare in {"".join(known), "and".join(known)}))


def _is_names_and_agency(line: str, known: PageWords) -> bool:
    """Whether a line is like "Jane Roe and John Doe, Reuters"."""
    joint = "|".join(re.escape(word) for word in known.byline_and)
    name = rf"{_NAME}(?:\s+{_NAME}){{1,3}}"
    pattern = rf"^{name}(?:(?:,|\s+(?:{joint}))\s+{name})*\s*[,|/–—-]\s*(?:The )?{agency_pattern()}$"
    return re.match(pattern, line) is not None and is_name_like(re.split(r"[,|/–—]", line)[0])


def _is_name_and_site(line: str) -> bool:
    """Whether a line is like "Jane Roe, example.com"."""
    return re.match(rf"^{_NAME}(?:\s+{_NAME}){{1,3}}\s*[,|]\s*[\w-]+(?:\.[\w-]+)+$", line) is not None


def _is_speech(line: str) -> bool:
    return ends_sentence(line) and len(words(line)) > 8
