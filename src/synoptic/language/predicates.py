"""Predicates: which verbs and nouns of a language tell of which PLOVER type, read from `data/<lang>/events.toml`.

A frame is a verb with the particles, prepositions and objects that make its sense ("lift <restriction>", "hold
<talks>"); `classes` name sets of object nouns. Operators are the verbs that change the act they govern ("refuse to",
"threaten to", "agree to"). Source: PLOVER codebook (Open Event Data Alliance); the tables are our own compilation.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from synoptic.language.tables import language_table

CODES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The PLOVER types; RETREAT is YIELD with the mode "retreat", as in the joined types of the codebook's second form."""

NOTHING = "NOTHING"
"""The code of frames whose verb tells of no act: "released the report"."""

_READ = (NOTHING, *CODES)
"""Sections in the order in which they are read; of equally heavy frames the first counts."""

FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
"""The cooperative types: to promise one is to AGREE, to refuse one is to REJECT."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with what must stand with it: `words` (particles, prepositions) and `nouns` (its objects).

    `text` is the frame as the table writes it; an event found by it names it as its rule. Each set of `nouns` needs one
    of its words; `literal`: they are named by themselves, not by their class. `transitive`: an object of any kind must
    be there (True) or must not (False).
    """

    code: str
    text: str
    words: tuple[str, ...] = ()
    nouns: tuple[frozenset[str], ...] = ()
    literal: bool = False
    transitive: bool | None = None

    @property
    def weight(self) -> float:
        """How much the frame asks for: an object noun counts double, a noun named by itself more than a class."""
        bound = 0.5 * (self.transitive is not None)
        return 1 + len(self.words) + 2 * bool(self.nouns) + 0.5 * len(self.nouns) * self.literal + bound


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that names an act: its type, and which prepositions lead to who does it and to whom it is done.

    A preposition that leads to both ("between") takes two who are joined. `owner` says whether a possessor ("her
    visit", "her arrest") is the `actor` or the `recipient`; with `modified` a name before the noun acts ("a Kivan
    raid"). `about`: the nouns of which one must follow behind "of" ("the signing of the accord"). `asks`: what must
    be known of it, any of these sets of `actor`, `recipient`, `place` and `date`.
    """

    code: str
    actor: frozenset[str]
    recipient: frozenset[str]
    owner: str
    asks: tuple[frozenset[str], ...]
    modified: bool = False
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PredicateTable:
    """The predicates of a language: frames by verb, codes by event noun, operators and noun classes by name.

    `actors` are the nouns that act in public, `instruments` those of them with which others act; only `travellers` act
    by `journeys` (verbs); `modes` narrow a type by words of the rule.
    """

    frames: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, str]
    operators: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]
    actors: frozenset[str]
    instruments: frozenset[str]
    travellers: frozenset[str]
    journeys: frozenset[str]
    modes: Mapping[str, Mapping[str, frozenset[str]]]
    event_nouns: Mapping[str, EventNoun] = MappingProxyType({})

    def mode(self, code: str, rule: str) -> str | None:
        """The first mode of a type that a word of the rule names."""
        words = set(rule.replace("@", "").split())
        return next((mode for mode, named in self.modes.get(code, {}).items() if words & named), None)

    def operator(self, name: str) -> frozenset[str]:
        """The verbs of an operator."""
        return self.operators.get(name, frozenset())


@cache
def predicates(language: str) -> PredicateTable | None:
    """The table of `language` (its first subtag), or None where there is none."""
    data = language_table(language, "events")
    if not data:
        return None
    classes = {name: frozenset(words) for name, words in data.get("classes", {}).items()}
    frames: dict[str, list[Frame]] = {}
    nouns: dict[str, str] = {}
    for code in _READ:
        entry = data.get(code, {})
        for verb in entry.get("verbs", ()):
            frames.setdefault(verb, []).append(Frame(code, verb))
        for text in entry.get("frames", ()):
            verb, frame = _frame(code, text, classes)
            frames.setdefault(verb, []).append(frame)
        for noun in entry.get("nouns", ()):
            nouns.setdefault(noun, code)
    operators = {name: frozenset(words) for name, words in data.get("operators", {}).items()}
    return PredicateTable(
        MappingProxyType({verb: tuple(listed) for verb, listed in frames.items()}),
        MappingProxyType(nouns),
        MappingProxyType(operators),
        MappingProxyType(classes),
        _actors(data, "nouns"),
        _actors(data, "instruments"),
        _actors(data, "travellers"),
        _actors(data, "journeys"),
        MappingProxyType(
            {
                code: MappingProxyType({mode: frozenset(words) for mode, words in modes.items()})
                for code, modes in data.get("modes", {}).items()
            }
        ),
        MappingProxyType(_event_nouns(data.get("event_nouns", ()), classes)),
    )


def _event_nouns(
    entries: Iterable[Mapping[str, str | bool | Sequence[str]]], classes: Mapping[str, frozenset[str]]
) -> dict[str, EventNoun]:
    found: dict[str, EventNoun] = {}
    for entry in entries:
        noun = EventNoun(
            str(entry["code"]),
            _words(entry.get("actor")),
            _words(entry.get("recipient")),
            str(entry["owner"]),
            tuple(frozenset(one.split()) for one in sorted(_words(entry["asks"]))),
            bool(entry.get("modified")),
            frozenset().union(*(classes[name] for name in sorted(_words(entry.get("about"))))),
        )
        found.update((word, noun) for word in sorted(_words(entry["nouns"])))
    return found


def _words(listed: str | bool | Sequence[str] | None) -> frozenset[str]:
    return frozenset(listed) if isinstance(listed, list) else frozenset()


def _actors(data: Mapping[str, Mapping[str, Sequence[str]]], name: str) -> frozenset[str]:
    return frozenset(data.get("actors", {}).get(name, ()))


def _frame(code: str, text: str, classes: Mapping[str, frozenset[str]]) -> tuple[str, Frame]:
    verb, *parts = text.split()
    words = tuple(part for part in parts if part[0] not in "<@*-")
    named = tuple(frozenset({part[1:]}) for part in parts if part[0] == "@")
    nouns = named + tuple(classes[part.strip("<>")] for part in parts if part[0] == "<")
    transitive = True if "*" in parts else False if "-" in parts else None
    return verb, Frame(code, text, words, nouns, bool(named), transitive)
