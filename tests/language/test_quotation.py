"""Quotation marks of every convention."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.language.quotation import find_quotations, paragraphs
from synoptic.records.span import Span


def parts(text: str) -> list[list[str]]:
    """The outer quotations of a text, paragraph by paragraph."""
    found = find_quotations(text, [Span(0, len(text))])
    return [[part.of(text) for part in quotation.parts] for quotation in found if not quotation.depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It is safe." "Yes," she said.', ['"It is safe."', '"Yes,"']),
        ("“It is safe,” he said. “Quite.”", ["“It is safe,”", "“Quite.”"]),
        ("„Wir kommen“, sagte sie. »Ja«, sagte er.", ["„Wir kommen“", "»Ja«"]),
        ("« Oui », dit-elle.", ["« Oui »"]),
        ("她说:「桥很安全」,他说:『是』", ["「桥很安全」", "『是』"]),
        ("They called it ''a mess,'' and ``odd''.", ["''a mess,''", "``odd''"]),
        ("She said ''there's no bridge.''", ["''there's no bridge.''"]),
        ("She said 'we will see the crews' plan,' and left.", ["'we will see the crews' plan,'"]),
        ("The ‘open’ bridge of the ’90s", ["‘open’"]),
        ("It was in ‘08 that he said “no” twice.", ["“no”"]),
        ('“A plan" is no "bridge”.', ['“A plan"', '"bridge”']),
        ('A 6\'2" beam, he said, is "no beam".', ['"no beam"']),
        ("It reads: ” We (the town) wait.”", ["” We (the town) wait.”"]),
    ],
)
def test_every_convention_is_read(text: str, expected: list[str]) -> None:
    """Marks of each convention open and close as its readers expect; apostrophes and inches are no marks."""
    assert parts(text) == [[piece] for piece in expected]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    """A paragraph that opens with a mark continues the unclosed quotation before it."""
    assert parts("“The first part.\n\n“The second part,” she said.") == [["“The first part.", "“The second part,”"]]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    """A forgotten mark swallows no more than its paragraph."""
    assert parts('He said "the bridge is open.\n\nNobody came. "Odd," he said.') == [
        ['"the bridge is open.'],
        ['"Odd,"'],
    ]


def test_nested_quotations_have_a_depth() -> None:
    """The inner quotation is told from the outer one."""
    text = "“She said ‘never’ twice,” he recalled."
    found = find_quotations(text, [Span(0, len(text))])
    assert [(q.parts[0].of(text), q.depth) for q in found] == [("“She said ‘never’ twice,”", 0), ("‘never’", 1)]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """A line break inside a sentence parts no paragraph."""
    text = "The crane\nfell on Monday.\n\nNobody was hurt."
    assert [p.of(text) for p in paragraphs(text, [Span(0, len(text))])] == [
        "The crane\nfell on Monday.",
        "Nobody was hurt.",
    ]


@settings(max_examples=200)
@given(st.text(alphabet="ab .,\n\"'“”‘’«»„「」", min_size=1, max_size=60))
def test_quotations_lie_inside_the_text_and_never_overlap(text: str) -> None:
    """Law: parts are inside the text, in order, and outer quotations do not overlap."""
    end = 0
    for quotation in find_quotations(text, [Span(0, len(text))]):
        assert all(part.end <= len(text) for part in quotation.parts)
        if quotation.depth == 0:
            assert quotation.start >= end
            end = quotation.end
