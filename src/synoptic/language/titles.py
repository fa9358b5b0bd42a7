"""Titles and offices: the words by which a language says who someone is ("Prime Minister", "the dictator", "Mr.").

The words are tables (`data/<language>/titles.toml`); a language without a table has none. All words are folded to
lower case. A class is what two nouns of one office share ("premier" and "prime minister"). Prefixes of a language make
offices of the past ("expresidente").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from types import MappingProxyType

from synoptic.language.tables import Table, language_table

# So many letters at least stand before the office in a word made of two.
_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Office:
    """A noun or fixed phrase for an office: how many words it has, and its class."""

    words: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one language. `genders` tells "m" or "f" where a word says it.

    `of` are words before what an office is of, "" where nothing stands there; `genitive` words behind it.
    """

    honorifics: frozenset[str]
    courtesy: frozenset[str]
    offices: Mapping[str, tuple[Office, ...]]
    wider: Mapping[str, frozenset[str]]
    genders: Mapping[str, str]
    past: frozenset[str]
    future: frozenset[str]
    under: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    of: frozenset[str]
    genitive: frozenset[str]
    pronouns: Mapping[str, str]
    bodies: frozenset[str]
    places: frozenset[str]
    brands: frozenset[str]
    kin: frozenset[str]
    outward: frozenset[str]
    compounds: Mapping[str, str]
    no_compounds: frozenset[str]

    def names_office(self, word: str) -> bool:
        """Whether a (folded) word is, or ends, the noun of an office."""
        return word in self.offices or self.compound(word) is not None

    def compound(self, word: str) -> Office | None:
        """The office of a word that a language makes of another and an office ("Verkehrsminister")."""
        if not self.compounds or word in self.no_compounds or not word.isalpha():
            return None
        ending = next((end for end in self.compounds if word.endswith(end) and len(word) - len(end) >= _BEFORE), "")
        return Office((word,), self.compounds[ending]) if ending else None

    def office_ending(self, words: Sequence[str], last: int) -> Office | None:
        """The longest office phrase that ends with the (folded) word before index `last`."""
        for office in self.offices.get(words[last - 1], ()) if last > 0 else ():
            first = last - len(office.words)
            if first >= 0 and tuple(words[first:last]) == office.words:
                return office
        return self.compound(words[last - 1]) if last > 0 else None

    def compatible(self, left: str, right: str) -> bool:
        """Whether two classes of office may name one person: the same, or one is a wider word for the other."""
        return left == right or right in self.wider.get(left, ()) or left in self.wider.get(right, ())


@cache
def titles_of(language: str) -> Titles:
    """The titles of a language (BCP 47); empty tables where there are none."""
    content = language_table(language or "en", "titles")
    genders = {
        word: sex
        for section in ("honorifics", "gender")
        for sex in ("m", "f")
        for word in content.get(section, {}).get(sex, ())
    }
    prefixes = content.get("shifts", {}).get("prefixes", ())
    offices = dict(content.get("offices", {})) | dict(_held(content))
    former = {prefix + office: kind for prefix in prefixes for office, kind in offices.items()}
    pronouns = {word: sex for sex, words in content.get("pronouns", {}).items() for word in words}

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(content.get(section, {}).get(key, ()))

    return Titles(
        honorifics=frozenset(word for words in content.get("honorifics", {}).values() for word in words),
        courtesy=words("courtesy", "words"),
        offices=_by_last_word(former | offices),
        wider=MappingProxyType({kind: frozenset(kinds) for kind, kinds in _wider(content).items()}),
        genders=MappingProxyType(genders),
        past=words("shifts", "past") | {office.split()[0] for office in former},
        future=words("shifts", "future"),
        under=words("shifts", "under"),
        definite=words("articles", "definite"),
        indefinite=words("articles", "indefinite"),
        possessive=words("articles", "possessive"),
        of=words("articles", "of"),
        genitive=words("articles", "genitive"),
        pronouns=MappingProxyType(pronouns),
        bodies=words("bodies", "words"),
        places=words("places", "words"),
        brands=words("bodies", "brands"),
        kin=words("kin", "words"),
        outward=words("outward", "verbs"),
        compounds=MappingProxyType(dict(content.get("compounds", {}))),
        no_compounds=words("no_compounds", "words"),
    )


def _held(content: Table) -> Iterator[tuple[str, str]]:
    """The offices that a table lists by class, and those that it makes of heads and departments, in either order.

    Signs of scripts that part no words stand for themselves: "外交" and "大臣" are "外交大臣".
    """
    for kind, nouns in content.get("holders", {}).items():
        yield from ((noun, kind) for noun in nouns)
    for kind, heads in content.get("heads", {}).items():
        for sort, departments in content.get("departments", {}).items():
            for head, department in product(heads, departments):
                called = f"{sort} {kind}".strip()
                yield f"{head} {department}", called
                yield f"{department} {head}", called
                yield f"{department}{head}", called


def _wider(content: Table) -> Mapping[str, Sequence[str]]:
    """Which classes of office are wider words for others; classes that tables list by noun are those of English."""
    found: Mapping[str, Sequence[str]] = content.get("wider") or (
        language_table("en", "titles")["wider"] if "holders" in content else {}
    )
    return found


def _by_last_word(phrases: Mapping[str, str]) -> Mapping[str, tuple[Office, ...]]:
    """Offices by their last word, longest first; a hyphen is a word of its own or, without a parser, part of one."""
    found: dict[str, list[Office]] = {}
    for phrase, kind in phrases.items():
        for written in dict.fromkeys((phrase.replace("-", " - "), phrase)):
            words = tuple(written.split())
            found.setdefault(words[-1], []).append(Office(words, kind))
    return MappingProxyType(
        {last: tuple(sorted(offices, key=lambda office: -len(office.words))) for last, offices in found.items()}
    )
