"""Markdown: every statement has its footnote, and no text of an article becomes markup."""

import re

from hypothesis import given
from hypothesis import strategies as st

from synoptic.doors.render.markdown import escaped, story_markdown
from tests.doors.render.ferry_story import build, repeated, synopsis


def test_every_footnote_that_is_used_is_defined_once() -> None:
    """Marks and notes match one to one, also over several stories."""
    for document in (story_markdown(synopsis()), story_markdown(repeated(build(), 2))):
        used = set(re.findall(r"\[\^(\d+)\](?!:)", document))
        defined = re.findall(r"^\[\^(\d+)\]:", document, re.MULTILINE)
        assert used
        assert sorted(used, key=int) == sorted(defined, key=int)


def test_each_sentence_of_the_brief_is_cited() -> None:
    """The paragraphs of the brief end in footnote marks."""
    lines = story_markdown(synopsis()).splitlines()
    for sentence in synopsis().stories[0].brief.sentences:
        line = next(line for line in lines if line.startswith(escaped(sentence.text)))
        assert re.search(r"\[\^\d+\]$", line)


def test_markup_of_articles_is_escaped() -> None:
    """HTML and Markdown in a text are shown as they are written."""
    document = story_markdown(synopsis())
    assert "<script" not in document
    assert "<img" not in document
    assert "\\<b\\>" not in document
    assert "&lt;b\\>" in document


@given(st.text(max_size=80))
def test_escaping_leaves_one_line_without_bare_markup(text: str) -> None:
    """No character that Markdown reads stands without its backslash, and no line breaks off."""
    line = escaped(text)
    assert len(line.splitlines()) <= 1
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]|#~]", line)
    assert "<" not in line


def test_each_version_of_a_quote_is_told_with_its_departures() -> None:
    """An utterance that two accounts print differently is listed by speaker and outlet, with footnotes."""
    document = story_markdown(synopsis())
    section = document.split("## Quotes, collated")[1].split("\n## ")[0]
    story = synopsis().stories[0]
    for member in story.alignment.quotes[0].members:
        outlet = next(a.article.outlet for a in story.accounts if a.article.id == member.article)
        assert re.search(rf"^  - {re.escape(escaped(str(outlet)))}.*\[\^\d+\]$", section, re.MULTILINE)
