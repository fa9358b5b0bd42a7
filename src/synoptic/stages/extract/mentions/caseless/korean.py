"""Names of people in Korean: a family name of one syllable and a given name of two beside an office, and foreign names.

Words bear their particles behind them; offices and titles stand behind a name, some before it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from synoptic.language.people import PeopleTable
from synoptic.language.territories import find_territory
from synoptic.language.titles import Titles, titles_of
from synoptic.records.annotation import EntityKind
from synoptic.records.parse import Parse
from synoptic.stages.extract.mentions.caseless.found import Found

_HANGUL = re.compile("^[\uac00-\ud7a3]+$")
_AGE = re.compile(r"\(\d{1,3}\)")
# A foreign name has at most so many words before its title.
_FOREIGN = 3


@dataclass(frozen=True, slots=True)
class _Word:
    """A token without its particle: its code points, and the particle."""

    start: int
    end: int
    text: str
    particle: str


@dataclass(frozen=True)
class KoreanWords:
    """The words of an article. Not slotted: it keeps what it computes once."""

    text: str
    parse: Parse
    table: PeopleTable

    @cached_property
    def titles(self) -> Titles:
        """The offices of the language."""
        return titles_of(self.parse.language)

    @cached_property
    def words(self) -> tuple[_Word, ...]:
        """Every token without its particle."""
        return tuple(self._word(token.start, token.text) for token in self.parse.tokens)

    def _word(self, start: int, text: str) -> _Word:
        """A token without its particle: an office keeps its whole word where it is one."""
        if not _HANGUL.match(text) or self._is_office(text):
            return _Word(start, start + len(text), text, "")
        for particle in self.table.particles:
            bare = text.removesuffix(particle)
            if bare != text and (self._is_office(bare) or len(bare) > 1):
                if not self._is_office(bare) and len(particle) == 1 and self._doubtful(bare, particle):
                    continue
                inner = bare if self._is_office(bare) else self._without_particle(bare)
                return _Word(start, start + len(inner), inner, text[len(inner) :])
        return _Word(start, start + len(text), text, "")

    def _without_particle(self, text: str) -> str:
        """An office without one more particle; any other word as it is."""
        bare = next((text.removesuffix(one) for one in self.table.particles if text.endswith(one)), text)
        return bare if self._is_office(bare) else text

    def _doubtful(self, bare: str, particle: str) -> bool:
        """Whether a syllable fits no word that ends so: "은" follows a final consonant, "는" a vowel."""
        closed = (ord(bare[-1]) - 0xAC00) % 28 != 0
        return particle in self.table.listed("after_vowel" if closed else "after_consonant")

    def _is_office(self, word: str) -> bool:
        return self.titles.office_ending((word,), 1) is not None or word in self.titles.honorifics

    @cached_property
    def uses(self) -> Counter[str]:
        """How often the article has each word without its particle."""
        return Counter(word.text for word in self.words)

    def is_title(self, index: int) -> bool:
        """Whether a token is an office or a title behind a name."""
        return index < len(self.words) and self._is_office(self.words[index].text)

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return other < len(self.words) and self.parse.sentence_of(one) == self.parse.sentence_of(other)

    def native(self, word: str) -> bool:
        """Whether a word is made like a Korean name: a family name and one or two syllables of given names."""
        surname = self.table.surname_of(word) if _HANGUL.match(word) else ""
        given = word[len(surname) :]
        return bool(surname) and len(given) == _GIVEN and all(sign in self.table.syllables for sign in given)


_GIVEN = 2


def korean_names(words: KoreanWords) -> list[Found]:
    """The people named in an article, and their further mentions, the surest first."""
    found = [*_beside_titles(words), *_foreign(words)]
    return [*found, *_again(words, found)]


def _person(words: KoreanWords, word: _Word, reason: str) -> Found:
    surname = words.table.surname_of(word.text) if words.native(word.text) else ""
    return Found(word.start, word.end, EntityKind.PERSON, reason, surname)


def _beside_titles(words: KoreanWords) -> Iterator[Found]:
    """Korean names before a title or an age, and behind an office."""
    for index, word in enumerate(words.words):
        text = word.text
        behind = not word.particle and words.is_title(index + 1) and words.same_sentence(index, index + 1)
        aged = _AGE.match(words.text, word.end) is not None and not word.particle
        anonymous = (
            len(text) == _GIVEN and text[1] in words.table.listed("anonymous") and text[0] in words.table.surnames
        )
        if anonymous and (behind or aged):
            yield _person(words, word, "a family name before a title")
        elif words.native(text) and not words.is_title(index):
            if (behind and _bears(words, index + 1)) or aged or _of_body(words, index):
                yield _person(words, word, "a name before a title")
            elif _after_office(words, index) and _is_subject(words, index):
                yield _person(words, word, "a name after an office")


def _of_body(words: KoreanWords, index: int) -> bool:
    """Whether a body stands between a name and the office in it ("정유진 새벽당 대표")."""
    name, body = words.words[index], index + 1
    if name.particle or not words.is_title(index + 2) or not words.same_sentence(index, index + 2):
        return False
    between = words.words[body]
    known = between.text[-1] in words.table.listed("bodies") or between.text in words.titles.bodies
    return (
        known
        and not between.particle
        and len(between.text) > 1
        and name.text[-1] not in words.table.listed("common_ends")
    )


def _bears(words: KoreanWords, index: int) -> bool:
    """Whether a title can be of the one named before it, not of the body that a common noun names."""
    before = words.words[index - 1].text
    return before[-1] not in words.table.listed("body_ends") or words.words[index].text in words.titles.honorifics


def _after_office(words: KoreanWords, index: int) -> bool:
    before = index - 1
    if before < 0 or not words.same_sentence(before, index) or words.words[before].particle:
        return False
    word = words.words[before].text
    office = words.is_title(before) and word not in words.titles.honorifics
    return office or any(_ends_in_office(word, noun) for noun in words.table.listed("glued"))


def _ends_in_office(word: str, office: str) -> bool:
    """Whether an office is written as one word with what it rules ("the mayor of Busan")."""
    return word.endswith(office) and len(word) > len(office) + 1


def _is_subject(words: KoreanWords, index: int) -> bool:
    """Whether a name behind an office stands as names do: with a particle, before a mark, or before a title."""
    word = words.words[index]
    doubtful = word.text[-1] in words.table.listed("common_ends") | words.table.listed("doubtful_ends")
    if words.uses[word.text] > 1 and word.text[-1] not in words.table.listed("common_ends"):
        return True
    return not doubtful and (bool(word.particle) or not words.text[word.end : word.end + 1].isspace())


def _foreign(words: KoreanWords) -> Iterator[Found]:
    """One to three words between an office or mark and a title, of which the last or first stands so elsewhere too."""
    for index in range(1, len(words.words)):
        if not words.is_title(index) or words.words[index - 1].particle or words.native(words.words[index - 1].text):
            continue
        first = index
        while first > 0 and index - first < _FOREIGN and _may_be_foreign(words, first - 1, index):
            first -= 1
        alone = index - first == 1 and _loaned(words, first, index)
        if first == index or (index - first == 1 and not alone and not _titled_twice(words, first, index)):
            continue
        title = words.words[index].text
        personal = title in words.titles.honorifics
        bounded = (
            first == 0
            or words.is_title(first - 1)
            or bool(words.words[first - 1].particle)
            or not (words.same_sentence(first - 1, index))
        )
        known = _titled_twice(words, first, index) or _titled_twice(words, index - 1, index)
        if bounded and (known or alone or (personal and index - first > 1)):
            yield Found(
                words.words[first].start,
                words.words[index - 1].end,
                EntityKind.PERSON,
                "a name before a title",
                words.words[index - 1].text if index - first > 1 else "",
            )


def _loaned(words: KoreanWords, at: int, title: int) -> bool:
    """Whether a word before an office of state is written as foreign names are, by syllables that Korean words lack."""
    office = words.titles.office_ending((words.words[title].text,), 1)
    word = words.words[at].text
    ruler = office is not None and office.kind in _OF_STATE
    return (
        ruler
        and len(word) > _GIVEN
        and any(sign in words.table.listed("loaned") for sign in word)
        and word[-1] not in words.table.listed("common_ends")
    )


_OF_STATE = frozenset({"president", "prime minister", "minister", "monarch", "pope", "secretary general"})


def _may_be_foreign(words: KoreanWords, at: int, title: int) -> bool:
    word = words.words[at]
    if word.particle or not _HANGUL.match(word.text) or words.is_title(at) or not words.same_sentence(at, title):
        return False
    if any(_ends_in_office(word.text, noun) for noun in words.table.listed("glued")) or len(word.text) > _LONGEST:
        return False
    return word.text not in words.titles.past | words.titles.future and find_territory(word.text, "ko") is None


_LONGEST = 7


def _titled_twice(words: KoreanWords, at: int, title: int) -> bool:
    """Whether a word stands right before a title twice or more, or besides alone with another word around it."""
    word = words.words[at].text
    if len(word) < _GIVEN or word[-1] in words.table.listed("common_ends") or word in words.titles.bodies:
        return False
    places = [index for index, other in enumerate(words.words) if other.text == word and not other.particle]
    titled = {index for index in places if words.is_title(index + 1)}
    led = {index for index in places if index + 2 < len(words.words) and words.is_title(index + 2)}
    return len(titled | led) > 1 and bool(titled - {at} if at == title - 1 else titled)


def _again(words: KoreanWords, found: list[Found]) -> Iterator[Found]:
    """Further uses of the names, whole, by the surname before a title, and foreign ones by a part before a title."""
    whole = {words.text[name.start : name.end].split()[-1]: name for name in found}
    parts = {part for name in found for part in _parts(words.text[name.start : name.end])}
    surnames = {words.table.surname_of(text) for text in whole if words.native(text)}
    for index, word in enumerate(words.words):
        titled = not word.particle and words.is_title(index + 1) and words.same_sentence(index, index + 1)
        if word.text in whole and (words.native(word.text) or len(word.text) > _GIVEN):
            yield _person(words, word, "the same name elsewhere in the article")
        elif titled and word.text in parts:
            yield _person(words, word, "a part of a name before a title")
        elif titled and word.text in surnames:
            title = words.words[index + 1]
            yield Found(word.start, title.end, EntityKind.PERSON, "a family name before a title", word.text)


def _parts(name: str) -> list[str]:
    parts = name.split()
    return parts if len(parts) > 1 else []
