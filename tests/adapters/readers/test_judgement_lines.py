"""Judgements are read as they stand, or refused with their line."""

import pytest

from synoptic.adapters.readers.judgement_lines import read_judgements
from synoptic.errors import MalformedSource
from synoptic.records.judgements import Judgement, JudgementKind

FILE = b"""{"judgement": "merge", "articles": ["a", "b"]}

{"judgement": "move", "articles": ["c"], "to": "a", "reason": "seen by a reader"}
{"judgement": "split", "articles": ["d"], "from": "a"}
"""


def test_each_kind_is_read_in_order() -> None:
    """Blank lines and keys of no meaning are left alone; every judgement knows its line."""
    assert read_judgements("j.jsonl", FILE).stories == (
        Judgement(JudgementKind.MERGE, ("a", "b"), None, "j.jsonl:1"),
        Judgement(JudgementKind.MOVE, ("c",), "a", "j.jsonl:3"),
        Judgement(JudgementKind.SPLIT, ("d",), "a", "j.jsonl:4"),
    )


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'{"judgement": "marry", "articles": ["a", "b"]}',
        b'{"judgement": "merge", "articles": ["a"]}',
        b'{"judgement": "merge", "articles": [1, 2]}',
        b'{"judgement": "move", "articles": ["a"]}',
        b'{"judgement": "move", "articles": ["a"], "to": 7}',
        b"\xff\xfe",
    ],
)
def test_what_is_no_judgement_is_refused_with_its_place(line: bytes) -> None:
    """A decision is never left out in silence: the error names file, and line where there is one, and the remedy."""
    with pytest.raises(MalformedSource) as found:
        read_judgements("j.jsonl", b'{"judgement": "merge", "articles": ["a", "b"]}\n' + line)
    assert found.value.source == "j.jsonl"
    assert found.value.remedy
    assert found.value.place == ("" if line == b"\xff\xfe" else "line 2")


def test_names_are_judged_in_the_same_file() -> None:
    """`same` and `different` take two names; they stand beside the judgements on articles."""
    lines = (
        b'{"judgement": "same", "names": ["Holm", "Holmsen"], "reason": "one man"}\n'
        b'{"judgement": "merge", "articles": ["a", "b"]}\n{"judgement": "different", "names": ["A", "B"]}\n'
    )
    found = read_judgements("j.jsonl", lines)
    assert [(one.left, one.right, one.verdict.value, one.by_reader) for one in found.entities] == [
        ("Holm", "Holmsen", "same", True),
        ("A", "B", "different", True),
    ]
    assert [one.kind.value for one in found.stories] == ["merge"]


@pytest.mark.parametrize("names", ["[]", '["A"]', '["A", "A"]', '["A", 2]', '"AB"', '["A", "B", "C"]', '["A", ""]'])
def test_a_judgement_on_other_than_two_names_is_refused(names: str) -> None:
    """A decision that cannot be understood is an error with its line."""
    with pytest.raises(MalformedSource, match="line 1"):
        read_judgements("j.jsonl", f'{{"judgement": "same", "names": {names}}}'.encode())
