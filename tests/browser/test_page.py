"""The page in a real browser: nothing fails, nothing is fetched, everything works, hostile text stays text."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from synoptic.doors.render.page import story_page
from tests.doors.render.ferry_story import build, repeated, synopsis

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

IN_CI = os.environ.get("CI", "").lower() == "true"

pytestmark = pytest.mark.browser

if not CHROMIUM.exists():
    if IN_CI:
        pytest.fail("the browser tests need Debian's chromium: apt-get install chromium", pytrace=False)
    pytest.skip("Debian's chromium is absent: apt-get install chromium", allow_module_level=True)

if IN_CI:
    import playwright.sync_api as playwright
else:
    playwright = pytest.importorskip("playwright.sync_api", reason="the playwright package is absent")


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright.Browser"]:
    """One browser for all tests."""
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the invented story: `one.html`, and `many.html` with three stories."""
    there = tmp_path_factory.mktemp("pages")
    (there / "one.html").write_text(story_page(synopsis()), encoding="utf-8")
    (there / "many.html").write_text(story_page(repeated(build(), 3)), encoding="utf-8")
    return there


class Watched:
    """A page with what it complained of and what it asked for."""

    def __init__(self, browser: "playwright.Browser", file: Path, width: int = 1440, script: bool = True) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
        self.page = context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())


@pytest.fixture
def one(browser: "playwright.Browser", folder: Path) -> Iterator[Watched]:
    """The page of one story at 1440 pixels."""
    watched = Watched(browser, folder / "one.html")
    yield watched
    watched.page.context.close()


@pytest.mark.parametrize("width", [390, 760, 1440])
@pytest.mark.parametrize("name", ["one.html", "many.html"])
def test_the_page_is_quiet_offline_and_fits(browser: "playwright.Browser", folder: Path, name: str, width: int) -> None:
    """No message on the console, no request but the file itself, no sideways scrolling of the page."""
    watched = Watched(browser, folder / name, width)
    assert watched.complaints == []
    assert [url for url in watched.requests if not url.startswith("data:")] == [(folder / name).as_uri()]
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    watched.page.context.close()


def test_a_citation_leads_to_its_highlighted_words_and_back(one: Watched) -> None:
    """A click on a citation lights the cited words in the article, in view; Back returns to the citation."""
    citation = one.page.locator(".brief .cite").first
    target = citation.get_attribute("href") or ""
    citation.click()
    cited = one.page.locator(f'[id="{target[1:]}"]')
    playwright.expect(cited).to_have_class(re.compile(r"\blit\b"))
    playwright.expect(cited).to_be_in_viewport()
    assert "opened a ferry line" in (cited.text_content() or "")
    back = one.page.locator(".back")
    playwright.expect(back).to_be_visible()
    back.click()
    playwright.expect(citation).to_be_in_viewport()
    playwright.expect(back).to_be_hidden()


def test_filters_show_the_claims_that_they_name(one: Watched) -> None:
    """Status, "missing in" and word filters each leave the right rows, and say how many are shown."""
    rows = one.page.locator("tbody.claim")
    shown = one.page.locator("tbody.claim:visible")
    assert rows.count() == 6
    for status, count in (("differs", 2), ("single", 1), ("agreed", 1), ("partial", 2), ("shared", 5), ("all", 6)):
        one.page.click(f'[data-show="{status}"]')
        playwright.expect(shown).to_have_count(count)
        playwright.expect(one.page.locator(f'[data-show="{status}"]')).to_have_attribute("aria-pressed", "true")
    one.page.select_option("[data-missing]", "1")
    playwright.expect(shown).to_have_count(1)
    playwright.expect(one.page.locator("[data-showing]")).to_have_text("showing 1 of 6")
    one.page.select_option("[data-missing]", "")
    one.page.fill("[data-word]", "PASSENGERS")
    playwright.expect(shown).to_have_count(1)


def test_the_page_works_by_keyboard(one: Watched) -> None:
    """The first stop is the link that skips to the synopsis; Enter on a citation lights its words."""
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.className") == "skip"
    one.page.locator(".brief .cite").first.focus()
    one.page.keyboard.press("Enter")
    playwright.expect(one.page.locator(".m.lit").first).to_be_focused()


def test_hostile_text_is_inert(one: Watched) -> None:
    """Script and handlers in an article neither run nor become elements; they can be read."""
    assert one.page.title().startswith("Marsand and Ostrevia")
    assert one.page.locator("article script, article img").count() == 0
    assert one.page.get_by_text("<img src=x onerror=alert(1)>").count() > 0
    assert one.page.locator('a[href^="javascript"]').count() == 0


def test_right_to_left_text_runs_right_to_left(one: Watched) -> None:
    """The Arabic account is set from the right, in the table and in full."""
    for selector in ('td[lang="ar"] p', '.body[lang="ar"] .b-lead'):
        assert one.page.locator(selector).first.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_without_script_everything_can_be_read(browser: "playwright.Browser", folder: Path) -> None:
    """With scripts off all rows show, the filters are hidden, and a citation still lights its words."""
    watched = Watched(browser, folder / "one.html", script=False)
    assert watched.page.locator("tbody.claim:visible").count() == 6
    assert watched.page.locator(".filters:visible").count() == 0
    citation = watched.page.locator(".brief .cite").first
    target = citation.get_attribute("href") or ""
    citation.click()
    playwright.expect(watched.page.locator(f'[id="{target[1:]}"]')).to_be_in_viewport()
    watched.page.context.close()


def test_on_a_phone_the_table_becomes_cards(browser: "playwright.Browser", folder: Path) -> None:
    """At 390 pixels every cell names its outlet and spans the card; plain gaps are left out."""
    watched = Watched(browser, folder / "one.html", 390)
    cell = watched.page.locator("tbody.claim td[data-outlet]:visible").first
    box = cell.bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert "Meridian" in cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert watched.page.locator("td.gap:not(.omitted):visible").count() == 0
    watched.page.context.close()


def test_print_shows_all_and_hides_the_controls(one: Watched) -> None:
    """On paper there are no navigation and filters, and all rows are there although a filter is set."""
    one.page.click('[data-show="single"]')
    one.page.emulate_media(media="print")
    assert one.page.locator("nav.sections:visible, .filters:visible").count() == 0
    assert one.page.locator("tbody.claim:visible").count() == 6
