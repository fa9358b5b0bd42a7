"""Page furniture: lines that belong to the page and not to the article."""

import re

from synoptic.language.page_words import PageWords
from synoptic.stages.clean.dates import is_stamp
from synoptic.stages.clean.paragraphs import is_mark
from synoptic.stages.clean.shape import normal, opening, words

_URL = re.compile(r"^(?:[^\W\d_]+:\s+)?<?(?P<address>(?:https?://|www\.)[^\s>]+)>?$", re.IGNORECASE)
_FILE = re.compile(
    r"^\S*[^\s/]\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)(?:[?#]\S*)?$"
    r"|^(?:screen ?shot|whatsapp (?:image|video)|img|dsc[nf]?|unnamed|untitled|capture|pxl)[\s_\d.:-]*\d[\w\s.:-]*$",
    re.IGNORECASE,
)
_CODED = re.compile(r"^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{5,}$|^\d{6,}$|^\d{6,8}T\d{4,6}Z?$")
_NO_WORDS = re.compile(r"^[\W\d_]+$")
_COPYRIGHT = re.compile(
    r"^(?:copyright\s*(?:©|\(c\)|\d{4}|by\b|:|$)|©|\(c\)|℗).{0,200}$"
    r"|^.{0,80}(?:©|\bcopyright) ?(?:\d{4}|by\b).{0,120}$",
    re.IGNORECASE,
)
_HANDLES = re.compile(r"^(?:[#@][\w.]+[\s,|]*)+$")
_FOLLOW = re.compile(
    r"^\W*(?:follow|siga|sigue|suivez|folgen|segui)\b.{0,120}"
    r"(?:@\w+|\b(?:twitter|facebook|instagram|telegram|google news|whatsapp|youtube|linkedin|tiktok)\b).{0,80}$",
    re.IGNORECASE,
)
_QUOTES = "\"'“‘«„"
_LONGEST_MISSING = 9
_LONGEST = 45
"""Words: a longer paragraph that begins like furniture is prose more often than not (terms of use apart)."""


def is_furniture(line: str, known: PageWords) -> bool:
    """Whether a line is furniture wherever it stands."""
    return (
        normal(line) in known.furniture_whole
        or is_mark(line)
        or is_address(line)
        or is_picture_name(line)
        or is_stamp(line, known)
        or (_NO_WORDS.match(line) is not None and not _is_figure(line))
        or _HANDLES.match(line) is not None
        or _is_missing_picture(line, known)
        or _is_follow(line)
        or _is_prompt(line, known)
    )


def is_address(line: str) -> bool:
    """Whether a line is nothing but a URL, bare, in angle brackets, or behind one word ("URL: …")."""
    return address_of(line) is not None


def address_of(line: str) -> str | None:
    """The URL of such a line."""
    match = _URL.match(line.strip())
    return match["address"] if match else None


def is_picture_name(line: str) -> bool:
    """Whether a line is the name of an image file, or the slug under which an agency distributed a photograph.

    A slug has no lower-case word and at least two codes of letters and digits ("RC2…", a time stamp, a number).
    """
    if _FILE.match(line.strip()):
        return True
    parts = line.split()
    if len(parts) > 16 or any(part.islower() for part in parts if part.isalpha()):
        return False
    return sum(_CODED.match(part) is not None for part in parts) >= 2


def _is_missing_picture(line: str, known: PageWords) -> bool:
    """Whether a short line says that a picture is not there ("Picture could not be loaded")."""
    bare = normal(line)
    return (
        len(words(line)) <= _LONGEST_MISSING
        and bare.startswith(known.caption_photo)
        and any(phrase in bare for phrase in known.furniture_missing)
    )


def _is_follow(line: str) -> bool:
    """Whether a short line bids to follow somebody on a network ("Follow Jane Roe on Twitter @janeroe")."""
    return _FOLLOW.match(line) is not None and len(words(line)) <= 35


def _is_prompt(line: str, known: PageWords) -> bool:
    """A call to share, follow, subscribe, accept; a notice of rights; a list of tags."""
    count = len(words(line))
    if count > _LONGEST:
        return False
    if _COPYRIGHT.match(line):
        return True
    low = opening(line)
    if line[0] not in _QUOTES and any(phrase in low or phrase in line.casefold() for phrase in known.furniture_within):
        return True
    return low.startswith(known.furniture_start) and not _is_sentence_about(line, count)


def _is_sentence_about(line: str, count: int) -> bool:
    """Whether a line that begins like a prompt is a statement after all: it quotes, or has past-tense length."""
    return count > 25 and line.rstrip().endswith((".", "”", '"'))


def _is_figure(line: str) -> bool:
    """Whether a line without letters may be a figure of the article ("5:3", "1,200")."""
    return any(character.isdigit() for character in line) and len(line) <= 20
