"""Which of two dependent articles came first: credits before times, and nothing where neither tells."""

import pytest

from synoptic.language.direction import Provenance, day_of, direct, provenance, same_name
from synoptic.records.article import Article, Block, BlockKind, Credit, CreditKind
from synoptic.records.span import Span

TEXT = "TORVIK (Norpress) - A ferry was towed."


def account(id: str, outlet: str | None, published: str | None = None, kind: CreditKind | None = None) -> Provenance:
    """What an article tells that credits Norpress in its dateline where a kind is given."""
    named = (Credit("Norpress", kind, Span(8, 16)),) if kind else ()
    blocks = (Block(BlockKind.LEAD, Span(0, len(TEXT))),)
    return provenance(Article(id, TEXT, outlet=outlet, published=published, blocks=blocks, credits=named))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norpress", "norpress", True),
        ("Norpress", "www.norpress.com", True),
        ("The Torvik Post", "Torvik Post", True),
        ("Norpress", "Torvik Post", False),
        ("", "", False),
    ],
)
def test_names_of_outlets(one: str, other: str, same: bool) -> None:
    """Case, articles and web addresses make no difference."""
    assert same_name(one, other) is same


def test_a_credit_beats_the_clock() -> None:
    """The credited outlet is the source, though its page is stamped later."""
    way = direct(
        account("a", "Post", "2024-03-05T08:00", CreditKind.AGENCY), account("b", "Norpress", "2024-03-05T20:00")
    )
    assert (way.directed, way.reverse) == (True, True)
    assert way.reason == "Post credits Norpress"


def test_a_third_source_directs_nothing() -> None:
    """Where an agency is credited that is neither of the two, the pair stays undirected."""
    way = direct(account("a", "Post", "2024-03-01", CreditKind.AGENCY), account("b", "Echo", "2024-03-05"))
    assert not way.directed
    assert "Norpress" in way.reason


@pytest.mark.parametrize(
    ("first", "second", "directed", "reverse"),
    [
        ("2024-03-05", "2024-03-07", True, False),
        ("2024-03-07", "2024-03-05", True, True),
        ("2024-03-05T08:00:00", "2024-03-05T08:30:00", False, False),
        ("2024-03-05T08:00:00", "2024-03-05T14:00:00", True, False),
        ("2024-03-05", "2024-03-05T14:00:00", False, False),
        (None, "2024-03-05", False, False),
        ("soon", "2024-03-05", False, False),
    ],
)
def test_clear_times_direct(first: str | None, second: str | None, directed: bool, reverse: bool) -> None:
    """A day between dates, or two hours between clock times, tell; less does not."""
    way = direct(account("a", "Post", first), account("b", "Echo", second))
    assert (way.directed, way.reverse) == (directed, reverse)


def test_times_can_be_left_out() -> None:
    """Where both may retell a third text, the earlier one need not be the source."""
    assert not direct(account("a", "Post", "2024-03-01"), account("b", "Echo", "2024-03-05"), by_time=False).directed


def test_days_are_counted_in_utc() -> None:
    """A time with a zone and the same moment without one are the same day."""
    assert day_of("2024-03-05T02:00:00+02:00") == day_of("2024-03-05T00:00:00Z") == day_of("2024-03-05")


FERRY = "A ferry ran aground off Sandmark on Tuesday."
TOLD = f"{FERRY} A captain told Norpress so."


@pytest.mark.parametrize(
    ("one", "other", "source", "words"),
    [
        (("Norpress", FERRY), ("Echo", f"{FERRY}\n\n(Norpress)"), "Norpress", "Echo credits Norpress"),
        (("Norpress", FERRY), ("Echo", f"SANDMARK (Norpress) - {FERRY}"), "Norpress", "Echo credits Norpress"),
        (("www.norpress.com", TOLD), ("Echo", TOLD), "www.norpress.com", "Echo names Norpress in its text"),
        (("Sun", f"{FERRY} The sun rose."), ("Echo", f"{FERRY} The sun rose."), None, "neither"),
        (("A", FERRY), ("B", FERRY), None, "neither"),
        (("Kite", f"{FERRY} \u212aite has more."), ("Echo", f"{FERRY} \u212aite has more."), "Kite", "names \u212aite"),
    ],
)
def test_an_outlet_named_in_the_text_is_its_source(
    one: tuple[str, str], other: tuple[str, str], source: str | None, words: str
) -> None:
    """A signature or a name in the prose directs, in whatever order the two came; plain words tell nothing."""
    first, second = (unmarked(*row) for row in (one, other))
    for pair in ((first, second), (second, first)):
        way = direct(*pair)
        assert (pair[1] if way.reverse else pair[0]).article.outlet == source or not way.directed
        assert way.directed is (source is not None)
        assert words in way.reason


def unmarked(outlet: str, text: str) -> Provenance:
    """What an article tells whose credits nobody has marked."""
    return provenance(Article(outlet, text, outlet=outlet, blocks=(Block(BlockKind.LEAD, Span(0, len(text))),)))
