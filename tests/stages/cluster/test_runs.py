"""Common runs are really common, long enough, and disjoint on both sides."""

from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.stages.cluster.runs import SHORTEST, candidate_pairs, common_runs, grams
from synoptic.stages.cluster.wording import Lexicon, read_wording
from tests.stages.cluster.accounts import article

WORDS = st.lists(st.sampled_from(["tide", "moor", "lamp", "crane", "salt", "ferry"]), min_size=0, max_size=40).map(
    " ".join
)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_runs_keep_their_law(one: str, other: str) -> None:
    """Each run has the same words on both sides and at least five; no word is in two runs."""
    lexicon = Lexicon()
    pair = tuple(read_wording(article("x", text), lexicon) for text in (one, other))
    found = common_runs(*pair, (pair[0].own, pair[1].own))
    for run in found:
        assert run.length >= SHORTEST
        here, there = pair[0].words[run.one : run.one + run.length], pair[1].words[run.other : run.other + run.length]
        assert here.tolist() == there.tolist()
    for side in ("one", "other"):
        places = [p for run in found for p in range(getattr(run, side), getattr(run, side) + run.length)]
        assert len(places) == len(set(places))


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_a_text_is_its_own_longest_run(text: str) -> None:
    """A text compared with itself gives one run of all its words, where it is long enough."""
    wording = read_wording(article("x", text), Lexicon())
    runs = common_runs(wording, wording, (wording.own, wording.own))
    assert sum(run.length for run in runs) == (len(wording) if len(wording) >= SHORTEST else 0)


def test_candidates_share_three_grams() -> None:
    """Texts with a common stretch of seven words are candidates, others are not."""
    lexicon = Lexicon()
    texts = (
        "the lamp on the old crane fell down",
        "again the lamp on the old crane fell",
        "salt on the moor at night now",
    )
    wordings = [read_wording(article(text, text), lexicon) for text in texts]
    assert candidate_pairs([grams(wording, wording.own)[0] for wording in wordings]) == [(0, 1)]
