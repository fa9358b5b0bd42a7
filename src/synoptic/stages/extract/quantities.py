"""Numbers with their units."""

from collections.abc import Sequence

from synoptic.records.annotation import Quantity, Timex
from synoptic.records.article import Article
from synoptic.records.parse import Parse


def find_quantities(article: Article, parse: Parse, times: Sequence[Timex]) -> tuple[Quantity, ...]:
    """Quantities in the read blocks that are no part of a time."""
    return ()
