"""Word pieces: the cutting of texts by an uncased vocabulary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.adapters.models.word_pieces import WordPieces, words_of

KNOWN = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "ferry", "fer", "##men", "sank", ",", "'", "s", "9", "##th", "sao"]
PIECES = WordPieces({piece: number for number, piece in enumerate(KNOWN)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry sank", ["ferry", "sank"]),
        ("Fermen", ["fer", "##men"]),
        ("FERRY, sank", ["ferry", ",", "sank"]),
        ("Ferry's", ["ferry", "'", "s"]),
        ("São", ["sao"]),
        ("9th\u00a0ferry\t\u200b", ["9", "##th", "ferry"]),
        ("harbour sank", ["[UNK]", "sank"]),
        ("sank" * 40, ["[UNK]"]),
        ("", []),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(text: str, expected: list[str]) -> None:
    """Case, accents and blanks do not count; a mark is a word; a word with an unknown rest is unknown as a whole."""
    assert [KNOWN[piece] for piece in PIECES.ids(text)] == expected


def test_ideographs_stand_alone() -> None:
    """Every ideograph is a word of its own."""
    assert words_of("港口2031年") == ["港", "口", "2031", "年"]


@given(st.text(max_size=80))
def test_a_frame_closes_whatever_stands_in_it(text: str) -> None:
    """Whatever the text, all its pieces are known ones and stand between the two marks."""
    pieces = PIECES.ids(text)
    framed = [KNOWN[piece] for piece in PIECES.framed(pieces)]
    assert (framed[0], framed[-1]) == ("[CLS]", "[SEP]")
    assert not {"[CLS]", "[SEP]", "[PAD]"} & set(framed[1:-1])
    assert len(framed) == len(pieces) + 2
