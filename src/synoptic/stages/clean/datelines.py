"""Datelines: "TEHRAN, May 3 (Agency) —" in front of the lead."""

import re
from dataclasses import dataclass
from functools import cache

from synoptic.language.page_words import PageWords
from synoptic.stages.clean.dates import StatedDate, date_source, find_dates
from synoptic.stages.clean.shape import normal

_WORD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[.’'-][^\W\d_]+)*\.?"
_SMALL = r"(?:de|del|da|do|di|la|le|el|al|of|the|am|an der|sur|los|las|dos|des|upon|und|and|y|e)"
_PLACE = rf"{_WORD}(?:[ -](?:{_SMALL}[ -])?{_WORD}){{0,3}}"
_PLACES = rf"{_PLACE}(?:\s*[,/]\s*{_PLACE}){{0,2}}?"
_SIGN = r"(?:[(\[/]\s*(?P<sign>[^()\[\]/\d]{2,40})\s*[)\]/])"
_DASH = r"(?:\s*\.?\s*(?:[-–—―_]+|:)|\.)\s*"
_LEADING_SIGN = re.compile(r"^\((?P<sign>[A-Z][A-Z&. /-]{1,20})\)\s*(?=[^\W\d_]|[\"“‘])")
"""A sign alone, without a dash: "(CNN) Rescue teams …", "(CNN)Rescue teams …"."""
_EASTERN = re.compile(
    r"^(?:【[^】]{1,40}】|[\[［(（][^\]］)）=＝]{1,12}[=＝][^\]］)）]{1,30}[\]］)）]"
    r"|[\u3400-\u9fff0-9]{2,24}[电電讯訊](?=\s)(?:\s*[\[［(（][^\]］)）]{1,30}[\]］)）])?)\s*"
)
"""East Asian: "【大阪=佐伯道子】…", "(서울=연합) …", "本报大阪讯 …", "新华社里斯本10月14日电 …"."""

_SHORTEST = 10
"""Signs of a lead behind such a dateline at least."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The first `end` characters of a paragraph: place, day, and what stands in brackets, as far as they are given."""

    end: int
    place: str | None
    date: StatedDate | None
    sign: str | None


@cache
def _pattern(known: PageWords) -> re.Pattern[str]:
    weekday = r"(?:[^\W\d_]{3,10}\.?,?\s+)?"
    date = rf"(?P<date>{weekday}(?i:{date_source(known)}))"
    return re.compile(
        rf"^(?:{_SIGN.replace('sign', 'sign_first')}\s*[-–—]?\s*)?(?P<place>{_PLACES})?"
        rf"(?:\s*,\s*{date})?\s*\.?,?\s*{_SIGN}?(?P<dash>{_DASH})(?=\S)"
    )


def find_dateline(text: str, known: PageWords) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    A dash or colon is not enough: before it stand brackets, a day, or a place in capitals that is no label ("WATCH:").
    """
    match = _pattern(known).match(text)
    alone = _LEADING_SIGN.match(text)
    eastern = _EASTERN.match(text)
    if eastern is not None and len(text) - eastern.end() >= _SHORTEST:
        return Dateline(eastern.end(), None, next(iter(find_dates(eastern.group(), known)), None), None)
    if match is None and alone is not None:
        return Dateline(alone.end(), None, None, alone["sign"])
    if match is None or match.end() > 120 or len(text) - match.end() < 20:
        return None
    place, sign = match["place"], match["sign"] or match["sign_first"]
    dates = find_dates(match["date"], known) if match["date"] else []
    dash = match["dash"].strip()
    if place and _is_label(place, dash, known):
        return None
    named = sign is not None and dash != "." and _is_sign(sign)
    dated = bool(dates) and place is not None
    first = re.split(r"[,/]", place)[0] if place else ""
    capitals = first.isupper() and len(first) > 2 and dash != "." and (first == place or dash != ":")
    if not (named or dated or (capitals and _is_clear(dash, place or ""))) or (sign and not _is_sign(sign)):
        return None
    return Dateline(match.end(), place, dates[0] if dates else None, sign.strip() if sign else None)


def _is_label(place: str, dash: str, known: PageWords) -> bool:
    """Whether capitals before the mark announce something ("WATCH:", "BREAKING NEWS:") and are no place."""
    if normal(place) in known.dateline_not_places:
        return True
    return dash == ":" and any(normal(word) in known.dateline_not_places for word in place.split())


def _is_sign(sign: str) -> bool:
    """Whether what stands in brackets may name an agency: an abbreviation or a name, not a remark."""
    return all(word[0].isupper() or word[0] in "&." for word in sign.replace("/", " ").split())


def _is_clear(dash: str, place: str) -> bool:
    """Whether capitals before this mark are a place: hyphens join words, a dash or colon does not."""
    return dash in {":", "—", "–", "--", "---", "-", "_", ".-", ".–", ".—", "―"} and len(place.split()) <= 4
