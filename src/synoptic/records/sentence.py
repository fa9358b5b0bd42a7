"""A sentence in the form in which pair models read it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence and the one before it in its account ("" for the first), which shows whom "he" refers to.

    `language` is a BCP 47 code without region.
    """

    text: str
    before: str = ""
    language: str = "en"
