"""Copies, partial reuse and shared quotations are told apart, with exact passages."""

from synoptic.records.article import Article, Credit, CreditKind
from synoptic.records.links import LinkKind
from synoptic.records.span import Span
from synoptic.stages.cluster.copies import find_copies
from tests.stages.cluster.accounts import BANK, CHESS, FERRY, article

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
