"""What holds for the entities of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.adapters.models.spacy_tagger import plain_parse
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.extract.mentions import find_entities
from tests.stages.extract.mentions.reader import account

WORDS = st.lists(
    st.sampled_from(
        [
            "Ana",
            "Brandt",
            "the",
            "president",
            "of",
            "Peru",
            ",",
            ".",
            "he",
            "Mr.",
            "Osei-Ruiz",
            "’s",
            "said",
            "“",
            "”",
            "\n",
            "李",
            "Kofi",
        ]
    ),
    max_size=30,
).map(" ".join)


@settings(max_examples=25)
@given(WORDS)
def test_spans_lie_inside_and_ids_count_up(text: str) -> None:
    """Mentions are in order, inside the text, once each within an entity; ids run from 1."""
    found = account(text).annotation.entities
    assert [entity.id for entity in found] == [str(number) for number in range(1, len(found) + 1)]
    for entity in found:
        spans = [mention.span for mention in entity.mentions]
        assert spans == sorted(set(spans))
        assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
        assert all(mention.reason for mention in entity.mentions)


@settings(max_examples=60)
@given(st.text(max_size=80), st.sampled_from(["es", "fr", "ar", "de", "xx", ""]))
def test_no_text_makes_it_fail(text: str, language: str) -> None:
    """Any characters in any language give entities inside the text, twice the same."""
    blocks = (Block(BlockKind.BODY, Span(0, len(text))),) if text else ()
    article = Article("a", text, language=language or None, blocks=blocks)
    parse = plain_parse(text, language)
    found = find_entities(article, parse)
    assert found == find_entities(article, parse)
    assert all(mention.span.end <= len(text) for entity in found for mention in entity.mentions)
