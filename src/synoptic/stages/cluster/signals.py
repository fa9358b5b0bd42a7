"""Signals: in what two articles are alike, each a named number."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from synoptic.stages.cluster.profiles import Profile
from synoptic.stages.cluster.window import Window


class Signal(IntEnum):
    """How alike two articles are; the columns of what `Comparison.signals` gives.

    TEXT, TITLE: cosine of the TF-IDF vectors. TITLE_IN_TEXT, LEAD_IN_TEXT: the share of the squared rarity of the one's
    title (lead) that stands anywhere in the other, mean of both directions. DENSE: cosine of the encoder for title and
    lead. GAP: log of 1 + the days between them, 0 where that is not known and UNDATED is 1. SHORT: how much the shorter
    article lacks to 100 words, on a log scale; SHORT_DENSE: the product of the two.
    Without titles the text stands in for TITLE, the lead for TITLE_IN_TEXT.
    """

    TEXT = 0
    TITLE = 1
    TITLE_IN_TEXT = 2
    LEAD_IN_TEXT = 3
    DENSE = 4
    GAP = 5
    UNDATED = 6
    SHORT = 7
    SHORT_DENSE = 8


class Comparison:
    """Compares an article with many of a window. Keeps a table as long as the vocabulary, empty between two calls."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._places = np.zeros(0, dtype=np.int32)

    def signals(self, one: Profile, others: NDArray[np.int64], capacity: int) -> NDArray[np.float64]:
        """Array of shape (9, len(others)), rows as in `Signal`. Terms' numbers are smaller than `capacity`."""
        window = self._window
        rings = others % window.size
        found = np.empty((len(Signal), len(others)))
        text, title, our_title, their_title, our_lead, their_lead = self._overlaps(one, rings, capacity)
        days, lacks, leads, titled = window.facts.take(rings, axis=0).T
        found[Signal.TEXT] = text
        lead = found[Signal.LEAD_IN_TEXT]
        np.divide(our_lead + their_lead, np.maximum(1.0, leads + one.lead), out=lead)
        if not one.titled:
            found[Signal.TITLE] = text
            found[Signal.TITLE_IN_TEXT] = np.where(titled, their_title, lead)
        else:
            found[Signal.TITLE] = title if titled.all() else np.where(titled, title, text)
            np.divide(our_title + their_title, titled + 1.0, out=found[Signal.TITLE_IN_TEXT])
        gaps = np.abs(days - one.day)
        found[Signal.UNDATED] = undated = np.isnan(gaps)
        gaps[undated] = 0.0
        np.log1p(gaps, out=found[Signal.GAP])
        lack = np.maximum(lacks, one.lack, out=found[Signal.SHORT])
        if len(one.dense):
            found[Signal.DENSE] = dense = window.rows[rings] @ one.dense
            found[Signal.SHORT_DENSE] = lack * dense
        else:
            found[Signal.DENSE] = found[Signal.SHORT_DENSE] = 0.0
        return found

    def foreign(self, one: Profile, others: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the others are in another language."""
        found: NDArray[np.bool_] = self._window.places[others % self._window.size, 2] != one.language
        return found

    def _overlaps(self, one: Profile, rings: NDArray[np.int64], capacity: int) -> NDArray[np.float64]:
        """Array of shape (6, len(rings)) of what each two have in common.

        Scalar products of texts and of titles; our title's mass in the other's text and the other's in ours; the same
        for leads.
        """
        window = self._window
        if len(self._places) < capacity:
            self._places = np.zeros(capacity, dtype=np.int32)
        starts, sizes, _ = window.places.take(rings, axis=0).T
        ends = sizes.cumsum()
        at = (starts - ends + sizes).repeat(sizes)
        at += _counted(len(at))
        self._places[one.terms] = _counted(len(one.terms) + 1)[1:]
        ours_at = self._places.take(window.terms.take(at))
        self._places[one.terms] = 0
        hits = ours_at.nonzero()[0]
        whose = ends.searchsorted(hits, side="right")
        theirs = window.shares.take(at.take(hits), axis=0).T
        ours = one.shares.take(ours_at.take(hits) - 1, axis=0).T
        rows = np.empty((6, len(hits)))
        np.multiply(theirs[:2], ours[:2], out=rows[:2])
        rows[2::2], rows[3::2] = ours[2:], theirs[2:]
        number = len(rings)
        cells = whose + number * _counted(6)[:, None]
        return np.bincount(cells.ravel(), weights=rows.ravel(), minlength=6 * number).reshape(6, number)


_COUNTED = np.arange(4096)


def _counted(number: int) -> NDArray[np.int64]:
    """The numbers from 0, so many; must not be written to."""
    return _COUNTED[:number] if number <= len(_COUNTED) else np.arange(number)
