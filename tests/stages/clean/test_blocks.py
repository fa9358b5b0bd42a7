"""Blocks: scraped text comes apart into what is the article and what stands around it, and no prose is lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.page_words import page_words
from synoptic.records.article import BlockKind
from synoptic.stages.clean.blocks import Stated, find_blocks

SCRAPED = """

*Harbour minister orders
inquiry into ferry grounding*

Image not found or type unknown

Harbour Minister Olga Brandt (R) greets Captain Jens Rud in Lyrstad on May 4, 2031. (Photo by harbour.example)

Lyrstad, May 5 (RNL)-- The harbour minister ordered an inquiry on Monday into the grounding of the ferry Solvang.

Brandt said the crew had followed all rules, and thanked the volunteers.

<https://www.radionl.example/news/341-harbour-minister-orders-inquiry>



Radio Nord Lyrstad"""


def typed(text: str, language: str = "en", title: str | None = None) -> list[tuple[str, str]]:
    """The kind and the words of each block."""
    blocks = find_blocks(text, page_words(language), Stated(title))
    return [(block.kind.value, " ".join(block.span.of(text).split())) for block in blocks]


def kinds(text: str, language: str = "en", title: str | None = None) -> list[str]:
    """The kind of each block."""
    return [kind for kind, _ in typed(text, language, title)]


def test_a_scraped_article_comes_apart() -> None:
    """Title, missing image, caption, credit, dateline, address and the outlet's name are told from the prose."""
    assert typed(SCRAPED) == [
        ("furniture", "*"),
        ("title", "Harbour minister orders inquiry into ferry grounding"),
        ("furniture", "*"),
        ("furniture", "Image not found or type unknown"),
        ("caption", "Harbour Minister Olga Brandt (R) greets Captain Jens Rud in Lyrstad on May 4, 2031."),
        ("credit", "(Photo by harbour.example)"),
        ("dateline", "Lyrstad, May 5 (RNL)--"),
        ("lead", "The harbour minister ordered an inquiry on Monday into the grounding of the ferry Solvang."),
        ("body", "Brandt said the crew had followed all rules, and thanked the volunteers."),
        ("furniture", "<https://www.radionl.example/news/341-harbour-minister-orders-inquiry>"),
        ("furniture", "Radio Nord Lyrstad"),
    ]


def test_a_stamp_a_glued_caption_and_a_closing_agency_are_parted_from_the_text() -> None:
    """What scrapers glue together comes apart: date stamp, caption with credit, agency in brackets."""
    text = (
        " date 2031-05-04 Captain Jens Rud beside the ferry Solvang this Sunday (4) | Photo: EFE/Olga Lind\n\n"
        "The ferry Solvang ran aground on Sunday with 40 people on board.\n\n"
        "Nobody was hurt, and the cargo is safe. (With EFE Agency)"
    )
    assert typed(text) == [
        ("furniture", "date 2031-05-04"),
        ("caption", "Captain Jens Rud beside the ferry Solvang this Sunday (4)"),
        ("credit", "| Photo: EFE/Olga Lind"),
        ("lead", "The ferry Solvang ran aground on Sunday with 40 people on board."),
        ("body", "Nobody was hurt, and the cargo is safe."),
        ("credit", "(With EFE Agency)"),
    ]


def test_a_short_single_sentence_is_a_lead() -> None:
    """A text of one sentence is an article."""
    assert kinds("Rain fell.") == ["lead"]
    assert kinds("The bridge is open again") == ["lead"]


def test_an_article_without_anything_around_it_is_lead_and_body() -> None:
    """Running text comes out whole: one block a paragraph, with single or double line ends."""
    paragraphs = [f"Paragraph {n} tells of the flood in the valley, and of the people who left it." for n in range(5)]
    for between in ("\n", "\n\n", "\r\n", "\n \n"):
        assert kinds(between.join(paragraphs)) == ["lead", "body", "body", "body", "body"]


def test_text_in_one_line_is_one_lead() -> None:
    """A text without any line end is not lost and not cut inside its sentences."""
    text = "The flood came at night. " * 30
    assert kinds(text) == ["lead"]


def test_literal_line_marks_part_paragraphs() -> None:
    r"""The characters `\n`, left in by some collections, end paragraphs and are furniture themselves."""
    text = r"The flood came at night in the valley.\nIt took two bridges and a mill.\nNobody was hurt, the mayor said."
    assert [kind for kind in kinds(text) if kind != "furniture"] == ["lead", "body", "body"]


def test_a_wrapped_text_keeps_its_paragraphs() -> None:
    """Lines broken at a width are one paragraph."""
    text = (
        "The harbour minister ordered an inquiry on Monday into the grounding of\n"
        "the ferry Solvang, which ran onto a sandbank near Lyrstad with 40 people\n"
        "on board. Divers found a crack in the hull that runs from the bow to the\n"
        "engine room.\n\n"
        "Brandt said that the crew had followed all rules, and she thanked those\n"
        "who came with their boats in the night to take the passengers ashore.\n"
        "The inquiry will begin next week in the old customs house of Lyrstad.\n"
    )
    assert kinds(text) == ["lead", "body"]


def test_slugs_and_file_names_of_pictures_are_furniture_and_what_they_name_is_a_caption() -> None:
    """Under the slug of an agency's photograph stands its caption, and notices to editors are credit."""
    text = (
        "Ferry runs onto sandbank near Lyrstad; minister calls for “calm and patience”\n\n"
        "2031 05 04T143844Z 126517146 RC2EQ4AQZZE1 RTRMADP 3 NORLAND FERRY\n"
        "Captain Jens Rud stands beside the ferry Solvang in Lyrstad, Norland May 4, 2031. Harbour Office via REUTERS "
        "ATTENTION EDITORS - THIS PICTURE WAS PROVIDED BY A THIRD PARTY\n\n"
        "The ferry Solvang ran aground on Sunday with 40 people on board.\n\n"
        "Screenshot 2031 05 04 at 10.47.42\n\n"
        "The cause is unknown, the harbour office said on Monday morning."
    )
    assert kinds(text) == ["title", "furniture", "caption", "credit", "lead", "furniture", "body"]


def test_rubrics_before_the_first_words_are_furniture() -> None:
    """A label that an outlet sets before its text is no part of the first sentence."""
    assert typed("Nord PressNorland news: The ferry ran aground on Sunday with 40 people on board.")[0] == (
        "furniture",
        "Nord PressNorland news:",
    )


def test_a_stated_title_is_found_and_its_echo_is_not_body() -> None:
    """The line that repeats the stated title is the title; the standfirst below it stays in the article."""
    text = (
        "Ferry aground off Lyrstad.\n\nForty people were taken ashore by volunteers\n\n"
        "The ferry Solvang ran aground on Sunday. Nobody was hurt."
    )
    assert kinds(text, title="Ferry aground off Lyrstad") == ["title", "body", "lead"]


def test_headings_inside_the_article_stay_in_it() -> None:
    """A heading between paragraphs is not given up."""
    text = (
        "The flood came at night in the valley.\n\nTwo bridges lost\n\nIt took two bridges and a mill, the mayor said."
    )
    assert kinds(text) == ["lead", "body", "body"]


def test_a_list_of_headlines_below_the_article_is_teaser() -> None:
    """Headlines that end a text lead elsewhere, also without a header."""
    prose = "The flood came at night in the valley. It took two bridges and a mill, the mayor said.\n\n" * 3
    links = "Minister resigns over budget row\n\nStrike at port enters third week\n\nSnow expected in the north\n\n"
    assert kinds(prose + links + "New stadium opens in Lyrstad")[-4:] == ["teaser"] * 4


def test_a_very_long_paragraph_is_cut_at_sentences() -> None:
    """No block is longer than a model can take, and none ends inside a sentence."""
    text = "The river rose again in the night of Sunday. " * 2000
    blocks = find_blocks(text, page_words("en"), Stated())
    assert max(len(block.span) for block in blocks) <= 8000
    assert all(block.span.of(text).endswith(".") for block in blocks)


def test_other_languages_come_apart_by_their_own_tables() -> None:
    """Spanish, French, Portuguese, German and Italian pages have their own words for the same things."""
    samples = {
        "es": ("El ferri encalló el domingo con 40 personas a bordo.", "Lea también: Huelga en el puerto", "Compartir"),
        "fr": (
            "Le ferry s'est échoué dimanche avec 40 personnes à bord.",
            "À lire aussi : La grève au port",
            "Partager",
        ),
        "pt": ("A balsa encalhou no domingo com 40 pessoas a bordo.", "Leia também: Greve no porto", "Compartilhar"),
        "de": ("Die Fähre lief am Sonntag mit 40 Menschen auf Grund.", "Lesen Sie auch: Streik im Hafen", "Teilen"),
        "it": (
            "Il traghetto si è arenato domenica con 40 persone a bordo.",
            "Leggi anche: Sciopero al porto",
            "Condividi",
        ),
    }
    for language, (prose, teaser, furniture) in samples.items():
        text = f"{prose}\n\n{prose[:-1]} e e.\n\n{teaser}\n\n{furniture}"
        assert kinds(text, language)[:2] == ["lead", "body"], language
        assert "body" not in kinds(text, language)[2:], language


def test_scripts_without_spaces_and_from_right_to_left_are_read() -> None:
    """Japanese and Arabic sentences are prose too."""
    assert kinds("船が日曜日に座礁した。\n\n乗客四十人は全員無事だったと市長が語った。") == ["lead", "body"]
    arabic = "جنحت العبارة يوم الأحد وعلى متنها أربعون شخصا."
    assert kinds(f"{arabic}\n\n{arabic}") == ["lead", "body"]


PIECES = st.sampled_from(
    [
        "The ferry ran aground on Sunday.",
        "TEHRAN: ",
        "Read more:",
        "More from Gazette",
        "(Photo by Ida)",
        "*Title*",
        "\\n",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u2028",
        "date 2031-05-04 ",
        "https://example.com/a",
        "Share",
        "“Quote”",
        "…",
        "船が座礁。",
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=300)))
def test_blocks_cover_the_text_in_order(text: str) -> None:
    """Every character that is not white space is in exactly one block; the same text gives the same blocks."""
    blocks = find_blocks(text, page_words("en"), Stated("The ferry ran aground on Sunday"))
    covered = [place for block in blocks for place in range(block.span.start, block.span.end)]
    assert covered == sorted(set(covered))
    inside = set(covered)
    assert all(character.isspace() for place, character in enumerate(text) if place not in inside)
    assert blocks == find_blocks(text, page_words("en"), Stated("The ferry ran aground on Sunday"))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_there_is_at_most_one_lead(text: str) -> None:
    """An article has one lead, and a dateline stands only right before it."""
    blocks = find_blocks(text, page_words("en"), Stated())
    assert sum(block.kind is BlockKind.LEAD for block in blocks) <= 1
    for block, after in pairwise(blocks):
        assert block.kind is not BlockKind.DATELINE or after.kind is BlockKind.LEAD


def test_an_article_in_one_line_is_not_lost_to_the_messages_in_it() -> None:
    """A whole article in one paragraph stays a lead, also with messages and picture credits inside."""
    message = "No bridge, no school! pic.twitter.com/abcd — Ida Holm (@idaholm) May 4, 2031"
    text = "The flood came at night and took two bridges. " * 8 + message + " The mayor said that nobody was hurt."
    assert kinds(text) == ["lead"]


def test_messages_of_networks_stand_beside_the_text() -> None:
    """An embedded message and its signature are no statement of the article."""
    text = f"{LEADS}\n\nNo bridge, no school! We wait since March.\n\n— Ida Holm (@idaholm) May 4, 2031\n\n{LEADS}"
    assert kinds(text) == ["lead", "caption", "caption", "body"]


LEADS = "The flood came at night and took two bridges, the mayor of Lyrstad said on Monday."
