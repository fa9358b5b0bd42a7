"""The story object of `synoptic/1`: origins, links, entities, claims, quotes, labels, events, timeline, brief."""

from collections.abc import Iterable

from synoptic.doors.render.cards import Called, CardPart, build_cards
from synoptic.doors.render.contract_records import Json, Streamed, entities_objects, link_object, pair
from synoptic.language.plover import EVENT_TYPES
from synoptic.records.collation import Variation
from synoptic.records.findings import (
    BriefSentence,
    Citation,
    Claim,
    Difference,
    EventRecord,
    LabelUse,
    MainEvent,
    Origin,
)
from synoptic.records.links import ClaimMember, Placement, QuoteGroup, QuoteMember
from synoptic.records.stages import StorySynopsis


def story_object(story: StorySynopsis) -> dict[str, Streamed]:
    """One story with all its findings."""
    findings, alignment = story.findings, story.alignment
    return {
        "id": story.story.id,
        "title": story.title,
        "articles": list(story.story.articles),
        "main_event": _main_event(findings.main_event),
        "placements": [_placement(placement) for placement in story.placements],
        "origins": [_origin(origin) for origin in findings.origins],
        "links": (link_object(link) for link in alignment.links),
        "entities": entities_objects(alignment.linking.entities),
        "people": [_card(entity, parts) for entity, parts in build_cards(story).items()],
        "claims": (_claim(claim) for claim in findings.claims),
        "omissions": ({"article": omission.article, "claim": omission.claim} for omission in findings.omissions),
        "quotes": (_quote_group(group) for group in alignment.quotes),
        "labels": [_label_use(label) for label in findings.labels],
        "events": [_event_record(event) for event in findings.events],
        "timeline": [
            {"date": entry.date, "text": entry.text, "members": citation_objects(entry.members)}
            for entry in findings.timeline
        ],
        "brief": [_brief_sentence(sentence) for sentence in story.brief.sentences],
        "brief_author": story.brief.author or None,
        "withheld": list(story.brief.withheld),
    }


def citation_objects(citations: Iterable[Citation]) -> list[Json]:
    """Citations: article with start and end."""
    return [{"article": c.article, "start": c.span.start, "end": c.span.end} for c in citations]


def _card(entity: str, parts: Iterable[CardPart]) -> dict[str, Json]:
    return {
        "entity": entity,
        "accounts": [
            {
                "article": part.article,
                "outlet": part.outlet,
                "date": part.date,
                "called": [_called(one) for one in part.called],
            }
            for part in parts
        ],
    }


def _called(one: Called) -> dict[str, Json]:
    return {
        "text": one.text,
        "kind": one.kind,
        "voice": one.voice,
        "loaded": one.loaded,
        "spans": [pair(span) for span in one.spans],
    }


def _main_event(event: MainEvent) -> dict[str, Json]:
    return {
        "title": event.title,
        "date": event.date,
        "place": event.place,
        "citations": citation_objects(event.citations),
    }


def _placement(placement: Placement) -> dict[str, Json]:
    return {"article": placement.article, "score": float(placement.score), "reason": placement.reason}


def _origin(origin: Origin) -> dict[str, Json]:
    return {
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind.value,
        "articles": list(origin.articles),
        "reason": origin.reason,
    }


def _claim(claim: Claim) -> dict[str, Json]:
    return {
        "id": claim.id,
        "text": claim.text,
        "status": claim.status.value,
        "origins": claim.origins,
        "members": [_claim_member(member) for member in claim.members],
        "differences": [_difference(difference) for difference in claim.differences],
        "note": claim.note,
    }


def _claim_member(member: ClaimMember) -> dict[str, Json]:
    return {
        "article": member.article,
        "start": member.span.start,
        "end": member.span.end,
        "voice": member.voice.value,
        "entity": member.entity,
        "score": float(member.score),
        "firm": member.firm,
        "reason": member.reason,
    }


def _difference(difference: Difference) -> dict[str, Json]:
    return {
        "kind": difference.kind.value,
        "members": [list(side) for side in difference.members],
        "values": list(difference.values),
        "compatible": difference.compatible,
        "reason": difference.reason,
    }


def _quote_group(group: QuoteGroup) -> dict[str, Json]:
    return {
        "id": group.id,
        "entity": group.entity,
        "members": [_quote_member(member) for member in group.members],
        "variants": [
            [{"members": list(reading.members), "text": reading.text} for reading in variant]
            for variant in group.variants
        ],
        "columns": [[pair(span) for span in column] for column in group.columns],
        "base": group.base,
        "apparatus": [_variation(variation) for variation in group.apparatus],
    }


def _variation(variation: Variation) -> dict[str, Json]:
    return {
        "member": variation.member,
        "against": variation.against,
        "kind": variation.kind.value,
        "columns": list(variation.columns),
        "base": [pair(span) for span in variation.base],
        "words": [pair(span) for span in variation.words],
        "mark": pair(variation.mark),
        "base_mark": pair(variation.base_mark),
    }


def _quote_member(member: QuoteMember) -> dict[str, Json]:
    return {
        "article": member.article,
        "content": [pair(span) for span in member.content],
        "cue": pair(member.cue),
        "form": member.form.value,
        "speaker": pair(member.speaker),
        "cue_class": member.cue_class,
        "entity": member.entity,
        "stance": member.stance or None,
        "further": [pair(span) for span in member.further],
    }


def _label_use(label: LabelUse) -> dict[str, Json]:
    return {
        "entity": label.entity,
        "article": label.article,
        "text": label.text,
        "start": label.span.start,
        "end": label.span.end,
        "voice": label.voice,
        "loaded": label.loaded,
        "distanced": label.distanced,
        "neutral": label.neutral,
    }


def _event_record(event: EventRecord) -> dict[str, Json]:
    kind = EVENT_TYPES[event.code]
    return {
        "code": event.code,
        "mode": event.mode,
        "actor": event.actor,
        "recipient": event.recipient,
        "date": event.date,
        "place": event.place,
        "cameo": kind.root(event.mode),
        "quad": kind.quad.value,
        "sectors": list(event.sectors),
        "members": citation_objects(event.members),
        "dissent": [
            {"field": one.field, "value": one.value, "members": citation_objects(one.members)} for one in event.dissent
        ],
    }


def _brief_sentence(sentence: BriefSentence) -> dict[str, Json]:
    return {
        "text": sentence.text,
        "citations": citation_objects(sentence.citations),
        "topic": sentence.topic,
    }
