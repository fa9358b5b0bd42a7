"""Names: which two are one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.language.names import gender_of_given_name, name_words, one_person, same_name, sound
from synoptic.records.annotation import EntityKind


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Reza Ghorbani", "Reza Qorbani", EntityKind.PERSON),
        ("Zoë Müller", "Zoe Muller", EntityKind.PERSON),
        ("QUISPE, Rosa", "Rosa Quispe", EntityKind.PERSON),
        ("Dr. Anna Virtanen", "Anna Virtanen", EntityKind.PERSON),
        ("Дмитрий Орлов", "Dmitri Orlov", EntityKind.PERSON),
        ("Harbour & Sons Limited", "Harbour and Sons Ltd.", EntityKind.ORGANIZATION),
        ("Baltic Ferries GmbH", "Baltic Ferries", EntityKind.ORGANIZATION),
    ],
)
def test_variants_are_the_same(left: str, right: str, kind: EntityKind) -> None:
    """Spelling, accents, order, titles, scripts and legal forms do not part a name."""
    assert same_name(left, right, kind).score >= 0.5


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Ana Brandt", "Hugo Brandt", EntityKind.PERSON),
        ("Rosa Quispe", "Rosa Mamani", EntityKind.PERSON),
        ("Bank of Tallinn", "Bank of Riga", EntityKind.ORGANIZATION),
    ],
)
def test_different_names_are_different(left: str, right: str, kind: EntityKind) -> None:
    """One common word does not make one name."""
    assert same_name(left, right, kind).score < 0.5


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_the_score_is_symmetric_and_bounded(left: str, right: str) -> None:
    """Any two texts get a score from 0 to 1, the same both ways, with a reason."""
    match = same_name(left, right)
    assert 0.0 <= match.score <= 1.0
    assert match.score == same_name(right, left).score
    assert match.reason


def test_one_person_is_stricter() -> None:
    """A further name may stand in one of them, another given name may not."""
    assert one_person("Rosa Quispe", "Rosa Maria Quispe")
    assert not one_person("Rosa Quispe", "Rita Quispe")
    assert not one_person("H. R. Adams", "Hanna Rask")


def test_transliterations_sound_alike() -> None:
    """One key for the spellings of one word."""
    assert sound("Qorbani") == sound("Ghorbani")
    assert sound("Yusef") == sound("Yousef")


def test_name_words_fold_case_accents_and_hyphens() -> None:
    """The words of a name as they are compared."""
    assert name_words("O’Brien-Peña") == ("obrien", "pena")


def test_given_names_tell_gender_only_where_it_is_clear() -> None:
    """Unknown names tell nothing."""
    assert (gender_of_given_name("anna"), gender_of_given_name("peter"), gender_of_given_name("xyz")) == ("f", "m", "")
