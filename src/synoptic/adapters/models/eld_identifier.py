"""The LanguageIdentifier port over eldc (Efficient Language Detector, compiled; about 60 languages)."""

from functools import lru_cache
from typing import Any

from synoptic.errors import MissingModel

_LONGEST_SAMPLE = 8000
"""Characters that are looked at; more changed no answer on the articles of quotes and stories."""


class EldIdentifier:
    """Answers None below `shortest` letters, and below `sure` letters unless the detector calls itself reliable.

    Measured on titles and word sequences of quotes and stories (English) and on the expressions of times (12 other
    languages): right in .794 to .846 below 6 letters, in .98 to .99 from 6 to 17 (.996 to .999 where it calls itself
    reliable, which is nine times of ten), in .997 and more from 24 on.
    """

    def __init__(self, shortest: int = 6, sure: int = 24) -> None:
        self._shortest = shortest
        self._sure = sure

    def identify(self, text: str) -> str | None:
        """The BCP 47 code of the language of `text`, or None."""
        sample = text[:_LONGEST_SAMPLE]
        letters = sum(map(str.isalpha, sample))
        if letters < self._shortest:
            return None
        found = _detector().detect_details(sample)
        if letters < self._sure and not found.reliable:
            return None
        return str(found.language) if found.language else None


@lru_cache(maxsize=1)
def _detector() -> Any:
    try:
        import eldc
    except ImportError as error:
        raise MissingModel("no language identification", remedy="install the package eldc") from error
    eldc.init()
    return eldc
