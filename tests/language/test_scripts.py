"""Names are held against each other across scripts by the consonants that both write."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.names.parted import name_parts
from synoptic.language.names.readings import read_as_japanese, read_as_korean
from synoptic.language.names.scripts import (
    across_scripts,
    first_heard,
    heard,
    same_word_across,
    script_of,
    unlike_scripts,
    word_likeness,
)

# Invented people, each as spelt in Latin letters and as another script writes them.
ONE_PERSON = (
    ("Ilyas Tarkovan", "إلياس تاركوفان", "ar"),
    ("Ilyas Tarkovan", "ایلیاس تارکووان", "fa"),
    ("Ilyas Tarkovan", "伊利亚斯·塔尔科万", "zh"),
    ("Ilyas Tarkovan", "इलियास तारकोवान", "hi"),
    ("Mohammed bin Sadran", "محمد بن صدران", "ar"),
    ("Mohammed bin Sadran", "穆罕默德·本·萨德兰", "zh"),
    ("Kenji Moriwaki", "모리와키 겐지", "ko"),
    ("Kenji Moriwaki", "קנג'י מוריוואקי", "he"),
    ("Dorothea Velmann", "ドロテア・フェルマン", "ja"),
    ("Dorothea Velmann", "دوروتيا فيلمان", "ar"),
    ("Dorothea Velmann", "דורותיאה ולמן", "he"),
    ("Elena Brancati", "Έλενα Μπρανκάτι", "el"),
    ("Robert Kestrel", "罗伯特·凯斯特雷尔", "zh"),
    ("Robert Kestrel", "로버트 케스트렐", "ko"),
    ("Robert Kestrel", "रॉबर्ट केस्ट्रेल", "hi"),
    ("Sanjay Mehrotra", "سانجاي ميهروترا", "ar"),
    ("Sanjay Mehrotra", "サンジャイ・メロトラ", "ja"),
    ("Gustavo Peralta", "古斯塔沃·佩拉尔塔", "zh"),
    ("Gustavo Peralta", "גוסטבו פרלטה", "he"),
)


@pytest.mark.parametrize(("latin", "other", "language"), ONE_PERSON)
def test_one_person_in_two_scripts(latin: str, other: str, language: str) -> None:
    """Both parts of the name are found again, in any order, whatever vowels a script leaves out or puts in."""
    assert across_scripts(latin.split(), name_parts(other, language)) >= 0.8


def test_two_people_in_two_scripts() -> None:
    """None of the names is taken for another's."""
    for (latin, _, _), (other, name, language) in permutations(ONE_PERSON, 2):
        if latin != other:
            assert not across_scripts(latin.split(), name_parts(name, language)), (latin, name)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Tarkovan", "塔尔科万", True),
        ("Moriwaki", "מוריוואקי", True),
        ("Velmann", "فيلمان", True),
        ("Velmann", "塔尔科万", False),
        ("Kim", "김", False),  # too short to tell
        ("Lee", "李", False),
    ],
)
def test_a_surname_alone(left: str, right: str, one: bool) -> None:
    """A single word needs three consonants at least."""
    assert same_word_across(left, right) is one


@pytest.mark.parametrize(
    ("signs", "latin", "read"),
    [
        (("森脇", "健二"), ("Kenji", "Moriwaki"), True),
        (("森脇", "健二"), ("Moriwaki", "Kenji"), True),
        (("大野", "裕子"), ("Yuko", "Ohno"), True),
        (("森脇", "健二"), ("Taro", "Moriwaki"), False),
        (("森脇", "鷹"), ("Taka", "Moriwaki"), None),  # no table tells how the given name is read
        (("森脇", "健二"), ("Kenji", "Sato"), False),
    ],
)
def test_signs_are_read_as_japanese(signs: tuple[str, ...], latin: tuple[str, ...], read: bool | None) -> None:
    """By the reading of the family name, and how the first sign of the given name may be read."""
    assert read_as_japanese(signs, latin) is read


@pytest.mark.parametrize(
    ("syllables", "latin", "read"),
    [
        (("서", "지훈"), ("Seo", "Ji-hoon"), True),
        (("서", "지훈"), ("Jihun", "Suh"), True),
        (("박", "도현"), ("Park", "Do", "Hyun"), True),
        (("박", "도현"), ("Park", "Min", "Seok"), False),
        (("이", "승현"), ("Lee", "Seunghyun"), True),
        (("이", "승현"), ("Kim", "Seunghyun"), False),
    ],
)
def test_syllables_are_read_as_korean(syllables: tuple[str, ...], latin: tuple[str, ...], read: bool) -> None:
    """By the spellings of the family name, and the consonants of the given name."""
    assert read_as_korean(syllables, latin) is read


@pytest.mark.parametrize(
    ("name", "language", "parts"),
    [
        ("郭振华", "zh", ("郭", "振华")),
        ("欧阳慧", "zh", ("欧阳", "慧")),
        ("伊利亚斯·塔尔科万", "zh", ("伊利亚斯", "塔尔科万")),
        ("森脇健二", "zh", ("森脇", "健二")),
        ("森脇健二", "ja", ("森脇", "健二")),
        ("ミカ・ラハティ", "ja", ("ミカ", "ラハティ")),
        ("서지훈", "ko", ("서", "지훈")),
        ("서 장관", "ko", ("서",)),
        ("모리와키 겐지", "ko", ("모리와키", "겐지")),
        ("محمد بن صدران", "ar", ("محمد", "بن", "صدران")),
    ],
)
def test_parts_of_a_name(name: str, language: str, parts: tuple[str, ...]) -> None:
    """Family and given names are parted where no space parts them, and titles left out."""
    assert name_parts(name, language) == parts


def test_scripts_are_told_apart() -> None:
    """Two names of one script, or of scripts that write all vowels, are compared by their letters."""
    assert script_of("  “Žižek”") == "LATIN"
    assert unlike_scripts("Žižek", "ジジェク")
    assert not unlike_scripts("Žižek", "Zizek")


WORDS = st.sampled_from([part for latin, other, _ in ONE_PERSON for part in (*latin.split(), other)])


@given(WORDS, WORDS)
def test_likeness_has_no_direction(left: str, right: str) -> None:
    """It is the same from either side, between 0 and 1, and 1 for a word and itself."""
    assert word_likeness(left, right) == pytest.approx(word_likeness(right, left))
    assert 0.0 <= word_likeness(left, right) <= 1.0
    assert word_likeness(left, left) == 1.0


@given(st.text(max_size=12))
def test_any_text_can_be_heard(word: str) -> None:
    """No letter of any script breaks it, and every word has a key to be found by."""
    assert isinstance(heard(word), tuple)
    assert first_heard(word)
