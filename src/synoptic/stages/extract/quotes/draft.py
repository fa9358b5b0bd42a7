"""Draft: a quote as sets of tokens, before its spans, form and entity are settled."""

from collections.abc import Iterable
from dataclasses import dataclass

from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span

QUOTE_MARKS = frozenset("\"“”„‟«»‹›「」『』‘’‚'`") | {"''", "``"}
_EDGE = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "...", "…", "(", ")", "[", "]"})


@dataclass(frozen=True, slots=True)
class Draft:
    """Token indexes of content, cue and speaker; `head` is the cue's main token, `rule` names what found it.

    `doubtful` marks cues of which only the clearer uses report something (see `weigh`).
    """

    content: frozenset[int]
    cue: tuple[int, ...]
    head: int
    speaker: tuple[int, ...]
    cue_class: str
    rule: str
    doubtful: bool = False


def spans_of(parse: Parse, indexes: Iterable[int]) -> tuple[Span, ...]:
    """The runs of adjacent tokens as spans, without commas and full stops at their edges; empty runs are left out.

    Runs that only white space parts are joined when they stand in one sentence.
    """
    runs: list[list[int]] = []
    for index in sorted(indexes):
        if runs and index == runs[-1][-1] + 1 and parse.sentence_of(index) == parse.sentence_of(runs[-1][-1]):
            runs[-1].append(index)
        else:
            runs.append([index])
    found = []
    for run in runs:
        while run and parse.tokens[run[0]].text in _EDGE:
            run.pop(0)
        while run and parse.tokens[run[-1]].text in _EDGE and not _closes_quotation(parse, run):
            run.pop()
        if any(any(map(str.isalnum, parse.tokens[i].text)) for i in run):
            found.append(parse.span(run[0], run[-1] + 1))
    return tuple(found)


def _closes_quotation(parse: Parse, run: list[int]) -> bool:
    """Whether the mark at the end of a run belongs to a whole quoted sentence."""
    return parse.tokens[run[-1]].text in (".", "…", "...") and parse.tokens[run[0]].text in QUOTE_MARKS


def indexes(tokens: Iterable[Token]) -> tuple[int, ...]:
    """The indexes of tokens."""
    return tuple(token.index for token in tokens)


def is_word(token: Token) -> bool:
    """Whether a token holds a letter or a digit."""
    return any(map(str.isalnum, token.text))
