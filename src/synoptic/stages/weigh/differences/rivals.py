"""Rivals: how likely two values of different accounts fill one place of the fact that both tell.

Two logistic regressions, each one for numbers, dates, persons and places. The first reads the settings of the two
values in tellings that surely tell one fact; the second takes its log-odds and what the claim tells besides: how alike
the tellings are worded, how likely they belong together, how many accounts stand behind a value. Positive examples are
values that were changed on purpose, negative ones values that stand side by side without being told otherwise; see
training/rivals. Where the tellings are worded alike a changed value is hardly ever missed; where they are told freely
no cut keeps changed values and drops details that only one of them gives.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log

from synoptic.stages.weigh.differences.amounts import middle
from synoptic.stages.weigh.differences.counted import Figure
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.setting import Setting, content_of, setting_of
from synoptic.stages.weigh.differences.slots import Mark
from synoptic.stages.weigh.differences.telling import Telling

ALIKE = 0.5
MUCH_ALIKE = 0.75
"""Shares of content words from which two tellings are worded alike, and much alike."""

_CUTS = (0.0, 0.0, 2.0, 2.0)
"""Log-odds of the first regression from which two numbers are surely rivals: where the tellings are worded much alike,
alike, a little, and elsewhere. Numbers have no second one: on 46 stories that were neither read nor trained on, these
cuts find 22 of 28 planted numbers, it finds 19 with as many false ones."""

_TIED = (-1.0, -0.5, 1.0, 1.5)
"""The cuts where two numbers hang on one word, or are called alike."""

_LONE = (0.0, -0.5, 0.5, 1.0)
"""The cuts where one number is known to no other account and _ORIGINS or more tell the other."""

_ORIGINS = 2

_MANY = 6
"""Content words in common from which more of them say no more."""

type Features = dict[str, float]

type _Place = tuple[int, int, int, str]
"""Where a mark stands: the index of its telling, its first code point and the one after its last; and its key."""


@dataclass(frozen=True, slots=True)
class _Model:
    weights: dict[str, float]
    bias: float
    cut: float


class Rivals[Value]:
    """The marks of one kind in the tellings of one claim, with the likeness of their settings."""

    __slots__ = ("_content", "_kind", "_marks", "_odds", "_settings")

    def __init__(self, kind: str, marks: Sequence[Mark[Value]]) -> None:
        self._kind = kind
        self._marks: dict[int, list[Mark[Value]]] = {}
        for mark in marks:
            self._marks.setdefault(mark.telling.index, []).append(mark)
        self._content: dict[int, frozenset[str]] = {}
        self._settings: dict[_Place, Setting] = {}
        self._odds: dict[tuple[_Place, _Place], float] = {}

    def log_odds(self, one: Mark[Value], other: Mark[Value]) -> float:
        """Above 0 where the two are rather rivals than not, at even numbers of both."""
        pair = _place(one), _place(other)
        if pair not in self._odds:
            model, features = _models("models")[self._kind], self.features(one, other)
            self._odds[pair] = model.bias + sum(model.weights[name] * value for name, value in features.items())
        return self._odds[pair]

    def surely(self, one: Mark[Value], other: Mark[Value]) -> bool:
        """Whether two values that exclude each other are of one fact, by the second regression and its cut.

        One of the two at least must be a value that the other account gives nowhere, and no telling may give both:
        who gives both knows them for two things.
        """
        if each_knows_both(one, other):
            return False
        if any({one.key, other.key} <= {mark.key for mark in marks} for marks in self._marks.values()):
            return False
        if self._kind == "number":
            return self.log_odds(one, other) >= self._cut(one, other)
        if self._kind != "date" and not (self._only(one) or self._only(other)):
            return False  # two names that several accounts know are two persons or places
        model = _models("claims")[self._kind]
        odds = model.bias + sum(model.weights[name] * value for name, value in self.ties(one, other).items())
        return odds >= model.cut

    def _cut(self, one: Mark[Value], other: Mark[Value]) -> float:
        """The cut for two numbers."""
        overlap = self.overlap(one, other)
        band = sum(overlap < share for share in (MUCH_ALIKE, ALIKE, ALIKE / 2))
        called = self._setting(one).called & self._setting(other).called
        cut = _TIED[band] if called or self._tied(one, other) else _CUTS[band]
        lone = self._stands_alone(one, other) or self._stands_alone(other, one)
        return min(cut, _LONE[band]) if lone else cut

    def ties(self, one: Mark[Value], other: Mark[Value]) -> Features:
        """What the second regression looks at: the log-odds, and what else the claim and its accounts tell."""
        here, there = self._setting(one).called, self._setting(other).called
        mine, theirs = self._words(one.telling), self._words(other.telling)
        alone = self._stands_alone(one, other) or self._stands_alone(other, one)
        return {
            "odds": self.log_odds(one, other),
            "alone": float(alone) * min(1.0, shared(mine, theirs) / ALIKE),
            "tied": float(self._tied(one, other)),
            "called": float(bool(here & there)),
            "called_apart": float(bool(here) and bool(there) and not here & there),
            "score": min(one.telling.score, other.telling.score),
            "doubtful": float(one.telling.doubtful or other.telling.doubtful),
            "words": min(1.0, len(mine & theirs) / _MANY),
            "overlap": shared(mine, theirs),
        }

    def _tied(self, one: Mark[Value], other: Mark[Value]) -> bool:
        """Whether two values hang on one word."""
        anchor = self._setting(one).anchor
        return bool(anchor) and anchor == self._setting(other).anchor

    def _only(self, one: Mark[Value]) -> bool:
        """Whether no other account that tells the fact knows the value."""
        rest = (mark.telling for marks in self._marks.values() for mark in marks)
        return not any(one.known in telling.known for telling in rest if telling.article != one.telling.article)

    def _stands_alone(self, one: Mark[Value], other: Mark[Value]) -> bool:
        """Whether no other account knows the value of `one`, where two origins or more tell the fact with the other."""
        rest = [mark for marks in self._marks.values() for mark in marks if mark.telling.article != one.telling.article]
        if any(one.known in mark.telling.known for mark in rest):
            return False
        return len({mark.telling.origin for mark in rest if mark.known == other.known}) >= _ORIGINS

    def beside(self, mark: Mark[Value]) -> list[Mark[Value]]:
        """The other marks of the same telling."""
        return [each for each in self._marks[mark.telling.index] if each is not mark]

    def overlap(self, one: Mark[Value], other: Mark[Value]) -> float:
        """The share of the content words of the shorter telling, marks aside, that both have."""
        return shared(self._words(one.telling), self._words(other.telling))

    def features(self, one: Mark[Value], other: Mark[Value]) -> Features:
        """What the regression looks at, by name; each from 0 to 1, but for the ratio of two numbers."""
        here, there = self._setting(one), self._setting(other)
        overlap = self.overlap(one, other)
        absent = (one.known not in other.telling.known, other.known not in one.telling.known)
        found = {
            "frame": shared(here.frame, there.frame),
            "governor": _same(here.governor, there.governor),
            "role": _same(here.role, there.role),
            "before": _same(here.before, there.before),
            "after": _same(here.after, there.after),
            "prior": _same(here.prior, there.prior),
            "later": _same(here.later, there.later),
            "overlap": overlap,
            "alike": float(overlap >= ALIKE),
            "much_alike": float(overlap >= MUCH_ALIKE),
            "lone": 1 / (self._left(one, other.telling) * self._left(other, one.telling)),
            "apart": abs(here.place - there.place),
            "absent": float(any(absent)),
            "absent_both": float(all(absent)),
        }
        if isinstance(one.value, Figure) and isinstance(other.value, Figure):
            found |= _of_numbers(one.value, other.value)
        return found

    def one_place(self, one: Mark[Value], other: Mark[Value]) -> bool:
        """Whether two values hang on one word in one way."""
        here, there = self._setting(one), self._setting(other)
        return bool(here.governor) and (here.governor, here.role) == (there.governor, there.role)

    def _left(self, mark: Mark[Value], against: Telling) -> int:
        """How many marks of the telling are not settled by the other one: those that could be told instead of it."""
        settled = {each.key for each in self._marks.get(against.index, ())}
        return max(
            1,
            sum(
                each.key not in settled and _of_one_sort(each.value, mark.value)
                for each in self._marks[mark.telling.index]
            ),
        )

    def _words(self, telling: Telling) -> frozenset[str]:
        if telling.index not in self._content:
            spans = [mark.span for mark in self._marks.get(telling.index, ())]
            self._content[telling.index] = content_of(telling, spans)
        return self._content[telling.index]

    def _setting(self, mark: Mark[Value]) -> Setting:
        place = _place(mark)
        if place not in self._settings:
            self._settings[place] = setting_of(mark.telling, mark.span)
        return self._settings[place]


def _place[Value](mark: Mark[Value]) -> _Place:
    return mark.telling.index, mark.span.start, mark.span.end, mark.key


def each_knows_both[Value](one: Mark[Value], other: Mark[Value]) -> bool:
    """Whether each of the two accounts gives the other's value, too, somewhere."""
    return one.known in other.telling.known and other.known in one.telling.known


def _of_numbers(here: Figure, there: Figure) -> Features:
    one, other = here.quantity, there.quantity
    counted = (folded(one.counted or ""), folded(other.counted or ""))
    low, high = sorted((middle(here.ends), middle(there.ends)))
    return {
        "same_counted": _same(*counted),
        "other_counted": float(bool(counted[0]) and bool(counted[1]) and counted[0] != counted[1]),
        "unit": float(bool(one.unit) and one.unit == other.unit),
        "ratio": min(4.0, log(high / low)) if low > 0 else 4.0,
        "small": float(low < 10),
        "vague": float(one.low != one.high or other.low != other.high),
        "duration": float(one.unit == "day"),
    }


def _of_one_sort(one: object, other: object) -> bool:
    """Whether two values of one telling could stand for one another: figures of one dimension, both ages or neither."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        return one.dimension == other.dimension and one.sort.age == other.sort.age
    return True


def _same(one: str, other: str) -> float:
    return float(bool(one) and one == other)


@cache
def _models(layer: str) -> dict[str, _Model]:
    table = json.loads(resources.files(__package__).joinpath("rivals.json").read_text(encoding="utf-8"))
    rows = table[layer].items()
    return {kind: _Model(row["weights"], float(row["bias"]), float(row.get("cut", 0.0))) for kind, row in rows}
