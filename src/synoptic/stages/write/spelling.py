"""Spellings that differ while they say the same, in English: months cut short, dates in figures, "9th", "U.S."."""

import re

from synoptic.language.dates_in_words import date_in_words

_MONTHS = {date_in_words(f"2000-{month:02}").split()[0] for month in range(1, 13)}
_SHORT = {month[:3].lower(): month for month in _MONTHS if len(month) > 3} | {"sept": "September"}
_ANY = "(?:" + "|".join(sorted(_SHORT, key=lambda short: (-len(short), short))) + ")"
_CUT_SHORT = re.compile(rf"\b{_ANY}\b\.?(?=[ \xa0]\d)|(?<=\d[ \xa0]){_ANY}\b\.?", re.IGNORECASE)
_ISO = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_UNITED_STATES = re.compile(r"\bU\.\s?S\.?(?:A\.?)?(?=\W|$)")


def plain_dates(text: str) -> str:
    """`text` with months written out, ISO dates in words ("25 August 2016"), ordinals as figures, "U.S." in full."""
    text = _ISO.sub(lambda found: date_in_words(found.group(), weekday=False), text)
    text = _CUT_SHORT.sub(lambda found: _SHORT[found.group().rstrip(".").lower()], text)
    return _UNITED_STATES.sub("United States", _ORDINAL.sub(r"\1", text))
