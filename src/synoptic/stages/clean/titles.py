"""Titles: headlines above the lead, and the title that the page states where it stands in the text."""

import re
from collections.abc import Sequence

from synoptic.language.page_words import PageWords
from synoptic.stages.clean.paragraphs import Paragraph
from synoptic.stages.clean.shape import ends_sentence, is_prose, letters, normal, words

_FEWEST = 3
"""Words of a headline where the source states none; shorter lines above a lead are rubrics or names."""
_FEWEST_LETTERS = 15
"""Letters of a line that is taken for a part of the stated title: titles are broken in two, or name the outlet."""
_LONGEST_QUESTION = 16
_EMPHASIS = re.compile(r"^([*_#=\s]+)(.*?)([*_#=\s]*)$", re.DOTALL)


def is_stated_title(line: str, title: str | None) -> bool:
    """Whether a line is the title that the source states, in other marks, or with the outlet's name behind it."""
    if title is None:
        return False
    own, stated = letters(line), letters(title)
    if not own or not stated:
        return False
    if own == stated:
        return True
    if stated.startswith(own) or stated.endswith(own):
        return len(own) >= _FEWEST_LETTERS
    return own.startswith(stated) and len(stated) >= _FEWEST_LETTERS and len(stated) >= 0.4 * len(own)


def is_headline(line: str, known: PageWords) -> bool:
    """Whether a line above the lead can be a headline: some words, no full stop, no rubric."""
    return len(words(line)) >= _FEWEST and normal(line) not in known.furniture_sections and not is_prose(line)


def is_question_headline(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the first line is a question or exclamation that stands alone above longer paragraphs."""
    line = paragraphs[at].text
    if line[-1] not in "?!？！" or len(words(line)) > _LONGEST_QUESTION or re.search(r"[.?!]\s", line):
        return False
    after = [paragraph.text for paragraph in paragraphs[at + 1 : at + 4]]
    return (
        len(after) >= 2 and all(ends_sentence(text) for text in after) and min(len(text) for text in after) > len(line)
    )


def emphasis(line: str) -> tuple[int, int]:
    """Where the words of a headline begin and end, without the marks of emphasis around it."""
    match = _EMPHASIS.match(line)
    if match is None or not match.group(2):
        return 0, len(line)
    return match.start(2), match.end(2)


def title_of(line: str) -> str:
    """A headline in one line, without marks of emphasis."""
    start, end = emphasis(line)
    return " ".join(line[start:end].split())
