"""The words of an article whose language parts them by spaces, as the search for names looks at them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from synoptic.language.groups import group_table
from synoptic.language.people import PeopleTable, people_table, plain
from synoptic.language.speech import speech_table
from synoptic.language.terms import background
from synoptic.language.territories import TerritoryRole, find_territory
from synoptic.language.titles import Titles, titles_of
from synoptic.records.parse import Parse

_COMMAS = frozenset({",", "،", "、", "，"})
# A word that the table of frequencies knows from so many articles is none of a name.
_COMMON = 0.02
# Classes of offices that have no land or body behind them.
_CALLINGS = frozenset(
    {"general", "colonel", "captain", "lieutenant", "sergeant", "judge", "lawyer", "professor", "doctor", "writer"}
    | {"actor", "singer", "player", "journalist", "expert", "suspect", "businessman", "activist", "police officer"}
    | {"counterpart", "researcher", "engineer", "analyst", "lawmaker", "senator"}
)


@dataclass(frozen=True)
class Words:
    """An article's words with what the tables say of each. Not slotted: it keeps what it computes once."""

    parse: Parse
    table: PeopleTable

    @cached_property
    def language(self) -> str:
        """The language of the article."""
        return self.parse.language

    @cached_property
    def titles(self) -> Titles:
        """The titles of the language."""
        return titles_of(self.parse.language)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every token in small letters, where there are any."""
        return tuple(token.text.lower() for token in self.parse.tokens)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Every token without vowel signs, in one spelling."""
        return tuple(plain(text) for text in self.texts)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each plain word stands, with letters glued in front or not."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.plain):
            for form in dict.fromkeys((word, self.unglued(word))):
                found.setdefault(form, []).append(index)
        return found

    @cached_property
    def speech(self) -> frozenset[str]:
        """The verbs of speech that are one word."""
        return _speech(self.language)

    def unglued(self, word: str) -> str:
        """A plain word without the letters that the language glues in front of others, where enough is left.

        Of Arabic also "for the", which swallows a letter of the article.
        """
        article = plain(self.table.article)
        if article and word.startswith(article[-1] * 2) and article[-1] in self.table.prefixes:
            return article + word[2:]
        for prefix in self.table.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) > 2:
                return word.removeprefix(prefix)
        return word

    def is_word(self, index: int) -> bool:
        """Whether a token is made of letters."""
        return self.parse.tokens[index].text[0].isalpha()

    def is_comma(self, index: int) -> bool:
        """Whether a token is a comma."""
        return self.parse.tokens[index].text in _COMMAS

    def may_name(self, index: int) -> bool:
        """Whether a token can be a part of a name: a word that is no known one, and no office or land."""
        if not self.is_word(index) or index in self.offices or index in self.honored:
            return False
        word = self.plain[index]
        if word in self.table.inner or word in self.table.given:
            return True
        if word in vocabulary(self.language) or self.texts[index] in self.titles.kin:
            return False
        people = self.is_people(index) and index > 0 and self.plain[index - 1] in self.table.given | self.table.inner
        return people or not self.is_land(index)

    def is_people(self, index: int) -> bool:
        """Whether a token is the word for a people, which many families are named after ("המצרי")."""
        found = find_territory(self.texts[index], self.language)
        return found is not None and found.role is TerritoryRole.DEMONYM

    def is_land(self, index: int) -> bool:
        """Whether a token is the name of a land, its capital or its people."""
        return find_territory(self.texts[index], self.language) is not None

    def is_rare(self, word: str) -> bool:
        """Whether a plain word is none that the tables know."""
        return word not in vocabulary(self.language)

    @cached_property
    def offices(self) -> dict[int, int]:
        """Where each office begins that the article names, and where it ends; each of its tokens leads to its end."""
        found: dict[int, int] = {}
        for index in range(len(self.texts)):
            office = self.titles.office_ending(self.texts, index + 1)
            if office is not None:
                first = index + 1 - len(office.words)
                found.update(dict.fromkeys(range(first, index + 1), index + 1))
            elif self._owned(index):
                found[index] = index + 1
        return found

    def _owned(self, index: int) -> bool:
        """Whether a word is an office with the ending that says whose ("her coach")."""
        for word in dict.fromkeys((self.texts[index], self.unglued(self.texts[index]))):
            bare = next((word.removesuffix(owner) for owner in self.table.owners if word.endswith(owner)), "")
            if len(bare) > 2 and self.titles.office_ending((bare,), 1) is not None:
                return True
        return False

    def rules_nothing(self, index: int) -> bool:
        """Whether an office is one that nothing follows to say of what it is: a rank, a calling, somebody's own."""
        end = self.offices[index]
        office = self.titles.office_ending(self.texts, end)
        return office is None or office.kind in _CALLINGS or self.defined(end - 1)

    @cached_property
    def honored(self) -> frozenset[int]:
        """The tokens that are honorifics."""
        return frozenset(index for index, word in enumerate(self.texts) if word in self.titles.honorifics)

    def defined(self, index: int) -> bool:
        """Whether a word bears the article that the language writes as one with it."""
        article, word = self.table.article, self.texts[index]
        doubled = bool(article) and len(article) > 1 and word.startswith(article[-1] * 2)
        return bool(article) and (word.startswith(article) or doubled) and len(word) > len(article) + 1

    def run(self, first: int, last: int, most: int) -> int:
        """The end of the words from `first` on that a name may be made of: at most so many, before `last`."""
        end = first
        while end < last and end - first < most and self.may_name(end):
            end += 1
            if end < last and self.parse.tokens[end].text == "." and end + 1 < last and self._initial(end - 1):
                end += 1
        return end

    def _initial(self, index: int) -> bool:
        """Whether a word is an initial or a title that has a full stop behind it."""
        return len(self.texts[index]) <= 2

    def sentences(self) -> Sequence[tuple[int, int]]:
        """The ranges of the sentences."""
        return self.parse.sentences


@cache
def vocabulary(language: str) -> frozenset[str]:
    """The words of a language that are in no name, plain: offices, bodies, places, verbs of speech, common words."""
    titles, table = titles_of(language), people_table(language)
    known = {word for form in speech_table(language).forms for word in form.split()}
    known |= {word for words in (titles.bodies, titles.places, titles.past, titles.future) for word in words}
    known |= {word for noun in group_table(language).again for word in noun.split()}
    known |= {word for offices in titles.offices.values() for office in offices for word in office.words}
    known |= {word for word, share in background(language).items() if share >= _COMMON}
    plainly = frozenset(plain(word) for word in known)
    return plainly if table is None else plainly - table.inner | table.ends | table.postpositions


@cache
def _speech(language: str) -> frozenset[str]:
    return frozenset(plain(form) for form in speech_table(language).forms if " " not in form)
