"""An article in signs that no spaces part, as the search for names sees it: words by dictionary, offices."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property

from synoptic.language.people import PeopleTable
from synoptic.language.segments import segments
from synoptic.language.speech import speech_table
from synoptic.language.territories import find_territory
from synoptic.language.titles import titles_of

HAN = "\u3400-\u9fff々〆"
_WORD = re.compile(rf"[{HAN}\u3040-\u30ffー]")

# The name of a land has at most so many words of the dictionary.
_WORDS_OF_LAND = 3


@dataclass(frozen=True)
class Signs:
    """An article with what the tables say of its stretches. Not slotted: it keeps what it computes once."""

    text: str
    language: str
    table: PeopleTable

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """The words that dictionaries know, and single signs, as code points."""
        return segments(self.text, self.language)

    @cached_property
    def starts(self) -> dict[int, int]:
        """Where each word of the dictionary begins, and where it ends."""
        return dict(self.words)

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where words of the dictionary end."""
        return frozenset(end for _, end in self.words)

    def word_at(self, start: int) -> str:
        """The word of the dictionary that begins here; "" inside of one."""
        return self.text[start : self.starts.get(start, start)]

    @cached_property
    def offices(self) -> dict[int, int]:
        """Where offices begin and end, the longest where they overlap; a word of the dictionary holds none inside."""
        found: dict[int, int] = {}
        taken: set[int] = set()
        for match in _offices(self.language).finditer(self.text):
            if self._stands_alone(*match.span()) and taken.isdisjoint(range(*match.span())):
                found[match.start()] = match.end()
                taken.update(range(*match.span()))
        return found

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a stretch is no part of a longer word of the dictionary ("the president's palace")."""
        at = bisect_left(self.words, (start + 1, 0)) - 1
        if at >= 0 and self.words[at][1] > end:
            return False
        last = bisect_left(self.words, (end, 0)) - 1
        return last < 0 or self.words[last][1] <= end or self.words[last][1] - self.words[last][0] == 1

    @cached_property
    def lands(self) -> dict[int, int]:
        """Where the names of lands and capitals begin and end, the longest that words of the dictionary make."""
        found: dict[int, int] = {}
        until = 0
        for number, (start, _) in enumerate(self.words):
            ends = [end for _, end in self.words[number : number + _WORDS_OF_LAND] if end - start > 1]
            end = next((end for end in reversed(ends) if self.is_land(start, end)), 0)
            if end and start >= until:
                found[start] = until = end
        return found

    @cached_property
    def office_ends(self) -> dict[int, int]:
        """Where offices end, and where they begin."""
        return {end: start for start, end in self.offices.items()}

    @cached_property
    def speech(self) -> tuple[str, ...]:
        """The verbs of speech, the longest first."""
        return tuple(sorted(speech_table(self.language).forms, key=lambda form: (-len(form), form)))

    def speaks(self, at: int) -> bool:
        """Whether a verb of speech begins here."""
        return self.text.startswith(self.speech, at)

    def opens(self, at: int) -> bool:
        """Whether a clause begins here: at the start of a line, or behind a mark."""
        return at == 0 or not (
            _WORD.match(self.text[at - 1]) or self.text[at - 1].isalnum() or self.text[at - 1] in "·・"
        )

    def closes(self, at: int) -> bool:
        """Whether a stretch ends here before a mark, a digit or the end of the text."""
        return at >= len(self.text) or not (_WORD.match(self.text[at]) or self.text[at] in "·・•")

    def is_land(self, start: int, end: int) -> bool:
        """Whether a stretch is the name of a land or its capital."""
        return find_territory(self.text[start:end], self.language) is not None


@cache
def _offices(language: str) -> re.Pattern[str]:
    """The offices of a language, the longest first."""
    nouns = {"".join(office.words) for offices in titles_of(language).offices.values() for office in offices}
    return re.compile("|".join(re.escape(noun) for noun in sorted(nouns, key=lambda noun: (-len(noun), noun))))
