"""A sentence as what compares sentences reads it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence, and the one before it in its account ("" for the first): whom "he" means, what "the attack" was."""

    text: str
    before: str = ""
