"""Names of accounts: telling, short and never the same twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.records.accounts import account_names, by_origin
from synoptic.records.article import Article
from synoptic.records.findings import Origin, OriginKind


@pytest.mark.parametrize(
    ("outlet", "source", "name"),
    [
        ("The Gulf\n Gazette", "x.txt", "The Gulf Gazette"),
        (None, "stories/gulf-gazette.txt", "gulf-gazette"),
        (None, "stories/03-gulf-gazette.html", "gulf-gazette"),
        (None, "C:\\stories\\courier.txt", "courier"),
        (None, "0531d47e9b887fda.txt", "article 1"),
        (" ", "-", "article 1"),
    ],
)
def test_an_account_is_called_by_its_outlet_or_a_telling_file_name(outlet: str | None, source: str, name: str) -> None:
    """The outlet comes first, then a file name that reads like a name; numbers and hashes are not shown."""
    assert account_names([Article("a", "Words.", outlet=outlet, source=source)]) == {"a": name}


@given(st.lists(st.sampled_from(["Post", "Post (1)", "Post (2)", "", "Courier"]), max_size=8))
def test_no_two_accounts_have_the_same_name(outlets: list[str]) -> None:
    """Several articles of one outlet are numbered, also where an outlet's own name looks like a numbered one."""
    articles = [Article(str(number), "Words.", outlet=outlet) for number, outlet in enumerate(outlets)]
    names = account_names(articles)
    assert list(names) == [article.id for article in articles]
    assert len(set(names.values())) == len(articles)


def test_articles_are_ordered_origin_by_origin() -> None:
    """Articles of one origin stand together; those without an origin come last; none is lost."""
    articles = [Article(id, "Words.") for id in "abcd"]
    origins = [
        Origin("o1", None, OriginKind.UNKNOWN, ("d", "b", "gone")),
        Origin("o2", None, OriginKind.OUTLET, ("a",)),
    ]
    assert [article.id for article in by_origin(articles, origins)] == ["d", "b", "a", "c"]
