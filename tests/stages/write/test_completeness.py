"""Completeness: which words of an article can stand outside it."""

import pytest

from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.records.span import Span
from synoptic.stages.write.completeness import is_complete, whole_part

TAGGER = SpacyTagger()


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("The council closed the ferry line on Tuesday.", True),
        ("After the storm passed, the council closed the ferry line.", True),
        ("There were forty passengers on board.", True),
        ("Follow the money: the council closed the ferry line.", False),
        ("Nobody in Lyrstad does, at least officially.", False),
        ("Nobody in Lyrstad does business with the harbour office.", True),
        ("Which closed the ferry line on Tuesday.", False),
        ("The longest ferry line of the gulf.", False),
    ],
)
def test_a_statement_has_a_subject_of_its_own_and_no_gap(text: str, complete: bool) -> None:
    """Commands, verbs that stand for another and parts of sentences are not complete; plain sentences are."""
    parse = TAGGER.parse([text], "en")[0]
    assert is_complete(parse, parse.within(Span(0, len(text)))) is complete


def test_a_part_that_breaks_off_is_left_out() -> None:
    """Words cut before what their verb says lose that clause; words that end with their sentence stay whole."""
    text = "A court sentenced the captain to ten years, in a case that his friends say was built on sand."
    parse = TAGGER.parse([text], "en")[0]
    cut = parse.within(Span(0, text.index(" was built")))
    kept = whole_part(parse, cut)
    assert text[: kept[-1].end] == "A court sentenced the captain to ten years"
    whole = parse.within(Span(0, len(text)))
    assert whole_part(parse, whole) == whole


def test_a_part_whose_subject_acts_behind_it_is_not_complete() -> None:
    """Words cut between a subject and its verb tell nothing of that subject, and are not taken for a statement."""
    text = "The harbour bank will take a charge of ten million, and the ferry company is at risk of a third loss."
    parse = TAGGER.parse([text], "en")[0]
    assert is_complete(parse, parse.within(Span(0, text.index(", and"))))
    assert not is_complete(parse, parse.within(Span(0, text.index(" is at risk"))))
