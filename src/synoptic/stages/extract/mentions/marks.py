"""What is found on the way from tokens to entities: names, office phrases, chains."""

from dataclasses import dataclass

from synoptic.records.annotation import EntityKind


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name at the tokens `[first, last)`, without its titles. `start` is `first`, or earlier with "Mr.".

    `gender` is "m", "f" or "" as its titles tell; `code` is the territory's code where the name is one's.
    """

    first: int
    last: int
    kind: EntityKind
    text: str
    words: tuple[str, ...]
    start: int
    gender: str = ""
    code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A noun phrase for the holder of an office at the tokens `[first, last)`; `head` is its noun.

    `kind` is the class of the office, `noun` the noun as written; `territory` a code or "", `body` folded words of
    the body or place it belongs to, `shift` "", "past", "future" or "under". `article` is "definite", "indefinite",
    "possessive" or "" (none).
    `end` is the end with its "of ..." (where `last` leaves that out); `land` the name of the land
    that stands before its bearer's, where the office stands behind.
    """

    first: int
    last: int
    head: int
    kind: str
    noun: str
    territory: str = ""
    body: tuple[str, ...] = ()
    shift: str = ""
    article: str = ""
    core: int = 0
    gender: str = ""
    land: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at the tokens `[first, last)`; `noun` is its noun as lemmas, `kind` the class of the noun.

    `whose` is what says which one is meant: a territory's code, the folded words of a name, or "". `article` is
    "definite", "indefinite", "possessive" or "" (none).
    """

    first: int
    last: int
    head: int
    kind: str
    noun: str
    whose: str = ""
    article: str = ""
    plural: bool = False
