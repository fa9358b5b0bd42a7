"""Loaded words: terms that judge where a plainer word would do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.language.loaded import Word, loaded_spans, loaded_terms


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The regime jailed the dictator's cronies.", "en", ["regime", "dictator's", "cronies"]),
        ("The government met the president.", "en", []),
        ("A wave of illegal immigrants, they wrote.", "en", ["illegal immigrants"]),
        ("El régimen y los terroristas del dictador", "es", ["régimen", "terroristas", "dictador"]),
        ("Le régime et ses sbires", "fr", ["régime", "sbires"]),
        ("O ditador e os terroristas", "pt", ["ditador", "terroristas"]),
        ("任何文字", "zh", []),
        ("", "en", []),
    ],
)
def test_loaded_words_are_found_without_a_parse(text: str, language: str, found: list[str]) -> None:
    """Loaded terms are found by form in every language that has a table, plurals and terms of two words too."""
    assert [span.of(text) for span, _ in loaded_spans(text, language)] == found


def test_a_term_may_be_bound_to_a_part_of_speech() -> None:
    """One word is a loaded noun and a loaded verb, each with its neutral word; another is loaded as a verb alone."""
    table = loaded_terms("en")
    as_verb = table.match([Word("savaged", "savage", "VERB")], 0)
    as_noun = table.match([Word("savages", "savage", "NOUN")], 0)
    assert as_verb is not None
    assert as_noun is not None
    assert as_verb.neutral != as_noun.neutral
    assert table.match([Word("blast", "blast", "NOUN")], 0) is None


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_no_neutral_word_is_loaded_itself(language: str) -> None:
    """What the table offers in place of a loaded noun is not loaded in turn."""
    table = loaded_terms(language)
    offered = {word for terms in table.terms.values() for term in terms for word in term.neutral}
    people = {
        term.words for terms in table.terms.values() for term in terms if term.category in {"ruler", "government"}
    }
    assert not {tuple(word.split()) for word in offered} & people


@given(st.text(max_size=120))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    """Whatever the text, the spans lie inside it, in order, and do not overlap."""
    end = 0
    for span, _ in loaded_spans(text, "en"):
        assert end <= span.start < span.end <= len(text)
        end = span.end
