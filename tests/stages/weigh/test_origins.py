"""Origins: copies and retellings collapse, quotations and pictures do not; every article is in exactly one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.records.article import Article, Block, BlockKind, Credit, CreditKind
from synoptic.records.findings import OriginKind
from synoptic.records.links import Link, LinkKind
from synoptic.records.span import Span
from synoptic.stages.weigh.origins import find_origins
from tests.stages.cluster.accounts import article

KINDS = tuple(LinkKind)


def credited(id: str, text: str, name: str, kind: CreditKind, block: BlockKind = BlockKind.LEAD) -> Article:
    """An article of one block that credits `name` where the text has it."""
    at = text.index(name)
    credit = Credit(name, kind, Span(at, at + len(name)))
    return Article(id, text, blocks=(Block(block, Span(0, len(text))),), credits=(credit,))


def link(one: str, other: str, kind: LinkKind = LinkKind.COPY) -> Link:
    """An undirected link."""
    return Link(one, other, kind, False, 1.0, (), "given")


def test_articles_without_links_are_origins_of_their_own() -> None:
    """Unjoined articles are each an origin, named after the outlet where it is known."""
    origins = find_origins([article("a", "One.", outlet="Torvik Post"), article("b", "Two.")], ())
    assert [(origin.name, origin.kind) for origin in origins] == [
        ("Torvik Post", OriginKind.OUTLET),
        (None, OriginKind.UNKNOWN),
    ]


def test_a_shared_agency_joins_without_a_link() -> None:
    """Two texts that close with one agency are one origin with its name."""
    one = credited("a", "The ferry was towed away. (With Norpress Agency)", "Norpress", CreditKind.AGENCY)
    other = credited("b", "TORVIK (Norpress) - A ferry was towed.", "Norpress", CreditKind.AGENCY)
    (origin,) = find_origins([one, other], ())
    assert (origin.name, origin.kind, origin.articles) == ("Norpress", OriginKind.AGENCY, ("a", "b"))
    assert "Norpress is credited by 2 of 2" in origin.reason


def test_an_interview_and_a_picture_are_no_origin() -> None:
    """An agency named for one statement, or under a picture, is not where the text comes from."""
    text = "The captain told Norpress in an interview that the fog had come up within minutes, and that he was sorry."
    told = credited("a", text, "Norpress", CreditKind.AGENCY)
    shown = credited("b", "Photo: Norpress", "Norpress", CreditKind.PHOTO, BlockKind.CREDIT)
    wire = credited("c", "TORVIK (Norpress) - A ferry was towed.", "Norpress", CreditKind.AGENCY)
    assert len(find_origins([told, shown, wire], ())) == 3


def test_quotations_join_nothing() -> None:
    """A shared quotation leaves two origins, a retelling makes them one."""
    pair = [article("a", "One."), article("b", "Two.")]
    assert len(find_origins(pair, [link("a", "b", LinkKind.QUOTATION)])) == 2
    assert len(find_origins(pair, [link("a", "b", LinkKind.RETELLING)])) == 1


def test_the_agencys_own_article_belongs_to_its_copies() -> None:
    """An article of the outlet that another credits for its text is the same origin."""
    own = article("a", "A ferry was towed.", outlet="Norpress")
    copy = credited("b", "TORVIK (Norpress) - A ferry was towed.", "Norpress", CreditKind.AGENCY)
    assert len(find_origins([own, copy], ())) == 1


IDS = [f"a{number}" for number in range(7)]
LINKS = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from(KINDS)).filter(lambda row: row[0] != row[1]),
    max_size=8,
)


@settings(max_examples=80)
@given(LINKS, st.permutations(IDS), st.sampled_from(IDS))
def test_laws_of_origins(rows: list[tuple[str, str, LinkKind]], order: list[str], copied: str) -> None:
    """Each article is in one origin; order changes only the order; an exact copy changes no count."""
    links = [link(*row) for row in rows]
    plain = find_origins([article(id, "Text.") for id in IDS], links)
    assert sorted(id for origin in plain for id in origin.articles) == IDS
    moved = find_origins([article(id, "Text.") for id in order], links)
    assert {frozenset(origin.articles) for origin in moved} == {frozenset(origin.articles) for origin in plain}
    more = find_origins([article(id, "Text.") for id in [*IDS, "copy"]], [*links, link(copied, "copy")])
    assert len(more) == len(plain)
