"""Captions: lines that describe a picture, and the picture credits at their end."""

import re
from functools import cache

from synoptic.language.page_words import PageWords
from synoptic.stages.clean.agency_names import agency_pattern
from synoptic.stages.clean.shape import opening, words

_LONGEST = 75
"""Words of a caption; a longer paragraph with a picture credit at its end is prose to which the credit was glued."""
_LONGEST_FILE_CAPTION = 160
"""Words of a caption that says so in its first words; agencies print whole backgrounds under file pictures."""
_FEWEST = 5
"""Words of a caption; what is shorter and stands before a credit is part of a name."""
_LONGEST_CREDIT = 16
"""Words of a picture credit ("Office of the … /WANA (West Asia News Agency) via REUTERS" has 12)."""


@cache
def _credit(known: PageWords) -> re.Pattern[str]:
    """A picture credit at the end of a line: "(Photo by X)", "| Photo: X", "(AP Photo/X)", "X/AFP via Getty Images"."""
    photo = "|".join(re.escape(word) for word in sorted(known.caption_photo, key=len, reverse=True))
    via = "|".join(re.escape(word) for word in known.credit_via)
    agency = agency_pattern()
    by = r"(?:by|von|par|por|de|di|door)"
    marked = (
        rf"(?:[|(\[/–—-]\s*|(?<=[.!?”\"])\s*|^)(?i:{photo})(?:\s+(?i:credit|courtesy))?"
        rf"\s*(?::|/|\||\s(?i:{by}|{via})\s)\s*[^|]{{2,120}}$"
    )
    person = r"[A-Z][\w.’' -]{1,40}"
    bracketed = rf"[(\[]\s*(?:{agency}|{person}/\s?{agency})(?:\s+(?i:{photo}))?(?:\s*/\s*[^()]{{2,60}})?[)\]]\s*$"
    name = r"(?:[^.!?|]|(?<=\b[A-Z])\.)"
    chained = (
        rf"(?P<chain>(?:(?<=[.!?”\"\d)])\s+|[|–—-]\s*|^){name}{{0,90}}?"
        rf"(?:\s?/\s?{agency}\b{name}{{0,60}}|{agency}\s?/\s?{name}{{1,60}}|\b(?i:{via})\s+{agency}))\.?$"
    )
    return re.compile(rf"(?:{marked}|{bracketed}|{chained})")


@cache
def _notice(known: PageWords) -> re.Pattern[str]:
    """What agencies write to editors behind a caption."""
    phrases = "|".join(re.escape(phrase) for phrase in known.caption_notices)
    return re.compile(rf"(?i:\s*(?:{phrases})).*$", re.DOTALL)


@cache
def _position(known: PageWords) -> re.Pattern[str]:
    """A place in the picture, in brackets."""
    places = "|".join(
        re.escape(word) for word in sorted(known.caption_positions, key=len, reverse=True) if len(word) > 1
    )
    return re.compile(rf"[(\[]\s*(?i:{places})\s*[,)\]]")


@cache
def _led_credit() -> re.Pattern[str]:
    """A picture credit before the description, nothing between them ("Nova/Getty Images Rescuers search a field")."""
    return re.compile(rf"(?:[A-Z][^.!?|]{{0,40}}[/•·]\s?)?{agency_pattern()}\s+[A-Z\d]")


_STOPPED = re.compile(r"[.!?…:;,][\"”’')]*$")
_PARTY_OR_SIDE = re.compile(r"\([LRC]\).*\([LRC]\)|\([LC]\)")


def picture_credit(line: str, known: PageWords) -> int | None:
    """Where the picture credit at the end of a line begins, or None."""
    notice = _notice(known).search(line) if known.caption_notices else None
    body = line[: notice.start()].rstrip() if notice else line
    best: int | None = notice.start() if notice else None
    for match in _credit(known).finditer(body):
        piece = match.group()
        is_described = bool(match["chain"]) or (match.start() == 0 and piece[0].isalpha())
        if len(words(piece)) <= _LONGEST_CREDIT and not (is_described and not _is_all_names(piece, known)):
            best = match.start() + len(piece) - len(piece.lstrip())
            break
    if best and len(words(line[:best])) < _FEWEST:
        return 0
    return best


def _is_all_names(piece: str, known: PageWords) -> bool:
    """Whether a chain of names holds no words of a sentence ("a Nova Register/Agency poll this month")."""
    allowed = {*known.caption_photo, *known.credit_via}
    small = [word for word in words(piece) if word[0].islower() and len(word) > 3]
    return all(word in allowed for word in small)


def is_caption(line: str, known: PageWords) -> bool:
    """Whether a line describes a picture: it says so, it ends in a picture credit, or it tells who stands where."""
    count = len(words(line))
    if count <= _LONGEST_FILE_CAPTION and opening(line).startswith(known.caption_start):
        return True
    if count > _LONGEST:
        return False
    credit = picture_credit(line, known)
    if credit is not None or _is_led_by_credit(line):
        return True
    return bool(_position(known).search(line)) and bool(
        _PARTY_OR_SIDE.search(line) or (count <= 40 and _is_present(line))
    )


def _is_led_by_credit(line: str) -> bool:
    """Whether an agency's name is put before a description that no stop ends: prose ends in one, glued captions do not.

    Of 36 such lines in data/stories and data/5w1h all describe a picture.
    """
    return _led_credit().match(line) is not None and not _STOPPED.search(line.rstrip())


def _is_present(line: str) -> bool:
    """Whether a line with a place in the picture has no speech in it: captions quote nobody."""
    return not re.search(r"[\"“”«»]", line)
