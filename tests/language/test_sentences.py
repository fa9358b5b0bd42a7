"""Sentences by rule: borders where a reader sees them, in any script, and nothing lost."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.sentences import split_sentences


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of a text."""
    return [span.of(text) for span in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["The ferry sank.", "Nobody was hurt."]),
        ("en", ["Dr. Olga Brandt met Gen. J. F. Rud in St. Lyr.", "They talked for 3.5 hours."]),
        ("en", ["She lives in the U.S. Senator Lund does too."]),
        ("en", ["She left the U.S.", "The council did not follow."]),
        ("en", ["It ended at 5 p.m.", "He slept."]),
        ("en", ["“We will go.”", "He did."]),
        ("en", ["“Will you go?” he asked.", "“No!”"]),
        ("en", ["(It was late.)", "She left."]),
        ("en", ["It cost $3.2 million.", "No. 5 won on Jan. 12 against Acme Inc. of Lyrstad."]),
        ("en", ["Wait… what?", "Nothing."]),
        ("en", ["They met in the end.", "Then they left."]),
        ("en", ["The captain said no.", "Brandt loves art.", "They fell ill.", "Lund stayed on."]),
        ("", ["He told me.", "Brandt moved on."]),
        ("en", ["Plan B failed in 2031.", "1. The first rule is to wait."]),
        ("es", ["El Sr. Lund habló con la Dra. Brandt en EE. UU. el lunes.", "¿Quién ganó?", "Nadie."]),
        ("fr", ["M. Lund a vu Mme Brandt le 3 janv. 2031.", "« Non », dit-il.", "Elle rit."]),
        ("pt", ["O Sr. Lund falou com a Dra. Brandt.", "Ninguém se feriu."]),
        ("de", ["Am 3. Mai sprach Dr. Lund z. B. mit Frau Brandt.", "Er blieb bis 2031.", "Sie ging."]),
        ("it", ["Il dott. Lund ha visto la sig.ra Brandt.", "Nessuno si è fatto male."]),
        ("ru", ["Паром сел на мель.", "Никто не пострадал."]),
    ],
)
def test_borders_are_where_a_reader_sees_them(language: str, parts: list[str]) -> None:
    """Abbreviations, initials, numbers and quotations do not end a sentence; what stands behind them may."""
    assert sentences(" ".join(parts), language) == parts


def test_scripts_with_marks_of_their_own_are_cut_without_spaces() -> None:
    """Chinese, Japanese, Arabic, Urdu and Hindi have their own ends of sentences."""
    assert sentences("船が座礁した。乗客は無事だった！本当か？", "ja") == [
        "船が座礁した。",
        "乗客は無事だった！",
        "本当か？",
    ]
    assert sentences("متى غرقت العبارة؟ لا أحد يعلم.", "ar") == ["متى غرقت العبارة؟", "لا أحد يعلم."]
    assert sentences("नाव डूब गई। कोई घायल नहीं हुआ।", "hi") == ["नाव डूब गई।", "कोई घायल नहीं हुआ।"]


def test_a_blank_line_ends_a_sentence_and_a_lost_space_does_not_hide_one() -> None:
    """Headlines without a full stop end at a blank line; scrapers glue sentences together."""
    assert sentences("Ferry aground\n\nNobody was hurt") == ["Ferry aground", "Nobody was hurt"]
    assert sentences("It was the end.The ferry sank.") == ["It was the end.", "The ferry sank."]
    assert sentences("See leader.example for more.") == ["See leader.example for more."]


@given(st.text(alphabet='aAé.!? \n"“”)。5船', max_size=120), st.sampled_from(["", "en", "de", "ja"]))
def test_sentences_hold_everything_in_order(text: str, language: str) -> None:
    """The sentences follow each other and leave out white space alone."""
    spans = split_sentences(text, language)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_a_long_text_costs_what_its_length_costs() -> None:
    """Ten times the text takes about ten times as long, not a hundred."""
    short, long = "Mr. A. B. went. " * 2_000, "Mr. A. B. went. " * 20_000
    split_sentences(short)
    start = time.perf_counter()
    split_sentences(short)
    middle = time.perf_counter()
    split_sentences(long)
    assert time.perf_counter() - middle < 40 * (middle - start) + 0.1
