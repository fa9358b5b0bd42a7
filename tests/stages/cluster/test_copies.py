"""Copies, partial reuse and shared quotations are told apart, with exact passages."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.records.article import Article, Block, BlockKind, Credit, CreditKind
from synoptic.records.links import LinkKind
from synoptic.records.span import Span
from synoptic.stages.cluster.copies import find_copies
from tests.stages.cluster.accounts import BANK, CHESS, FERRY, VOLCANO, article

WIRE = FERRY[0][1]
TAKEN = WIRE.split("\n\n")[1]


def test_a_copy_is_found_with_its_passages() -> None:
    """The same text in two outlets is a copy; each passage has the same words in both."""
    longer = "From our own desk.\n\n" + WIRE
    (link,) = find_copies([article("a", WIRE, outlet="Torvik Post"), article("b", longer, outlet="Island Echo")])
    assert (link.source, link.target, link.kind) == ("a", "b", LinkKind.COPY)
    assert [p.source.of(WIRE) for p in link.passages] == [p.target.of(longer) for p in link.passages]
    assert "of the shorter text" in link.reason


def test_partial_reuse_is_found() -> None:
    """A paragraph taken over into another text is a partial link."""
    mixed = "\n\n".join([*FERRY[2][1].split("\n\n"), TAKEN, *CHESS[1].split("\n\n"), *BANK[1].split("\n\n")])
    (link,) = find_copies([article("a", WIRE + "\n\n" + FERRY[1][1], outlet="A"), article("b", mixed, outlet="B")])
    assert link.kind is LinkKind.PARTIAL


def test_shared_speech_is_no_dependence() -> None:
    """Two texts that share nothing but a long quotation are joined by a quotation link."""
    said = "“We knew the bank was there, but in such fog nobody on the bridge could see the lights of the channel.”"
    one = article("a", f"{FERRY[0][1]}\n\nThe captain told reporters: {said}", outlet="A")
    other = article("b", f"{CHESS[1]}\n\n{said} That was what the captain had to say.", outlet="B")
    (link,) = find_copies([one, other])
    assert link.kind is LinkKind.QUOTATION
    assert not link.directed


def test_independent_accounts_share_no_link() -> None:
    """Reports of one event in their own words are not joined, nor are single or empty collections."""
    assert find_copies([article(t, x, t, outlet=t) for t, x in (*FERRY[:2], BANK)]) == ()
    assert find_copies([]) == ()
    assert find_copies([article("a", WIRE)]) == ()


def test_page_furniture_is_no_passage() -> None:
    """Words that an outlet prints on three days link none of its articles."""
    foot = (
        "\n\nSign up for the morning letter of the Torvik Post and never miss a boat again, it is free for all readers."
    )
    days = [
        article(t, x + foot, t, outlet="Torvik Post", published=f"2024-03-0{day}")
        for day, (t, x) in enumerate((FERRY[0], BANK, CHESS), start=1)
    ]
    assert find_copies(days) == ()


def test_a_credit_directs_the_link() -> None:
    """The text that credits the other's outlet is the target, though it arrived first."""
    copied = WIRE + "\n\n(Torvik Post)"
    at = copied.index("Torvik Post")
    plain = article("b", copied, outlet="Island Echo")
    credited = Article(
        plain.id, plain.text, outlet=plain.outlet, language="en", blocks=plain.blocks,
        credits=(Credit("Torvik Post", CreditKind.OUTLET, Span(at, at + 11)),),
    )  # fmt: skip
    (link,) = find_copies([credited, article("a", WIRE, outlet="Torvik Post")])
    assert (link.source, link.target, link.directed) == ("a", "b", True)
    assert "credits Torvik Post" in link.reason


def test_scripts_without_spaces_are_compared_too() -> None:
    """A copied Chinese paragraph is found."""
    text = (
        "星期二清晨一艘客运渡轮在浓雾中于桑德马克岛附近搁浅船上二百一十二人全部被救生艇接走海岸警卫队说四名乘客受轻伤"
    )
    (link,) = find_copies(
        [article("a", text, language="zh", outlet="A"), article("b", text, language="zh", outlet="B")]
    )
    assert link.kind is LinkKind.COPY


def told(articles: list[Article]) -> set[tuple[str, str, LinkKind, bool, float]]:
    """All links without their passages."""
    return {
        (link.source, link.target, link.kind, link.directed, round(link.score, 6)) for link in find_copies(articles)
    }


@settings(max_examples=25)
@given(st.permutations(range(6)), st.permutations("abcdef"))
def test_neither_order_nor_ids_change_a_link(order: list[int], ids: list[str]) -> None:
    """The links of a collection are the same in any order of arrival and under any ids."""
    texts = (WIRE, "From our desk.\n\n" + WIRE, TAKEN + "\n\n" + CHESS[1], BANK[1], BANK[1] + "\n\n" + TAKEN, CHESS[1])
    plain = [article(f"n{n}", text, outlet=f"Outlet {n}") for n, text in enumerate(texts)]
    renamed = [replace(plain[place], id=ids[place]) for place in order]
    back = {ids[place]: f"n{place}" for place in range(len(texts))}
    found = {(back[one], back[two], *rest) for one, two, *rest in told(renamed)}
    assert found == told(plain)
    assert len(found) >= 4


def test_an_article_twice_changes_no_other_link() -> None:
    """A second copy of one article leaves all links between the others as they were."""
    texts = (WIRE, "From our desk.\n\n" + WIRE, BANK[1], BANK[1] + "\n\n" + TAKEN)
    articles = [article(f"n{n}", text, outlet=f"Outlet {n}", published="2024-03-05") for n, text in enumerate(texts)]
    again = replace(articles[1], id="again")
    assert {link for link in told([*articles, again]) if "again" not in link[:2]} == told(articles)
    assert told([*articles, articles[1]]) == told(articles)


def test_furniture_in_a_row_is_no_passage() -> None:
    """Several notices of a page, one behind the other and in any order, are no passage between its articles."""
    notices = (
        "Sign up for the morning letter of the Torvik Post and never miss a boat again.",
        "Read our rules for comments before you write one, and be kind to each other there.",
        "The Torvik Post is printed on paper made from the forests of the northern islands.",
    )
    days = []
    for day, (title, text) in enumerate((FERRY[0], BANK, CHESS, VOLCANO), start=1):
        turned = notices[day % 3 :] + notices[: day % 3]
        whole = "\n\n".join((text, *turned))
        days.append(article(title, whole, title, outlet="Torvik Post", published=f"2024-03-0{day}"))
    copied = article("copy", days[0].text, outlet="Island Echo", published="2024-03-09")
    (link,) = (link for link in find_copies([*days, copied]) if link.kind is not LinkKind.QUOTATION)
    assert {link.source, link.target} == {days[0].id, "copy"}
    by_id = {known.id: known for known in (*days, copied)}
    assert not any(
        notice[:30] in passage.source.of(by_id[link.source].text) for passage in link.passages for notice in notices
    )


def test_a_passage_ends_where_a_caption_begins() -> None:
    """A caption in the middle of a copied text is in no passage."""
    first, second = WIRE.split("\n\n")[:2]
    caption = "The Northern Light on the bank, seen from a boat."
    text = f"{first}\n\n{caption}\n\n{second}"
    borders = [0, len(first), len(first) + 2, len(first) + 2 + len(caption), len(first) + 4 + len(caption), len(text)]
    kinds = (BlockKind.LEAD, BlockKind.CAPTION, BlockKind.BODY)
    blocks = tuple(Block(kind, Span(*borders[2 * n : 2 * n + 2])) for n, kind in enumerate(kinds))
    pictured = Article("a", text, outlet="A", language="en", blocks=blocks)
    (link,) = find_copies([pictured, article("b", f"{first}\n\n{second}", outlet="B")])
    sides = [passage.source if link.source == "a" else passage.target for passage in link.passages]
    assert [side.of(text) for side in sides] == [first.rstrip("."), second.rstrip(".")]
