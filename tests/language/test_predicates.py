"""Predicate tables: which verbs tell of which PLOVER type."""

from synoptic.language.evaluative import evaluative_words
from synoptic.language.predicates import CODES, NOTHING, predicates


def test_every_type_has_frames() -> None:
    """The English table has frames for each of the types, and none for others."""
    table = predicates("en")
    assert table is not None
    assert {frame.code for frames in table.frames.values() for frame in frames} == {*CODES, NOTHING}


def test_a_fuller_frame_weighs_more() -> None:
    """A frame with an object noun outweighs one with a preposition, and that one the verb alone."""
    table = predicates("en")
    assert table is not None
    weights = {frame.text: frame.weight for frame in table.frames["meet"]}
    assert weights["meet"] < weights["meet with"] < weights["meet @demand"]


def test_modes_follow_the_rule() -> None:
    """The words of a rule give the mode; a rule without any gives none."""
    table = predicates("en")
    assert table is not None
    assert table.mode("CONSULT", "arrive in") == "visit"
    assert table.mode("CONSULT", "meet with") is None


def test_languages_without_tables_have_none() -> None:
    """A language without a table gives nothing instead of an error."""
    assert predicates("xx") is None
    assert not evaluative_words("xx")
    assert predicates("") is None
