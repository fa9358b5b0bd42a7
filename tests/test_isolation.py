"""A fault that an article brings to light costs that article, and no other."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.errors import MissingModel, ProgramFault, unexpected_as_fault
from synoptic.isolation import spare
from synoptic.records.article import Article, Rejected
from synoptic.records.links import Link, LinkKind, Placement, Story
from synoptic.records.stages import Collection, Grouping

pytestmark = pytest.mark.usefixtures("faults_set_aside")

NUMBERS = st.integers(0, 11)


def collection(count: int) -> Collection:
    """Articles called a0, a1 and so on."""
    return Collection(tuple(Article(f"a{number}", "Rain.", source=f"{number}.txt") for number in range(count)))


def grouping(*sizes: int) -> Grouping:
    """Stories of so many articles each, every article linked with the next one."""
    given = collection(sum(sizes))
    ids = [article.id for article in given.articles]
    ends = [sum(sizes[: place + 1]) for place in range(len(sizes))]
    stories = tuple(
        Story(f"s{place}", tuple(ids[end - size : end]))
        for place, (size, end) in enumerate(zip(sizes, ends, strict=True))
    )
    links = tuple(Link(first, second, LinkKind.COPY, False, 1.0, (), "") for first, second in pairwise(ids))
    return Grouping(given, stories, tuple(Placement(id, "", 1.0, "") for id in ids), links)


def failing_with(
    wrong: Callable[[set[str]], bool],
) -> Callable[[Collection | Grouping], tuple[list[str], tuple[Rejected, ...]]]:
    """Work that fails when `wrong` says so of the ids that are there; else it gives them and what was rejected."""

    def work(given: Collection | Grouping) -> tuple[list[str], tuple[Rejected, ...]]:
        with unexpected_as_fault("work"):
            ids = [article.id for article in given.articles]
            if wrong(set(ids)):
                raise IndexError("wrong")
            whole = given.collection if isinstance(given, Grouping) else given
            return ids, whole.rejected

    return work


@given(st.integers(0, 12), st.sets(NUMBERS, max_size=3))
def test_articles_that_fail_alone_are_set_aside_and_no_other(count: int, numbers: set[int]) -> None:
    """Up to three of them are found one by one; each is told with its source, and the order of the others stays."""
    bad = {f"a{number}" for number in numbers if number < count}
    kept, rejected = spare(collection(count), failing_with(lambda ids: not ids.isdisjoint(bad)))
    assert kept == [f"a{number}" for number in range(count) if f"a{number}" not in bad]
    assert {entry.source for entry in rejected} == {f"{id[1:]}.txt" for id in bad}


@given(NUMBERS, NUMBERS)
def test_of_two_articles_that_fail_together_one_is_set_aside(first: int, second: int) -> None:
    """The one that came later; the other has done nothing wrong without it."""
    pair = {f"a{first}", f"a{second}"}
    kept, rejected = spare(collection(12), failing_with(lambda ids: pair <= ids))
    assert [entry.source for entry in rejected] == [f"{max(first, second)}.txt"]
    assert len(kept) == 11


def test_where_every_article_fails_their_story_is_set_aside_and_the_others_stay() -> None:
    """All are told; stories, placements and links hold nothing of them."""
    bad = {f"a{number}" for number in range(2, 9)}
    found = spare(grouping(2, 7, 3), lambda given: (given, failing_with(lambda ids: not ids.isdisjoint(bad))(given))[0])
    assert [story.id for story in found.stories] == ["s0", "s2"]
    assert len(found.collection.rejected) == 7
    left = {article.id for article in found.articles}
    assert left == {"a0", "a1", "a9", "a10", "a11"} == {placement.article for placement in found.placements}
    assert [(link.source, link.target) for link in found.links] == [("a0", "a1"), ("a9", "a10"), ("a10", "a11")]


def test_what_fails_whatever_is_left_out_is_raised() -> None:
    """A fault that stays where no article is left, or that no story has by itself, is not hidden."""
    for wrong in (lambda ids: True, lambda ids: len(ids) > 5):
        with pytest.raises(ProgramFault, match=r"work stopped at .*IndexError: wrong"):
            spare(grouping(2, 4), failing_with(wrong))


def test_errors_on_purpose_blame_no_article() -> None:
    """A model that is missing is missing for every article: it ends the run at once."""

    def without_model(_: Collection) -> None:
        with unexpected_as_fault("work"):
            raise MissingModel("no model")

    with pytest.raises(MissingModel):
        spare(collection(3), without_model)
