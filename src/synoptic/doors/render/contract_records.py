"""The objects of `synoptic/1` below a story: articles, annotations, links."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from synoptic.records.annotation import Annotation, Entity, Event, Label, Mention, Quote, Timex
from synoptic.records.article import Article
from synoptic.records.links import Link
from synoptic.records.span import Span

type Json = str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None
type Streamed = Json | Iterator[Streamed] | Mapping[str, Streamed]
"""JSON of which some lists are made while they are written: of a large story they are never all there at once."""


def pair(span: Span | None) -> Json:
    """`[start, end]`, or null."""
    return None if span is None else [span.start, span.end]


def article_object(article: Article, annotation: Annotation | None = None) -> dict[str, Json]:
    """An article; with its times and its reference date where it was annotated."""
    found: dict[str, Json] = {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "url": article.url,
        "outlet": article.outlet,
        "language": article.language,
        "authors": list(article.authors),
        "published": article.published,
        "blocks": [
            {"kind": block.kind.value, "start": block.span.start, "end": block.span.end} for block in article.blocks
        ],
        "credits": [
            {"name": credit.name, "kind": credit.kind.value, "start": credit.span.start, "end": credit.span.end}
            for credit in article.credits
        ],
        "source": article.source,
        "notes": list(article.notes),
    }
    if annotation is not None:
        found["times"] = [_timex(timex) for timex in annotation.times]
        found["reference"] = _reference(annotation)
    return found


def annotation_object(annotation: Annotation) -> dict[str, Json]:
    """The marks of one article."""
    return {
        "id": annotation.article,
        "reference": _reference(annotation),
        "entities": [_entity(entity, shared=False) for entity in annotation.entities],
        "times": [_timex(timex) for timex in annotation.times],
        "quotes": [_quote(quote) for quote in annotation.quotes],
        "events": [_event(event) for event in annotation.events],
        "labels": [_label(label) for label in annotation.labels],
    }


def link_object(link: Link) -> dict[str, Json]:
    """A link between two articles with its passages."""
    return {
        "source": link.source,
        "target": link.target,
        "kind": link.kind.value,
        "directed": link.directed,
        "score": float(link.score),
        "passages": [{"source": pair(p.source), "target": pair(p.target)} for p in link.passages],
        "reason": link.reason,
    }


def _reference(annotation: Annotation) -> Json:
    known = annotation.reference
    if known is None:
        return None
    return {"date": known.date, "source": known.source, "certain": known.certain}


def _entity(entity: Entity, shared: bool) -> dict[str, Json]:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "mentions": [_mention(mention, shared) for mention in entity.mentions],
        "offices": list(entity.offices),
    }


def _mention(mention: Mention, shared: bool) -> dict[str, Json]:
    where: dict[str, Json] = {"article": mention.article} if shared else {}
    return where | {
        "start": mention.span.start,
        "end": mention.span.end,
        "form": mention.form.value,
        "reason": mention.reason,
    }


def _timex(timex: Timex) -> dict[str, Json]:
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "type": timex.type.value,
        "value": timex.value,
        "interval": None if timex.interval is None else list(timex.interval),
    }


def _quote(quote: Quote) -> dict[str, Json]:
    return {
        "content": [pair(span) for span in quote.content],
        "cue": pair(quote.cue),
        "speaker": pair(quote.speaker),
        "entity": quote.entity,
        "form": quote.form.value,
        "cue_class": quote.cue_class,
        "addressee": pair(quote.addressee),
    }


def _event(event: Event) -> dict[str, Json]:
    return {
        "start": event.span.start,
        "end": event.span.end,
        "code": event.code,
        "mode": event.mode,
        "actor": pair(event.actor),
        "recipient": pair(event.recipient),
        "entity_actor": event.entity_actor,
        "entity_recipient": event.entity_recipient,
        "date": event.date,
        "place": event.place,
        "rule": event.rule,
    }


def _label(label: Label) -> dict[str, Json]:
    return {
        "start": label.span.start,
        "end": label.span.end,
        "entity": label.entity,
        "voice": label.voice.value,
        "loaded": label.loaded,
        "kind": label.kind,
        "distanced": label.distanced,
    }


def entities_objects(entities: Iterable[Entity]) -> list[Json]:
    """The entities of a story: each mention with its article."""
    return [_entity(entity, shared=True) for entity in entities]
