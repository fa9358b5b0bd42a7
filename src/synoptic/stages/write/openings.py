"""Openings: the headline and the first sentences of each account, where news says what it is about."""

from collections.abc import Mapping, Sequence

from synoptic.stages.write.words import Keys, Needed, needed, weight_held

SENTENCES = 2
"""Sentences of an account that are read with its headline."""

MOST_ACCOUNTS = 60
"""Accounts that are asked; a larger story is represented by its first."""


class Openings:
    """The openings of a story's accounts, ready to be compared with a sentence."""

    __slots__ = ("_openings",)

    def __init__(self, openings: Mapping[str, Sequence[str]]) -> None:
        wanted = list(openings.items())[:MOST_ACCOUNTS]
        self._openings = [(article, _words(texts), Keys(texts)) for article, texts in wanted]

    def likeness(self, text: str, article: str) -> float:
        """How well a sentence of an article tells what the others open with, from 0 to 1: a mean of harmonic means.

        The two shares are of the sentence's words that an opening holds, and of the opening's words that the sentence
        holds, by weight: a sentence about the event itself is like all openings, an aside like none. The article's own
        opening counts only where there is no other.
        """
        asked, keys = needed(f"that {text}"), Keys([text])
        others = [opening for opening in self._openings if opening[0] != article] or self._openings
        found = [_harmonic(weight_held(asked, held), weight_held(words, keys)) for _, words, held in others]
        return sum(found) / len(found) if found else 0.0

    def share_with(self, word: str) -> float:
        """The share of the openings that hold a word; all of a word without content."""
        wanted = needed(f"that {word}")
        held = sum(all(keys.hold(each) for each in wanted) for _, _, keys in self._openings)
        return held / len(self._openings) if self._openings else 1.0


def _words(texts: Sequence[str]) -> list[Needed]:
    """The content words of an opening, each once."""
    return list({word.key: word for text in texts for word in needed(text)}.values())


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
