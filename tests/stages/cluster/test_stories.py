"""The stream forgets what leaves its window and keeps every placement."""

from dataclasses import fields

import numpy as np
import pytest

from synoptic.language.terms import Frequencies
from synoptic.stages.cluster import stories
from synoptic.stages.cluster.profiles import profile
from synoptic.stages.cluster.scale import shipped_scale
from synoptic.stages.cluster.signals import Signals
from synoptic.stages.cluster.stories import Stream
from tests.stages.cluster.accounts import CHESS, FERRY, article


def test_old_articles_leave_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a window of four, the index holds four articles, and all ten have a story."""
    monkeypatch.setattr(stories, "WINDOW", 4)
    stream, frequencies = Stream(shipped_scale()), Frequencies("en")
    texts = [FERRY[0], CHESS] * 5
    for number, (title, text) in enumerate(texts):
        dense = np.eye(8, dtype=np.float32)[number % 2]
        stream.add(profile(article(str(number), text, title), dense, frequencies))
    assert [stream.known(number) for number in range(10)] == [False] * 6 + [True] * 4
    assert len(stream.story_of) == 10
    assert stream.story_of[8] != stream.story_of[9]
    assert stream.story_of[6] == stream.story_of[8]


def test_values_follow_the_declared_signals() -> None:
    """The weights are read by the names of the fields, so their values must come in the same order."""
    signals = Signals(*(float(number) for number in range(len(fields(Signals)))))
    assert signals.values == tuple(getattr(signals, field.name) for field in fields(Signals))
