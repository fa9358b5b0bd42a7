"""The citation gate: what it lets through, what it stops and why."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.stages.write.coverage import ENCODER_FEATURES, WORD_FEATURES, encoder_features
from synoptic.stages.write.gate import support
from synoptic.stages.write.spelling import plain_dates
from synoptic.stages.write.words import content_share, figures

EVIDENCE = (
    "President Ada Korrin opened the ferry line in Port Ilvar on Tuesday.",
    "It carries 1,200 passengers a day.",
)


@pytest.mark.parametrize(
    "claim",
    [
        "Ada Korrin opened a ferry line in Port Ilvar.",
        "The ferry line in Port Ilvar carries 1200 passengers a day.",
        "President Korrin was opening the ferry line on Tuesday.",
        "President Ada Korrin opened the ferry line in Port Ilvar on Tuesday.",
    ],
)
def test_supported_sentences_pass(claim: str) -> None:
    """Sentences that say no more than the evidence, in other forms and orders of its words, pass."""
    found = support(claim, EVIDENCE)
    assert found.passed, found


@pytest.mark.parametrize(
    ("claim", "missing"),
    [
        ("Ada Korrin opened a ferry line in Port Mellow.", "Mellow"),
        ("The ferry line carries 1,300 passengers a day.", "1300"),
        ("The president Joren Vael opened the ferry line in Port Ilvar.", "Joren"),
        ("Korrin closed all airports and dismissed her generals.", "closed"),
    ],
)
def test_unsupported_sentences_are_stopped_with_the_missing_words(claim: str, missing: str) -> None:
    """Another place, number, name or deed stops a sentence, and the reason names it."""
    found = support(claim, EVIDENCE)
    assert not found.passed
    assert missing in found.missing
    assert missing in found.reason


def test_numbers_in_words_and_figures_are_the_same_number() -> None:
    """A number word supports its figure, and thousands separators do not matter."""
    assert support("They signed 12 agreements.", ["Twelve agreements were signed by them."]).passed
    assert figures("seven ships and 1,200 men, one captain") == {"7", "1200"}


@given(st.text(max_size=80))
def test_every_text_supports_itself(text: str) -> None:
    """Whatever the script, a text is fully supported by its own words."""
    found = support(text, [text])
    assert found.passed
    assert found.missing == ()
    assert content_share(text, [text]) == 1.0


class LetterEncoder:
    """Keeps the law of the port with the shares of letters, so that laws can be tried on thousands of texts."""

    model = "letters"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 a text, 0 for one without letters."""
        rows = np.zeros((len(texts), 26), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text.lower():
                if "a" <= letter <= "z":
                    row[ord(letter) - ord("a")] += 1
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


SENTENCES = st.lists(
    st.sampled_from(["Korrin", "opened", "closed", "the", "ferry", "line", "Ilvar", ",", "and", "7", "who"]), max_size=9
)
"""Sentences of few words, so that claims and evidence meet."""


@given(st.lists(SENTENCES, min_size=1, max_size=5), st.lists(SENTENCES, max_size=2))
def test_more_evidence_never_supports_less_with_an_encoder(texts: list[list[str]], more: list[list[str]]) -> None:
    """Words of like meaning and their context keep the law too: a score does not fall when evidence is added.

    But for the rounding of sums in 32 bits, which depends on how many rows are added up at once.
    """
    claim, *evidence = (" ".join(words) for words in texts)
    after = [*evidence, *(" ".join(words) for words in more)]
    encoder = LetterEncoder()
    assert support(claim, evidence, encoder).score <= support(claim, after, encoder).score + 1e-6


@given(st.text(max_size=80))
def test_the_score_of_a_text_against_itself_says_supported(text: str) -> None:
    """The score agrees with the gate that a text supports itself."""
    assert support(text, [text]).score > 0.5


@pytest.mark.parametrize(
    ("claim", "written", "other"),
    [
        (
            "The ferry sank on 25 August 2016.",
            "Posted 2016-08-25: the ferry sank.",
            "Posted 2016-09-25: the ferry sank.",
        ),
        ("The ferry sank on June 3.", "The ferry sank on Jun. 3.", "The ferry sank on Jul. 3."),
        ("The 9th ferry sank.", "Ferry 9 sank.", "Ferry 8 sank."),
        (
            "The United States bought the ferry.",
            "The ferry was bought by the U.S. in spring.",
            "They bought the ferry.",
        ),
    ],
)
def test_spellings_of_one_date_count_as_one(claim: str, written: str, other: str) -> None:
    """A month cut short, a date in figures, an ordinal and "U.S." say what their full forms say."""
    assert support(claim, [written]).score > support(claim, [other]).score
    assert plain_dates("may be 3 mar in octaves") == "may be 3 March in octaves"


def test_words_of_like_meaning_count_in_part_where_an_encoder_is_there() -> None:
    """A synonym in a sentence on the same matter covers more than another word, a name never has a like."""
    encoder, claim = UseEncoder(), "The architect went mad after his daughter died in Port Ilvar."
    texts = (
        "According to the legend the architect became crazy after the death of his daughter in Port Ilvar.",
        "According to the legend the architect became rich after the death of his daughter in Port Ilvar.",
        "According to the legend the architect became crazy after the death of his daughter in Port Mellow.",
    )
    crazy, rich, elsewhere = (
        dict(zip((*WORD_FEATURES, *ENCODER_FEATURES), encoder_features(claim, [text], encoder), strict=True))
        for text in texts
    )
    assert crazy["window_of_six"] > rich["window_of_six"] > 0
    assert crazy["names_missing"] == 0 < elsewhere["names_missing"]


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3), st.text(max_size=60))
def test_more_evidence_never_supports_less(claim: str, evidence: list[str], more: str) -> None:
    """The score stays between 0 and 1 and does not fall when evidence is added."""
    before, after = support(claim, evidence).score, support(claim, [*evidence, more]).score
    assert 0 <= before <= after <= 1
