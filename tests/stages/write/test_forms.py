"""Forms of sentences: who tells a claim is said as exactly in each, and not in each alike."""

from dataclasses import replace

import pytest

from synoptic.records.annotation import Account, Voice
from synoptic.records.findings import Claim, ClaimStatus
from synoptic.records.links import ClaimMember
from synoptic.stages.weigh import weigh_story
from synoptic.stages.write.brief import worded
from synoptic.stages.write.forms import reporting
from synoptic.stages.write.quotable import begins_elsewhere
from synoptic.stages.write.scene import Draft, Scene, build_scene
from synoptic.stages.write.told import Told, tell_claims
from tests.stages.annotated import aligned, annotated

SAID = "The Orvik lighthouse lost its lamp in the storm of Sunday."
FREELY = "A gale tore the lamp from the lighthouse at Orvik, which fishermen in Ilvar missed."
ASIDE = "Bakers in Ilvar raised the price of bread."


def told_of(*accounts: Account, score: float = 1.0) -> tuple[Scene, Told]:
    """The first sentence of each account as one claim, ready to be told; an account of ASIDE is not of the claim."""
    alignment = aligned(accounts)
    members = tuple(
        ClaimMember(account.article.id, account.annotation.parse.sentence_spans[0], Voice.OUTLET, score=score)
        for account in accounts
        if account.article.text != ASIDE
    )
    claim = Claim("c1", accounts[0].article.text, ClaimStatus.PARTIAL, len(members), members)
    findings = replace(weigh_story(alignment, accounts), claims=(claim,))
    scene = build_scene(alignment, findings, accounts)
    return scene, tell_claims(scene)[0]


def test_what_several_origins_tell_whole_is_stated_and_cited() -> None:
    """Two accounts that state all of it stand in the citations alone."""
    scene, told = told_of(annotated(SAID, "one"), annotated(SAID[:-1] + " again.", "two"), annotated(ASIDE, "three"))
    draft = reporting(scene, told, "partial")
    assert draft.forms == ("The Orvik lighthouse lost its lamp in the storm of Sunday 4 May 2031.",)
    assert {citation.article for citation in draft.citations} == {"one", "two"}


def test_one_account_is_named_before_or_behind_its_words() -> None:
    """The forms of what a single account tells say the same and all name it."""
    scene, told = told_of(annotated(SAID, "one"), annotated(ASIDE, "two"))
    words = "he Orvik lighthouse lost its lamp in the storm of Sunday 4 May 2031"
    assert reporting(scene, told, "told").forms == (
        f"T{words}, according to article 1.",
        f"T{words}, article 1 reports.",
        f"Article 1 reports that t{words}.",
    )


def test_no_sentence_says_according_to_twice() -> None:
    """What an account has from somebody whom it names at the beginning is reported, not "according to" once more."""
    heard = "According to fishermen in Ilvar, the Orvik lighthouse lost its lamp in the storm of Sunday."
    scene, told = told_of(annotated(heard, "one"), annotated(ASIDE, "two"))
    forms = reporting(scene, told, "told").forms
    assert forms
    assert all(form.casefold().count("according to") == 1 for form in forms)


def test_who_tells_it_in_other_words_is_said_in_every_form() -> None:
    """An account that tells the fact with words of its own is named apart from the one whose words are used."""
    scene, told = told_of(annotated(SAID, "one"), annotated(FREELY, "two"), annotated(ASIDE, "three"))
    assert [member.article for member in told.freely] == ["two" if told.said.member.article == "one" else "one"]
    for form in reporting(scene, told, "partial").forms:
        assert "in other words" in form
        assert "article 1" in form.lower()
        assert "article 2" in form.lower()


def test_a_statement_found_in_no_other_account_keeps_its_account_in_front() -> None:
    """What is said of one account alone has one form."""
    scene, told = told_of(annotated(SAID, "one"), annotated(ASIDE, "two"))
    (form,) = reporting(scene, told, "single").forms
    assert form.startswith("Article 1 reports that ")
    assert form.endswith("; not found in any other account.")


@pytest.mark.parametrize("text", ["The cause of the fire in Orvik is not yet known.", SAID])
def test_what_was_not_known_on_an_earlier_day_is_told_with_the_day(text: str) -> None:
    """A gap of an account that others are younger than has its day; a plain statement has none."""
    scene, told = told_of(annotated(text, "one", "en", "2031-05-05"), annotated(ASIDE, "two", "en", "2031-05-06"))
    forms = reporting(scene, told, "told").forms
    assert all(("reported on 5 May 2031" in form) is (text != SAID) for form in forms)


def test_the_forms_take_turns_and_what_is_said_once_comes_first() -> None:
    """Drafts with several forms take them in turn; what a draft says of its outlets once is not said again."""
    whole = Draft("One and Two, of one origin, report it.", (), (), "told", ("It, say One and Two.",), "One and Two")
    turns = [Draft("a", (), (), "told", ("a1", "a2")), Draft("b", (), (), "told", ("b1", "b2"))]
    plain = Draft("It is so.", (), (), "told", ("It is so.",))
    assert worded([whole, turns[0], plain, turns[1], whole]) == [
        "One and Two, of one origin, report it.",
        "a1",
        "It is so.",
        "b2",
        "It, say One and Two.",
    ]


@pytest.mark.parametrize(
    ("words", "elsewhere"),
    [
        ("They should all come to Orvik.", True),
        ("“Same for the other ferries.", True),
        ("It is raining on the harbour.", False),
        ("Ferries come to Orvik.", False),
    ],
)
def test_quoted_words_that_begin_elsewhere_are_known(words: str, elsewhere: bool) -> None:
    """A pronoun or connector at the start leans on what its article said before."""
    assert begins_elsewhere(words) is elsewhere
