"""Alphabet: what each character is to a word, as tables over all code points that NumPy can look up at once."""

import re

import numpy as np
from numpy.typing import NDArray

CODE_POINTS = 0x110000
OTHER, LETTER, DIGIT, CHARACTER, APOSTROPHE, POINT = range(6)
"""Kinds of characters: no part of a word; a letter; a digit; a character that is a word by itself (scripts without
spaces); an apostrophe, which joins letters; a point, comma or colon, which joins digits."""

_UNKNOWN = 255
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_WORD = 2**64 - 1
# An odd number with well spread bits: the base of the polynomial that numbers words. Any other would do.
_BASE = 0xD1342543DE82EF95


class Alphabet:
    """Kinds and folded forms of characters, learnt as they are met; the powers that number words by their letters."""

    def __init__(self) -> None:
        self._kinds = np.full(CODE_POINTS, _UNKNOWN, dtype=np.uint8)
        self._folded = np.zeros(CODE_POINTS, dtype=np.uint64)
        self._small = np.zeros(CODE_POINTS, dtype=np.bool_)
        self._powers = np.ones(1, dtype=np.uint64)
        self._inverse = np.ones(1, dtype=np.uint64)

    def kinds(self, codes: NDArray[np.intp]) -> NDArray[np.uint8]:
        """The kind of each code point (a copy)."""
        found = self._kinds.take(codes)
        unknown = found == _UNKNOWN
        if unknown.any():
            for code in set(codes[unknown].tolist()):
                self._kinds[code], self._folded[code] = _kind(chr(code)), _fold(chr(code))
                capital = chr(code).isupper() or chr(code).istitle()
                self._small[code] = self._kinds[code] in (LETTER, CHARACTER) and not capital
            found = self._kinds.take(codes)
        return found

    def small(self, codes: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which code points are letters and no capitals; ask `kinds` first."""
        return self._small.take(codes)

    def numbers(self, codes: NDArray[np.intp], starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.uint64]:
        """A number for each word `codes[start:end]`, the same for the same word but for case; ask `kinds` first.

        The number is a polynomial in the letters modulo 2⁶⁴, taken from one running sum over all of them.
        """
        self._reach(len(codes) + 1)
        sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum(self._folded.take(codes) * self._powers[: len(codes)], out=sums[1:])
        return (sums[ends] - sums[starts]) * self._inverse[starts]

    def _reach(self, length: int) -> None:
        """Make the tables of powers at least this long."""
        if len(self._powers) < length:
            for name, base in (("_powers", _BASE), ("_inverse", pow(_BASE, -1, 2**64))):
                steps = np.full(2 * length, base, dtype=np.uint64)
                steps[0] = 1
                setattr(self, name, np.multiply.accumulate(steps))


def _kind(character: str) -> int:
    """The kind of one character."""
    if _DIGIT.match(character):
        return DIGIT
    if _LETTER.match(character):
        return CHARACTER if _UNSPACED.match(character) else LETTER
    if character in "'’":
        return APOSTROPHE
    return POINT if character in ".,:" else OTHER


def _fold(character: str) -> int:
    """A number for a character, the same in capitals and small letters."""
    number = 0
    for letter in "'" if character == "’" else character.casefold():
        number = number << 21 | ord(letter)
    return number & _WORD
