"""Word pieces by a unigram vocabulary: the likeliest way to cut each word.

The library for it brings a web client along.

Kudo 2018, "Subword regularization", section 3.2: each piece has a log-probability, and the cut of a word is the path
whose sum is largest (Viterbi).
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

FIRST, LAST, UNKNOWN = 0, 2, 3
"""Numbers of the marks around what is read at once, and of whatever the vocabulary cannot spell."""

_OPENS = "▁"
"""Stands for the blank before a word."""

_PENALTY = 10.0
"""How much less likely than the least likely piece an unknown character is."""


class UnigramPieces:
    """The pieces of texts; their numbers are places in the vocabulary, whose first four are marks."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        """`scores` are the log-probabilities of `pieces`."""
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(pieces) if number > UNKNOWN}
        self._scores = [float(score) for score in scores]
        self._longest = max(map(len, self._numbers))
        self._unknown = min(self._scores[UNKNOWN + 1 :]) - _PENALTY
        self._cut = lru_cache(maxsize=1 << 16)(self._likeliest)

    def ids(self, text: str) -> list[int]:
        """The pieces of `text`, word by word; case and accents count."""
        words = unicodedata.normalize("NFKC", text).split()
        return [piece for word in words for piece in self._cut(_OPENS + word)]

    def _likeliest(self, word: str) -> tuple[int, ...]:
        best = [0.0] + [float("-inf")] * len(word)
        last = [(0, UNKNOWN)] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                piece = self._numbers.get(word[start:end])
                if piece is None and end > start + 1:
                    continue
                score = best[start] + (self._unknown if piece is None else self._scores[piece])
                if score > best[end]:
                    best[end], last[end] = score, (start, UNKNOWN if piece is None else piece)
        found: list[int] = []
        end = len(word)
        while end:
            end, piece = last[end]
            if piece != UNKNOWN or found[-1:] != [UNKNOWN]:
                found.append(piece)
        return tuple(reversed(found))
