"""A person's card: every name and title of every account, by date, with the words it stands on."""

import io
import json
import re
from dataclasses import replace

import pytest
from rich.console import Console

from synoptic.doors.render.cards import CardPart, build_cards
from synoptic.doors.render.contract_json import synopsis_to_json
from synoptic.doors.render.markdown import story_markdown
from synoptic.doors.render.page import story_page
from synoptic.doors.render.terminal import print_synopsis
from synoptic.records.annotation import Mention, MentionForm
from synoptic.records.links import EntityLinking
from synoptic.records.stages import StorySynopsis, Synopsis
from tests.doors.render.ferry_story import at, synopsis


@pytest.fixture(scope="module")
def ferry() -> Synopsis:
    """The invented story with a description of the president, the ids of its articles' entities, and one early date."""
    whole = synopsis()
    story = whole.stories[0]
    entities = list(story.alignment.linking.entities)
    sentinel = next(account.article for account in story.accounts if account.article.id == "sentinel")
    called = Mention("sentinel", at(sentinel, "The strongman of Marsand"), MentionForm.NOMINAL, "apposition")
    korrin = next(place for place, entity in enumerate(entities) if entity.id == "korrin")
    entities[korrin] = replace(entities[korrin], mentions=(*entities[korrin].mentions, called))
    ids = {(article, entity.id): entity.id for article in story.story.articles for entity in entities}
    accounts = tuple(
        replace(one, article=replace(one.article, published="2031-05-01")) if one.article.id == "arabic" else one
        for one in story.accounts
    )
    alignment = replace(story.alignment, linking=EntityLinking(tuple(entities), ids))
    return replace(whole, stories=(replace(story, alignment=alignment, accounts=accounts),))


def _korrin(story: StorySynopsis) -> tuple[CardPart, ...]:
    return build_cards(story)["korrin"]


def test_a_card_holds_every_account_that_names_the_person_by_date(ferry: Synopsis) -> None:
    """The earliest account comes first, and each stands once with the names as it writes them."""
    card = _korrin(ferry.stories[0])
    assert card[0].article == "arabic"
    assert [part.date for part in card] == sorted(part.date or "" for part in card)
    assert {one.text for one in card[0].called} == {"آدا كورين"}
    assert len({part.article for part in card}) == len(card)


def test_a_title_inside_a_description_is_told_with_it_and_stays_loaded(ferry: Synopsis) -> None:
    """“The strongman of Marsand” is one title, without its article, and loaded because a word of it is."""
    part = next(part for part in _korrin(ferry.stories[0]) if part.article == "sentinel")
    titles = [(one.text, one.loaded, one.voice) for one in part.called if one.kind == "title"]
    assert titles == [("strongman of Marsand", True, "outlet")]


def test_every_word_of_a_card_is_cited(ferry: Synopsis) -> None:
    """In the JSON each name and title has spans, and the text at each is the name or title, but for case."""
    document = json.loads(synopsis_to_json(ferry))
    texts = {article["id"]: article["text"] for article in document["articles"]}
    people = document["stories"][0]["people"]
    assert {person["entity"] for person in people} == {"korrin", "vael"}
    for person in people:
        for account in person["accounts"]:
            assert account["called"]
            for one in account["called"]:
                assert one["spans"]
                for start, end in one["spans"]:
                    assert texts[account["article"]][start:end].casefold() == one["text"].casefold()


def test_the_page_and_the_digest_show_the_card(ferry: Synopsis) -> None:
    """The page has a card a person that its row leads to; the digest has a line with the same words."""
    page = story_page(ferry)
    assert page.count('<details class="card">') == 2
    assert 'href="#s1p1c"' in page
    assert 'id="s1p1c"' in page
    line = next(line for line in story_markdown(ferry).splitlines() if line.startswith("- **Ada Korrin**: "))
    assert "strongman of Marsand[^" in line


def test_the_terminal_says_who_is_called_what_where(ferry: Synopsis) -> None:
    """Each title stands once, with the numbers of the accounts that use it."""
    console = Console(width=200, record=True, file=io.StringIO())
    print_synopsis(ferry, console)
    text = console.export_text()
    line = next(line for line in text.splitlines() if line.startswith("Ada Korrin: "))
    assert re.search(r"strongman of Marsand \[\d\]", line)
