"""Evidence: the words that two aligned units have in common, for people to read."""

import numpy as np

from synoptic.stages.link.claims.coverage import NEAR
from synoptic.stages.link.claims.index import StoryIndex

_SHOWN = 6


def aligned_words(index: StoryIndex, unit: int, other: int) -> str:
    """The most telling words of `unit` that `other` shares, as written; "killed ~ died" where only the sense is."""
    here, there = index.words[unit], index.words[other]
    if not len(here) or not len(there):
        return ""
    shown = {
        word.stem: index.units[unit].text[word.span.start - index.units[unit].span.start :][: len(word.span)]
        for word in index.units[unit].words
    }
    far = {
        word.stem: index.units[other].text[word.span.start - index.units[other].span.start :][: len(word.span)]
        for word in index.units[other].words
    }
    likeness = index.vectors[here] @ index.vectors[there].T
    found: list[tuple[float, str]] = []
    for row, stem in enumerate(here):
        nearest = int(np.argmax(likeness[row]))
        weight = float(index.weights[stem])
        mine = shown[index.stems[stem]]
        if stem in there:
            found.append((weight, mine))
        elif likeness[row, nearest] >= NEAR and not mine[0].isdigit():
            found.append((weight * float(likeness[row, nearest]), f"{mine} ~ {far[index.stems[there[nearest]]]}"))
    found.sort(key=lambda item: (-item[0], item[1]))
    return ", ".join(words for _, words in found[:_SHOWN])
