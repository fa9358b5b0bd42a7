"""What the search for mentions reads: an article's tokens with their folded words, titles and kinds of block."""

from dataclasses import dataclass
from functools import cached_property

from synoptic.language.tables import primary_language
from synoptic.language.territories import TerritoryRole, TerritoryWord, find_territory, homeland, names_a_people
from synoptic.language.titles import Titles, titles_of
from synoptic.records.article import Article
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span


@dataclass(frozen=True)
class Reading:
    """An article with its parse; token indexes are those of the parse. Not slotted: it keeps what it computes once."""

    article: Article
    parse: Parse

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the parse."""
        return self.parse.tokens

    @cached_property
    def parsed(self) -> bool:
        """Whether there is a parse, with parts of speech and heads."""
        return self.parse.parsed

    @cached_property
    def language(self) -> str:
        """The language as a two-letter code; "en" where neither parse nor article says."""
        return primary_language(self.parse.language or self.article.language or "en")

    @cached_property
    def titles(self) -> Titles:
        """The titles of the language."""
        return titles_of(self.language)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every token in lower case."""
        return tuple(token.text.lower() for token in self.parse.tokens)

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens inside the names that the model found."""
        return frozenset(index for name in self.parse.names for index in range(name.first, name.last))

    def small(self, word: str) -> bool:
        """Whether the article writes a word without a capital letter anywhere."""
        return word in self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(token.text for token in self.parse.tokens if token.text.islower())

    def places_of(self, text: str) -> tuple[int, ...]:
        """The tokens of exactly this text, in order."""
        return self._places.get(text, ())

    @cached_property
    def _places(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for token in self.parse.tokens:
            found.setdefault(token.text, []).append(token.index)
        return {text: tuple(places) for text, places in found.items()}

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        return self.parse.span(first, last)

    def text(self, first: int, last: int) -> str:
        """The words of the tokens `[first, last)` on one line."""
        return " ".join(self.span(first, last).of(self.article.text).split())

    def territory(self, first: int, last: int) -> TerritoryWord | None:
        """The territory that the tokens `[first, last)` stand for, also one that only this article knows."""
        found = find_territory(self.text(first, last), self.language)
        if found is None and last - first == 1 and self._homelands:
            word = self.tokens[first].text
            code = homeland(word) if word[0].isupper() else ""
            if code in self._homelands:
                role = TerritoryRole.DEMONYM if names_a_people(word) else TerritoryRole.NAME
                return TerritoryWord(code, role)
        return found

    @cached_property
    def _homelands(self) -> frozenset[str]:
        """The codes of countries that no table knows, and that the article names beside their people."""
        peoples: set[str] = set()
        lands: set[str] = set()
        for token in self.parse.tokens:
            if token.pos in ("ADJ", "PROPN") and token.text[0].isupper() and not token.text.isupper():
                people = names_a_people(token.text)
                if not people or token.pos == "ADJ":
                    (peoples if people else lands).add(homeland(token.text))
        return frozenset((peoples & lands) - {""})

    def capital(self, index: int) -> bool:
        """Whether a token starts with a capital letter, or with a letter of a script that has none."""
        letter = self.tokens[index].text[0]
        return letter.isupper() or (letter.isalpha() and not letter.islower())

    def glued(self, index: int) -> bool:
        """Whether no white space stands before a token (in "Ortega-Ruiz" the hyphen and "Ruiz")."""
        return index > 0 and self.tokens[index - 1].end == self.tokens[index].start

    def sentence(self, index: int) -> int:
        """The number of a token's sentence."""
        return self.parse.sentence_of(index)
