"""A brief worded by a language model: what it may say, and what the gate keeps out."""

import json
from dataclasses import dataclass, field

import pytest

from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.errors import ModelUnreachable
from synoptic.records.findings import Brief
from synoptic.records.stages import Weighed
from synoptic.stages.write import write
from tests.doors.render.ferry_story import build


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    """What weigh gives for the invented story, with a real parse."""
    return build(SpacyTagger())


@dataclass
class Scripted:
    """Answers with what the test says a model would; remembers what it was shown."""

    reply: str
    model: str = "scripted"
    shown: list[dict[str, object]] = field(default_factory=list)

    def answer(self, instructions: str, material: str) -> str:
        """The reply."""
        self.shown = json.loads(material)
        return self.reply


class Silent:
    """A model that cannot be reached."""

    model = "silent"

    def answer(self, instructions: str, material: str) -> str:
        """Never comes."""
        raise ModelUnreachable("no answer", source="http://silent")


def worded(weighed: Weighed, *sentences: tuple[str, list[int]]) -> Brief:
    """The brief that a model words with these sentences."""
    rows = [{"text": text, "cites": cites} for text, cites in sentences]
    return write(weighed, Scripted("Here it is:\n" + json.dumps(rows))).stories[0].brief


def statements(weighed: Weighed) -> list[dict[str, object]]:
    """What a model is shown of the story."""
    chat = Scripted("[]")
    write(weighed, chat)
    return chat.shown


def test_a_supported_sentence_is_printed_with_its_citation(weighed: Weighed) -> None:
    """A sentence made of the words that it cites stands in the brief, which names its author."""
    first = statements(weighed)[0]
    brief = worded(weighed, (str(first["words"]).replace('"', ""), [1]))
    (sentence,) = brief.sentences
    assert brief.author == "scripted"
    assert [citation.article for citation in sentence.citations]
    assert not brief.withheld


@pytest.mark.parametrize(
    ("text", "cites", "why"),
    [
        ("The ferry sank with 4,000 people.", [1], "not in the cited words"),
        ("Everything is fine.", [], "cites no statement"),
        ("Everything is fine.", [9999], "cites no statement"),
        ("See https://example.org for more.", [1], "no plain sentence"),
        ("<b>Bold</b> words.", [1], "no plain sentence"),
        ("They said “we shall never yield an inch of it”.", [1], "quotes what is not"),
        ("The regime and its thugs met.", [1], "in our voice"),
    ],
)
def test_what_the_cited_words_do_not_carry_is_withheld(weighed: Weighed, text: str, cites: list[int], why: str) -> None:
    """Unsupported, uncited, loaded or marked-up sentences are not printed, and the reason is kept."""
    first = statements(weighed)[0]
    brief = worded(weighed, (str(first["words"]).replace('"', ""), [1]), (text, cites))
    assert len(brief.sentences) == 1
    (reason,) = brief.withheld
    assert why in reason


@pytest.mark.parametrize("reply", ["", "I cannot help with that.", "[1, 2", '{"text": "x"}', "[]", "[" * 100000])
def test_an_unusable_answer_leaves_our_own_brief(weighed: Weighed, reply: str) -> None:
    """Whatever comes back in place of the list, the user has a brief and is told why it is ours."""
    own = write(weighed).stories[0].brief
    brief = write(weighed, Scripted(reply)).stories[0].brief
    assert brief.sentences == own.sentences
    assert brief.author == ""
    assert "scripted is not used" in brief.withheld[-1]


def test_a_silent_endpoint_leaves_our_own_brief(weighed: Weighed) -> None:
    """A model that cannot be reached costs the user nothing but the note."""
    brief = write(weighed, Silent()).stories[0].brief
    assert brief.sentences == write(weighed).stories[0].brief.sentences
    assert "no answer" in brief.withheld[-1]


def test_the_model_is_shown_statements_as_data(weighed: Weighed) -> None:
    """Each statement has its number, its outlet and its printed words; nothing else of the articles is shown."""
    shown = statements(weighed)
    assert [row["n"] for row in shown] == list(range(1, len(shown) + 1))
    assert all(set(row) == {"n", "by", "words"} for row in shown)
