"""Words are read in any script, and what is quoted or posted by someone else is told from an article's own prose."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.records.article import MAIN, Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.cluster.alphabet import Alphabet
from synoptic.stages.cluster.quotations import quoted
from synoptic.stages.cluster.wording import read_wordings, read_words
from tests.stages.cluster.accounts import article

ALONE = "一-龥ぁ-んァ-ヶก-ฮ"
LETTER = rf"(?:(?![{ALONE}])[^\W\d_])"
WORD = re.compile(rf"\d+(?:[.,:]\d+)*|[{ALONE}]|{LETTER}+(?:['’]{LETTER}+)*")
SIGNS = st.text(st.sampled_from("aZéÖßçЖשع 1٣9.,:'’_-\n“”渡輪ก🚢"), max_size=40)


@settings(max_examples=300)
@given(st.lists(SIGNS, max_size=4))
def test_words_are_those_of_a_regular_expression(texts: list[str]) -> None:
    """Read at once, the words of several texts are those that a regular expression finds in each."""
    words = read_words(texts, Alphabet())
    joined = "\n".join(texts)
    found = [joined[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert found == [match for text in texts for match in WORD.findall(text)]
    small = [joined[start].isalpha() and not joined[start].isupper() for start in words.starts]
    assert small == words.lower.tolist()
    counts = [len(WORD.findall(text)) for text in texts]
    assert words.borders.tolist() == [sum(counts[:number]) for number in range(len(texts) + 1)]


@settings(max_examples=100)
@given(st.lists(SIGNS, min_size=2, max_size=4))
def test_a_word_has_one_number(texts: list[str]) -> None:
    """Two words have the same number if and only if they are the same but for case and the form of the apostrophe."""
    words = read_words(texts, Alphabet())
    joined = "\n".join(texts)
    folded = [
        tuple(letter.casefold() for letter in joined[start:end].replace("’", "'"))
        for start, end in zip(words.starts, words.ends, strict=True)
    ]
    assert len(set(zip(folded, words.numbers.tolist(), strict=True))) == len(set(folded))
    assert len(set(words.numbers.tolist())) == len(set(folded))


def test_offsets_are_those_of_the_articles_text() -> None:
    """Captions are left out, and what follows them keeps its place, whatever is read in the same batch."""
    text = "Boats left.\nA picture of a boat\nNobody was hurt."
    parts = ((BlockKind.LEAD, 0, 11), (BlockKind.CAPTION, 12, 31), (BlockKind.BODY, 32, 48))
    captioned = Article("a", text, blocks=tuple(Block(kind, Span(start, end)) for kind, start, end in parts))
    alone, alphabet = read_wordings([captioned], Alphabet())[0], Alphabet()
    (first, last) = read_wordings([article("b", "Something else."), captioned], alphabet)
    assert len(first) == 2
    assert [text[start:end] for start, end in zip(last.starts, last.ends, strict=True)] == [
        "Boats", "left", "Nobody", "was", "hurt",
    ]  # fmt: skip
    assert alone.starts.tolist() == last.starts.tolist()
    assert BlockKind.CAPTION not in MAIN


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She said “we will stay” and left.", ["“we will stay”"]),
        ('He called it "a shame" twice.', ['"a shame"']),
        ("The union said: “We shall not move", ["“We shall not move"]),
        ("It's the drivers' pay that counts, isn't it?", []),
        ("He spoke of ‘a bad day’ at sea.", ["‘a bad day’"]),
        ("Er sprach von „einem Fehler“ dabei.", ["„einem Fehler“"]),
        ("Il parle d’« une erreur » grave.", ["« une erreur »"]),
        ("The '90s were long.", []),
    ],
)
def test_quotations_are_found_in_many_marks(text: str, inside: list[str]) -> None:
    """Curly, straight, single, German and French marks; apostrophes open nothing; an unclosed one goes to the end."""
    assert [text[start:end] for start, end in quoted(text, 0, len(text))] == inside


def test_embedded_posts_are_not_own_prose() -> None:
    """A post and the words above its signature belong to the one who posted."""
    text = "The mayor replied at once.\n\nTrams will run again soon!\n\n— Mayor (@mayorvelburg) March 5"
    wording = read_wordings([article("a", text)], Alphabet())[0]
    own = [text[s:e] for s, e, mine in zip(wording.starts, wording.ends, wording.own, strict=True) if mine]
    assert own == ["The", "mayor", "replied", "at", "once"]
