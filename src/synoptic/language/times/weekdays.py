"""Weekdays: which one words name in full, by the tables that times are read with."""

import re
from collections.abc import Mapping
from functools import cache

from synoptic.language.tables import language_table

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def weekday_named(words: str, language: str) -> int | None:
    """The number (1 for Monday) of the first weekday that is written out; None where none is.

    Short forms do not count: Spanish "mar" is a month too.
    """
    numbers = _numbers(language)
    return next((numbers[word] for word in _WORD.findall(words.casefold()) if word in numbers), None)


@cache
def _numbers(language: str) -> Mapping[str, int]:
    """The weekdays' full names, which stand first in their rows of the table."""
    return {row[0]: int(number) for number, row in language_table(language, "times").get("weekday", {}).items()}
