"""Numbers in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.numbers import digits_value, number_table, read_number, words_of
from synoptic.records.span import Span


def value(text: str, language: str) -> float | None:
    """The number that a text starts with, if it takes all of it."""
    table = number_table(language)
    assert table is not None
    words = words_of(text, Span(0, len(text)), table)
    number = read_number(words, 0, table)
    return number.value if number is not None and number.last == len(words) else None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "twenty-one", 21),
        ("en", "two hundred and five", 205),
        ("en", "three thousand four hundred", 3400),
        ("en", "2.5 million", 2_500_000),
        ("en", "1,200", 1200),
        ("es", "treinta y cinco", 35),
        ("es", "doscientos mil", 200_000),
        ("es", "1.200", 1200),
        ("pt", "vinte e dois", 22),
        ("fr", "quatre-vingt-dix-neuf", 99),
        ("fr", "soixante et onze", 71),
        ("fr", "vingt et un", 21),
        ("fr", "1 200", 1200),
        ("de", "zweihundertfünfunddreißig", 235),
        ("de", "dreitausend", 3000),
        ("it", "duecentomila", 200_000),
        ("ar", "٣٤٠ مليون", 340_000_000),
        ("ar", "ثلاثمئة وأربعون", 340),
        ("ar", "ثلاثة وعشرون", 23),
        ("ar", "خمسة عشر", 15),
        ("fa", "۱٫۲ میلیون", 1_200_000),
        ("fa", "سیصد و چهل هزار", 340_000),
        ("he", "עשרים ושלושה", 23),
        ("he", "3.4 מיליון", 3_400_000),
        ("hi", "३४ करोड़", 340_000_000),
        ("hi", "ढाई लाख", 250_000),
        ("hi", "12,50,000", 1_250_000),
        ("zh", "三亿四千万", 340_000_000),
        ("zh", "三百四十萬", 3_400_000),
        ("zh", "3.4万", 34_000),
        ("zh", "1亿2000万", 120_000_000),
        ("ja", "3億4000万", 340_000_000),
        ("ja", "二十七", 27),
        ("ko", "3억 4000만", 340_000_000),
        ("ko", "1만5000", 15_000),
        ("ru", "триста сорок миллионов", 340_000_000),
        ("ru", "2,5 млн", 2_500_000),
        ("uk", "п'ять тисяч", 5000),
        ("pl", "dwadzieścia trzy tysiące", 23_000),
        ("tr", "üç yüz kırk milyon", 340_000_000),
        ("el", "2,5 εκατομμύρια", 2_500_000),
        ("id", "dua puluh tiga", 23),
        ("id", "3,4 juta", 3_400_000),
    ],
)
def test_numbers_have_their_value(language: str, text: str, expected: float) -> None:
    """Words, compounds, scales and separators of each language give one number."""
    assert value(text, language) == expected


@pytest.mark.parametrize("text", ["five six", "and five", "1.2.3", "bridge"])
def test_chains_and_words_are_no_number(text: str) -> None:
    """What is not one number is not read as one."""
    assert value(text, "en") is None


def test_a_language_without_a_table_has_none() -> None:
    """No table, no number: nothing is guessed."""
    assert number_table("xx") is None


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_come_back(number: int) -> None:
    """Law: a number written with the separators of English reads as itself."""
    table = number_table("en")
    assert table is not None
    assert digits_value(f"{number:,}", table) == number


ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """A number in English words."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            return f"{spelled(number // scale)} {name}" + (
                f"{' and ' if rest < 100 else ' '}{spelled(rest)}" if rest else ""
            )
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


@given(st.integers(min_value=0, max_value=10**10))
def test_number_words_come_back(number: int) -> None:
    """Law: a number spelled in English words reads as itself."""
    assert value(spelled(number), "en") == number
