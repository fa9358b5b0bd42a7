"""Number: one count, amount or share told with different figures."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from math import floor, inf, isclose, log10
from re import fullmatch

from synoptic.records.annotation import Quantity, TimexType
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.amounts import amount_key, dimension, middle, range_of
from synoptic.stages.weigh.differences.counted import counted, one_sort
from synoptic.stages.weigh.differences.frames import folded, frame, shared
from synoptic.stages.weigh.differences.rivals import ALIKE, MUCH_ALIKE, Rivals
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.slots import Mark, slots
from synoptic.stages.weigh.differences.telling import Telling

_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "H": 1 / 24, "T": 1 / 1440}
_ROUND = 0.1
"""Figures this close (as a share of the larger) are one figure, rounded or estimated, where one of them is round."""


_SAME = 0.34
"""Least share of the frames for figures that exclude each other to be held against each other (.5 gives the same on
data/claims, and finds 2 of 20 planted figures as conflicts, not 6). Anything less is told as
a difference that may well be one of scope: of 45 differences in number in data/claims, 42 can both be right."""

_COUNTED = 100
"""Plain figures below this are counted, not rounded."""

_SOME = 10
_CLOSE = 1.5
"""Figures of _SOME or more within this factor are taken for one figure whatever they are said to count: accounts name
what is counted in many ways (people, customers, patients)."""

_CLOSER = 1.3
"""Figures within this factor that exclude each other are held against each other. Of the matched pairs in the training
part of the invented corpus whose accounts are of one day, 7 of 11 cannot both be right."""

_STALE = 2
"""Days between two accounts after which a figure may have changed, where they are not worded alike (prices, tolls)."""

_MARKET = frozenset({"price", "stock", "index", "trading", "cryptocurrency"})
"""Words beside which a figure of money or a share is one of a market: it moves within a day."""

_FACTOR = 5.0
"""Figures further apart than this factor count different things (data/claims: 143 million people in all and 400,000 of
them in one country stand in one sentence)."""


def number_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference for each number that the tellings give differently. Source of the ranges: extract, quantities."""
    marks = number_marks(tellings)
    rivals = Rivals("number", marks)
    found = []

    def strength(one: Mark[Quantity], other: Mark[Quantity]) -> float | None:
        fit = one_sort(one, other) and (_comparable(one, other) or _rival(one, other, rivals))
        return rivals.log_odds(one, other) if fit else None

    for slot in slots(marks, strength, lambda one, other: _touch(range_of(one.value), range_of(other.value))):
        compatible, reason = _judged(slot, rivals)
        if not reason:
            continue
        made = difference(
            DifferenceKind.NUMBER, [(mark.telling, mark.key, mark.words) for mark in slot], compatible, reason
        )
        if made:
            found.append(made)
    return tuple(found)


def number_marks(tellings: Sequence[Telling]) -> list[Mark[Quantity]]:
    """The quantities and durations of the tellings; figures of dates are left to `date`."""
    return [
        Mark(
            telling,
            quantity,
            amount_key(quantity),
            telling.words(quantity.span),
            quantity.span,
            amount_key(quantity),
        )
        for telling in tellings
        for quantity in (*telling.quantities, *durations(telling))
        if quantity.unit == "day" or not _dates(telling, quantity)
    ]


def excludes(one: Mark[Quantity], other: Mark[Quantity]) -> bool:
    """Whether two figures are of one dimension and cannot be one figure."""
    same = dimension(one.value) == dimension(other.value)
    return same and not _touch(range_of(one.value), range_of(other.value))


def _dates(telling: Telling, quantity: Quantity) -> bool:
    """Whether the figure is part of a time expression; durations come in as such."""
    return any(timex.span.overlap(quantity.span) for timex in telling.times)


def durations(telling: Telling) -> tuple[Quantity, ...]:
    """The durations of a telling as quantities of days, half a unit of leeway on either side ("three weeks": 18-25)."""
    found = []
    for timex in telling.times:
        length = fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])", timex.value or "")
        if timex.type is TimexType.DURATION and length:
            unit = _DAYS["H" if length[3] == "H" else "T" if length[1] else length[3]]
            count = float(length[2])
            leeway = 0.5 if count > 1 else 0.0
            found.append(Quantity(timex.span, (count - leeway) * unit, (count + leeway) * unit, "day"))
    return tuple(found)


def _comparable(one: Mark[Quantity], other: Mark[Quantity]) -> bool:
    """Whether two figures may be one: of one dimension, and of the same thing or in like frames."""
    first, second = one.value, other.value
    if dimension(first) != dimension(second):
        return False
    nouns = (counted(one), counted(other))
    like = shared(frame(one.telling, first.span), frame(other.telling, second.span))
    if first.unit == second.unit == "share":
        return like > 0 or _alone(one, other)
    if not _touch(range_of(first), range_of(second)) and (_vague(one) or _vague(other) or not _near(one, other)):
        return False
    if nouns[0] and nouns[0] == nouns[1]:
        return like > 0 or _alone(one, other)
    if first.unit:
        return like >= 0.34 or _close(one, other)
    return _close(one, other) or (like >= 0.5 and not (nouns[0] and nouns[1]))


def _alone(one: Mark[Quantity], other: Mark[Quantity]) -> bool:
    """Whether each is the only figure of its telling."""
    return len(one.telling.quantities) == 1 == len(other.telling.quantities)


def _close(one: Mark[Quantity], other: Mark[Quantity], factor: float = _CLOSE) -> bool:
    """Whether two figures of some size are so close that, in tellings of one fact, they must be one."""
    a, b = (middle(range_of(mark.value)) for mark in (one, other))
    return min(a, b) >= _SOME and max(a, b) <= factor * min(a, b)


def _touch(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def _vague(mark: Mark[Quantity]) -> bool:
    """Whether a range has no digit behind it ("several", "hundreds")."""
    return mark.value.low != mark.value.high and not any(map(str.isdigit, mark.words))


def _near(one: Mark[Quantity], other: Mark[Quantity]) -> bool:
    """Whether one figure is at most _FACTOR times the other."""
    ends = [[end for end in range_of(mark.value) if 0 < end < inf] for mark in (one, other)]
    if not ends[0] or not ends[1]:
        return False
    low, high = sorted((ends[0][0], ends[1][0]))
    return high <= _FACTOR * low


def _rival(one: Mark[Quantity], other: Mark[Quantity], rivals: Rivals[Quantity]) -> bool:
    """Whether two figures that exclude each other surely fill one place."""
    plain = not _vague(one) and not _vague(other) and _near(one, other)
    return plain and excludes(one, other) and rivals.surely(one, other)


def _judged(slot: Sequence[Mark[Quantity]], rivals: Rivals[Quantity]) -> tuple[bool, str]:
    """Whether all figures of a slot can be right, and by which rule; the first pair that cannot decides.

    The reason is empty where nothing tells that two of them are one figure.
    """
    reason = ""
    for one, other in combinations(sorted(slot, key=lambda mark: mark.telling.index), 2):
        if one.key != other.key and one.telling.article != other.telling.article:
            compatible, said = _pair(one, other, rivals)
            if not compatible:
                return False, said
            reason = reason or said
    return True, reason


def _pair(one: Mark[Quantity], other: Mark[Quantity], rivals: Rivals[Quantity]) -> tuple[bool, str]:
    (low, high), (least, most) = range_of(one.value), range_of(other.value)
    if low <= least and most <= high:
        return True, f"“{one.words}” includes “{other.words}”"
    if least <= low and high <= most:
        return True, f"“{other.words}” includes “{one.words}”"
    if max(low, least) <= min(high, most):
        return True, f"“{one.words}” and “{other.words}” overlap"
    if _rounded((low, high), (least, most)):
        return True, f"“{one.words}” and “{other.words}” are one figure, rounded"
    if _grew(one, other) or _grew(other, one):
        days = f"“{one.words}” ({one.telling.date}), “{other.words}” ({other.telling.date})"
        return True, f"{days}: the later count is the higher one"
    said = f"“{one.words}” and “{other.words}”"
    apart = _days_apart(one, other)
    if apart >= _STALE and rivals.overlap(one, other) < ALIKE:
        return True, f"{said} stand in accounts that are {apart} days apart"
    if not (_rival(one, other, rivals) or _sure(one, other) or _close(one, other, _CLOSER)):
        return True, ""
    if _moves(one) and _moves(other) and rivals.overlap(one, other) < MUCH_ALIKE:
        return True, f"{said} are figures of a market, which move by the hour"
    return False, f"{said} exclude each other"


def _sure(one: Mark[Quantity], other: Mark[Quantity]) -> bool:
    """Whether two figures surely are of one thing: one unit, no other noun counted, like frames or places, or alone."""
    first, second = one.value, other.value
    if first.unit != second.unit or len({counted(mark) for mark in (one, other)} - {""}) > 1:
        return False
    like = shared(frame(one.telling, first.span), frame(other.telling, second.span))
    if like >= _SAME or (like > 0 and first.unit and first.unit != "share" and _only(one) and _only(other)):
        return True
    return any(a and a == b for a, b in zip(_beside(one), _beside(other), strict=True))


def _only(mark: Mark[Quantity]) -> bool:
    """Whether no other figure of the telling has its unit."""
    return sum(quantity.unit == mark.value.unit for quantity in mark.telling.quantities) == 1


def _beside(mark: Mark[Quantity]) -> tuple[str, str]:
    """The content words right before and after a figure, folded; empty where there is none."""
    span = mark.value.span
    before = [token for token in mark.telling.tokens if token.end <= span.start]
    after = [token for token in mark.telling.tokens if token.start >= span.end]
    return _word(before[-1:]), _word(after[:1])


def _word(tokens: Sequence[Token]) -> str:
    return next((folded(token.lemma) for token in tokens if token.pos in ("NOUN", "PROPN", "VERB", "ADJ")), "")


def _moves(mark: Mark[Quantity]) -> bool:
    """Whether a figure is a price, a rate or a change of one."""
    return bool(mark.value.unit) and bool(_MARKET & content_of(mark.telling))


def _days_apart(one: Mark[Quantity], other: Mark[Quantity]) -> int:
    """How many days lie between two accounts; 0 where one has no date."""
    if not one.telling.date or not other.telling.date:
        return 0
    return abs((date.fromisoformat(one.telling.date) - date.fromisoformat(other.telling.date)).days)


def _grew(earlier: Mark[Quantity], later: Mark[Quantity]) -> bool:
    """Whether a count is higher in the later account."""
    before, after = earlier.telling.date, later.telling.date
    if not before or not after or before >= after or earlier.value.unit:
        return False
    if (
        "" not in (counted(earlier), counted(later))
        and counted(earlier) != counted(later)
        and not _framed(earlier, later)
    ):
        return False
    return earlier.value.low < later.value.low


def _framed(one: Mark[Quantity], other: Mark[Quantity]) -> bool:
    return shared(frame(one.telling, one.value.span), frame(other.telling, other.value.span)) >= _SAME


def _rounded(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether the rounder of two figures is what the other rounds to, or an open range begins near the other."""
    a = one[0] if one[0] not in (0.0, inf) else one[1]
    b = other[0] if other[0] not in (0.0, inf) else other[1]
    if a in (0.0, inf) or b in (0.0, inf) or abs(a - b) > _ROUND * max(abs(a), abs(b)):
        return False
    if one[0] != one[1] or other[0] != other[1]:
        return True
    if max(abs(a), abs(b)) < _COUNTED:
        return False
    rounder, exact = (a, b) if _digits(a) < _digits(b) else (b, a)
    digits = _digits(rounder)
    return _digits(a) != _digits(b) and isclose(round(exact, digits - 1 - floor(log10(abs(exact)))), rounder)


def _digits(value: float) -> int:
    return len(f"{value:.6g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")) or 1
