"""From text to a row of items: words that speak of time, numbers, marks, and gaps for everything else."""

from dataclasses import dataclass

from synoptic.language.times.lexicon import WORD, Lexicon, Value, folded
from synoptic.language.times.shapes import read_shape
from synoptic.language.times.values import Content

MARKS = {
    ",": "comma", "،": "comma", "、": "comma", "-": "dash", "~": "dash", "/": "slash", "(": "open", ")": "close",
    "（": "open", "）": "close", "@": "at", "'": "quote", ".": "dot", ":": "colon", "=": "equals", "<": "equals", ">": "equals",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A word, number, mark or an already understood expression: its categories, where it stands, what it says."""

    categories: frozenset[str]
    start: int
    end: int
    values: tuple[tuple[str, "Value | Content"], ...] = ()
    digits: int = 0

    def value(self, category: str) -> "Value | Content | None":
        """Its value in one of its categories."""
        return next((value for name, value in self.values if name == category), None)


ORDINAL, DECIMAL = frozenset({"ordinal"}), frozenset({"dotted", "number"})


def read_items(text: str, lexicon: Lexicon) -> list[list[Item]]:
    """The runs of items of a text; a word without meaning for time ends a run and is left out."""
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
    runs: list[list[Item]] = [[]]
    index = 0
    order = lexicon.settings.get("order", "dmy")
    while index < len(words):
        word, start, end = words[index]
        item: Item | None = None
        taken = 1
        if word[0].isdigit():
            shape = read_shape(text, start, order)
            item = Item(frozenset({shape.category}), start, shape.end, ((shape.category, shape.value),), shape.digits)
            while index + taken < len(words) and words[index + taken][1] < shape.end:
                taken += 1
            item, taken = _with_mark(item, words, index, taken, lexicon)
        else:
            found = _longest(words, index, lexicon)
            if found is not None:
                item, taken = found
            elif folded(word) in MARKS:
                name = MARKS[folded(word)]
                item = Item(frozenset({name}), start, end, ((name, word),))
        if item is None or item.categories == {"amount"} or "\n" in text[words[index - 1][2] if index else 0 : start]:
            runs.append([])
        if item is not None and item.categories != {"amount"}:
            runs[-1].append(item)
        index += taken
    return [run for run in runs if run]


def _with_mark(
    item: Item, words: list[tuple[str, int, int]], index: int, taken: int, lexicon: Lexicon
) -> tuple[Item, int]:
    """Digits with the mark of an ordinal behind them ("4th", "1er", "3º") as an ordinal."""
    number = item.value("number")
    if isinstance(number, int) and index + taken < len(words) and words[index + taken][1] == item.end:
        found = _longest(words, index + taken, lexicon)
        if found is not None and "ordinal_mark" in found[0].categories:
            return Item(ORDINAL, item.start, found[0].end, (("ordinal", number),), item.digits), taken + found[1]
    if item.categories == {"dotted"}:
        written = str(item.value("dotted"))
        return Item(
            DECIMAL, item.start, item.end, (("dotted", written), ("number", float(written))), item.digits
        ), taken
    return item, taken


def _longest(words: list[tuple[str, int, int]], index: int, lexicon: Lexicon) -> tuple[Item, int] | None:
    """The longest entry of the lexicon that begins here, with the full stop of an abbreviation."""
    word, start, end = words[index]
    for entry in lexicon.entries.get(folded(word), ()):
        size = len(entry.words)
        if size == 1 or all(
            index + k < len(words) and folded(words[index + k][0]) == part for k, part in enumerate(entry.words)
        ):
            end = words[index + size - 1][2]
            taken = size
            if _is_abbreviation(words, index + size - 1, entry.values):
                end, taken = end + 1, taken + 1
            return Item(frozenset(name for name, _ in entry.values), start, end, entry.values), taken
    return None


def _is_abbreviation(words: list[tuple[str, int, int]], last: int, values: tuple[tuple[str, Value], ...]) -> bool:
    """Whether the full stop after a short name of a month, weekday or unit belongs to it: what follows goes on."""
    if len(words[last][0]) > 5 or last + 2 >= len(words) or words[last + 1][0] != ".":
        return False
    if words[last + 1][1] != words[last][2] or not {"month", "weekday", "unit", "meridiem"} & {
        name for name, _ in values
    }:
        return False
    following = words[last + 2][0]
    return following[0].isdigit() or following[0].islower() or following in ",-;"
