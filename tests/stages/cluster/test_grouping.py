"""Articles are placed into stories: together where they tell one event, apart where they do not."""

import pytest

from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.cluster.grouping import group
from tests.stages.cluster.accounts import BANK, CHESS, FERRY, STRIKE, VOLCANO, article

EVENTS = (FERRY[0], BANK, CHESS, VOLCANO, STRIKE)


def stories(articles: list[Article]) -> list[str]:
    """The story of each article."""
    return [placement.story for placement in group(articles, UseEncoder())]


@pytest.mark.parametrize("published", [None, "2024-03-05"])
def test_accounts_of_one_event_are_one_story(published: str | None) -> None:
    """Three reports of one accident come together, with dates and without."""
    assert stories([article(t, x, t, published=published) for t, x in FERRY]) == ["s1", "s1", "s1"]


def test_accounts_without_titles_are_one_story() -> None:
    """The text alone is enough."""
    assert len(set(stories([article(title, text) for title, text in FERRY]))) == 1


def test_different_events_stay_apart() -> None:
    """Five events give five stories, numbered in the order of arrival."""
    assert stories([article(t, x, t, published="2024-03-05") for t, x in EVENTS]) == ["s1", "s2", "s3", "s4", "s5"]


def test_mixed_arrivals_are_sorted_out() -> None:
    """Accounts of one event find each other between others."""
    order = [FERRY[0], BANK, FERRY[1], CHESS, FERRY[2]]
    assert stories([article(t, x, t) for t, x in order]) == ["s1", "s2", "s1", "s3", "s1"]


def test_an_account_in_another_language_joins() -> None:
    """A Spanish account that shares names, numbers and meaning belongs to the English ones' story."""
    spanish = article(
        "es",
        "Un transbordador de pasajeros encalló el martes en un banco de arena frente a la isla de Sandmark y las 212 "
        "personas a bordo fueron evacuadas en botes salvavidas.\n\nEl Northern Light navegaba de Torvik a Sandmark con "
        "niebla espesa, según la guardia costera. La naviera Norlinje abrió una investigación.",
        "Encalla un transbordador frente a Sandmark; evacuadas 212 personas",
        language="es",
    )
    found = stories([article(t, x, t) for t, x in FERRY] + [article("bank", BANK[1], BANK[0]), spanish])
    assert found == ["s1", "s1", "s1", "s2", "s1"]


def test_nothing_and_one_are_no_special_cases() -> None:
    """No article gives no placement; one gives one, with a reason."""
    assert group([], UseEncoder()) == ()
    (placement,) = group([article("a", BANK[1])], UseEncoder())
    assert placement.story == "s1"
    assert placement.reason == "nothing before it to compare with"


def test_articles_without_words_are_placed_alone() -> None:
    """Articles of furniture or marks alone compare with nothing and break nothing."""
    furniture = Article("f", "Log in", blocks=(Block(BlockKind.FURNITURE, Span(0, 6)),))
    assert len(set(stories([furniture, article("m", "…!?"), article("b", BANK[1])]))) == 3


def test_every_placement_says_why() -> None:
    """A placement that joins names its score, the nearest article and the strongest signals with their values."""
    placements = group([article(f"a{n}", x, t, outlet=f"Outlet {n}") for n, (t, x) in enumerate(FERRY)], UseEncoder())
    for placement in placements[1:]:
        assert f"{placement.score:.2f}" in placement.reason
        assert "nearest to Outlet" in placement.reason
        assert " by " in placement.reason
    apart = group([article(t, x, t) for t, x in EVENTS], UseEncoder())[-1]
    assert apart.reason.startswith("opens a story")


def test_the_same_input_gives_the_same_answer() -> None:
    """Two runs over the same articles agree word for word."""
    articles = [article(t, x, t) for t, x in (*FERRY, *EVENTS[1:])]
    assert group(articles, UseEncoder()) == group(articles, UseEncoder())
