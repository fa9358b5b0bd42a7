"""Frames: what a marked value is said of: the words that govern it and the content words close by."""

import unicodedata
from functools import lru_cache

from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.telling import Telling

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_NEAR = 3
_CLIMB = 3


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """`word` in lower case without diacritics."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def frame(telling: Telling, span: Span) -> frozenset[str]:
    """The lemmas that govern the words at `span` (up to three heads) and the content words within three places."""
    tokens = telling.tokens
    inside = [place for place, token in enumerate(tokens) if span.overlap(token.span)]
    if not inside:
        return frozenset()
    by_index = {token.index: token for token in tokens}
    found = set()
    for place in range(max(0, inside[0] - _NEAR), min(len(tokens), inside[-1] + _NEAR + 1)):
        if not inside[0] <= place <= inside[-1] and _counts(tokens[place]):
            found.add(folded(tokens[place].lemma))
    for place in inside:
        token, steps = tokens[place], 0
        while token.head in by_index and token.head != token.index and steps < _CLIMB:
            token, steps = by_index[token.head], steps + 1
            if not span.overlap(token.span) and _counts(token):
                found.add(folded(token.lemma))
    return frozenset(found)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller frame that both have; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _counts(token: Token) -> bool:
    return token.pos in _CONTENT or (not token.pos and len(token.text) > 3 and token.text.isalpha())
