"""Labels: what a person, group or event is called."""

from collections.abc import Sequence

from synoptic.records.annotation import Entity, Label, Quote
from synoptic.records.article import Article
from synoptic.records.parse import Parse


def find_labels(
    article: Article, parse: Parse, entities: Sequence[Entity], quotes: Sequence[Quote]
) -> tuple[Label, ...]:
    """The labels of an article, in order of the text."""
    return ()
