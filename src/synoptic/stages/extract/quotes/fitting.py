"""How a report fits the quotation it holds: what the parse binds to it beyond the quotation marks is cut off."""

from dataclasses import replace

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse
from synoptic.stages.extract.quotes.beside import Marked, is_whole
from synoptic.stages.extract.quotes.draft import QUOTE_MARKS, Draft, is_word

_BETWEEN = 4
"""Tokens between a cue and the quotation it introduces at most: `said in Rome: "…"`."""


def fitted(parse: Parse, text: str, table: SpeechTable, draft: Draft, marked: Marked) -> Draft:
    """The draft with all of the quotation, without what stands before its cue or behind the quotation's last comma."""
    content = draft.content | marked.inside
    first, last = min(marked.inside), max(marked.inside)
    if _introduces(parse, draft, first) and is_whole(parse, text, marked):
        content = frozenset(i for i in content if i > draft.head or _is_marked(parse, i))
    starts = [i for i in sorted(content) if is_word(parse.tokens[i]) and parse.tokens[i].text.lower() not in table.that]
    behind = marked.last_mark(text) == "," and draft.head < first
    if behind and starts and starts[0] in marked.inside and not any(_is_marked(parse, i) for i in content if i > last):
        content = frozenset(i for i in content if i <= last)
    return replace(draft, content=content)


def _introduces(parse: Parse, draft: Draft, first: int) -> bool:
    """Whether a cue stands right before a quotation, parted by a comma, a colon or nothing."""
    if not draft.head < first <= draft.head + _BETWEEN:
        return False
    between = [token.text for token in parse.tokens[draft.head + 1 : first]]
    return not between or (between[-1] in (",", ":") and not any(text in QUOTE_MARKS for text in between))


def _is_marked(parse: Parse, index: int) -> bool:
    """Whether a token stands inside quotation marks, by the marks before it in its sentence."""
    start, _ = parse.sentences[parse.sentence_of(index)]
    return sum(token.text in QUOTE_MARKS for token in parse.tokens[start:index]) % 2 == 1
