"""Alignment: the words of several versions in columns, like the witnesses of a manuscript.

Progressive multiple alignment: the two likest versions first, then each next one against the columns so far. Source:
the guide order of Feng and Doolittle (1987), the pairwise step of Needleman and Wunsch (1970).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from synoptic.language.reported import is_shift
from synoptic.stages.link.quotes.words import Row, Word

type Column = tuple[Word | None, ...]
"""One place of the alignment: the word of each row, or None."""

_SAME, _SPELT, _STEM, _SHIFT, _NUMBER, _REPLACED, _GAP = 3.0, 2.8, 2.5, 1.5, 0.5, -1.0, -0.75
"""Scores of a step. Replacing costs less than a gap on both sides: one word changed for another is one place."""
_UNLIKE = -2.5
"""Replacing a short word by a long one: most often a function word by a content word."""
_OWN = 1.0
"""A word that an editor has put in beside the same word of the speaker: it is no word of the speaker's."""
LEAST_LETTERS, _LONG = 3, 6
"""Letters up to which a word counts as short, and from which as long."""
_AKIN = 0.5
"""Cosine from which two words of more than LEAST_LETTERS letters are akin. Words that stand for each other in versions
of one utterance lie at .57 to .9 ("courage", "bravery" .77), and so do opposites and other days, which is as wanted;
words that have nothing to do with each other below .4."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """How near words are to each other: by spelling, stem, the rules of reported speech, and meaning.

    `vectors` holds a vector of length 1 for each word that is known; `known` keeps what was worked out.
    """

    vectors: Mapping[str, NDArray[np.float32]]
    known: dict[tuple[str, ...], float] = field(default_factory=dict)

    def score(self, one: Word, other: Word, language: str) -> float:
        """What it is worth to set two words of one language side by side."""
        if one.text == other.text:
            return _SAME if (one.inserted is None) == (other.inserted is None) else _OWN
        pair = (one.text, one.lemma, other.text, other.lemma)
        if pair not in self.known:
            self.known[pair] = self._worked_out(one, other, language)
        return self.known[pair]

    def akin(self, one: Word, other: Word, language: str) -> bool:
        """Whether two words belong together, so that a change of one into the other is one place."""
        return self.score(one, other, language) > 0

    def close(self, one: Word, other: Word, language: str) -> bool:
        """Whether two words are one by spelling, stem or the rules of reported speech, not only akin in meaning."""
        return self.score(one, other, language) >= _SHIFT

    def _worked_out(self, one: Word, other: Word, language: str) -> float:
        if one.key == other.key:
            return _SPELT
        if one.stem == other.stem or one.lemma == other.lemma:
            return _STEM
        if is_shift(one.text, other.text, language) or is_shift(other.text, one.text, language):
            return _SHIFT
        if one.text[0].isdigit() and other.text[0].isdigit():
            return _NUMBER
        short, long = sorted((len(one.text), len(other.text)))
        if short > LEAST_LETTERS and one.text in self.vectors and other.text in self.vectors:
            cosine = float(self.vectors[one.text] @ self.vectors[other.text])
            if cosine >= _AKIN:
                return 0.01 + (_SHIFT - 0.02) * (cosine - _AKIN) / (1 - _AKIN)
        return _UNLIKE if short <= LEAST_LETTERS and long >= _LONG else _REPLACED


def aligned(rows: Sequence[Row], kinship: Kinship) -> list[Column]:
    """The columns of rows in one language, in order: a column holds a word of a row at most, every word stands once."""
    if len(rows) == 1:
        return [(word,) for word in rows[0].words]
    order = _guide(rows)
    columns = [_single(len(rows), order[0], word) for word in rows[order[0]].words]
    for number in order[1:]:
        columns = _joined(columns, number, rows, kinship)
    return columns


def _single(size: int, place: int, word: Word) -> Column:
    return tuple(word if number == place else None for number in range(size))


def _guide(rows: Sequence[Row]) -> list[int]:
    """The likest pair, then always the version that is likest to one already placed."""
    bags = [frozenset(word.stem for word in row.words) for row in rows]

    def alike(one: int, other: int) -> float:
        return 2 * len(bags[one] & bags[other]) / max(1, len(bags[one]) + len(bags[other]))

    _, first, second = min((-alike(i, j), i, j) for i in range(len(rows)) for j in range(i + 1, len(rows)))
    order = [first, second]
    nearest = {i: max(alike(i, first), alike(i, second)) for i in range(len(rows)) if i not in order}
    while nearest:
        chosen = min(nearest, key=lambda i: (-nearest[i], i))
        del nearest[chosen]
        order.append(chosen)
        for i in nearest:
            nearest[i] = max(nearest[i], alike(i, chosen))
    return order


def _joined(columns: list[Column], place: int, rows: Sequence[Row], kinship: Kinship) -> list[Column]:
    """The columns with one more row aligned to them."""
    row, language = rows[place].words, rows[place].language
    height, width = len(columns), len(row)
    distinct = [list({word.text: word for word in column if word}.values()) for column in columns]
    scores = [[max(kinship.score(held, word, language) for held in words) for word in row] for words in distinct]
    table = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(1, height + 1):
        table[i][0] = i * _GAP
    for j in range(1, width + 1):
        table[0][j] = j * _GAP
    for i in range(1, height + 1):
        above, here, told = table[i - 1], table[i], scores[i - 1]
        for j in range(1, width + 1):
            here[j] = max(above[j - 1] + told[j - 1], above[j] + _GAP, here[j - 1] + _GAP)
    merged: list[Column] = []
    i, j = height, width
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + scores[i - 1][j - 1]:
            i, j = i - 1, j - 1
            merged.append((*columns[i][:place], row[j], *columns[i][place + 1 :]))
        elif i and table[i][j] == table[i - 1][j] + _GAP:
            i -= 1
            merged.append(columns[i])
        else:
            j -= 1
            merged.append(_single(len(rows), place, row[j]))
    return merged[::-1]
