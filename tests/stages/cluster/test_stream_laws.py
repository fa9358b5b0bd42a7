"""Laws of the stream: splitting it, repeating an article and renaming articles change nothing."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.errors import MalformedSource, UnsupportedFormat
from synoptic.records.article import Article
from synoptic.records.links import Placement
from synoptic.stages.cluster.grouping import feed, group
from synoptic.stages.cluster.scale import WITHOUT_ENCODER, shipped_scale
from synoptic.stages.cluster.state import load, save
from synoptic.stages.cluster.stories import Stream
from tests.stages.cluster.accounts import BANK, CHESS, FERRY, STRIKE, VOLCANO, article

SENTENCES = [
    sentence for _, text in (*FERRY, BANK, CHESS, VOLCANO, STRIKE) for part in text.split("\n\n")
    for sentence in part.split(". ")
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=0, max_size=4).map(". ".join)
ARTICLES = st.lists(
    st.tuples(TEXTS, st.sampled_from([None, "2024-03-05", "2024-03-06T10:00"]), st.sampled_from(["en", "es", None])),
    min_size=1,
    max_size=14,
).map(lambda rows: [article(f"a{n}", t, t[:40] or None, published=p, language=c) for n, (t, p, c) in enumerate(rows)])


def small_stream() -> Stream:
    """A stream whose window is soon full."""
    return Stream(shipped_scale(), window=8)


@settings(max_examples=15)
@given(ARTICLES, st.data())
def test_two_runs_with_a_saved_state_are_one_run(articles: list[Article], data: st.DataObject) -> None:
    """Wherever a stream is cut, saved and loaded, every article ends with the same story, score and reason."""
    cut = data.draw(st.integers(0, len(articles)))
    whole = feed(small_stream(), articles, None)
    first = small_stream()
    found = feed(first, articles[:cut], None)
    second = load(save(first), WITHOUT_ENCODER, "state")
    found |= feed(second, articles[cut:], None)
    assert found == whole
    assert save(second) == save(load(save(second), WITHOUT_ENCODER, "state"))


@settings(max_examples=15)
@given(ARTICLES, st.data())
def test_adding_an_article_twice_changes_nothing(articles: list[Article], data: st.DataObject) -> None:
    """An article that is in the window already may come again, anywhere."""
    again = data.draw(st.lists(st.sampled_from(articles[-8:]), max_size=4))
    one, other = Stream(shipped_scale()), Stream(shipped_scale())
    assert feed(one, articles, None) == feed(other, [*articles, *again], None)
    assert save(one) == save(other)


@settings(max_examples=15)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_ids_mean_nothing(articles: list[Article], random: Random) -> None:
    """Other ids give the same stories."""
    ids = [one.id for one in articles]
    random.shuffle(ids)
    renamed = [replace(one, id=id) for one, id in zip(articles, ids, strict=True)]
    assert stories(group(articles, None)) == stories(group(renamed, None))


def stories(placements: Sequence[Placement]) -> list[tuple[str, float]]:
    """The stories and scores in order."""
    return [(placement.story, placement.score) for placement in placements]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"{}"])
def test_what_is_no_state_is_refused(content: bytes) -> None:
    """Bytes that are no saved stream are told, with what to do."""
    with pytest.raises(MalformedSource, match="no saved state") as found:
        load(content, WITHOUT_ENCODER, "stream.state")
    assert found.value.remedy


def test_a_damaged_state_is_refused() -> None:
    """A state with a few bytes changed or cut off is never taken for whole."""
    stream = small_stream()
    feed(stream, [article(title, text, title) for title, text in FERRY], None)
    whole = save(stream)
    for place in range(20, len(whole) - 60, 211):
        torn = whole[:place] + bytes((whole[place] ^ 0xFF,)) + whole[place + 1 :]
        with pytest.raises((MalformedSource, UnsupportedFormat)):
            load(torn, WITHOUT_ENCODER, "stream.state")
    with pytest.raises(MalformedSource):
        load(whole[:-30], WITHOUT_ENCODER, "stream.state")


def test_a_state_of_another_version_or_encoder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights belong to an encoder and the layout to a version; both are named in the error."""
    state = save(small_stream())
    with pytest.raises(UnsupportedFormat, match="use-multilingual-3"):
        load(state, "use-multilingual-3", "stream.state")
    monkeypatch.setattr("synoptic.stages.cluster.state.VERSION", 99)
    with pytest.raises(UnsupportedFormat, match="version 2, this program reads version 99"):
        load(state, WITHOUT_ENCODER, "stream.state")
