"""Whether two names name one person or body."""

from dataclasses import dataclass

from synoptic.language.names.fold import name_words, sound


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two names are one (0 to 1; the same from .5), and why, in words."""

    score: float
    reason: str


def same_name(left: str, right: str) -> NameMatch:
    """Compares two names."""
    first, second = name_words(left), name_words(right)
    if first == second:
        return NameMatch(1.0, "the same words")
    if [sound(word) for word in first] == [sound(word) for word in second]:
        return NameMatch(0.9, "two spellings of one name")
    return NameMatch(0.0, "different words")
