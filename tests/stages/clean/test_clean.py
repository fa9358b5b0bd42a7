"""clean: from raw articles to articles with what their text states of itself; what holds no article is rejected."""

import json
from pathlib import Path

import pytest

from synoptic.adapters.models.eld_identifier import EldIdentifier
from synoptic.adapters.models.trafilatura_pages import TrafilaturaPages
from synoptic.adapters.readers import all_readers
from synoptic.adapters.readers.files import FileOpener
from synoptic.errors import MalformedSource
from synoptic.records.article import Article, BlockKind, CreditKind, RawArticle
from synoptic.records.stages import Acquired, Collection, Sources
from synoptic.stages.acquire import acquire
from synoptic.stages.clean import LONGEST, clean, clean_article

LEAD = "The ferry Solvang ran aground on Sunday with 40 people on board, the harbour office said."


def article(text: str, **stated: str) -> Article:
    """The cleaned article of a text."""
    return clean_article(RawArticle("a.txt", text=text, **stated), TrafilaturaPages(), EldIdentifier())  # type: ignore[arg-type]


def cleaned(*raw: RawArticle) -> Collection:
    """The collection of raw articles."""
    return clean(Acquired(raw), TrafilaturaPages(), EldIdentifier())


def credits_of(text: str) -> list[tuple[str, str]]:
    """Name and kind of the credits of a text."""
    return [(credit.name, credit.kind.value) for credit in article(text).credits]


def test_title_outlet_address_date_and_language_are_read_from_the_text() -> None:
    """A scraped text states its headline, its outlet, its address and, by dateline and caption, its day."""
    found = article(
        "*Ferry runs onto\nsandbank off Lyrstad*\n\n"
        "Captain Jens Rud in the harbour of Lyrstad on May 4, 2031. (Photo by harbour.example)\n\n"
        f"Lyrstad, May 5 (RNL)-- {LEAD}\n\n<https://www.radionl.example/ferry>\n\nRadio Nord Lyrstad"
    )
    assert found.title == "Ferry runs onto sandbank off Lyrstad"
    assert found.outlet == "Radio Nord Lyrstad"
    assert found.url == "https://www.radionl.example/ferry"
    assert found.published == "2031-05-05"
    assert found.language == "en"
    assert [(credit.name, credit.kind) for credit in found.credits] == [("harbour.example", CreditKind.PHOTO)]


def test_what_the_source_states_goes_before_what_the_text_says() -> None:
    """Stated title, outlet, date and address are kept."""
    found = article(f"A headline of the text\n\n{LEAD}", title="Stated", outlet="Gazette", published="2031-05-06")
    assert (found.title, found.outlet, found.published) == ("Stated", "Gazette", "2031-05-06")


def test_nothing_is_invented() -> None:
    """Running text without headline, dateline or stamp has no title, outlet, date or address."""
    found = article(
        f"{LEAD}\n\nThe cause is not known, and the harbour office did not answer questions on May 4, 2031."
    )
    assert (found.title, found.outlet, found.url, found.published) == (None, None, None, None)


def test_the_outlet_is_known_by_its_sign_and_by_more_from() -> None:
    """A sign in the dateline is spelled out by a name in the text; "More from" names the outlet."""
    assert article(f"Lyrstad (NP) - {LEAD}\n\nNord PressNorland news: {LEAD}").outlet == "Nord Press"
    assert article(f"{LEAD}\n\nMore from Harbourside\n\nStrike enters third week").outlet == "Harbourside"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"date 2031-05-04 {LEAD}", "2031-05-04"),
        (f"Published: May 4, 2031 10:30 am\n\n{LEAD}", "2031-05-04"),
        (f"LYRSTAD, May 4, 2031 (AFP) - {LEAD}", "2031-05-04"),
        (f"LYRSTAD, Jan 2 (AFP) - {LEAD}\n\nIt had sailed since December 30, 2030, without a break.", "2031-01-02"),
        (f"LYRSTAD, May 4 (AFP) - {LEAD}\n\nIt was built on March 3, 1999, in Lyrstad.", None),
        (f"LYRSTAD, May 4 (AFP) - {LEAD}", None),
    ],
)
def test_the_day_is_only_what_the_text_states(text: str, day: str | None) -> None:
    """A dateline without a year takes it from a full date nearby in time, and from nothing else."""
    assert article(text).published == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LEAD} (With EFE Agency)", [("EFE", "agency")]),
        (f"{LEAD}\n\nSource: Xinhua", [("Xinhua", "agency")]),
        (f"LYRSTAD (Reuters) - {LEAD}", [("Reuters", "agency")]),
        (f"LYRSTAD (RNL) - {LEAD}", []),
        (f"{LEAD} The captain, in an interview with IRNA, denied it.", [("IRNA", "agency")]),
        (f"{LEAD} The captain told the Lyrstad Times that it was dark.", [("Lyrstad Times", "outlet")]),
        (f"{LEAD} Nobody was hurt, according to a statement by Harbour Watch.", [("Harbour Watch", "release")]),
        (
            "The ferry Solvang off Lyrstad. Harbour Office/WANA (West Asia News Agency) via REUTERS\n\n" + LEAD,
            [("WANA", "agency"), ("Reuters", "agency")],
        ),
        (f"{LEAD} The map shows the AP route.", []),
    ],
)
def test_credits_are_those_whom_the_article_names(text: str, expected: list[tuple[str, str]]) -> None:
    """Agencies, releases and outlets are credited where the text takes something from them, and only there."""
    assert credits_of(text) == expected


def test_every_credit_points_at_its_name() -> None:
    """The span of a credit holds the words that name it."""
    found = article(
        f"LYRSTAD (Reuters) - {LEAD} The captain told the Lyrstad Times that it was dark. (With EFE Agency)"
    )
    for credit in found.credits:
        assert credit.name.casefold() in credit.span.of(found.text).casefold()


def test_the_same_article_twice_is_kept_once() -> None:
    """The second copy of one file is rejected and names the first; another text under its id gets an id of its own."""
    collection = cleaned(
        RawArticle("a.txt", text=LEAD),
        RawArticle("b.txt", text=LEAD),
        RawArticle("c.txt", text=LEAD, id="x"),
        RawArticle("d.txt", text=LEAD + " Nobody was hurt.", id="x"),
    )
    assert [(rejected.source, rejected.reason) for rejected in collection.rejected] == [
        ("b.txt", "the same article as a.txt")
    ]
    assert [found.id for found in collection.articles][1:] == ["x", "x-2"]


def test_an_id_is_a_hash_of_address_and_text() -> None:
    """The same address and text have the same id in every run; another address has another."""
    assert article(LEAD).id == article(LEAD).id
    assert article(LEAD, url="https://example.com/a").id != article(LEAD).id


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("!!! && ...", "no readable text"),
        ("Image not found or type unknown\n\nShare", "nothing but page furniture"),
        ("word " * (LONGEST // 4), "characters are more than an article has"),
    ],
)
def test_what_holds_no_article_is_rejected(text: str, reason: str) -> None:
    """Signs, furniture and five megabytes are refused with a reason; the article beside them goes on."""
    collection = cleaned(RawArticle("bad.txt", text=text), RawArticle("good.txt", text=LEAD))
    assert [found.source for found in collection.articles] == ["good.txt"]
    assert collection.rejected[0].source == "bad.txt"
    assert reason in collection.rejected[0].reason


def test_blocks_that_came_along_are_kept_and_checked() -> None:
    """Blocks of the input stay, what they leave out is furniture; blocks that leave the text are a reason, no crash."""
    given = cleaned(*acquired_line({"text": LEAD, "blocks": [{"kind": "body", "start": 0, "end": 9}]}).raw)
    assert [(block.kind, len(block.span)) for block in given.articles[0].blocks] == [
        (BlockKind.BODY, 9),
        (BlockKind.FURNITURE, len(LEAD[9:].strip())),
    ]
    beyond = cleaned(*acquired_line({"text": LEAD, "blocks": [{"kind": "body", "start": 0, "end": 999}]}).raw)
    assert "leaves the text" in beyond.rejected[0].reason


def acquired_line(row: dict[str, object]) -> Acquired:
    """What acquire gives for one JSON line on standard input."""
    opener = FileOpener(standard_input=lambda: json.dumps(row).encode())
    return acquire(Sources(("-",)), opener, all_readers())


PAGE = """<!doctype html><html lang="en"><head><title>Ferry aground - Gazette</title>
<meta property="og:title" content="Ferry aground off Lyrstad"><meta property="og:site_name" content="Gazette">
<meta property="article:published_time" content="2021-05-04T10:00:00Z"><meta name="author" content="Ida Holm">
<meta name="description" content="Forty people were taken ashore by volunteers in the night of Sunday">
</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Ferry aground off Lyrstad</h1>
<h2>Forty people were taken ashore by volunteers in the night of Sunday</h2>
<p>The ferry Solvang ran aground on Sunday with 40 people on board, the harbour office said in a statement.</p>
<p><a href="/strike">Strike at the port enters its third week</a></p>
<p>Divers found a crack in the hull that runs from the bow to the engine room, and the inquiry will begin next week.</p>
<p>The harbour minister, Olga Brandt, thanked those who had come with their boats to take the passengers ashore.</p>
</article><footer>Copyright 2031 Gazette</footer></body></html>"""


def test_a_page_becomes_its_article(tmp_path: Path) -> None:
    """Text and metadata are the page's; navigation, links to other articles and the footer stay away."""
    (tmp_path / "page.html").write_text(PAGE)
    raw = acquire(Sources((str(tmp_path / "page.html"),)), FileOpener(), all_readers())
    (found,) = clean(raw, TrafilaturaPages(), EldIdentifier()).articles
    assert (found.title, found.outlet, found.authors) == ("Ferry aground off Lyrstad", "Gazette", ("Ida Holm",))
    assert (found.published, found.language) == ("2021-05-04", "en")
    assert "taken ashore by volunteers in the night" in found.main_text
    assert "Divers found a crack" in found.main_text
    for absent in ("Strike at the port", "Copyright", "World"):
        assert absent not in found.text


@pytest.mark.parametrize(
    "html",
    ["<html></html>", "<<<>>><p", "<script>alert(1)</script>", "<div>" * 20000 + "x", "\x00\x01", "<p>\ud83d</p>"],
)
def test_a_hostile_page_is_rejected_without_a_crash(html: str) -> None:
    """Pages that are empty, broken, nested without end or full of control characters are reasons."""
    collection = cleaned(RawArticle("bad.html", html=html), RawArticle("good.txt", text=LEAD))
    assert [rejected.source for rejected in collection.rejected] == ["bad.html"]
    assert len(collection.articles) == 1


def test_an_unknown_language_and_a_text_without_date_or_title_are_articles() -> None:
    """What cannot be known stays None and stops nothing."""
    found = article("Qapla batlh je, Duy puS law cha je tlhIngan wo jIH maH chaH ghaH.")
    assert found.title is None
    assert found.blocks


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        (f"LYRSTAD (Nova) - {LEAD}\n\nWith Nova News Agency", "Gazette", [("Nova News Agency", "agency")]),
        (f"LYRSTAD (Nova) - {LEAD}", "Gazette", [("Nova", "agency")]),
        (f"LYRSTAD (LG) - {LEAD}", "Lyrstad Gazette", []),
        (f"{LEAD} (With Nova Press Agency)", None, [("Nova Press Agency", "agency")]),
        (f"{LEAD}\n\nCon información de la Agencia Nova", "Gaceta", [("Agencia Nova", "agency")]),
    ],
)
def test_agencies_that_no_table_knows_are_known_by_their_own_words(
    text: str, outlet: str | None, expected: list[tuple[str, str]]
) -> None:
    """A name that says it is an agency's is one, and so is a sign in a dateline that is not the outlet's own."""
    language = "es" if "Agencia" in text else "en"
    raw = RawArticle("a.txt", text=text, outlet=outlet, language=language)
    found = clean_article(raw, TrafilaturaPages(), EldIdentifier())
    assert [(credit.name, credit.kind.value) for credit in found.credits] == expected


def test_the_holder_of_the_copyright_is_the_outlet_where_nothing_else_names_it() -> None:
    """A copyright line names the outlet; a stated one goes before it."""
    text = f"{LEAD}\n\n© 2031 The Lyrstad Gazette. All rights reserved."
    assert article(text).outlet == "The Lyrstad Gazette"
    assert article(text, outlet="Other").outlet == "Other"


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04 10:30:00", "2031-05-04T10:30:00"),
        ("2031-05-04T10:30:00+02:00", "2031-05-04T10:30:00+02:00"),
        ("May 4, 2031", "2031-05-04"),
        ("yesterday", None),
        ("2031-02-30", None),
    ],
)
def test_a_stated_date_is_iso_or_noted(stated: str, published: str | None) -> None:
    """Dates come out as ISO 8601; what is none is not passed on, and a note says so."""
    found = article(LEAD, published=stated)
    assert found.published == published
    assert bool(found.notes) == (published is None)


def test_a_language_that_is_no_language_does_no_harm() -> None:
    """A language that looks like a path opens no file."""
    assert article(LEAD, language="../../secrets").blocks


def test_an_address_behind_a_word_is_the_address() -> None:
    """The form "URL: …" above a text is its address, and no headline."""
    found = article(f"URL: https://example.com/ferry\n\n{LEAD}")
    assert (found.url, found.title) == ("https://example.com/ferry", None)


@pytest.mark.parametrize("stated", [{"text": "The bridge \ud83d is shut."}, {"text": "Shut.", "title": "\udfff"}])
def test_half_a_surrogate_pair_is_refused(stated: dict[str, str]) -> None:
    """No file can hold it; the reason says where it stands."""
    with pytest.raises(MalformedSource, match=r"character \d+ of .*half a surrogate pair"):
        clean_article(RawArticle("a", **stated), TrafilaturaPages(), EldIdentifier())  # type: ignore[arg-type]
