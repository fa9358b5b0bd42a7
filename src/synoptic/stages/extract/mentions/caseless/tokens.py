"""Tokens laid anew: cut where a name or an office begins or ends inside one, joined where marks stand inside a word."""

import re
from collections.abc import Collection, Iterator

from synoptic.records.parse import Parse, Token

# Abbreviations of Hebrew: a mark before their last letter ("עו"ד"), or behind the only word ("גב'").
_ABBREVIATED = re.compile(
    "[\u05d0-\u05ea]+[\"״][\u05d0-\u05ea]{1,2}(?![\u05d0-\u05ea])|[\u05d0-\u05ea]{1,4}['׳](?![\u05d0-\u05ea])"
)


def recut(parse: Parse, text: str, edges: Collection[int]) -> Parse:
    """The parse with tokens that begin and end at all these code points besides; sentences stay."""
    cuts = sorted(edges)
    tokens: list[Token] = []
    place: list[int] = []
    next_cut = 0
    for token in parse.tokens:
        place.append(len(tokens))
        start = token.start
        while next_cut < len(cuts) and cuts[next_cut] <= start:
            next_cut += 1
        while next_cut < len(cuts) and cuts[next_cut] < token.end:
            tokens.append(_token(len(tokens), start, cuts[next_cut], text))
            start = cuts[next_cut]
            next_cut += 1
        tokens.append(_token(len(tokens), start, token.end, text))
    place.append(len(tokens))
    return Parse(tuple(tokens), tuple((place[a], place[b]) for a, b in parse.sentences), (), parse.language)


def joined(parse: Parse, text: str) -> Parse:
    """The parse with abbreviations that have a mark inside as one token each."""
    ends = dict(_abbreviations(parse, text))
    if not ends:
        return parse
    tokens: list[Token] = []
    place: list[int] = []
    until = 0
    for token in parse.tokens:
        inside = token.start < until
        place.append(len(tokens) - inside)
        if not inside:
            until = ends.get(token.start, 0)
            tokens.append(_token(len(tokens), token.start, max(until, token.end), text))
    place.append(len(tokens))
    return Parse(tuple(tokens), tuple((place[a], place[b]) for a, b in parse.sentences), (), parse.language)


def _abbreviations(parse: Parse, text: str) -> Iterator[tuple[int, int]]:
    starts = {token.start for token in parse.tokens}
    ends = {token.end for token in parse.tokens}
    for match in _ABBREVIATED.finditer(text):
        if match.start() in starts and match.end() in ends:
            yield match.span()


def _token(index: int, start: int, end: int, text: str) -> Token:
    written = text[start:end]
    return Token(index, start, end, written, written.lower(), "", "", "", index)
