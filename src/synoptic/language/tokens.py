"""Words of a text in any script, by rule: for languages without a model and for everything that only counts words."""

import re

from synoptic.records.span import Span

_TOKEN = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]’']"  # an address
    r"|[@#]\w+"  # a handle or a tag
    r"|\d+(?:[.,:/]\d+)*"  # a number, a time, a day, with inner marks
    r"|(?:[^\W\d_]\.){2,}"  # initials: U.S.
    r"|[^\W\d_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u093c-\u094d\u0902\u0903])*"  # a word, with combining marks
    r"(?:[-'’\u200c][^\W\d_][^\W_]*)*"  # and its parts behind hyphens and apostrophes
    r"|[^\w\s]|_+|\w"
)


def tokenize(text: str) -> list[Span]:
    """Words, numbers, addresses, handles and single marks, in order; together they are all that is not white space."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]
