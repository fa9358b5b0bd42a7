"""A credit counts for the whole text where it stands as one: byline, dateline, credit line, opening, closing."""

import pytest

from synoptic.language.whole_credits import whole_credits
from synoptic.records.article import Article, Block, BlockKind, Credit, CreditKind
from synoptic.records.span import Span


def names(text: str, blocks: list[tuple[BlockKind, str]], kind: CreditKind = CreditKind.AGENCY) -> list[str]:
    """The whole credits of a text whose blocks are given by their words; Norpress is credited at its first place."""
    spans = []
    for block, words in blocks:
        start = text.index(words, spans[-1].span.end if spans else 0)
        spans.append(Block(block, Span(start, start + len(words))))
    at = text.index("Norpress")
    article = Article("a", text, blocks=tuple(spans), credits=(Credit("Norpress", kind, Span(at, at + 8)),))
    return [credit.name for credit in whole_credits(article)]


LEAD = "A ferry ran aground off Sandmark in thick fog on Tuesday, and all on board were saved."


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"TORVIK (Norpress) - {LEAD}", True),
        (f"{LEAD} (With Norpress Agency)", True),
        (f"{LEAD} — Norpress", True),
        (f"{LEAD} The captain told Norpress that he was sorry for what had happened to the guests.", False),
        (f"{LEAD} According to Norpress (which had a boat there) all went well on that day.", False),
    ],
)
def test_places_in_prose(text: str, whole: bool) -> None:
    """Brackets at the opening and at the end credit the text; a name within a sentence does not."""
    assert bool(names(text, [(BlockKind.LEAD, text)])) is whole


def test_lines_of_their_own() -> None:
    """A byline credits the text; the credit line that goes on from a caption, and any photo credit, does not."""
    assert names(f"By Norpress\n{LEAD}", [(BlockKind.BYLINE, "By Norpress"), (BlockKind.LEAD, LEAD)])
    caption = "The ferry on the bank. "
    text = f"{caption}Norpress/Island Pool\n{LEAD}"
    blocks = [(BlockKind.CAPTION, caption.strip()), (BlockKind.CREDIT, "Norpress/Island Pool"), (BlockKind.LEAD, LEAD)]
    assert not names(text, blocks)
    assert not names(f"Norpress\n{LEAD}", [(BlockKind.CREDIT, "Norpress"), (BlockKind.LEAD, LEAD)], CreditKind.PHOTO)


def test_a_picture_credit_that_also_closes_the_text_counts() -> None:
    """The name stands under the picture first and in the closing bracket again."""
    text = f"Photo: Norpress\n{LEAD} (With Norpress)"
    assert names(text, [(BlockKind.CAPTION, "Photo: Norpress"), (BlockKind.LEAD, f"{LEAD} (With Norpress)")])
