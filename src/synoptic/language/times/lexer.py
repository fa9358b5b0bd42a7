"""From text to a row of items: words that speak of time, numbers, marks, and gaps for everything else."""

import re
from dataclasses import dataclass, replace

from synoptic.language.times.lexicon import WORD, Lexicon, Value, folded
from synoptic.language.times.other_calendars import PERSIAN_YEARS, persian_day
from synoptic.language.times.shapes import Shape, read_shape
from synoptic.language.times.values import Content, When

MARKS = {
    ",": "comma", "،": "comma", "、": "comma", "-": "dash", "~": "dash", "/": "slash", "(": "open", ")": "close",
    "（": "open", "）": "close", "@": "at", "'": "quote", ".": "dot", ":": "colon", "=": "equals", "<": "equals",
    ">": "equals",
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
        for name, value in self.values:
            if name == category:
                return value
        return None


UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that put no space before a number."""

AMOUNT = frozenset({"amount"})
MARK_SETS = {name: frozenset({name}) for name in MARKS.values()}
SHORTENED = frozenset({"month", "weekday", "unit", "meridiem"})
SHAPES = ("number", "year", "solar_year", "date", "moment", "clock", "hclock", "dotted", "short", "unsure", "clocklike")
TO, NOTHING = frozenset({"to"}), frozenset[str]()
ORDINAL, DECIMAL = frozenset({"ordinal"}), frozenset({"dotted", "number"})
SHAPE_SETS = (ORDINAL, DECIMAL, TO, *(frozenset({shape}) for shape in SHAPES))


def read_items(text: str, lexicon: Lexicon) -> list[list[Item]]:
    """The runs of items of a text; a word without meaning for time ends a run and is left out."""
    words = split_words(text)
    runs: list[list[Item]] = [[]]
    index = 0
    order = lexicon.settings.get("order", "dmy")
    entries = lexicon.entries
    while index < len(words):
        word, start, end = words[index]
        item: Item | None = None
        taken = 1
        ending = _case_ending(words, index, runs[-1], lexicon)
        if ending is not None:
            runs[-1] += [ending] if ending.categories else []
            index += 2
            continue
        if text[start].isdecimal():
            item, taken = _digits(text, words, index, order, lexicon)
        elif word in entries:
            found = _longest(text, words, index, lexicon)
            item, taken = found or (None, 1)
        if item is None and word in MARKS:
            item = Item(MARK_SETS[MARKS[word]], start, end, ((MARKS[word], word),))
        if item is None or item.categories is AMOUNT or _ends_sentence(text, word, end, runs[-1]):
            runs.append([])
        else:
            if "\n" in text[words[index - 1][2] if index else 0 : start]:
                runs.append([])
            runs[-1].append(item)
        index += taken
    return [run for run in runs if run]


def _case_ending(words: list[tuple[str, int, int]], index: int, run: list[Item], lexicon: Lexicon) -> Item | None:
    """The ending that an apostrophe joins to a number or name ("2018'de"), where the table has the word for "from".

    That ending ("2018'den") leads on to another time; the others say nothing of it and have no category.
    """
    ablative = lexicon.settings.get("ablative", "").split()
    if not ablative or not run or words[index][0] != "'" or index + 1 >= len(words):
        return None
    (_, start, end), (ending, behind, last) = words[index], words[index + 1]
    if start != run[-1].end or behind != end or not ending.isalpha():
        return None
    categories = TO if ending in ablative else NOTHING
    return Item(categories, start, last, (("to", 1),) if categories else ())


def _ends_sentence(text: str, word: str, end: int, run: list[Item]) -> bool:
    """Whether a full stop ends a sentence: a space follows, and no number of a day stands before it ("2. October")."""
    if word != "." or not text[end : end + 1].isspace():
        return False
    return not run or not 0 < run[-1].digits < 3


def split_words(text: str) -> list[tuple[str, int, int]]:
    """The folded words of a text with their places."""
    if text.isascii():
        lower = text.lower()
        return [(lower[m.start() : m.end()], m.start(), m.end()) for m in WORD.finditer(text)]
    return [(folded(m.group()), m.start(), m.end()) for m in WORD.finditer(text)]


def _digits(text: str, words: list[tuple[str, int, int]], index: int, order: str, lexicon: Lexicon) -> tuple[Item, int]:
    """The item of a written number, and how many words it takes up."""
    start = words[index][1]
    shape = read_shape(text, start, order)
    if lexicon.settings.get("calendar") == "persian":
        shape = _persian(shape)
    taken = 1
    while index + taken < len(words) and words[index + taken][1] < shape.end:
        taken += 1
    word, _, end = words[index - 1] if index else ("", 0, -1)
    glued = end == start and word.isalpha() and word not in lexicon.entries and not UNSPACED.match(word)
    categories = AMOUNT if glued or shape.category == "amount" else frozenset({shape.category})
    item = Item(categories, start, shape.end, ((shape.category, shape.value),), shape.digits)
    return _with_mark(text, item, words, index, taken, lexicon)


def _persian(shape: Shape) -> Shape:
    """A year or a whole date of the Persian calendar ("1404/07/22") as such."""
    if shape.category == "year" and shape.value in PERSIAN_YEARS:
        return replace(shape, category="solar_year")
    when = shape.value
    if isinstance(when, When) and when.year and when.year in PERSIAN_YEARS and when.month and when.day:
        day = persian_day(when.year, when.month, when.day)
        if day is None:
            return replace(shape, category="amount", value="")
        return replace(shape, value=When("day", day.year, day.month, day.day))
    return shape


def _with_mark(
    text: str, item: Item, words: list[tuple[str, int, int]], index: int, taken: int, lexicon: Lexicon
) -> tuple[Item, int]:
    """Digits with the mark of an ordinal behind them ("4th", "1er", "3º") as an ordinal."""
    number = item.value("number")
    if isinstance(number, int) and index + taken < len(words) and words[index + taken][1] == item.end:
        found = _longest(text, words, index + taken, lexicon)
        if found is not None and "ordinal_mark" in found[0].categories and _marks(text, words, index + taken, lexicon):
            return Item(ORDINAL, item.start, found[0].end, (("ordinal", number),), item.digits), taken + found[1]
    if item.categories == {"dotted"}:
        written = str(item.value("dotted"))
        return Item(
            DECIMAL, item.start, item.end, (("dotted", written), ("number", float(written))), item.digits
        ), taken
    return item, taken


def _marks(text: str, words: list[tuple[str, int, int]], mark: int, lexicon: Lexicon) -> bool:
    """Whether a full stop behind digits makes an ordinal of them: the sentence goes on."""
    if words[mark][0] != ".":
        return True
    if mark + 1 >= len(words):
        return False
    word, start, _ = words[mark + 1]
    return text[start].islower() or text[start].isdecimal() or word in lexicon.entries


def _longest(text: str, words: list[tuple[str, int, int]], index: int, lexicon: Lexicon) -> tuple[Item, int] | None:
    """The longest entry of the lexicon that begins here, with the full stop of an abbreviation."""
    start = words[index][1]
    for entry in lexicon.entries.get(words[index][0], ()):
        size = len(entry.words)
        if size > 1 and tuple([word for word, _, _ in words[index : index + size]]) != entry.words:
            continue
        end, taken = words[index + size - 1][2], size
        if _is_abbreviation(text, words, index + size - 1, entry.categories):
            end, taken = end + 1, taken + 1
        return Item(entry.categories, start, end, entry.values), taken
    return None


def _is_abbreviation(text: str, words: list[tuple[str, int, int]], last: int, categories: frozenset[str]) -> bool:
    """Whether the full stop after a short name of a month, weekday or unit belongs to it: what follows goes on."""
    if len(words[last][0]) > 5 or last + 2 >= len(words) or words[last + 1][0] != ".":
        return False
    if words[last + 1][1] != words[last][2] or not SHORTENED & categories:
        return False
    following = text[words[last + 2][1]]
    return following.isdigit() or following.islower() or following in ",-;)"
