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
        places = others % window.size
        found = np.zeros((len(Signal), len(others)))
        text, title, our_title, their_title, our_lead, their_lead = self._overlaps(one, places, capacity)
        found[Signal.TEXT] = text
        found[Signal.LEAD_IN_TEXT] = lead = (our_lead + their_lead) / np.maximum(1.0, one.lead + window.leads[places])
        titled = window.titled[places]
        if one.titled:
            found[Signal.TITLE] = np.where(titled, title, text)
            found[Signal.TITLE_IN_TEXT] = (our_title + their_title) / (1.0 + titled)
        else:
            found[Signal.TITLE] = text
            found[Signal.TITLE_IN_TEXT] = np.where(titled, their_title, lead)
        gaps = np.abs(window.days[places] - one.day)
        found[Signal.UNDATED] = undated = np.isnan(gaps)
        gaps[undated] = 0.0
        found[Signal.GAP] = np.log1p(gaps)
        found[Signal.SHORT] = lack = np.maximum(window.lacks[places], one.lack)
        if len(one.dense):
            found[Signal.DENSE] = dense = window.rows[places] @ one.dense
            found[Signal.SHORT_DENSE] = lack * dense
        return found

    def _overlaps(self, one: Profile, others: NDArray[np.int64], capacity: int) -> NDArray[np.float64]:
        """Array of shape (6, len(others)) of what each two have in common.

        Scalar products of texts and of titles; our title's mass in the other's text and the other's in ours; the same
        for leads.
        """
        window = self._window
        if len(self._places) < capacity:
            self._places = np.zeros(capacity, dtype=np.int32)
        sizes = window.sizes[others]
        ends = np.cumsum(sizes)
        at = np.arange(ends[-1]) + np.repeat(window.starts[others] - ends + sizes, sizes)
        self._places[one.terms] = np.arange(1, len(one.terms) + 1)
        ours_at = self._places[window.terms[at]]
        self._places[one.terms] = 0
        hits = np.flatnonzero(ours_at)
        whose = np.searchsorted(ends, hits, side="right")
        theirs = window.shares[:, at[hits]]
        ours = one.shares[:, ours_at[hits] - 1]
        rows = np.empty((6, len(hits)))
        np.multiply(theirs[:2], ours[:2], out=rows[:2])
        rows[2::2], rows[3::2] = ours[2:], theirs[2:]
        number = len(others)
        cells = whose + number * np.arange(6)[:, None]
        return np.bincount(cells.ravel(), weights=rows.ravel(), minlength=6 * number).reshape(6, number)
