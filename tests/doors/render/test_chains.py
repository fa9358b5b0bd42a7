"""Chains are drawn and told whole, and no name can break the picture or the tree."""

import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.doors.render.chain_svg import Picture, chain_svg
from synoptic.doors.render.chain_text import chain_tree
from synoptic.records.article import Article
from synoptic.records.links import Link, LinkKind
from synoptic.stages.weigh.chains import find_chains
from synoptic.stages.weigh.origins import find_origins
from tests.stages.cluster.accounts import article

SVG = "{http://www.w3.org/2000/svg}"


def picture(names: list[str], *links: Link) -> Picture:
    """A story of articles a0, a1 and so on, with these outlets."""
    articles: list[Article] = [article(f"a{number}", f"{number}.", outlet=name) for number, name in enumerate(names)]
    chains = find_chains(articles, links, find_origins(articles, links))
    return Picture("A ferry", chains, {f"a{n}": name for n, name in enumerate(names)}, {"a0": "5 March 2024"})


def copy(one: str, other: str, *, directed: bool = True) -> Link:
    """A copy link."""
    return Link(one, other, LinkKind.COPY, directed, 0.99, (), "90% of the shorter text")


def test_a_picture_tells_itself_to_those_who_do_not_see_it() -> None:
    """Title, description with every outlet, a tooltip with the reason, and nothing that runs or is loaded."""
    drawn = chain_svg([picture(["Norpress", "Torvik Post", "Echo"], copy("a0", "a1"))])
    root = ElementTree.fromstring(drawn)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    described = root.findtext(f"{SVG}desc") or ""
    assert "2 origins" in described
    assert all(name in described for name in ("Norpress", "Torvik Post", "Echo"))
    assert any("90% of the shorter text" in (title.text or "") for title in root.iter(f"{SVG}title"))
    assert len([1 for _ in root.iter(f"{SVG}rect")]) == 4
    assert "script" not in drawn
    assert "href" not in drawn
    assert "url(" not in drawn


def test_a_link_without_direction_has_no_tip() -> None:
    """An arrow's tip stands only where the direction is known."""
    names = ["Norpress", "Torvik Post"]
    assert 'class="tip"' in chain_svg([picture(names, copy("a0", "a1"))])
    assert 'class="tip"' not in chain_svg([picture(names, copy("a0", "a1", directed=False))])
    assert "direction not known" in chain_tree(
        picture(names, copy("a0", "a1", directed=False)).chains, {"a0": "Norpress", "a1": "Post"}, "A ferry"
    )


@settings(max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_no_name_breaks_the_picture(names: list[str]) -> None:
    """Markup, control characters, direction overrides and very long names leave a well-formed document."""
    hostile = [*names, "</title><script>alert(1)</script>", "evil \u202e name\x1b[2J", "صحيفة الجزيرة", "W" * 300]
    drawn = chain_svg([picture(hostile, copy("a0", "a1"), copy("a0", "a2"))])
    root = ElementTree.fromstring(drawn)
    assert not list(root.iter(f"{SVG}script"))
    assert "\u202e" not in drawn
    width = int(root.get("width") or 0)
    assert all(
        int(box.get("x") or 0) + int(box.get("width") or 0) <= width for box in root.iter(f"{SVG}rect") if box.get("x")
    )


def test_the_tree_shows_what_rests_on_what() -> None:
    """Each article has a line, below and to the right of its source, and escape sequences are gone."""
    tree = chain_tree(
        picture(["Norpress", "Torvik\x1b[2J Post", "Echo"], copy("a0", "a1")).chains,
        {"a0": "Norpress", "a1": "Torvik\x1b[2J Post", "a2": "Echo"},
        "A ferry",
    )
    assert tree.splitlines() == [
        "A ferry",
        "2 independent origins, 3 articles",
        "Norpress",
        "└── Torvik[2J Post (copy: 90% of the shorter text)",
        "Echo",
    ]


def test_no_story_gives_a_picture_too() -> None:
    """A collection without stories is drawn as a sentence."""
    assert "No story" in (ElementTree.fromstring(chain_svg([])).findtext(f"{SVG}text") or "")


def test_a_chain_may_be_as_deep_as_it_is_long() -> None:
    """A text that each of a thousand outlets took from the one before is drawn and told, a line an outlet."""
    number = 1_100
    passed_on = [copy(f"a{place}", f"a{place + 1}") for place in range(number - 1)]
    drawn = picture([f"Paper {place}" for place in range(number)], *passed_on)
    assert len(chain_tree(drawn.chains, drawn.names, "A ferry").splitlines()) == number + 2
    assert len(re.findall("<g class=.article.>", chain_svg([drawn]))) == number
