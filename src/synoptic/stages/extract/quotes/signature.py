"""A quotation with its speaker named behind a dash, as under a motto: `"The bridge is safe." — Ada Lund, mayor`."""

from synoptic.records.parse import Parse
from synoptic.stages.extract.quotes.beside import Marked, is_whole
from synoptic.stages.extract.quotes.draft import Draft

_DASHES = frozenset({"-", "–", "—", "―", "--", "~"})
_LONGEST = 12
"""Tokens of the signature at most; a longer stretch behind a dash is text. A bound, not a measured value."""


def signed(parse: Parse, text: str, marked: Marked) -> Draft | None:
    """The quotation as a draft of the name that signs it, where one stands alone behind a dash."""
    dash = max(marked.inside) + 1
    if dash + 1 >= len(parse.tokens) or not is_whole(parse, text, marked):
        return None
    mark = parse.tokens[dash].text
    glued = mark[:1] in _DASHES and mark[1:].isalpha()
    if mark not in _DASHES and not glued:
        return None
    if text[: marked.end].rstrip("\"”’'»›」』“ ").endswith(","):
        return None
    behind = parse.tokens[dash + (not glued) : dash + 1 + _LONGEST]
    name = [token.index for token in behind if "\n" not in text[parse.tokens[dash].end : token.start]]
    if len(name) >= _LONGEST:
        return None
    if not name or parse.tokens[name[0]].pos != "PROPN" or any(parse.tokens[i].pos == "VERB" for i in name):
        return None
    end = next((n for n, i in enumerate(name) if parse.tokens[i].text in (",", ".", "(")), len(name))
    return Draft(marked.inside, (dash,), dash, tuple(name[:end]), "say", "signed")
