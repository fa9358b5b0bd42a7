"""A story that hundreds tell: pages, Markdown and terminal stay readable and small, and lose no wording."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from synoptic.doors.render.contract_json import synopsis_to_json
from synoptic.doors.render.markdown import story_markdown
from synoptic.doors.render.page import story_page
from synoptic.doors.render.terminal import print_synopsis
from synoptic.doors.render.view.drawn import MOST_LINKS, MOST_ROWS, nearest_links
from synoptic.doors.render.view.flow import ROW
from synoptic.doors.render.view.story import build_story
from synoptic.doors.render.view.versions import WIDE
from synoptic.records.links import Link, LinkKind
from synoptic.records.stages import StorySynopsis, Synopsis
from tests.doors.render.ferry_story import synopsis


def crowd(number: int) -> Synopsis:
    """The ferry story with `number` further outlets that print the agency's text; each two of them are linked."""
    whole = synopsis()
    return replace(whole, stories=(_crowded(whole.stories[0], [f"copy-{place}" for place in range(number)]),))


def _crowded(story: StorySynopsis, added: list[str]) -> StorySynopsis:
    (one,) = (account for account in story.accounts if account.article.id == "copy")
    accounts = tuple(
        replace(
            one,
            article=replace(one.article, id=id, outlet=f"Paper {id[5:]}"),
            annotation=replace(one.annotation, article=id),
        )
        for id in added
    )
    first, *origins = story.findings.origins
    claims = tuple(
        replace(
            claim,
            members=claim.members
            + tuple(
                replace(member, article=id) for member in claim.members if member.article == "copy" for id in added
            ),
        )
        for claim in story.findings.claims
    )
    named = tuple(replace(use, article=id) for use in story.findings.labels if use.article == "wire" for id in added)
    (taken, quoted) = story.alignment.links
    links = [replace(taken, target=id) for id in added]
    links += [
        Link(
            one,
            other,
            LinkKind.COPY,
            False,
            0.9,
            (replace(taken.passages[0], source=taken.passages[0].target),),
            "same",
        )
        for place, one in enumerate(added)
        for other in added[place + 1 :]
    ]
    return replace(
        story,
        accounts=story.accounts + accounts,
        story=replace(story.story, articles=(*story.story.articles, *added)),
        alignment=replace(story.alignment, links=(taken, quoted, *links)),
        findings=replace(
            story.findings,
            origins=(replace(first, articles=(*first.articles, *added)), *origins),
            claims=claims,
            labels=story.findings.labels + named,
        ),
    )


@pytest.fixture(scope="module")
def many() -> Synopsis:
    """The story as 105 articles tell it."""
    return crowd(100)


def test_each_wording_stands_once_with_all_who_print_it(many: Synopsis) -> None:
    """In place of a column an article a claim has its distinct wordings; the numbers of all articles are kept."""
    view = build_story(many.stories[0], 1)
    row = view.rows[0]
    assert view.wide
    assert len(row.present) == 105
    assert len(row.versions) == 4
    assert [len(version.links) for version in row.versions] == [102, 1, 1, 1]
    table = story_page(many).split("data-synopsis", 1)[1].split("</section>", 1)[0]
    assert table.count('class="words"') == sum(len(row.versions) for row in view.rows)
    assert '<span class="rest"' in table


def test_what_an_article_lacks_is_told(many: Synopsis) -> None:
    """The articles that lack what others report are named below the wordings."""
    row = next(row for row in build_story(many.stories[0], 1).rows if row.lacking)
    assert len(row.lacking) == 1
    assert "though at least two other origins report it" in story_page(many)


def test_a_few_accounts_keep_their_columns() -> None:
    """Up to WIDE articles each has its column, and no wording is folded."""
    view = build_story(crowd(WIDE - 5).stories[0], 1)
    assert not view.wide
    assert all(len(row.cells) == WIDE and not row.versions for row in view.rows)


def test_of_many_links_the_nearest_source_of_each_is_told(many: Synopsis) -> None:
    """The links that are told are a tree for each origin, directed ones first; the JSON output has all."""
    story = many.stories[0]
    flow = build_story(story, 1).flow
    assert flow.links == len(story.alignment.links) > MOST_LINKS
    assert len(flow.dependences) == 101
    assert all("Meridian" in told.sentence for told in flow.dependences)
    assert synopsis_to_json(many).count('"kind": "copy"') == 100 * 99 // 2
    columns = build_story(story, 1).columns
    few = story.alignment.links[:MOST_LINKS]
    assert nearest_links(columns, few) == few


def test_the_drawing_ends(many: Synopsis) -> None:
    """The largest origins are drawn, of each some articles and how many more there are; the rest is counted."""
    flow = build_story(many.stories[0], 1).flow
    assert flow.height <= (MOST_ROWS + 1) * ROW
    assert any(re.fullmatch(r"and \d+ more articles", box.label) for box in flow.boxes)


def test_outputs_grow_with_the_accounts_not_with_their_square() -> None:
    """Twice the accounts, with four times the links, give a page and a digest of at most a little more than twice."""
    small, large = crowd(60), crowd(120)
    for written in (story_page, story_markdown):
        assert len(written(large)) < 2.2 * len(written(small))


def test_every_link_of_the_page_has_a_target(many: Synopsis) -> None:
    """What is folded away leaves no link without a place to jump to, and no place twice."""
    page = story_page(many)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_no_line_of_the_digests_lists_hundreds(many: Synopsis) -> None:
    """Markdown and terminal name some accounts and count the others; footnotes are all defined."""
    digest = story_markdown(many)
    assert max(len(re.findall(r"Paper \d+", line)) for line in digest.splitlines()) <= 20
    assert set(re.findall(r"\[\^(\d+)\](?!:)", digest)) == set(re.findall(r"^\[\^(\d+)\]:", digest, re.MULTILINE))
    console = Console(file=io.StringIO(), width=100)
    print_synopsis(many, console)
    assert isinstance(console.file, io.StringIO)
    assert len(console.file.getvalue().splitlines()) < 120
