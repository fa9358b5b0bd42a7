"""What several articles print in the same words is read once, and each article has its own parse of it."""

from collections.abc import Sequence

from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.parse import Parse
from synoptic.records.span import Span
from synoptic.stages.extract import parse_articles
from tests.stages.annotated import tagger

WIRE = "Divers raised the bell of the ferry Osmund on Monday."


class Counting:
    """A tagger that notes what it is given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def parse(self, texts: Sequence[str], language: str | None) -> list[Parse]:
        """The real parses."""
        self.given += texts
        return tagger().parse(texts, language)


def article(id: str, lines: Sequence[str], language: str) -> Article:
    """An article whose lines are its paragraphs."""
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(id, "\n".join(lines), language=language, blocks=tuple(blocks))


def test_a_paragraph_is_read_once_in_each_language() -> None:
    """A paragraph that stands in three articles, twice in one, goes to the tagger once a language."""
    counting = Counting()
    one = article("one", [WIRE, "Nobody was hurt.", WIRE], "en")
    parse_articles([one, article("two", [WIRE], "en"), article("three", [WIRE], "fr")], counting)
    assert counting.given == [WIRE, "Nobody was hurt.", WIRE]


def test_shared_paragraphs_stand_in_each_article() -> None:
    """Every article has the tokens of all its paragraphs at their own offsets, in order."""
    articles = [article("one", ["Nobody was hurt.", WIRE], "en"), article("two", [WIRE, "It rang.", WIRE], "en")]
    for given, parse in zip(articles, parse_articles(articles, tagger()), strict=True):
        assert all(token.text == token.span.of(given.text) for token in parse.tokens)
        assert [span.of(given.text) for span in parse.sentence_spans] == given.text.split("\n")
        assert [token.start for token in parse.tokens] == sorted(token.start for token in parse.tokens)
