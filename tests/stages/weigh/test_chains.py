"""Chains lead from release to agency to outlets; every article stands in one, behind what it rests on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.records.article import Article, Block, BlockKind, Credit, CreditKind
from synoptic.records.chains import Chain, Via
from synoptic.records.findings import OriginKind
from synoptic.records.links import Link, LinkKind, Story
from synoptic.records.span import Span
from synoptic.stages.weigh.chains import find_chains, related
from synoptic.stages.weigh.origins import find_origins
from tests.stages.cluster.accounts import article


def credited(id: str, outlet: str, *names: tuple[str, CreditKind]) -> Article:
    """An article whose line of credits names these sources."""
    line = "Source: " + ", ".join(name for name, _ in names)
    text = f"A ferry was towed.\n\n{line}"
    blocks = (Block(BlockKind.LEAD, Span(0, 18)), Block(BlockKind.CREDIT, Span(20, len(text))))
    found = tuple(Credit(name, kind, Span(text.index(name), text.index(name) + len(name))) for name, kind in names)
    return Article(id, text, outlet=outlet, blocks=blocks, credits=found)


def chains(articles: list[Article], *links: Link) -> tuple[Chain, ...]:
    """The chains of one story."""
    return find_chains(articles, links, find_origins(articles, links))


def told(chain: Chain) -> list[tuple[str | None, str | None, Via]]:
    """Each step with the name of the one before it."""
    return [
        (step.name, None if step.parent is None else chain.steps[step.parent].name, step.via) for step in chain.steps
    ]


def test_a_release_leads_to_an_agency_and_that_to_outlets() -> None:
    """An outlet that credits an agency and a release hangs on the agency, and the agency on the release."""
    both = (("Norpress", CreditKind.AGENCY), ("Norlinje", CreditKind.RELEASE))
    (chain,) = chains([credited("a", "Torvik Post", *both), credited("b", "Island Echo", both[0])])
    assert told(chain) == [
        ("Norlinje", None, Via.START),
        ("Norpress", "Norlinje", Via.CREDIT),
        ("Torvik Post", "Norpress", Via.CREDIT),
        ("Island Echo", "Norpress", Via.CREDIT),
    ]
    assert [step.kind for step in chain.steps[:2]] == [OriginKind.RELEASE, OriginKind.AGENCY]


def test_the_agencys_own_article_is_the_source_itself() -> None:
    """Where the credited agency's article is there, no second box stands for it, whatever the order."""
    own, other = (
        article("a", "A ferry was towed.", outlet="Norpress"),
        credited("b", "Echo", ("Norpress", CreditKind.AGENCY)),
    )
    for order in ([own, other], [other, own]):
        (chain,) = chains(order)
        assert told(chain) == [("Norpress", None, Via.START), ("Echo", "Norpress", Via.CREDIT)]
        assert chain.steps[0].kind is OriginKind.AGENCY


def test_links_without_direction_go_back_to_a_source_unnamed() -> None:
    """Two retellings of which neither came first hang on a source that nobody names, and say so."""
    pair = [article("a", "One.", outlet="A"), article("b", "Two.", outlet="B")]
    (chain,) = chains(pair, Link("a", "b", LinkKind.RETELLING, False, 0.9, (), "same order"))
    assert told(chain) == [(None, None, Via.START), ("A", None, Via.RETELLING), ("B", None, Via.RETELLING)]
    assert [step.certain for step in chain.steps] == [True, False, False]


def test_a_directed_copy_hangs_on_its_source() -> None:
    """The earliest of equally likely sources is taken; one article alone is a chain of one step."""
    three = [article(id, f"{id}.", outlet=id.upper()) for id in "abcd"]
    links = [Link(one, two, LinkKind.COPY, True, 1.0, (), "copied") for one, two in ("ab", "ac", "bc")]
    first, alone = chains(three, *links)
    assert told(first) == [("A", None, Via.START), ("B", "A", Via.COPY), ("C", "A", Via.COPY)]
    assert told(alone) == [("D", None, Via.START)]


IDS = "abcde"
LINKS = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from(tuple(LinkKind)), st.booleans()).filter(
        lambda row: row[0] != row[1]
    ),
    max_size=8,
)


@settings(max_examples=100)
@given(LINKS)
def test_every_article_stands_once_behind_its_parent(rows: list[tuple[str, str, LinkKind, bool]]) -> None:
    """Whatever the links, also in circles: each article is one step, and each parent stands before it."""
    links = [Link(one, two, kind, directed, 0.9, (), "given") for one, two, kind, directed in rows]
    found = chains([article(id, f"{id}.", outlet=id) for id in IDS], *links)
    assert sorted(step.article for chain in found for step in chain.steps if step.article) == list(IDS)
    for chain in found:
        for place, step in enumerate(chain.steps):
            assert step.parent is None or step.parent < place


def test_dependence_brings_stories_together() -> None:
    """Articles of two stories are one family where one depends on the other; a shared quotation joins nothing."""
    stories = [Story("s1", ("a", "b")), Story("s2", ("c",)), Story("s3", ("d",))]
    copy = Link("b", "c", LinkKind.COPY, True, 1.0, (), "copied")
    said = Link("a", "d", LinkKind.QUOTATION, False, 1.0, (), "quoted")
    assert related(stories, [copy, said]) == [(("a", "b", "c"), (copy,)), (("d",), ())]
