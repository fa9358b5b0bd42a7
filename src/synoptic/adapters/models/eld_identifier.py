"""The LanguageIdentifier port over eldc (Efficient Language Detector, compiled; about 60 languages)."""

from functools import lru_cache
from typing import Any


class EldIdentifier:
    """Answers None below `shortest` letters: shorter texts were told wrongly too often to act upon."""

    def __init__(self, shortest: int = 12) -> None:
        self._shortest = shortest

    def identify(self, text: str) -> str | None:
        """The BCP 47 code of the language of `text`, or None."""
        if sum(character.isalpha() for character in text) < self._shortest:
            return None
        return str(_detector().detect(text)) or None


@lru_cache(maxsize=1)
def _detector() -> Any:
    import eldc

    eldc.init()
    return eldc
