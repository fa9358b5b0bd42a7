"""The stream forgets what leaves its window and keeps every placement."""

import numpy as np
import pytest

from synoptic.stages.cluster import stories
from synoptic.stages.cluster.scale import shipped_scale
from synoptic.stages.cluster.signals import Comparison, Signal
from synoptic.stages.cluster.stories import Stream
from tests.stages.cluster.accounts import BANK, CHESS, FERRY, STRIKE, VOLCANO, article

EVENTS = (*FERRY, BANK, CHESS, VOLCANO, STRIKE)


def test_old_articles_leave_memory() -> None:
    """Behind a window of four, the index holds four articles, and the six that left were settled in their order."""
    stream = Stream(shipped_scale(), window=4)
    stream.add([article(str(number), *(FERRY[0], CHESS)[number % 2][::-1]) for number in range(10)])
    assert sorted(stream.numbers, key=int) == ["6", "7", "8", "9"]
    assert [placed.id for placed in stream.settled] == [str(number) for number in range(6)]
    groups = [placed.group for placed in (*stream.settled, *stream.placed.values())]
    assert len(set(groups[::2])) == len(set(groups[1::2])) == 1
    assert groups[0] != groups[1]


def word(number: int) -> str:
    """A word that no other number has."""
    return "".join("bdfgklmnpr"[int(digit)] for digit in str(number))


def test_memory_follows_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """After many windows neither terms nor groups nor texts of articles that left are kept."""
    monkeypatch.setattr(stories, "SWEEP", 100)
    stream = Stream(shipped_scale(), window=5)
    for number in range(0, 1_500, 100):
        stream.add([article(f"{n}", f"{word(n)}a {word(n)}e {word(n)}o") for n in range(number, number + 100)])
        stream.settled.clear()
    assert len(stream.placed) == len(stream.members) == len(stream.numbers) == 5
    assert len(stream.window.terms) == 4096
    assert sum(term is not None for term in stream.vocabulary.terms) == 15  # swept after the last arrival


def test_signals_do_not_depend_on_the_order_of_the_two() -> None:
    """Of two articles of one moment either may ask; each is as alike to itself as can be."""
    stream = Stream(shipped_scale())
    stream.add([article(title, text, title, published="2024-03-05") for title, text in EVENTS])
    comparison, capacity = Comparison(stream.window), stream.vocabulary.capacity
    everyone = np.arange(len(EVENTS))
    table = np.stack([comparison.signals(stream.window.profile(n), everyone, capacity) for n in everyone])
    assert np.allclose(table, table.transpose(2, 1, 0))
    own = table[everyone, :, everyone]
    assert np.allclose(own[:, [Signal.TEXT, Signal.TITLE, Signal.TITLE_IN_TEXT, Signal.LEAD_IN_TEXT]], 1.0, atol=1e-5)
    assert not own[:, [Signal.GAP, Signal.UNDATED]].any()
