"""Judgements are obeyed in every run, and win over the model."""

import pytest

from synoptic.errors import InputError, InvalidRecord
from synoptic.records.judgements import Judgement, JudgementKind
from synoptic.stages.cluster.grouping import feed
from synoptic.stages.cluster.judging import Judged
from synoptic.stages.cluster.scale import WITHOUT_ENCODER, shipped_scale
from synoptic.stages.cluster.state import load, save
from synoptic.stages.cluster.stories import Stream
from tests.stages.cluster.accounts import BANK, CHESS, FERRY, article

ARTICLES = [
    *(article(f"ferry{n}", text, title) for n, (title, text) in enumerate(FERRY)),
    article("bank", BANK[1], BANK[0]),
    article("chess", CHESS[1], CHESS[0]),
]
FERRIES = ("ferry0", "ferry1", "ferry2")


def judgement(kind: str, *articles: str, anchor: str | None = None) -> Judgement:
    """A judgement by its name in the file."""
    return Judgement(JudgementKind(kind), articles, anchor)


def grouped(*judgements: Judgement, late: bool = False, backwards: bool = False) -> set[frozenset[str]]:
    """The stories as sets of ids; `late`: the judgements come when all articles are there."""
    stream = Stream(shipped_scale())
    if not late:
        stream.judge(judgements)
    order = ARTICLES[::-1] if backwards else ARTICLES
    found = feed(stream, order, None)
    if late:
        stream.judge(judgements)
        found = feed(stream, (), None)
    return {frozenset(id for id in found if found[id].story == story) for story in {p.story for p in found.values()}}


WITHOUT = {frozenset(FERRIES), frozenset({"bank"}), frozenset({"chess"})}
CASES = [
    ((judgement("merge", "bank", "ferry1"),), {frozenset({*FERRIES, "bank"}), frozenset({"chess"})}),
    ((judgement("same-story", "bank", "chess"),), {frozenset(FERRIES), frozenset({"bank", "chess"})}),
    ((judgement("move", "chess", anchor="ferry2"),), {frozenset({*FERRIES, "chess"}), frozenset({"bank"})}),
    (
        (judgement("move", "ferry1", anchor="bank"),),
        {frozenset({"ferry0", "ferry2"}), frozenset({"ferry1", "bank"}), frozenset({"chess"})},
    ),
    (
        (judgement("split", "ferry1", anchor="ferry0"), judgement("different-story", "ferry1", "ferry2")),
        {frozenset({"ferry0", "ferry2"}), frozenset({"ferry1"}), frozenset({"bank"}), frozenset({"chess"})},
    ),
    (
        (judgement("different-story", *FERRIES),),
        {frozenset({id}) for id in (*FERRIES, "bank", "chess")},
    ),
]


def test_the_model_alone() -> None:
    """What the cases below change."""
    assert grouped() == WITHOUT


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("judgements", "expected"), CASES)
def test_judgements_win(
    judgements: tuple[Judgement, ...], expected: set[frozenset[str]], late: bool, backwards: bool
) -> None:
    """Each kind is obeyed whatever came first: the articles, in either order, or the judgements."""
    assert grouped(*judgements, late=late, backwards=backwards) == expected


def test_judgements_are_saved_with_the_state() -> None:
    """A later run obeys what an earlier one was told, and the reason says so."""
    stream = Stream(shipped_scale())
    stream.judge([judgement("move", "chess", anchor="bank")])
    feed(stream, ARTICLES[:4], None)
    later = load(save(stream), WITHOUT_ENCODER, "state")
    found = feed(later, ARTICLES[4:], None)
    assert found["chess"].story == found["bank"].story
    assert found["chess"].reason.startswith("a judgement puts it where")
    assert found["chess"].score == 1.0


def test_a_judgement_is_never_undone_by_the_model() -> None:
    """What was put apart stays apart when more and more alike articles come."""
    stream = Stream(shipped_scale())
    stream.judge([judgement("different-story", "ferry0", "ferry1")])
    copies = [article(f"copy{n}", FERRY[n % 3][1], FERRY[n % 3][0]) for n in range(12)]
    found = feed(stream, [*ARTICLES, *copies], None)
    assert found["ferry0"].story != found["ferry1"].story


def test_a_later_judgement_wins() -> None:
    """A reader may change his mind about a pair."""
    first, then = judgement("different-story", "bank", "chess"), judgement("same-story", "bank", "chess")
    assert frozenset({"bank", "chess"}) in grouped(first, then)
    assert frozenset({"bank"}) in grouped(then, first)


def test_judgements_that_contradict_each_other_are_refused() -> None:
    """Together with the same article and yet apart cannot be obeyed; the error names both."""
    with pytest.raises(InputError, match="'a' and 'c'"):
        Judged([judgement("merge", "a", "b"), judgement("merge", "b", "c"), judgement("different-story", "a", "c")])


@pytest.mark.parametrize(
    ("kind", "articles", "anchor"),
    [("merge", ("a",), None), ("move", ("a",), None), ("merge", ("a", "b"), "c"), ("move", ("a",), "a")],
)
def test_a_judgement_names_what_it_needs(kind: str, articles: tuple[str, ...], anchor: str | None) -> None:
    """Too few articles, a missing or a needless anchor, or one article twice are no judgement."""
    with pytest.raises(InvalidRecord):
        judgement(kind, *articles, anchor=anchor)
