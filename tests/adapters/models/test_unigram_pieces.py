"""Word pieces: the likeliest way to cut a word."""

import itertools
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.adapters.models.unigram_pieces import UNKNOWN, UnigramPieces

KNOWN = {"<s>": 0, "<pad>": 0, "</s>": 0, "<unk>": 0, "▁": -3, "▁fer": -4, "ry": -5, "▁ferry": -8, "f": -6, "e": -6}
KNOWN |= {"r": -6, "y": -6, "s": -5, "▁S": -4, "ão": -4, "1": -5, "/": -5, "2": -5, "港": -7, "口": -7}
PIECES = UnigramPieces(list(KNOWN), list(KNOWN.values()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ferry", ["▁ferry"]),
        ("ferrys", ["▁ferry", "s"]),
        ("fer ry", ["▁fer", "▁", "ry"]),
        ("São", ["▁S", "ão"]),
        ("Sa\u0303o", ["▁S", "ão"]),
        ("½", ["▁", "1", "<unk>", "2"]),
        ("港口", ["▁", "港", "口"]),
        ("Ferry", ["▁", "<unk>", "e", "r", "ry"]),
        ("s\u00a0\t s", ["▁", "s", "▁", "s"]),
        ("ЖЖЖs", ["▁", "<unk>", "s"]),
        ("", []),
    ],
)
def test_a_word_is_cut_where_its_pieces_are_likeliest(text: str, expected: list[str]) -> None:
    """Case and accents count, compositions and kinds of blanks do not; neighbours that are unknown are one piece."""
    assert [list(KNOWN)[piece] for piece in PIECES.ids(text)] == expected


def slow(word: str) -> float:
    """The largest sum of log-probabilities over every way to cut a word."""
    best = -inf
    for cuts in itertools.product((False, True), repeat=len(word) - 1):
        ends = [number + 1 for number, cut in enumerate(cuts) if cut] + [len(word)]
        parts = [word[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]
        if all(part in KNOWN for part in parts):
            best = max(best, sum(KNOWN[part] for part in parts))
    return best


@given(st.text("fery", min_size=1, max_size=7))
def test_no_other_cut_is_likelier(word: str) -> None:
    """The pieces spell the word, and no other way to cut it has a larger sum."""
    pieces = [list(KNOWN)[piece] for piece in PIECES.ids(word)]
    assert "".join(pieces) == "▁" + word
    assert sum(KNOWN[piece] for piece in pieces) == slow("▁" + word)


@given(st.text(max_size=80))
def test_any_text_is_cut_into_known_pieces(text: str) -> None:
    """Whatever the text, each piece is in the vocabulary and none is a mark."""
    assert all(UNKNOWN <= piece < len(KNOWN) for piece in PIECES.ids(text))
