"""Words of a text in any script, by rule: for languages without a model and for everything that only counts words."""

import re

from synoptic.records.span import Span

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]|_+|\w", re.UNICODE)


def tokenize(text: str) -> list[Span]:
    """Words (with inner hyphens and apostrophes), numbers (with inner separators) and single marks, in order."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]
