"""Names of bodies without what may be left out behind them: "Aerovisa Group" and "Aerovisa Airlines" are Aerovisa."""

from collections.abc import Sequence
from functools import cache

from synoptic.language.tables import shared_table


def without_legal_form(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a body's name without the legal forms at its end; the first word always stays."""
    last = len(words)
    while last > 1 and words[last - 1] in _ends():
        last -= 1
    return tuple(words[:last])


def without_sort(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a company's name without those at its end that say but what sort of company it is."""
    last = len(words)
    while last > 1 and is_corporate(words[last - 1]):
        last -= 1
    return tuple(words[:last])


def is_corporate(word: str) -> bool:
    """Whether a folded word behind a company's name says but what sort of company it is ("Airlines", "Holdings")."""
    return word in _ends() or word in _corporate()


@cache
def _ends() -> frozenset[str]:
    words: str = shared_table("names/forms")["ends"]["words"]
    return frozenset(words.split())


@cache
def _corporate() -> frozenset[str]:
    words: str = shared_table("names/forms")["corporate"]["words"]
    return frozenset(words.split())
