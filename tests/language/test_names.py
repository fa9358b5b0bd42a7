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
        ("Сергей Иванович Орлов", "Sergey Orlov", EntityKind.PERSON),
        ("Ivan Petrovich Sokolov", "Ivan Sokolov", EntityKind.PERSON),
        ("محمد الفارسي", "Mohammed al-Farsi", EntityKind.PERSON),
        ("Muhammad Al Farsi", "Mohamed el-Farsi", EntityKind.PERSON),
        ("ليلى حداد", "Layla Haddad", EntityKind.PERSON),
        ("Abdul Rahman Qadri", "Abdulrahman Qadri", EntityKind.PERSON),
        ("Sheikh Hamad bin Nasser", "Hamad bin Nasser", EntityKind.PERSON),
        ("王小明", "Wang Xiaoming", EntityKind.PERSON),
        ("Wang Xiao-ming", "Xiaoming Wang", EntityKind.PERSON),
        ("김민수", "Kim Min-su", EntityKind.PERSON),
        ("Kim Min Soo", "Kim Min-su", EntityKind.PERSON),
        ("Nguyễn Văn Hùng", "Nguyen Van Hung", EntityKind.PERSON),
        ("Γιώργος Παπαδάκης", "Giorgos Papadakis", EntityKind.PERSON),
        ("Ludwig van der Meer", "Ludwig Van Der Meer", EntityKind.PERSON),
        ("J. R. Okello", "John Robert Okello", EntityKind.PERSON),
        ("Bill Harker", "William Harker", EntityKind.PERSON),
        ("Liz Thornbury", "Elizabeth Thornbury", EntityKind.PERSON),
        ("Maria Prado", "Maria Prado-Holm", EntityKind.PERSON),
        ("Henry Ashdown III", "Henry Ashdown", EntityKind.PERSON),
        ("Søren Kjærgaard", "Soren Kjaergaard", EntityKind.PERSON),
        ("Jürgen Schröder", "Juergen Schroeder", EntityKind.PERSON),
        ("Ministry of Fisheries", "Fisheries Ministry", EntityKind.ORGANIZATION),
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
        ("Martin Hale Jr.", "Martin Hale Sr.", EntityKind.PERSON),
        ("Henry Ashdown II", "Henry Ashdown III", EntityKind.PERSON),
        ("Kim Min-su", "Kim Min-ji", EntityKind.PERSON),
        ("Li Wei", "Li Na", EntityKind.PERSON),
        ("Wang Wei", "Wang Lei", EntityKind.PERSON),
        ("Peter Lund", "Petra Lund", EntityKind.PERSON),
        ("Ivan Petrovich Sokolov", "Ivan Andreevich Sokolov", EntityKind.PERSON),
        ("Mohammed al-Farsi", "Mahmoud al-Farsi", EntityKind.PERSON),
        ("Hassan Rahimi", "Hossein Rahimi", EntityKind.PERSON),
        ("J. Okello", "R. Okello", EntityKind.PERSON),
        ("Giorgos Papadakis", "Giannis Papadakis", EntityKind.PERSON),
        ("First Coast Bank", "Second Coast Bank", EntityKind.ORGANIZATION),
        ("North Region Court", "South Region Court", EntityKind.ORGANIZATION),
    ],
)
def test_different_names_are_different(left: str, right: str, kind: EntityKind) -> None:
    """One common word does not make one name."""
    assert same_name(left, right, kind).score < 0.5


@settings(max_examples=150)
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


@pytest.mark.parametrize(
    ("left", "right", "kind", "said"),
    [
        ("Martin Hale Jr.", "Martin Hale Sr.", EntityKind.PERSON, "generations"),
        ("Peter Lund", "Petra Lund", EntityKind.PERSON, "a man's and a woman's name"),
        ("South Region Court", "North Region Court", EntityKind.ORGANIZATION, "“north” is not “south”"),
    ],
)
def test_what_speaks_against_is_said(left: str, right: str, kind: EntityKind, said: str) -> None:
    """The reason names what makes two like names two."""
    assert said in same_name(left, right, kind).reason


def test_generations_are_two_people() -> None:
    """Father and son are never merged without a second look."""
    assert not one_person("Martin Hale Jr.", "Martin Hale Sr.")
    assert one_person("Martin Hale Jr.", "Martin Hale")
