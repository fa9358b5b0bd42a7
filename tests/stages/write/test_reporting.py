"""Reported clauses: what may stand outside its article, and what is quoted instead."""

from dataclasses import replace

import pytest

from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.records.annotation import (
    Account,
    Annotation,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    ReferenceDate,
    Timex,
    TimexType,
    Voice,
)
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.findings import Claim, ClaimStatus, Findings, LabelUse, MainEvent
from synoptic.records.links import ClaimMember, EntityLinking, Story, StoryAlignment
from synoptic.records.span import Span
from synoptic.stages.write.phrases import quoted
from synoptic.stages.write.quotable import stands_alone
from synoptic.stages.write.reporting import Reported, as_clause, renderings, shortened
from synoptic.stages.write.scene import Scene, build_scene

TAGGER = SpacyTagger()


def scene_of(
    text: str, *, time: tuple[str, str] | None = None, label: str = "", stamped: str = "2031-05-07", named: str = ""
) -> Scene:
    """A story of one article, with a time, a loaded label and an entity of a pronoun where they are given."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    article = Article("a", text, outlet="Courier", language="en", blocks=(Block(BlockKind.BODY, Span(0, len(text))),))
    times = (Timex(span(time[0]), TimexType.DATE, time[1]),) if time else ()
    reference = ReferenceDate(stamped, "published", True)
    annotation = Annotation("a", TAGGER.parse([text], "en")[0], reference, (), times)
    mentions = (Mention("a", span(named.split(" = ")[0]), MentionForm.PRONOUN),) if named else ()
    entities = (Entity("e", EntityKind.PERSON, named.split(" = ")[1], mentions),) if named else ()
    labels = (LabelUse("e", "a", label, span(label), "quoted", True),) if label else ()
    findings = Findings(MainEvent("Ferry opened", "2031-05-06", None, ()), (), (), (), labels, (), ())
    alignment = StoryAlignment(Story("s", ("a",)), EntityLinking(entities, {}), (), (), ())
    return build_scene(alignment, findings, [Account(article, annotation)])


def clause_of(scene: Scene, voice: Voice = Voice.OUTLET) -> str:
    """The clause of the whole text."""
    return as_clause(scene, ClaimMember("a", Span(0, len(scene.text("a"))), voice))


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The crossing takes four hours.", "the crossing takes four hours"),
        ("However, the crossing takes four hours.", "the crossing takes four hours"),
        ("Earlier, the crossing also took four hours.", "the crossing took four hours"),
        ("The Harbour Council closed the ferry line.", "the Harbour Council closed the ferry line"),
        ("Half of the ferries stayed in Port Ilvar.", "half of the ferries stayed in Port Ilvar"),
        ("And yet the crossing takes four hours.", "the crossing takes four hours"),
        ("Korrin opened the ferry line in Port Ilvar.", "Korrin opened the ferry line in Port Ilvar"),
        ("French divers searched the harbour for hours.", "French divers searched the harbour for hours"),
        ("NATO ships left the harbour at dawn.", "NATO ships left the harbour at dawn"),
    ],
)
def test_a_plain_sentence_becomes_a_clause(text: str, clause: str) -> None:
    """Openers and the sentence's capital go; names, demonyms and abbreviations keep theirs."""
    assert clause_of(scene_of(text)) == clause


@pytest.mark.parametrize(
    "text",
    [
        "We opened our ferry line in Port Ilvar on time.",
        "My cousin works at the ferry line in Port Ilvar.",
        "Was the ferry line in Port Ilvar opened on time?",
        "“The line is older than our harbours,” Korrin said in Port Ilvar.",
        "He opened the ferry line in Port Ilvar.",
        "This ferry line was opened in the harbour by two governments.",
        "The ferry line in Port Ilvar, by far the longest of the gulf.",
        "The governor spoke of a “new line and a closed harbour in Port Ilvar.",
        "The statement said.",
    ],
)
def test_what_leans_on_its_article_is_no_clause(text: str) -> None:
    """First persons, questions, quotations, unknown pronouns, pointing words, fragments and open marks are refused."""
    scene = scene_of(text)
    assert clause_of(scene) == ""
    member = ClaimMember("a", Span(0, len(text)), Voice.OUTLET)
    (said,) = renderings(scene, Claim("c", text, ClaimStatus.SINGLE, 1, (member,)))
    assert not said.clause
    assert said.text.startswith("“")
    assert said.text.endswith("”")


def test_a_pronoun_with_a_known_name_is_replaced_by_it() -> None:
    """A pronoun whose entity is known becomes the name."""
    scene = scene_of("He opened the ferry line in Port Ilvar.", named="He = Joren Vael")
    assert clause_of(scene) == "Joren Vael opened the ferry line in Port Ilvar"
    contracted = scene_of("She's meeting her advisers in Port Ilvar.", named="She = Ada Korrin")
    assert clause_of(contracted) == "Ada Korrin is meeting her advisers in Port Ilvar"


@pytest.mark.parametrize(
    ("text", "time", "clause"),
    [
        (
            "The ferry line was opened on Tuesday by two governments.",
            ("Tuesday", "2031-05-06"),
            "the ferry line was opened on Tuesday 6 May 2031 by two governments",
        ),
        (
            "The two governments opened the ferry line yesterday.",
            ("yesterday", "2031-05-06"),
            "the two governments opened the ferry line on Tuesday 6 May 2031",
        ),
        (
            "The two governments opened the ferry line on May Day.",
            ("May Day", "2031-05-01"),
            "the two governments opened the ferry line on May Day",
        ),
        (
            "The two governments opened the Tuesday market.",
            ("Tuesday", "2031-05-06"),
            "the two governments opened the Tuesday market",
        ),
        (
            "The two governments opened the ferry line on Tuesday night.",
            ("Tuesday night", "2031-05-06TNI"),
            "the two governments opened the ferry line on the night of Tuesday 6 May 2031",
        ),
        (
            "The two governments opened the ferry line at noon on Tuesday.",
            ("noon on Tuesday", "2031-05-06T12:00"),
            "the two governments opened the ferry line at noon on Tuesday",
        ),
        (
            "The two governments had opened the ferry line last March.",
            ("last March", "2031-03"),
            "the two governments had opened the ferry line in March 2031",
        ),
        (
            'The two governments said that the ferry line "opens today" in Port Ilvar.',
            ("today", "2031-05-06"),
            "",
        ),
    ],
)
def test_days_are_written_out(text: str, time: tuple[str, str], clause: str) -> None:
    """A weekday or "yesterday" becomes its date, with its preposition; a feast and what qualifies a noun stay."""
    assert clause_of(scene_of(text, time=time)) == clause


@pytest.mark.parametrize(
    "text",
    [
        "The staggering losses of the ferry line were told in Port Ilvar.",
        "The ferry line opened in May; its ships are late.",
        "The ferry line opened #Ilvar #ferry in May.",
        "The two governments will open the ferry line next week.",
    ],
)
def test_what_an_outlet_paints_posts_or_dates_from_its_day_is_left_in_its_words(text: str) -> None:
    """Judging words, two sentences in one, a post shown whole and "next week" are quoted, not taken over."""
    assert clause_of(scene_of(text)) == ""


def test_a_reporters_name_and_connecting_words_are_left_out() -> None:
    """What names the outlet's own reporter, and what ties a clause to the one before it, is no part of the fact."""
    scene = scene_of("The ferry line has not been opened, HNN's Ada Korrin reports from Port Ilvar.")
    assert clause_of(scene) == "the ferry line has not been opened"
    scene = scene_of("The governments of both states, however, will open a ferry line in May.")
    assert clause_of(scene) == "the governments of both states will open a ferry line in May"


def test_days_of_an_article_stamped_long_after_the_event_are_not_trusted() -> None:
    """Where the article's own day lies weeks off, its weekday is not made into a date."""
    text = "The two governments opened the ferry line on Tuesday."
    assert clause_of(scene_of(text, time=("Tuesday", "2031-05-20"), stamped="2031-05-23")) == ""


def test_a_speakers_loaded_word_keeps_quotation_marks() -> None:
    """A loaded word of someone quoted is printed in marks; in the outlet's own voice the whole is quoted instead."""
    text = "The harbour office called the ferry line a disgrace to the gulf."
    scene = scene_of(text, label="disgrace")
    assert "“disgrace”" in clause_of(scene, Voice.SPEAKER)
    own = replace(scene.findings.labels[0], voice="outlet")
    scene = replace(scene, findings=replace(scene.findings, labels=(own,)))
    assert clause_of(scene) == ""


def test_shortening_keeps_what_it_is_asked_to_keep() -> None:
    """A cut text is no longer than asked, marks its cuts, and still holds the value that it is about."""
    text = "one two three " * 20 + "nineteen ships " + "four five six " * 20
    cut = shortened(text, 80, "nineteen")
    assert "nineteen" in cut
    assert len(cut) <= 84
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert shortened("Short.", 80) == "Short"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("We go home.", "“We go home.”"),
        ("“We go home,”", "“We go home”"),
        ('We call it "home", ’', "“We call it ‘home’”"),
        ("“Home,” she said", "“‘Home,’ she said”"),
        ("’We go home, ’", "“We go home”"),
        ("’I think it’s home.", "“I think it’s home.”"),
        ('She was " glad " to go', "“She was ‘glad’ to go”"),
    ],
)
def test_quoting_makes_inner_marks_single_and_drops_stray_ones(words: str, printed: str) -> None:
    """Whole quotations lose their own marks, inner ones become single, commas and stray marks at the end go."""
    assert quoted(words) == printed


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("The captain wrote on the ferry's bow: “Open the line!”", True),
        ("The captain wrote on the ferry's bow: “Open the line!", False),
        ("Open the line,\" the captain wrote on the ferry's bow.", False),
    ],
)
def test_words_that_tear_a_quotation_do_not_stand_alone(words: str, alone: bool) -> None:
    """A sentence that lacks a mark of a quotation in it is not printed by itself."""
    scene = scene_of(words)
    member = ClaimMember("a", Span(0, len(words)), Voice.OUTLET, None, 1.0)
    assert stands_alone(scene, Reported(member, quoted(words), False)) is alone


@pytest.mark.parametrize(
    ("words", "value", "printed"),
    [
        ("this year", "2031", "The line lost nine ferries in 2031"),
        ("earlier this year", "2031", "The line lost nine ferries earlier in 2031"),
        ("next month", "2031-06", "The line lost nine ferries in June 2031"),
    ],
)
def test_years_and_months_that_count_from_the_articles_day_get_their_names(
    words: str, value: str, printed: str
) -> None:
    """Words like "this year" say nothing outside their article; the calendar year does."""
    text = f"The Ilvar line lost nine ferries {words}."
    assert clause_of(scene_of(text, time=(words, value))) == printed.replace("The line", "the Ilvar line")


def test_a_year_behind_a_preposition_takes_no_second_one() -> None:
    """What is "since last year" is "since 2030"."""
    text = "The Ilvar line has lost nine ferries since last year."
    printed = "the Ilvar line has lost nine ferries since 2030"
    assert clause_of(scene_of(text, time=("last year", "2030"))) == printed


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Korrin added that the ferry line stays open.", "Korrin said that the ferry line stays open"),
        ("THE ferry line stays open in winter.", "the ferry line stays open in winter"),
    ],
)
def test_what_ties_a_clause_to_its_article_or_page_is_undone(text: str, clause: str) -> None:
    """Outside its article "added" is "said", and capitals that open a page are an article's."""
    assert clause_of(scene_of(text)) == clause


def test_a_person_who_is_only_an_age_is_not_told() -> None:
    """Whom "the 37-year-old" means was said before; the openings may say it too."""
    before = "The mayor of Orvik opened a school on the hill. Nobody came to the hill to see the school. "
    text = before + "The 37-year-old sailor lost his boat in the harbour."
    scene = scene_of(text)
    assert as_clause(scene, ClaimMember("a", Span(len(before), len(text)), Voice.OUTLET)) == ""
    opening = "A 37-year-old sailor fell into the harbour. "
    text = opening + "The 37-year-old sailor lost a boat in the harbour."
    member = ClaimMember("a", Span(len(opening), len(text)), Voice.OUTLET)
    assert as_clause(scene_of(text), member) == "the 37-year-old sailor lost a boat in the harbour"


def test_a_part_that_ends_before_what_it_measures_is_not_told() -> None:
    """Words cut between "hours" and "after" break off."""
    text = "The news of the ferry in Orvik came to light hours after the mayor spoke."
    end = text.index(" after")
    assert as_clause(scene_of(text), ClaimMember("a", Span(0, end), Voice.OUTLET)) == ""
