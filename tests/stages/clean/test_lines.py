"""Single lines: what each phenomenon takes, and the prose that it must leave alone."""

import pytest

from synoptic.language.page_words import page_words
from synoptic.stages.clean.bylines import is_biography, is_byline
from synoptic.stages.clean.captions import is_caption, picture_credit
from synoptic.stages.clean.datelines import find_dateline
from synoptic.stages.clean.furniture import is_furniture
from synoptic.stages.clean.teasers import is_teaser_header, named_after_more

EN = page_words("en")
REST = "The council met on Monday to vote on the budget."


@pytest.mark.parametrize(
    ("dateline", "place", "sign"),
    [
        ("LYRSTAD, May 3 (AFP) — ", "LYRSTAD", "AFP"),
        ("Lyrstad, December 5 (RNL)-- ", "Lyrstad", "RNL"),
        ("Lyrstad (NP) - ", "Lyrstad", "NP"),
        ("LYRSTAD: ", "LYRSTAD", None),
        ("(Reuters) - ", None, "Reuters"),
        ("LYRSTAD, Norland (AP) _ ", "LYRSTAD, Norland", "AP"),
        ("PORT LYR, Norland — ", "PORT LYR, Norland", None),
        ("NEW LYR ― ", "NEW LYR", None),
        ("Lyrstad, 4 dic (EFE).- ", "Lyrstad", "EFE"),
        ("MOSCOW, 3 May. /TASS/. ", "MOSCOW", "TASS"),
        ("(CNN)", None, "CNN"),
        ("LYRSTAD, Sunday, May 4, 2031 (Xinhua) -- ", "LYRSTAD", "Xinhua"),
    ],
)
def test_datelines_of_all_usual_forms_are_found(dateline: str, place: str | None, sign: str | None) -> None:
    """The dateline ends where the first sentence begins, and its place and sign are known."""
    found = find_dateline(dateline + REST, page_words("es") if "dic" in dateline else EN)
    assert found is not None
    assert (dateline + REST)[found.end :] == REST
    assert (found.place, found.sign) == (place, sign)


@pytest.mark.parametrize(
    ("language", "dateline"),
    [
        ("ja", "【ルンド=佐伯道子】"),
        ("ko", "[룬드=이서준 특파원] "),
        ("zh", "本报伦德讯 "),
        ("zh", "【伦德十月十四日电】"),
    ],
)
def test_east_asian_datelines_are_found(language: str, dateline: str) -> None:
    """Brackets with a place and a reporter, and a place before the sign for a dispatch."""
    rest = "市議会は橋を直すと発表した。工事は三月に始まる。"
    found = find_dateline(dateline + rest, page_words(language))
    assert found is not None
    assert (dateline + rest)[found.end :] == rest
    assert find_dateline(rest, page_words(language)) is None


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "WATCH: The council meets on Monday to vote on the budget.",
        "BREAKING NEWS: The council meets on Monday to vote on the budget.",
        "FILE - In this May 4 picture the council meets in the old hall of the town.",
        "Olga Brandt - who leads the council - met the mayor on Monday.",
        "Brandt (who leads the council) - met the mayor on Monday morning.",
        "May 3 - the council met to vote on the budget of the coming year.",
        "The minister: there will be no inquiry into the grounding of the ferry.",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    """Labels, names and clauses before a dash or colon are no datelines."""
    assert find_dateline(text, EN) is None


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Share this article",
        "Follow us on Twitter and Facebook",
        "Follow Ida Holm on Twitter @idaholm",
        "Sign up for our newsletter",
        "Copyright 2031 Gazette. All rights reserved.",
        "© 2031 Gazette",
        "We use cookies to improve your experience.",
        "Tags: ferry, harbour, Lyrstad",
        "https://example.com/news/ferry",
        "<www.example.com>",
        "IMG_2043.jpg",
        "WhatsApp Image 2031 05 04 at 17.40.48",
        "Image not found or type unknown",
        "Picture could not be loaded",
        "Independent journalism needs you. Donate now.",
        "Published: May 4, 2031 10:30 am",
        "2031-05-04",
        "* * *",
        "@idaholm",
        "Advertisement",
    ],
)
def test_furniture_is_known(line: str) -> None:
    """Lines of the page are furniture wherever they stand."""
    assert is_furniture(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        REST,
        "The council said on May 4, 2031 that it would not share the report.",
        "Share prices fell by four per cent on Monday after the council met.",
        "Follow-up talks are planned for next week, the minister said.",
        "Home prices rose.",
        "May 4, 2031, was the day on which the ferry ran aground.",
        "Copyright law is at the heart of the dispute, according to the council, which asked both sides to wait until "
        "the court has heard the case of the Lyrstad library and its 40,000 readers next month.",
        "5:3",
        "Photos of the crew were not found in the archive of the harbour office.",
        "“We ask all to donate now,” said Brandt, who leads the fund for the crew.",
        "Cookies were served to the 40 passengers, who waited in the old customs house.",
        "Advertisement revenue fell by half, the newspaper said on Monday.",
    ],
)
def test_prose_is_not_furniture(line: str) -> None:
    """Sentences that begin with or hold the same words stay in the article."""
    assert not is_furniture(line, EN)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Olga Brandt (R) greets Jens Rud in Lyrstad. (Photo by harbour.example)", "(Photo by harbour.example)"),
        ("Olga Brandt greets Jens Rud | Photo: EFE/EPA/IDA HOLM", "| Photo: EFE/EPA/IDA HOLM"),
        ("Olga Brandt greets Jens Rud in Lyrstad, May 4, 2031. REUTERS/Ida Holm", "REUTERS/Ida Holm"),
        ("Olga Brandt greets Jens Rud. Harbour Office/WANA (West Asia News Agency) via REUTERS", None),
        (
            "Olga Brandt greets Jens Rud on Sunday. Photograph: Ida Holm/Getty Images",
            "Photograph: Ida Holm/Getty Images",
        ),
        ("Olga Brandt greets Jens Rud on Sunday. (AP Photo/Ida Holm)", "(AP Photo/Ida Holm)"),
        ("(Image: Getty Images)", "(Image: Getty Images)"),
        ("Foto: La ministra a su llegada al muelle. / Archivo", None),
        ("File photo: the ferry Solvang in the harbour", None),
        ("FILE - In this May 4, 2030, file photo, the ferry leaves Lyrstad. (Ida Holm, File/Associated Press)", None),
        ("Olga Brandt (left) after the vote in the town hall", None),
        ("Getty Images Rescuers search the sand below the lighthouse of Lyrstad", None),
        ("LYRSTAD FERRY SCHOOL•GETTY The Solvang was towed into port this morning", None),
    ],
)
def test_captions_and_their_credits_are_known(line: str, credit: str | None) -> None:
    """A line that describes a picture is a caption, and its credit begins where the description ends."""
    known = page_words("es") if "Foto" in line else EN
    assert is_caption(line, known)
    if credit is not None:
        at = picture_credit(line, EN)
        assert at is not None
        assert line[at:] == credit


@pytest.mark.parametrize(
    "line",
    [
        REST,
        "Sen. Olga Brandt (R) said on Monday that the photo was shown to the council.",
        "He is popular with voters, 87 percent of whom like him in a Register/Bloomberg Politics poll this month.",
        "“The photo,” she said, “was taken by my sister.”",
        "The minister told the AP that the ferry would sail again.",
        "Getty Images Norway has sold the picture of the ferry to 40 newspapers.",
        "Reuters said that the Solvang was towed into port",
        "The picture: a ferry on its side, and 40 people on the sand.",
    ],
)
def test_prose_is_no_caption(line: str) -> None:
    """Sentences about pictures, parties and agencies stay in the article."""
    assert not is_caption(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        "By Ida Holm",
        "By Ida Holm and Per Lund, Gazette staff",
        "Ida Holm and Per Lund, Reuters",
        "(Reporting by Ida Holm; editing by Per Lund)",
        "Ida Holm contributed to this report.",
        "Ida Holm, example.com",
        "IDA HOLM",
    ],
)
def test_bylines_are_known(line: str) -> None:
    """Who wrote and who edited is a byline, also an author's name alone."""
    assert is_byline(line, EN, ("Ida Holm",))


@pytest.mark.parametrize(
    "line", [REST, "By Monday the ferry was afloat again.", "By and large", "Ida Holm resigned on Monday."]
)
def test_prose_is_no_byline(line: str) -> None:
    """Sentences that begin with "By" or with an author's name stay in the article."""
    assert not is_byline(line, EN, ("Ida Holm",))


def test_biographies_are_known() -> None:
    """What tells who the author is is told from what tells of the event."""
    assert is_biography("Ida Holm is a senior reporter for the Gazette in Lyrstad.", EN)
    assert not is_biography("Ida Holm is the mayor of Lyrstad and wants an inquiry.", EN)


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "READ MORE:",
        "More from Gazette",
        "Also read: Strike at the port enters third week",
        "Related Articles",
    ],
)
def test_teaser_headers_are_known(line: str) -> None:
    """What leads to other articles is known by its first words."""
    assert is_teaser_header(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        "More from the minister is expected on Monday.",
        "More than forty people were hurt",
        "Related to this are two other cases.",
        REST,
    ],
)
def test_prose_is_no_teaser_header(line: str) -> None:
    """Sentences that begin like a teaser stay in the article."""
    assert not is_teaser_header(line, EN)


def test_the_outlet_is_named_behind_more_from() -> None:
    """A name behind "More from" is the outlet's; rubrics and sentences are none."""
    assert named_after_more("More from Gazette", EN) == "Gazette"
    assert named_after_more("More from World", EN) is None
    assert named_after_more("More from this section", EN) is None
