"""PLOVER types and the CAMEO root beside each."""

from synoptic.language.plover import EVENT_TYPES
from synoptic.language.predicates import NOTHING, predicates


def test_every_type_of_the_predicate_tables_is_described() -> None:
    """No event can be found whose type has no words, quarter and root."""
    table = predicates("en")
    assert table is not None
    codes = {frame.code for frames in table.frames.values() for frame in frames} | set(table.nouns.values())
    assert codes
    assert codes - {NOTHING} <= set(EVENT_TYPES)


def test_a_mode_may_have_a_root_of_its_own() -> None:
    """An investigation is CAMEO 09 where other accusations are 11."""
    assert (EVENT_TYPES["ACCUSE"].root("investigate"), EVENT_TYPES["ACCUSE"].root(None)) == ("09", "11")
