"""Nouns for groups and matters: "the protesters", "the company", "the country", "the deal".

By them a language calls people together, names bodies and lands again, and says what an article is about. The words
are tables (`data/<language>/groups.toml`), compared by lemma where there is a parser and as written elsewhere; a
language without a table has none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from synoptic.language.tables import language_table
from synoptic.language.territories import find_territory
from synoptic.language.tokens import tokenize


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """A noun or fixed phrase (lemmas) and its class: what nouns for one and the same thing share."""

    words: tuple[str, ...]
    kind: str


GOVERNMENT = "government"
"""The class of the nouns by which a land is named as the one that acts."""

type Nouns = Mapping[str, tuple[GroupNoun, ...]]
"""Nouns by their last word, the longest first."""


@dataclass(frozen=True, slots=True)
class GroupTable:
    """The nouns of one language; `plural_offices` gives the class of an office by its plural as written.

    `again` are the nouns of one word by which lands and bodies are named again, `governments` those for a government.
    """

    people: Nouns
    collectives: Nouns
    bodies: Nouns
    lands: Nouns
    matters: Nouns
    two: frozenset[str]
    two_lands: frozenset[str]
    plural_offices: Mapping[str, str]
    plural_pronouns: frozenset[str]
    neuter_pronouns: frozenset[str]
    first_pronouns: frozenset[str]
    dealt_with: frozenset[str]
    city_verbs: frozenset[str]
    definite: frozenset[str]
    demonstrative: frozenset[str]
    again: frozenset[str]
    governments: frozenset[str]


def noun_ending(nouns: Nouns, words: Sequence[str], last: int) -> GroupNoun | None:
    """The longest noun phrase of a table that ends with the lemma before index `last`."""
    for noun in nouns.get(words[last - 1], ()) if last > 0 else ():
        first = last - len(noun.words)
        if first >= 0 and tuple(words[first:last]) == noun.words:
            return noun
    return None


@cache
def group_table(language: str) -> GroupTable:
    """The table of a language (BCP 47); empty where there is none."""
    content = language_table(language or "en", "groups")
    collectives = {word: [word] for word in content.get("collectives", {}).get("words", ())}

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(content.get(section, {}).get(key, ()))

    named = [*content.get("bodies", {}).values(), *content.get("lands", {}).values()]
    return GroupTable(
        people=_by_last_word(content.get("people", {})),
        collectives=_by_last_word(collectives),
        bodies=_by_last_word(content.get("bodies", {})),
        lands=_by_last_word(content.get("lands", {})),
        matters=_by_last_word(content.get("matters", {})),
        two=words("plural", "two"),
        two_lands=words("plural", "lands"),
        plural_offices=MappingProxyType(dict(content.get("plural", {}).get("offices", {}))),
        plural_pronouns=words("pronouns", "plural"),
        neuter_pronouns=words("pronouns", "neuter"),
        first_pronouns=words("pronouns", "first"),
        dealt_with=words("metonyms", "with"),
        city_verbs=words("metonyms", "city"),
        definite=words("articles", "definite"),
        demonstrative=words("articles", "demonstrative"),
        again=frozenset(noun for nouns in named for noun in nouns),
        governments=words("lands", GOVERNMENT),
    )


def _by_last_word(classes: Mapping[str, Sequence[str]]) -> Nouns:
    found: dict[str, list[GroupNoun]] = {}
    for kind, phrases in classes.items():
        for phrase in phrases:
            words = tuple(phrase.replace("-", " - ").split())
            found.setdefault(words[-1], []).append(GroupNoun(words, kind))
    return MappingProxyType(
        {last: tuple(sorted(nouns, key=lambda noun: -len(noun.words))) for last, nouns in found.items()}
    )


@lru_cache(maxsize=8192)
def read_group(text: str, language: str = "en") -> tuple[str, str] | None:
    """The class of the group or matter that a phrase names and whose it is (a territory's code or ""), else None."""
    table = group_table(language)
    written = [span.of(text) for span in tokenize(text)]
    words = [part for word in written for part in word.lower().replace("-", " - ").split()]
    for nouns in (table.people, table.matters, table.collectives):
        for last in range(len(words), 0, -1):
            for lemma in _singulars(words[last - 1]):
                noun = noun_ending(nouns, (*words[: last - 1], lemma), last)
                if noun is not None:
                    return noun.kind, _territory(written, language)
    return None


def _singulars(word: str) -> tuple[str, ...]:
    """A word and what it may be the plural of."""
    found = [word]
    for ending, instead in (("ies", "y"), ("men", "man"), ("children", "child"), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1 - (instead == "child"):
            found.append(word.removesuffix(ending) + instead)
    return tuple(found)


def _territory(written: Sequence[str], language: str) -> str:
    """The territory named by the most words of a phrase."""
    for size in (3, 2, 1):
        for first in range(len(written) - size + 1):
            words = " ".join(written[first : first + size]).removesuffix("'s").removesuffix("’s")
            found = find_territory(words, language)
            if found is not None:
                return found.code
    return ""
