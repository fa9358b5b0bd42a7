"""The language in which a story is told where its accounts are in several."""

from collections import Counter
from collections.abc import Iterable

_BRIEFS = "en"
"""The language of the briefs' own words."""


def main_language(languages: Iterable[str]) -> str:
    """The language of most accounts; of several that of the briefs, else the first by the alphabet; "" for none."""
    counts = Counter(languages)
    return min(counts, key=lambda language: (-counts[language], language != _BRIEFS, language), default="")
