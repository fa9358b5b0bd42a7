"""Sentence borders by rule, for any script: used where no model parses, and where parsing would cost too much."""

import re

from synoptic.records.span import Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+\S)|[。！？؟।]+[”’」』）]*|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|sr|jr|gen|gov|sen|rep|col|lt|sgt|capt|rev|hon|pres|vs|etc|inc|ltd|corp|co|no|nos|"
    r"approx|dept|est|fig|vol|sra|srta|dra|ud|uds|av|ee|uu|mme|mlle|m|bzw|z\.b|d\.h|u\.a|ca|nr|art|p|pp|jan|feb|mar|apr|"
    r"jun|jul|aug|sep|sept|oct|nov|dec)|(?:\b\w\.)*\b[^\W\d_])$",
    re.IGNORECASE,
)


def split_sentences(text: str, language: str = "") -> list[Span]:
    """The sentences of `text` in order, without the white space between them.

    A full stop ends a sentence unless an abbreviation or a single letter stands before it, or what follows starts
    with a lower-case letter. A blank line always ends one. `language` is reserved for tables of abbreviations.
    """
    borders = [0]
    for match in _END.finditer(text):
        rest = text[match.end() :].lstrip()
        if match.group().startswith(".") and not match.group().startswith(".."):
            if _ABBREVIATION.search(text[max(0, match.start() - 12) : match.start()]):
                continue
        if rest[:1].islower() and not match.group().isspace():
            continue
        borders.append(match.end())
    borders.append(len(text))
    found = []
    for start, end in zip(borders, borders[1:], strict=False):
        piece = text[start:end]
        if piece.strip():
            found.append(Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return found
