"""Rules over rows of items, written as patterns of categories: "{weekday} {comma}? {month} {d:ordinal|number}".

Each item becomes one character, so that Python's regular expressions match the row; `{name:a|b}` stands for one item
that has category a or b, and names it. A rule's function gets the matched items and gives what they mean, or None.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from synoptic.language.times.lexer import Item
from synoptic.language.times.lexicon import Lexicon
from synoptic.language.times.settle import Frame
from synoptic.language.times.values import Clock, Content, Duration, Fixed, Moment, Range, Recurrence, When

_SLOT = re.compile(r"\{(?:(\w+):)?([\w|]+)\}")
_FIRST_CHARACTER = 0xE000

KINDS: dict[type, str] = {
    When: "date",
    Clock: "clock",
    Moment: "moment",
    Duration: "duration",
    Range: "range",
    Recurrence: "set",
    Fixed: "fixed",
}
"""The category of each kind of understood expression."""

KIND_SETS = {kind: frozenset({kind}) for kind in KINDS.values()}


@dataclass(frozen=True, slots=True)
class Found:
    """The items that a pattern matched, by name."""

    items: dict[str, Item]
    row: tuple[Item, ...]
    frame: Frame
    lexicon: Lexicon
    text: str

    def has(self, name: str) -> bool:
        """Whether the named part is there."""
        return name in self.items

    @property
    def direction(self) -> int | None:
        """-2 … 2 from a word like last, this or next anywhere in the match; None where there is none."""
        for item in self.row:
            for category in ("last", "this", "next", "last_after", "this_after", "next_after"):
                value = item.value(category)
                if isinstance(value, int):
                    return value
        return None

    def number(self, name: str, *categories: str) -> int | None:
        """The value of a named item as a whole number, None where it has none."""
        value = self._value(name, categories or ("number", "ordinal", "year"))
        return int(value) if isinstance(value, int | float) and float(value).is_integer() else None

    def amount(self, name: str) -> float | None:
        """The value of a named item as a number."""
        value = self._value(name, ("number", "year", "fraction"))
        return float(value) if isinstance(value, int | float) else None

    def word(self, name: str, category: str) -> str:
        """The value of a named item in a category, as text; empty where it has none."""
        value = self._value(name, (category,))
        return "" if value is None else str(value)

    def content[Kind: (When, Clock, Moment, Duration, Range, Recurrence, Fixed)](
        self, name: str, kind: type[Kind]
    ) -> Kind | None:
        """What a named item was understood as."""
        value = self._value(name, (KINDS[kind],))
        return value if isinstance(value, kind) else None

    def any_content(self, name: str) -> Content | None:
        """What a named item was understood as, whatever kind."""
        item = self.items.get(name)
        for value in (value for _, value in item.values) if item else ():
            if not isinstance(value, int | float | str):
                return value
        return None

    def _value(self, name: str, categories: tuple[str, ...]) -> object:
        item = self.items.get(name)
        if item is None:
            return None
        return next((value for value in (item.value(c) for c in categories) if value is not None), None)


type Meaning = Callable[[Found], Content | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of categories and what its matches mean."""

    pattern: str
    meaning: Meaning


class Alphabet:
    """One character for each set of categories that can occur, and the rules compiled over these characters."""

    def __init__(self, rules: Sequence[Rule], sets: Iterable[frozenset[str]]) -> None:
        self._characters: dict[frozenset[str], str] = {}
        for categories in sets:
            self._characters.setdefault(categories, chr(_FIRST_CHARACTER + len(self._characters)))
        self._bits = {character: 1 << index for index, character in enumerate(self._characters.values())}
        known = {rule.pattern: (self._compile(rule.pattern), self._need(rule.pattern)) for rule in rules}
        self.rules = tuple((*known[rule.pattern], rule.meaning) for rule in rules)

    def mask(self, written: str) -> int:
        """One bit for each character that occurs."""
        bits = 0
        for character in written:
            bits |= self._bits[character]
        return bits

    def _need(self, pattern: str) -> int:
        """Bits of the characters of the rarest slot that a match cannot do without; all bits where there is none."""
        pattern = pattern.replace(" ", "")
        needs = []
        for match in _SLOT.finditer(pattern):
            before, after = pattern[: match.start()], pattern[match.end() : match.end() + 2]
            if before.count("(") == before.count(")") and not after.startswith(("?", "{0", "*")):
                needs.append(self.mask(self._fillers(match[2])))
        return min(needs, key=int.bit_count, default=-1)

    def _fillers(self, names: str) -> str:
        wanted = set(names.split("|"))
        return "".join(character for categories, character in self._characters.items() if categories & wanted)

    def write(self, row: Sequence[Item]) -> str:
        """The row as text, one character an item."""
        return "".join([self._characters[item.categories] for item in row])

    def _compile(self, pattern: str) -> re.Pattern[str]:
        def slot(match: re.Match[str]) -> str:
            characters = self._fillers(match[2])
            inside = f"[{characters}]" if characters else "(?!)"
            return f"(?P<{match[1]}>{inside})" if match[1] else inside

        return re.compile(_SLOT.sub(slot, pattern.replace(" ", "")))


def rewrite(row: list[Item], alphabet: Alphabet, frame: Frame, lexicon: Lexicon, text: str) -> list[Item]:
    """The row with every rule applied in order, each from left to right, until it fits nowhere more."""
    written = alphabet.write(row)
    mask = alphabet.mask(written)
    for pattern, need, meaning in alphabet.rules:
        if not mask & need:
            continue
        match = pattern.search(written)
        while match is not None:
            start, end = match.span()
            position = end + 1
            if end > start:
                position = start + 1
                items = {name: row[match.start(name)] for name, group in match.groupdict().items() if group}
                part = tuple(row[start:end])
                content = meaning(Found(items, part, frame, lexicon, text))
                if content is not None:
                    kind = KINDS[type(content)]
                    row[start:end] = [Item(KIND_SETS[kind], part[0].start, part[-1].end, ((kind, content),))]
                    position = start + (len(part) == 1)
                    written = alphabet.write(row)
                    mask = alphabet.mask(written)
            match = pattern.search(written, position)
    return row
