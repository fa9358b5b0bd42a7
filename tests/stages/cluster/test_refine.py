"""A whole collection looked at again agrees with the stream where that was right, and proposes the rest."""

from synoptic.records.judgements import Judgement, JudgementKind
from synoptic.stages.cluster.grouping import feed, run
from synoptic.stages.cluster.refine import propose
from synoptic.stages.cluster.scale import shipped_scale
from synoptic.stages.cluster.stories import Stream
from tests.stages.cluster.accounts import BANK, CHESS, FERRY, article

ARTICLES = [article(f"{n}", text, title) for n, (title, text) in enumerate((*FERRY, BANK, CHESS))]


def test_what_is_right_stays() -> None:
    """Clear stories are the same after a second pass."""
    plain = run(Stream(shipped_scale()), ARTICLES, None)
    assert run(Stream(shipped_scale()), ARTICLES, None, refined=True).placements == plain.placements


def test_an_article_in_the_wrong_place_is_moved_and_says_so() -> None:
    """An account that stands alone goes to the story that it tells; the reason names where it stood."""
    stream = Stream(shipped_scale())
    feed(stream, ARTICLES, None)
    stream.move(2, stream.open_group(), ())
    wrong = stream.placed[2].group
    found = run(stream, (), None, refined=True)
    assert [placement.article for placement in found.revised] == ["2"]
    assert f"on a second look from s{wrong + 1}" in found.revised[0].reason


def test_what_judgements_parted_is_not_proposed_again() -> None:
    """Two accounts of one event that stand apart are proposed as one, unless a reader decided it."""
    stream = Stream(shipped_scale())
    feed(stream, ARTICLES, None)
    stream.move(2, stream.open_group(), ())
    (proposal,) = propose(stream)
    assert proposal.judgement.kind is JudgementKind.MERGE
    assert set(proposal.judgement.articles) == {"0", "2"}
    stream.judge([Judgement(JudgementKind.DIFFERENT_STORY, ("0", "2"))])
    assert propose(stream) == ()
