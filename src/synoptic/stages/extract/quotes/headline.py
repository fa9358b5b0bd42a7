"""A name and a colon at the head of a line: headlines ("Lund: The bridge is safe") and transcripts ("LUND: No.")."""

from collections.abc import Iterator, Sequence

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse
from synoptic.records.span import Span
from synoptic.stages.extract.quotes.draft import QUOTE_MARKS, Draft, is_word

NAME_AND_COLON = "name and colon"
_LONGEST_NAME = 6
"""Tokens before the colon at most."""


def headline_quotes(parse: Parse, table: SpeechTable, paragraphs: Sequence[Span]) -> Iterator[Draft]:
    """A draft for every paragraph that opens with a name and a colon; its content is the rest of the paragraph."""
    for paragraph in paragraphs:
        tokens = [token.index for token in parse.within(paragraph)]
        while tokens and parse.tokens[tokens[0]].text in QUOTE_MARKS:
            tokens.pop(0)
        colon = next((i for i in tokens[: _LONGEST_NAME + 1] if parse.tokens[i].text == ":"), None)
        if colon is None or colon == tokens[0]:
            continue
        name, rest = tokens[: tokens.index(colon)], tokens[tokens.index(colon) + 1 :]
        if _is_name(parse, table, name) and sum(is_word(parse.tokens[i]) for i in rest) >= 2 and _has_verb(parse, rest):
            yield Draft(frozenset(rest), (colon,), colon, tuple(name), "say", NAME_AND_COLON)


def _is_name(parse: Parse, table: SpeechTable, name: Sequence[int]) -> bool:
    named = {i for span in parse.names if span.label in ("PERSON", "ORG", "NORP") for i in range(span.first, span.last)}
    tokens = [parse.tokens[i] for i in name]
    if any(token.text.lower() in table.labels for token in tokens):
        return False
    plain = all(token.pos in ("PROPN", "NOUN", "ADJ", "PART", "DET", "PUNCT") for token in tokens)
    return plain and tokens[-1].pos == "PROPN" and (any(i in named for i in name) or tokens[-1].text.isupper())


def _has_verb(parse: Parse, rest: Sequence[int]) -> bool:
    return any(parse.tokens[i].pos in ("VERB", "AUX") for i in rest)
