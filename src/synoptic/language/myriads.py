"""Numbers that go on in ten thousands, of East Asian languages: "三億四千万", "3억 4000만", "120万".

Such texts have no spaces (or, in Korean, glue the counted word to the number), so that a number is read sign by sign.
"""

from collections.abc import Sequence

from synoptic.language.number_tables import Number, NumberTable, Word, digits_value, longest_match

_MYRIAD = 10_000


def read_myriads(words: Sequence[Word], at: int, table: NumberTable) -> Number | None:
    """The number that starts at a sign; None where there is none, and for a word that only looks like a number."""
    if not words[at].digits and not _may_start(words, at, table):
        return None
    phrase = longest_match(words, at, table.phrases)
    if phrase is not None:
        last, value = phrase
        return Number(at, last, value) if _is_counted(words, last, table) else None
    last, value, scaled = _sum(words, at, table)
    if last == at:
        return None
    if not any(word.digits for word in words[at:last]):
        spelled = last > at + 1 and words[at].lower in table.values and _has_scale(words[at:last], table)
        if table.word_borders or not (spelled or _is_counted(words, last, table)):
            return None
    return Number(at, last, value, scaled)


def _sum(words: Sequence[Word], at: int, table: NumberTable) -> tuple[int, float, bool]:
    """Where the number ends, its value, and whether a scale of ten thousands is in it."""
    total = section = 0.0
    current: float | None = None
    place, scaled = at, False
    while place < len(words):
        word = words[place]
        scale, one = table.scales.get(word.lower), table.values.get(word.lower)
        if place > at and not _goes_on(words, place, table):
            break
        if word.digits or one is not None:
            read = digits_value(word.text, table) if word.digits else one
            if read is None or (current is not None and (word.digits or read >= 10 or words[place - 1].digits)):
                break
            current = read if current is None else 10 * current + read
        elif scale is not None and scale < _MYRIAD:
            section, current = section + (1.0 if current is None else current) * scale, None
        elif scale is not None and (section or current):
            total, section, current, scaled = total + (section + (current or 0.0)) * scale, 0.0, None, True
        else:
            break
        place += 1
    return place, total + section + (current or 0.0), scaled


def _goes_on(words: Sequence[Word], at: int, table: NumberTable) -> bool:
    """Whether a sign stands right behind the one before it; figures may follow a scale past a space ("3억 4000만")."""
    if words[at].start == words[at - 1].end:
        return True
    behind_scale = table.scales.get(words[at - 1].lower, 0.0) >= _MYRIAD
    return behind_scale and words[at].digits and words[at].start == words[at - 1].end + 1


def _may_start(words: Sequence[Word], at: int, table: NumberTable) -> bool:
    if at == 0 or words[at - 1].end != words[at].start:
        return True
    if table.word_borders and words[at - 1].text[0].isalpha():
        return False
    return words[at - 1].lower not in table.not_behind


def _has_scale(words: Sequence[Word], table: NumberTable) -> bool:
    return any(word.lower in table.scales for word in words)


def _is_counted(words: Sequence[Word], at: int, table: NumberTable) -> bool:
    """Whether what is counted, or its unit, stands right behind a number (in Korean past a space)."""
    if at >= len(words) or words[at].start > words[at - 1].end + table.word_borders:
        return False
    return words[at].lower in table.counters or longest_match(words, at, table.units) is not None
