"""Number words put together: "twenty-five", "two thousand and fifteen", "nineteen eighty-six", "thirty-first"."""

from itertools import pairwise

from synoptic.language.times.lexer import Item
from synoptic.language.times.lexicon import Lexicon

NUMBER_SETS = (frozenset({"ordinal"}), frozenset({"number"}), frozenset({"number", "year"}))
"""The categories of numbers that were put together."""

JOINTS = frozenset({"dash", "and"})


def join_numbers(row: list[Item], lexicon: Lexicon) -> list[Item]:
    """The row with every run of number words in the place of one number (or ordinal, or year)."""
    made: list[Item] = []
    index = 0
    while index < len(row):
        taken, item = _run(row, index, lexicon)
        made.append(item)
        index += taken
    return made


def _word_number(item: Item) -> float | None:
    """The number that a word (not digits) says."""
    if item.digits or "number" not in item.categories:
        return None
    value = item.value("number")
    return float(value) if isinstance(value, int | float) else None


def _run(row: list[Item], start: int, lexicon: Lexicon) -> tuple[int, Item]:
    spelled = _spelled_year(row, start)
    if spelled is not None:
        return _FIGURES, _item(row[start].start, row[start + _FIGURES - 1].end, spelled, False)
    first = _word_number(row[start])
    if first is None or not first.is_integer():
        return 1, row[start]
    lone = row[start] if not 1000 <= first < 2200 else _item(row[start].start, row[start].end, int(first), False)
    parts, end, ordinal = [int(first)], start + 1, False
    while end < len(row):
        step = end
        if row[step].categories & JOINTS and step + 1 < len(row):
            if "and" in row[step].categories and not _may_join(parts, lexicon):
                break
            if "dash" in row[step].categories and row[step].start != row[step - 1].end:
                break
            step += 1
        number, last = _word_number(row[step]), row[step].value("ordinal")
        closing = number is None and isinstance(last, int) and row[step].digits == 0 and last > 0
        value = int(last) if closing and isinstance(last, int) else number
        if value is None or not float(value).is_integer() or not _fits(parts, int(value)):
            break
        parts.append(int(value))
        end, ordinal = step + 1, closing
        if closing:
            break
    if end == start + 1:
        return 1, lone
    total = _total(parts)
    return end - start, _item(row[start].start, row[end - 1].end, total, ordinal)


_FIGURES = 4


def _spelled_year(row: list[Item], start: int) -> int | None:
    """The year of four words for single figures that run together: "二〇二五"."""
    part = row[start : start + _FIGURES]
    figures = [_word_number(item) for item in part]
    if len(part) < _FIGURES or any(one.end != two.start for one, two in pairwise(part)):
        return None
    known = [int(figure) for figure in figures if figure is not None and figure in range(10)]
    year = int("".join(map(str, known))) if len(known) == _FIGURES else 0
    return year if 1000 <= year < 2200 else None


def _may_join(parts: list[int], lexicon: Lexicon) -> bool:
    """Whether "and" may stand inside a number here: after a hundred; after a ten where the table says so."""
    return (parts[-1] >= 100 and parts[-1] % 100 == 0) or (
        lexicon.is_set("number_and") and parts[-1] in range(20, 100, 10)
    )


def _fits(parts: list[int], value: int) -> bool:
    last = parts[-1]
    if value in (100, 1000):
        return last < value
    if last >= 100 and last % 100 == 0:
        return value < (1000 if last == 1000 else 100)
    if last in range(20, 100, 10):
        return 0 < value < 10 or (last in (60, 80) and value < 20 and len(parts) == 1)
    return len(parts) == 1 and 13 <= last <= 20 and 10 <= value < 100


def _total(parts: list[int]) -> int:
    if len(parts) > 1 and 13 <= parts[0] <= 20 and 10 <= parts[1] < 100:
        return parts[0] * 100 + sum(parts[1:])
    total = current = 0
    for part in parts:
        if part == 100:
            current = max(current, 1) * 100
        elif part == 1000:
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += part
    return total + current


def _item(start: int, end: int, total: int, ordinal: bool) -> Item:
    if ordinal:
        return Item(frozenset({"ordinal"}), start, end, (("ordinal", total),))
    if 1000 <= total < 2200:
        return Item(frozenset({"number", "year"}), start, end, (("number", total), ("year", total)))
    return Item(frozenset({"number"}), start, end, (("number", total),))
