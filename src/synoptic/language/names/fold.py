"""Folding: names without case, accents and script, and a spelling that transliteration variants share."""

import re
import unicodedata
from functools import lru_cache

from normality import ascii_text

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʿʾʹ`´")
_UNSEEN = str.maketrans("", "", "\u200b\u200c\u200d\u200e\u200f\u00ad\u0640")
_ABJAD = re.compile("[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc]")

_LONG_ENOUGH = 5
# Letters that romanisations of Arabic, Persian, Russian, Ukrainian, Greek, Korean and Chinese interchange, in order.
_VARIANTS = (
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "c"),
    ("kh", "k"),
    ("gh", "g"),
    ("q", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("zh", "z"),
    ("dj", "j"),
    ("ck", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("ee", "i"),
    ("ei", "i"),
    ("ey", "i"),
    ("ie", "i"),
    ("iy", "i"),
    ("yy", "i"),
    ("y", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("o", "u"),
    ("e", "i"),
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in lower-case Latin letters without accents; other scripts are transliterated (ICU, by normality)."""
    if text.isascii():
        return text.casefold()
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    if not plain.isascii():
        plain = (ascii_text(plain.translate(_UNSEEN)) or plain).translate(_APOSTROPHES)
    return plain.casefold()


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens and full stops part words, apostrophes do not."""
    return tuple(_WORD.findall(fold(name.translate(_APOSTROPHES))))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A spelling that transliterations of one word share: "yusefi", "yousefi" and "youssefi" are one."""
    found = fold(word)
    for written, said in _VARIANTS:
        found = found.replace(written, said)
    return re.sub(r"(.)\1+", r"\1", found)


def same_word(left: str, right: str) -> bool:
    """Whether two folded words are one in two spellings; short ones must be the same ("Bell" is not "Bill")."""
    return left == right or (min(len(left), len(right)) >= _LONG_ENOUGH and sound(left) == sound(right))


def writes_no_vowels(name: str) -> bool:
    """Whether a name stands in a script that leaves short vowels out (Arabic, Hebrew)."""
    return not name.isascii() and _ABJAD.search(name) is not None


def skeleton(word: str) -> str:
    """The consonants of a word, by sound; the whole word where it has none."""
    return re.sub("[aeiouyhv]", "", sound(word)) or word
