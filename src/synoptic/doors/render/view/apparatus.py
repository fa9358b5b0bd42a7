"""The apparatus of a collated quote, for readers: each departure in the words of both sides, and what cues tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.records.annotation import QuoteForm
from synoptic.records.collation import Variation, VariationKind
from synoptic.records.links import QuoteGroup, QuoteMember
from synoptic.records.span import Span

_STANCES = {
    "doubting": "keeps its distance",
    "trusting": "takes it as true",
    "conceding": "as an admission",
    "hostile": "against the speaker",
    "friendly": "for the speaker",
}
_FORMAL = frozenset({VariationKind.SPELLING, VariationKind.SHIFTED})
_PLAIN = _FORMAL | {VariationKind.TRANSLATED}


@dataclass(frozen=True, slots=True)
class Entry:
    """One departure: the words of the base and of the witness, `marked` where the one who cut or added admits it.

    `formal` departures change no word: spelling, and what reported speech asks for. The link leads to the words of the
    witness, or to those that it leaves out.
    """

    kind: str
    base: str
    words: str
    marked: bool
    formal: bool
    link: CitationLink


def entries(group: QuoteGroup, index: int, citer: Citer) -> tuple[Entry, ...]:
    """The departures of a member, in order."""
    return tuple(_entry(group, place, citer) for place in group.apparatus if place.member == index)


def _entry(group: QuoteGroup, place: Variation, citer: Citer) -> Entry:
    here, there = group.members[place.member].article, group.members[place.against].article
    link = citer.link(here, place.words[0]) if place.words else citer.link(there, place.base[0])
    marked = place.mark is not None or place.base_mark is not None
    words, base = _printed(place.words, citer.texts[here]), _printed(place.base, citer.texts[there])
    return Entry(place.kind.value, base, words, marked, place.kind in _FORMAL, link)


def _printed(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def kinds_by_column(group: QuoteGroup, index: int) -> dict[int, str]:
    """The kind of departure at each column where a member departs."""
    return {
        column: place.kind.value
        for place in group.apparatus
        if place.member == index
        for column in range(*place.columns)
    }


def is_contested(group: QuoteGroup, column: int) -> bool:
    """Whether a member exchanges, moves or leaves out what the base has at a column."""
    return any(
        place.against == group.base and place.base and place.kind not in _PLAIN and column in range(*place.columns)
        for place in group.apparatus
    )


def stance_note(member: QuoteMember) -> str:
    """What the cue tells of how the outlet stands to the words; empty where it tells nothing."""
    return _STANCES.get(member.stance, "")


def notes(group: QuoteGroup, index: int, names: Mapping[str, str]) -> tuple[str, ...]:
    """What else sets a member apart: another speaker, another form, several quotations."""
    member = group.members[index]
    found = []
    if member.entity and group.entity and member.entity != group.entity:
        found.append(f"names another speaker: {names.get(member.entity, 'somebody else')}")
    if group.base is not None and index != group.base and member.form is not group.members[group.base].form:
        found.append(_TURNED[member.form])
    if member.further:
        found.append(f"printed as {len(member.further) + 1} quotations")
    elif len(member.content) > 1 and member.form is QuoteForm.DIRECT:
        found.append("broken by the cue")
    return tuple(found)


_TURNED = {
    QuoteForm.DIRECT: "printed as direct speech",
    QuoteForm.MIXED: "only partly in quotation marks",
    QuoteForm.INDIRECT: "turned into reported speech",
}
