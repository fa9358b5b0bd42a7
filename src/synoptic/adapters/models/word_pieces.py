"""Word pieces: how BERT's uncased vocabulary cuts a text. The library for it brings a web client along."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

_LONGEST_WORD = 100
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class WordPieces:
    """The pieces of texts by a vocabulary: the longest known beginning of a word first, the rest marked with "##".

    The vocabulary must hold [CLS], [SEP] and [UNK].
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary

    def ids(self, text: str) -> list[int]:
        """The pieces of `text`."""
        return [piece for word in words_of(text) for piece in self._pieces(word)]

    def framed(self, pieces: Sequence[int]) -> list[int]:
        """What a network reads: the pieces between [CLS] and [SEP]."""
        return [self._vocabulary["[CLS]"], *pieces, self._vocabulary["[SEP]"]]

    def _pieces(self, word: str) -> list[int]:
        unknown = [self._vocabulary["[UNK]"]]
        if len(word) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                piece = self._vocabulary.get(mark + word[start:end])
                if piece is not None:
                    break
            else:
                return unknown
            found.append(piece)
            start = end
        return found


def words_of(text: str) -> list[str]:
    """Words in lower case without accents; each mark of punctuation and each ideograph is a word."""
    spaced = "".join(f" {c} " if _is_ideograph(c) else c for c in map(_cleaned, text))
    plain = "".join(c for c in unicodedata.normalize("NFD", spaced) if unicodedata.category(c) != "Mn").lower()
    return "".join(f" {c} " if _is_punctuation(c) else c for c in plain).split()


@lru_cache(maxsize=4096)
def _cleaned(character: str) -> str:
    """Blanks as a space; control characters as nothing."""
    if character in "\t\n\r" or unicodedata.category(character) == "Zs":
        return " "
    return "" if character in "\0\ufffd" or unicodedata.category(character)[0] == "C" else character


@lru_cache(maxsize=4096)
def _is_ideograph(character: str) -> bool:
    return any(character and low <= ord(character) <= high for low, high in _IDEOGRAPHS)


@lru_cache(maxsize=4096)
def _is_punctuation(character: str) -> bool:
    ascii_mark = character.isascii() and character.isprintable() and not character.isalnum() and character != " "
    return ascii_mark or unicodedata.category(character).startswith("P")
