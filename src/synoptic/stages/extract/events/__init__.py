"""Events: who did what to whom, in PLOVER types."""

from collections.abc import Sequence

from synoptic.records.annotation import Entity, Event, Quote, Timex
from synoptic.records.article import Article
from synoptic.records.parse import Parse


def find_events(
    article: Article, parse: Parse, entities: Sequence[Entity], times: Sequence[Timex], quotes: Sequence[Quote]
) -> tuple[Event, ...]:
    """The events of an article, in order of the text."""
    return ()
