"""The page: self-contained, inert, and true to the records."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from synoptic.doors.render.page import story_page
from synoptic.doors.render.view.columns import safe_url
from synoptic.records.stages import Synopsis
from tests.doors.render.ferry_story import TEXTS, build, repeated, synopsis


class Outline(HTMLParser):
    """Tags, ids, links and visible text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps every tag with its attributes."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keeps the words."""
        self.words.append(data)

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attrs["id"] or "" for _, attrs in self.tags if "id" in attrs]


@pytest.fixture(scope="module")
def page() -> str:
    """The page of the invented story."""
    return story_page(synopsis())


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    """No tag of the page fetches: no external script, style, font, image or frame."""
    outline = Outline(page)
    fetching = [(tag, attrs) for tag, attrs in outline.tags if "src" in attrs or tag in {"iframe", "img", "object"}]
    assert fetching == []
    assert [attrs["href"] for tag, attrs in outline.tags if tag == "link"] == ["data:,"]
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", page)
    assert "@import" not in page


def test_the_policy_allows_only_the_pages_own_style_and_script(page: str) -> None:
    """The digests of the policy are those of the one style and the one script; there are no inline handlers."""
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        held = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(held) == 1
        digest = base64.b64encode(hashlib.sha256(held[0].encode()).digest()).decode()
        assert f"{directive} &#39;sha256-{digest}&#39;" in page or f"{directive} 'sha256-{digest}'" in page
    outline = Outline(page)
    assert not [attrs for _, attrs in outline.tags if any(name.startswith("on") or name == "style" for name in attrs)]
    assert "default-src &#39;none&#39;" in page


def test_markup_in_articles_is_text(page: str) -> None:
    """Tags, quotes and ampersands of an article, its title, outlet and source are printed, not obeyed."""
    outline = Outline(page)
    assert sum(tag == "script" for tag, _ in outline.tags) == 1
    assert not [attrs for tag, attrs in outline.tags if attrs.get("src") == "x"]
    words = "".join(outline.words)
    assert "<script>document.title='broken'</script>" in words
    assert "<img src=x onerror=alert(1)>" in words
    assert 'Free "Sentinel" <b>' in words
    assert "empty <i>.txt" in words


def test_every_word_of_every_article_is_on_the_page(page: str) -> None:
    """The full texts are complete, whatever marks cut through them."""
    words = re.sub(r"\s+", " ", "".join(Outline(page).words))
    for blocks in TEXTS.values():
        for _, text in blocks:
            assert re.sub(r"\s+", " ", text) in words


def test_every_link_inside_the_page_has_a_target(page: str) -> None:
    """Ids are unique and each fragment link leads to one of them: no citation leads nowhere."""
    outline = Outline(page)
    assert len(outline.ids) == len(set(outline.ids))
    targets = [attrs["href"] for tag, attrs in outline.tags if tag == "a" and (attrs.get("href") or "").startswith("#")]
    assert len(targets) > 40
    assert {target[1:] for target in targets if target} - {""} <= set(outline.ids)


def test_headings_descend_without_gaps(page: str) -> None:
    """There is one first heading, and no heading skips a level."""
    levels = [int(tag[1]) for tag, _ in Outline(page).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_differences_show_their_values_and_their_sides(page: str) -> None:
    """A number told differently is marked in its cell and spelled out with the outlets of each side."""
    assert '<span class="m diff">twelve</span>' in page
    assert '<span class="m diff">Thirteen</span>' in page
    assert "cannot both be right: 12 is not 13" in page
    assert "both can be right: 900 is more than 800" in page


def test_the_brief_runs_from_left_to_right(page: str) -> None:
    """Its sentences are English, whatever the script of the outlet that opens one."""
    sentences = re.findall(r'<p class="t-\w+" dir="(\w+)">', page)
    assert sentences
    assert set(sentences) == {"ltr"}


def test_gaps_and_omissions_are_told_apart(page: str) -> None:
    """An omission (two other origins report it) is not shown like a plain gap."""
    assert page.count('class="gap omitted"') == 1
    assert page.count('class="gap"') > 3


def test_unsafe_addresses_are_not_linked() -> None:
    """Only http and https become links."""
    assert safe_url("https://example.org/a") == "https://example.org/a"
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "",
        None,
        "http://[",
        "x",
    ):
        assert safe_url(bad) is None


def test_the_same_synopsis_gives_the_same_page(page: str) -> None:
    """The page holds no clock and no chance."""
    assert story_page(synopsis()) == page


def test_several_stories_have_an_index_and_a_section_each() -> None:
    """With three stories there are three sections, an index that leads to each, and no id twice."""
    outline = Outline(story_page(repeated(build(), 3)))
    assert len(outline.ids) == len(set(outline.ids))
    assert {"s1", "s2", "s3"} <= set(outline.ids)
    hrefs = [attrs.get("href") for tag, attrs in outline.tags if tag == "a"]
    assert {"#s1", "#s2", "#s3"} <= set(hrefs)


def test_an_empty_analysis_still_makes_a_page() -> None:
    """Without any story the page says so and lists what was left out."""
    empty = Synopsis((), synopsis().rejected, ())
    page = story_page(empty)
    assert "0 stories" in page
    assert "the file is empty" in page


def test_a_story_without_findings_makes_a_page() -> None:
    """No claims, origins, quotes, labels, events: the articles are still there."""
    whole = synopsis()
    story = whole.stories[0]
    bare = replace(
        story,
        findings=replace(story.findings, origins=(), claims=(), omissions=(), labels=(), events=(), timeline=()),
        alignment=replace(story.alignment, quotes=(), claims=(), links=()),
        brief=replace(story.brief, sentences=()),
    )
    page = story_page(replace(whole, stories=(bare,)))
    assert "No claim was found" in page
    assert "افتتحت" in page
