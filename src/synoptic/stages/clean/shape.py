"""The shape of a line: whether it reads as prose, as a headline, as a name. No words of a language are needed."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CLOSING = "\"'”’»)]›*_"
_TERMINAL = ".!?…。！？؟।:"
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_PROSE_WORDS = 5
"""A sentence of fewer words before or after an article is more often a label than its text."""
_LONG = 30
"""Words from which a line without a full stop is prose too: of 1349 titles (quotes, stories, claims) one has more."""


def words(text: str) -> list[str]:
    """The words of a line; in scripts that write no spaces, two characters count as a word."""
    found = _WORD.findall(text)
    if len(found) < 8 and _UNSPACED.search(text):
        letters = [character for character in text if character.isalnum()]
        return ["".join(letters[at : at + 2]) for at in range(0, len(letters), 2)]
    return found


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does; closing quotation marks and brackets do not count."""
    bare = text.rstrip().rstrip(_CLOSING).rstrip()
    return bool(bare) and bare[-1] in _TERMINAL


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: a sentence of some words, or very long."""
    count = len(words(text))
    return count >= _LONG or (count >= _PROSE_WORDS and ends_sentence(text))


def is_name_like(text: str) -> bool:
    """Whether every longer word of a line begins with a capital, as in names and in titles of rubrics."""
    found = words(text)
    if not found or any(character.isdigit() for character in text):
        return False
    return all(not word[0].islower() or len(word) <= 3 for word in found) and found[0][0].isupper()


def normal(text: str) -> str:
    """A line for comparison with a phrase: lower case, plain apostrophes, single spaces, no outer punctuation."""
    folded = _folded(text)
    return " ".join(folded.split()).strip(' .,:;!?…|/\\-–—•·»«>‹›*_[](){}"“”→+#=')


def opening(text: str) -> str:
    """The start of a line for comparison with the start of a phrase: lower case, plain apostrophes, no outer marks."""
    folded = _folded(text[:200])
    return " ".join(folded.replace(" :", ":").split()).lstrip(' •·»«>‹›*_-–—|[({"“+→#') + " "


def _folded(text: str) -> str:
    """Lower case and plain apostrophes; the dot that "İ" leaves behind in lower case is dropped."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("i\u0307", "i")
    return plain.replace("’", "'").replace("‘", "'")


def letters(text: str) -> str:
    """Only the letters and digits, in lower case: equal for two spellings that differ in punctuation alone."""
    return "".join(character for character in unicodedata.normalize("NFKC", text).casefold() if character.isalnum())
