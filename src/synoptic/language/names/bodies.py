"""Names of bodies without what may be left out behind them: "Aerovisa Group" and "Aerovisa Inc." are Aerovisa."""

from collections.abc import Sequence
from functools import cache

from synoptic.language.tables import shared_table


def without_legal_form(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a body's name without the legal forms at its end; the first word always stays."""
    last = len(words)
    while last > 1 and words[last - 1] in _ends():
        last -= 1
    return tuple(words[:last])


@cache
def _ends() -> frozenset[str]:
    words: str = shared_table("names/forms")["ends"]["words"]
    return frozenset(words.split())
