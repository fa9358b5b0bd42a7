"""Number: one count, amount or share told with different figures."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import floor, inf, isclose, log10
from re import findall, fullmatch

from synoptic.records.annotation import Quantity, TimexType
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.amounts import amount_key, middle
from synoptic.stages.weigh.differences.counted import Figure, figure_of, is_label, one_sort
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.rivals import ALIKE, MUCH_ALIKE, Rivals
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.slots import FIRM, Mark, opposed, slots
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.words import listed

_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "H": 1 / 24, "T": 1 / 1440}
_ROUND = 0.1
"""Figures this close (as a share of the larger) are one figure, rounded or estimated, where one of them is round."""


_SAME = 0.34
"""Least share of the frames for figures that exclude each other to be held against each other (.5 gives the same on
data/claims, and finds 2 of 20 planted figures as conflicts, not 6). Anything less is told as
a difference that may well be one of scope: of 45 differences in number in data/claims, 42 can both be right."""

_MARKET = listed("number", "market")
_ROUNDED = listed("number", "rounded")

_COUNTED = 100
"""Plain figures below this are counted, not rounded."""

_SHARED = 0.025
"""Shares this close are one where one of them is spelled out: "five in six" is 84 percent."""

_SOME = 10
_CLOSE = 1.5
"""Figures of _SOME or more within this factor are taken for one figure whatever they are said to count: accounts name
what is counted in many ways (people, customers, patients)."""

_CLOSER = 1.3
"""Figures within this factor that exclude each other are held against each other. Of the matched pairs in the training
part of the invented corpus whose accounts are of one day, 7 of 11 cannot both be right."""

_STALE = 2
"""Days between two accounts after which a figure may have changed, where they are not worded alike (prices, tolls)."""

_SETTLED = 30
"""Days after which a count is no longer taken to grow."""

_FACTOR = 5.0
"""Figures further apart than this factor count different things (data/claims: 143 million people in all and 400,000 of
them in one country stand in one sentence)."""


def number_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference for each number that the tellings give differently. Source of the ranges: extract, quantities."""
    marks = number_marks(tellings)
    rivals = Rivals("number", marks)
    found = []

    def strength(one: Mark[Figure], other: Mark[Figure]) -> float | None:
        fit = _may_be_one(one, other) and (_comparable(one, other) or _rival(one, other, rivals))
        if not fit or (excludes(one, other) and (_told(one, other, rivals) or _told(other, one, rivals))):
            return None
        return rivals.log_odds(one, other)

    for slot in slots(marks, strength, lambda one, other: _touch(one.value.ends, other.value.ends), FIRM):
        compatible, reason = _judged(opposed(slot, strength), rivals)
        if not reason:
            continue
        made = difference(
            DifferenceKind.NUMBER, [(mark.telling, mark.key, mark.words) for mark in slot], compatible, reason
        )
        if made:
            found.append(made)
    return tuple(found)


def number_marks(tellings: Sequence[Telling]) -> list[Mark[Figure]]:
    """The quantities and durations of the tellings; figures of dates are left to `date`."""
    found = [
        Mark(telling, quantity, amount_key(quantity), telling.words(quantity.span), quantity.span)
        for telling in tellings
        for quantity in (*telling.quantities, *durations(telling))
        if quantity.unit == "day" or not _dates(telling, quantity)
    ]
    return [
        Mark(mark.telling, figure_of(mark), mark.key, mark.words, mark.span, mark.key)
        for mark in found
        if not is_label(mark)
    ]


def excludes(one: Mark[Figure], other: Mark[Figure]) -> bool:
    """Whether two figures are of one dimension and cannot be one figure."""
    same = one.value.dimension == other.value.dimension
    return same and not _touch(one.value.ends, other.value.ends)


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
            leeway = 0.5 if count > 1 or (length[3] in "YMW" and not length[1]) else 0.0
            found.append(Quantity(timex.span, (count - leeway) * unit, (count + leeway) * unit, "day"))
    return tuple(found)


def _comparable(one: Mark[Figure], other: Mark[Figure]) -> bool:
    """Whether two figures may be one: of one dimension, and of the same thing or in like frames."""
    first, second = one.value, other.value
    if first.dimension != second.dimension:
        return False
    nouns = (one.value.noun, other.value.noun)
    like = shared(one.value.frame, other.value.frame)
    if first.quantity.unit == second.quantity.unit == "share":
        return like > 0 or _alone(one, other)
    if not _touch(first.ends, second.ends) and (_vague(one) or _vague(other) or not _near(one, other)):
        return False
    if nouns[0] and nouns[0] == nouns[1]:
        return like > 0 or _alone(one, other)
    if first.quantity.unit:
        return like >= 0.34 or _close(one, other)
    return _close(one, other) or (like >= 0.5 and not (nouns[0] and nouns[1]))


def _alone(one: Mark[Figure], other: Mark[Figure]) -> bool:
    """Whether each is the only figure of its telling."""
    return len(one.telling.quantities) == 1 == len(other.telling.quantities)


def _close(one: Mark[Figure], other: Mark[Figure], factor: float = _CLOSE) -> bool:
    """Whether two figures of some size are so close that, in tellings of one fact, they must be one."""
    a, b = (middle(mark.value.ends) for mark in (one, other))
    return min(a, b) >= _SOME and max(a, b) <= factor * min(a, b)


def _touch(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def _vague(mark: Mark[Figure]) -> bool:
    """Whether a range has no digit behind it ("several", "hundreds")."""
    return mark.value.quantity.low != mark.value.quantity.high and not any(map(str.isdigit, mark.words))


def _near(one: Mark[Figure], other: Mark[Figure]) -> bool:
    """Whether one figure is at most _FACTOR times the other."""
    ends = [[end for end in mark.value.ends if 0 < end < inf] for mark in (one, other)]
    if not ends[0] or not ends[1]:
        return False
    low, high = sorted((ends[0][0], ends[1][0]))
    return high <= _FACTOR * low


def _may_be_one(one: Mark[Figure], other: Mark[Figure]) -> bool:
    """Whether two figures are of one sort; where they may be equal, one may count a rest, or be of before."""
    if excludes(one, other):
        return one_sort(one.value, other.value)
    sorts = (replace(mark.value.sort, rest=False, former=False) for mark in (one, other))
    return one_sort(*(replace(mark.value, sort=sort) for mark, sort in zip((one, other), sorts, strict=True)))


def _may_rival(one: Mark[Figure], other: Mark[Figure], rivals: Rivals[Figure]) -> bool:
    """Whether two figures exclude each other and the rules leave it open if they fill one place."""
    if _vague(one) or _vague(other) or not one_sort(one.value, other.value) or not excludes(one, other):
        return False
    one_noun = one.value.noun == other.value.noun != "" and rivals.overlap(one, other) >= ALIKE
    return (one_noun or _near(one, other)) and not _told(one, other, rivals) and not _told(other, one, rivals)


def _rival(one: Mark[Figure], other: Mark[Figure], rivals: Rivals[Figure]) -> bool:
    """Whether two figures that exclude each other surely fill one place."""
    return _may_rival(one, other, rivals) and rivals.surely(one, other)


def _told(one: Mark[Figure], other: Mark[Figure], rivals: Rivals[Figure]) -> bool:
    """Whether the telling of `other` gives a figure that may be `one`, too."""
    return any(
        mark.value.dimension == one.value.dimension and one_sort(one.value, mark.value) and not excludes(one, mark)
        for mark in rivals.beside(other)
    )


def _judged(pairs: Sequence[tuple[Mark[Figure], Mark[Figure]]], rivals: Rivals[Figure]) -> tuple[bool, str]:
    """Whether all figures of a slot can be right, and by which rule; the first pair that cannot decides.

    The reason is empty where nothing tells that two of them are one figure.
    """
    reason = ""
    for one, other in pairs:
        compatible, said = _pair(one, other, rivals)
        if not compatible:
            return False, said
        reason = reason or said
    return True, reason


def _pair(one: Mark[Figure], other: Mark[Figure], rivals: Rivals[Figure]) -> tuple[bool, str]:
    """Whether two figures can both be right, with the reason; an empty one where they may count different things."""
    reason = _one_figure(one, other) or _two_stands(one, other, rivals)
    if reason:
        return True, reason
    if _read(one) != _read(other) or not (_rival(one, other, rivals) or _of_one_thing(one, other, rivals)):
        return True, ""
    told = one.known in other.telling.known or other.known in one.telling.known
    if told and rivals.overlap(one, other) < ALIKE and not (_is_few(one, other) and rivals.one_place(one, other)):
        # Who gives both, and tells it freely, knows them for two things; "two" stands in every account, of many things.
        return True, ""
    said = f"“{one.words}” and “{other.words}”"
    if _moves(one) and _moves(other) and rivals.overlap(one, other) < MUCH_ALIKE:
        return True, f"{said} are figures of a market, which move by the hour"
    return False, f"{said} exclude each other"


def _of_one_thing(one: Mark[Figure], other: Mark[Figure], rivals: Rivals[Figure]) -> bool:
    """Whether two figures of tellings that surely tell one fact are of one thing, by what they count and how close."""
    nouns = {one.value.noun, other.value.noun} - {""}
    if len(nouns) > 1 and rivals.overlap(one, other) < ALIKE:
        return False
    return _sure(one, other) or _close(one, other, _CLOSER)


def _one_figure(one: Mark[Figure], other: Mark[Figure]) -> str:
    """How two ways to say it are one figure; empty where they are not."""
    (low, high), (least, most) = one.value.ends, other.value.ends
    said = f"“{one.words}” and “{other.words}”"
    if low <= least and most <= high:
        return f"“{one.words}” includes “{other.words}”"
    if least <= low and high <= most:
        return f"“{other.words}” includes “{one.words}”"
    if max(low, least) <= min(high, most):
        return f"{said} overlap"
    if _rounded((low, high), (least, most), measured=_measured(one) or _measured(other)):
        return f"{said} are one figure, rounded"
    shares = one.value.dimension == "share" and not all(any(map(str.isdigit, mark.words)) for mark in (one, other))
    if shares and abs(low - least) <= _SHARED:
        return f"{said} are one share, rounded"
    if (_loose(one) or _loose(other)) and abs(low - least) <= _ROUND * max(low, least):
        return f"{said} are one figure, rounded"
    return ""


def _two_stands(one: Mark[Figure], other: Mark[Figure], rivals: Rivals[Figure]) -> str:
    """Why figures that are two can both be right: two parts, a sum, another day; empty where nothing tells so."""
    (low, high), (least, most) = one.value.ends, other.value.ends
    spelled = not all(any(map(str.isdigit, mark.words)) for mark in (one, other))
    near = _SHARED if spelled else 1e-9
    if one.value.dimension == "share" and abs(low + least - 1) <= near and abs(high + most - 1) <= near:
        return f"“{one.words}” and “{other.words}” are the two parts of one whole"
    summed = _summed(one, other, rivals) or _summed(other, one, rivals)
    if summed:
        return summed
    if _grew(one, other) or _grew(other, one):
        days = f"“{one.words}” ({one.telling.date}), “{other.words}” ({other.telling.date})"
        return f"{days}: the later count is the higher one"
    apart = _days_apart(one, other)
    past = _long_past(one) and _long_past(other)
    if apart >= _STALE and not past and rivals.overlap(one, other) < ALIKE:
        return f"“{one.words}” and “{other.words}” stand in accounts that are {apart} days apart"
    return ""


def _summed(part: Mark[Figure], whole: Mark[Figure], rivals: Rivals[Figure]) -> str:
    """How a count and another of its telling make the other account's count ("10 tourists and two pilots": 12)."""
    for beside in rivals.beside(part):
        counts = (part.value.quantity, beside.value.quantity, whole.value.quantity)
        plain = one_sort(part.value, beside.value) and all(c.unit is None and c.low == c.high for c in counts)
        if plain and part.value.quantity.low + beside.value.quantity.low == whole.value.quantity.low:
            return f"“{part.words}” and “{beside.words}” make “{whole.words}”"
    return ""


def _is_few(one: Mark[Figure], other: Mark[Figure]) -> bool:
    """Whether one of two counts is below ten."""
    return min(middle(one.value.ends), middle(other.value.ends)) < _SOME


def _sure(one: Mark[Figure], other: Mark[Figure]) -> bool:
    """Whether two figures surely are of one thing: one unit, no other noun counted, like frames or places."""
    first, second = one.value, other.value
    if first.quantity.unit != second.quantity.unit or len({mark.value.noun for mark in (one, other)} - {""}) > 1:
        return False
    if _framed(one, other):
        return True
    return any(a and a == b for a, b in zip(_beside(one), _beside(other), strict=True))


def _beside(mark: Mark[Figure]) -> tuple[str, str]:
    """The content words right before and after a figure, folded; empty where there is none."""
    span = mark.span
    before = [token for token in mark.telling.tokens if token.end <= span.start]
    after = [token for token in mark.telling.tokens if token.start >= span.end]
    return _word(before[-1:]), _word(after[:1])


def _word(tokens: Sequence[Token]) -> str:
    return next((folded(token.lemma) for token in tokens if token.pos in ("NOUN", "PROPN", "VERB", "ADJ")), "")


def _moves(mark: Mark[Figure]) -> bool:
    """Whether a figure is a price, a rate or a change of one."""
    return bool(mark.value.quantity.unit) and bool(_MARKET & content_of(mark.telling))


def _days_apart(one: Mark[Figure], other: Mark[Figure]) -> int:
    """How many days lie between two accounts; 0 where one has no date."""
    if not one.telling.date or not other.telling.date:
        return 0
    return abs((date.fromisoformat(one.telling.date) - date.fromisoformat(other.telling.date)).days)


def _grew(earlier: Mark[Figure], later: Mark[Figure]) -> bool:
    """Whether a count is higher in the later account."""
    before, after = earlier.telling.date, later.telling.date
    if not before or not after or before >= after or earlier.value.quantity.unit:
        return False
    if _long_past(earlier) and _long_past(later):
        return False
    nouns = {earlier.value.noun, later.value.noun} - {""}
    if len(nouns) > 1 and not (_framed(earlier, later) or _close(earlier, later, _CLOSER)):
        return False
    return earlier.value.quantity.low < later.value.quantity.low


def _long_past(mark: Mark[Figure]) -> bool:
    """Whether the telling dates what it tells so long before the account that no count grows any more."""
    ends = [date.fromisoformat(timex.interval[1]) for timex in mark.telling.times if timex.interval]
    told = date.fromisoformat(mark.telling.date) if mark.telling.date else None
    return told is not None and any((told - end).days > _SETTLED for end in ends)


def _framed(one: Mark[Figure], other: Mark[Figure]) -> bool:
    return shared(one.value.frame, other.value.frame) >= _SAME


def _measured(mark: Mark[Figure]) -> bool:
    """Whether a figure is measured, not counted one by one: 6.1 percent, nine tonnes."""
    return bool(mark.value.quantity.unit) or any(end != floor(end) for end in mark.value.ends if end < inf)


def _loose(mark: Mark[Figure]) -> bool:
    """Whether a figure is said in round words ("three dozen")."""
    return bool(_ROUNDED & set(findall(r"\w+", mark.words.casefold()))) and not any(map(str.isdigit, mark.words))


def _read(mark: Mark[Figure]) -> bool:
    """Whether the telling was parsed; frames of parsed and unparsed tellings cannot be compared."""
    return any(token.dep for token in mark.telling.tokens)


def _rounded(one: tuple[float, float], other: tuple[float, float], *, measured: bool = False) -> bool:
    """Whether the rounder of two figures is what the other rounds to, or an open range begins near the other."""
    a = one[0] if one[0] not in (0.0, inf) else one[1]
    b = other[0] if other[0] not in (0.0, inf) else other[1]
    if a in (0.0, inf) or b in (0.0, inf) or abs(a - b) > _ROUND * max(abs(a), abs(b)):
        return False
    if one[0] != one[1] or other[0] != other[1]:
        return True
    if max(abs(a), abs(b)) < _COUNTED and not measured:
        return False
    rounder, exact = (a, b) if _digits(a) < _digits(b) else (b, a)
    if measured and _digits(rounder) == 1 and rounder < _COUNTED:
        return True
    digits = _digits(rounder)
    return _digits(a) != _digits(b) and isclose(round(exact, digits - 1 - floor(log10(abs(exact)))), rounder)


def _digits(value: float) -> int:
    return len(f"{value:.6g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")) or 1
