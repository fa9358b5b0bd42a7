"""extract: what a careful reader marks in one article. Article → Annotation, one phenomenon a module."""

from collections.abc import Sequence

from synoptic.ports import Tagger
from synoptic.records.annotation import Annotation, ReferenceDate
from synoptic.records.article import READ, Article
from synoptic.records.links import Story
from synoptic.records.parse import Parse, joined
from synoptic.records.stages import Annotated, Grouping
from synoptic.stages.extract.events import find_events
from synoptic.stages.extract.labels import find_labels
from synoptic.stages.extract.mentions import find_entities
from synoptic.stages.extract.quantities import find_quantities
from synoptic.stages.extract.quotes import find_quotes
from synoptic.stages.extract.reference import find_reference_dates
from synoptic.stages.extract.statements import find_statements
from synoptic.stages.extract.times import find_times


def extract(grouping: Grouping, tagger: Tagger) -> Annotated:
    """An annotation for every article of the collection."""
    return Annotated(grouping, annotate(grouping.collection.articles, tagger, grouping.stories))


def annotate(articles: Sequence[Article], tagger: Tagger, stories: Sequence[Story] = ()) -> tuple[Annotation, ...]:
    """The annotations of `articles`, in their order. Articles of one language are parsed together, block by block.

    An article that does not tell its date takes it from the other accounts of its story, where `stories` are known.
    """
    parses = parse_articles(articles, tagger)
    references = find_reference_dates(articles, stories)
    return tuple(annotate_one(*one) for one in zip(articles, parses, references, strict=True))


def annotate_one(article: Article, parse: Parse, reference: ReferenceDate | None) -> Annotation:
    """All marks of one parsed article."""
    times = find_times(article, reference)
    quantities = find_quantities(article, parse, times)
    entities = find_entities(article, parse)
    quotes = find_quotes(article, parse, entities)
    return Annotation(
        article.id,
        parse,
        reference,
        entities,
        times,
        quantities,
        quotes,
        find_statements(article, parse, quotes),
        find_labels(article, parse, entities, quotes),
        find_events(parse, entities, times, quotes),
    )


def parse_articles(articles: Sequence[Article], tagger: Tagger) -> list[Parse]:
    """One parse an article over its read blocks; no sentence crosses the border of a block.

    What several articles print in the same words is read once.
    """
    wanted: dict[str | None, dict[str, list[tuple[int, int]]]] = {}
    for number, article in enumerate(articles):
        for span in article.spans_of(READ):
            same = wanted.setdefault(article.language, {}).setdefault(span.of(article.text), [])
            same.append((number, span.start))
    parts: list[list[tuple[int, Parse]]] = [[] for _ in articles]
    for language, blocks in wanted.items():
        parses = tagger.parse(list(blocks), language)
        for places, parse in zip(blocks.values(), parses, strict=True):
            for number, offset in places:
                parts[number].append((offset, parse))
    by_offset = (sorted(part, key=lambda one: one[0]) for part in parts)
    return [joined(part, article.language or "") for part, article in zip(by_offset, articles, strict=True)]
