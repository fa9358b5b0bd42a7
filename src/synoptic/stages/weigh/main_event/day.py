"""When one article's main event takes place: the day its main sentence names, or the next best in what it says."""

import re
from collections.abc import Sequence
from datetime import date

from synoptic.language.terms import terms
from synoptic.records.annotation import Account, Timex, TimexType
from synoptic.records.parse import Parse
from synoptic.records.span import Span
from synoptic.stages.weigh.main_event.beginning import Opening, openings
from synoptic.stages.weigh.main_event.phrase import Phrase, is_attribute

_FIRST = 3
"""How many of the first sentences tell the day of the main event wherever they name one. Measured on the 5W1H set (48
articles): 2 to 5 answer alike, 6 gives one answer less."""
_NEAR = 3
"""How many days from the article's own a day named further down may lie that still answers when."""
_ON_TOPIC = 0.1
"""The share of the title's words that a sentence further down must have (0 to .15 answer alike but for one)."""


def find_day(account: Account, main: Opening | None) -> Phrase | None:
    """The first day named in the main sentence, else in the first ones; else the near day told closest to the title.

    Where the article names none of these, the day from which it counts.
    """
    text, parse = account.article.text, account.annotation.parse
    dates = [time for time in account.annotation.times if time.type in {TimexType.DATE, TimexType.TIME}]
    days = [time for time in dates if re.match(r"\d{4}-\d\d-\d\d", time.value or "")]
    ordered = sorted(openings(account), key=lambda one: (main is None or one.number != main.number, one.rank))
    for opening in ordered:
        is_main = main is not None and opening.number == main.number
        inside = [time for time in days if opening.span.contains(time.span)]
        if inside and (is_main or opening.rank < _FIRST):
            return _phrase(text, min(inside, key=lambda one: (_is_attribute(parse, one), one.span)))
    reference = account.annotation.reference
    if reference is None:
        return _phrase(text, days[0]) if days else None
    near = [time for time in days if _is_near(time, reference.date)]
    told = _closest_to_title(account, near)
    return _phrase(text, told) if told is not None else Phrase(reference.date, None, reference.date)


def _closest_to_title(account: Account, days: Sequence[Timex]) -> Timex | None:
    """The day in the sentence that shares most words with the title; of equals the first, None where none does."""
    title = frozenset(terms(account.article.title or ""))
    best: tuple[float, Timex] | None = None
    for sentence in account.annotation.parse.sentence_spans:
        inside = [time for time in days if sentence.contains(time.span)]
        share = _shared(title, account.article.text, sentence) if inside and title else 0.0
        if share >= _ON_TOPIC and (best is None or share > best[0]):
            best = (share, inside[0])
    return best[1] if best is not None else None


def _shared(title: frozenset[str], text: str, sentence: Span) -> float:
    return len(title & frozenset(terms(sentence.of(text)))) / len(title)


def _phrase(text: str, time: Timex) -> Phrase:
    return Phrase(time.span.of(text), time.span, (time.value or "")[:10])


def _is_near(time: Timex, day: str) -> bool:
    """Whether a time lies near a day; a reference that is no whole day ("2031-05") has nothing near."""
    try:
        apart = date.fromisoformat((time.value or "")[:10]) - date.fromisoformat(day[:10])
    except ValueError:
        return False
    return abs(apart.days) <= _NEAR


def _is_attribute(parse: Parse, time: Timex) -> bool:
    """Whether a time only says which event another is ("Tuesday's election")."""
    return is_attribute(parse.within(time.span))
