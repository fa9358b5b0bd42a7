"""Quotes collated like the witnesses of a manuscript: what all print, what some leave out, add or change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from synoptic.doors.render.view.apparatus import Entry, entries, is_contested, kinds_by_column, notes, stance_note
from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.doors.render.view.columns import Column
from synoptic.doors.render.view.versions import WIDE, Printed, versions
from synoptic.language.quotation import is_quotation_mark
from synoptic.records.annotation import QuoteForm
from synoptic.records.links import QuoteGroup, QuoteMember
from synoptic.records.span import Span
from synoptic.records.stages import StorySynopsis


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a witness; `glue` stands before them.

    `same` in all (or as in the base), `gap` where it lacks what others have, else the kind of its departure from the
    base (`variant` where there is none).
    """

    text: str
    kind: str
    glue: str = ""

    @property
    def departs(self) -> bool:
        """Whether these are other words than the base has (in the base: than all have), not only written otherwise."""
        return self.kind in ("variant", "changed", "added", "moved")


@dataclass(frozen=True, slots=True)
class Witness:
    """One article's version of an utterance: how it introduces it, its runs, and how it departs from the base.

    `stance` says in words how the cue stands to what is said, `notes` what else sets this version apart. In a story of
    many articles `also` are those that print the same version.
    """

    column: Column
    cue: str
    form: str
    runs: tuple[Run, ...]
    link: CitationLink
    base: bool = False
    stance: str = ""
    notes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    also: tuple[CitationLink, ...] = ()


@dataclass(frozen=True, slots=True)
class CollatedQuote:
    """An utterance in all its versions; `identical` where all print the same words."""

    anchor: str
    speaker: str
    witnesses: tuple[Witness, ...]
    identical: bool


def build_collations(
    story: StorySynopsis, columns: Sequence[Column], citer: Citer, prefix: str
) -> tuple[tuple[CollatedQuote, ...], tuple[CollatedQuote, ...]]:
    """The utterances that several articles print, and those that one prints."""
    by_id = {column.id: column for column in columns}
    names = {entity.id: entity.name for entity in story.alignment.linking.entities}
    shared: list[CollatedQuote] = []
    alone: list[CollatedQuote] = []
    for number, group in enumerate(story.alignment.quotes, 1):
        order = sorted(
            range(len(group.members)), key=lambda i: (i != group.base, by_id[group.members[i].article].number, i)
        )
        witnesses = tuple(_witness(group, index, (by_id, names), citer) for index in order)
        if len(columns) > WIDE:
            witnesses = _once_each(witnesses)
        identical = len({_letters("".join(run.text for run in each.runs)) for each in witnesses}) == 1
        speaker = names.get(group.entity or "", "") or _speaker_words(group.members, citer) or "Speaker not named"
        view = CollatedQuote(f"{prefix}q{number}", speaker, witnesses, identical)
        told = {member.article for member in group.members}
        (shared if len(told) > 1 else alone).append(view)
    shared.sort(key=lambda view: (view.identical, all(witness.form == "indirect" for witness in view.witnesses)))
    return tuple(shared), tuple(alone)


def _once_each(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """The distinct versions in their order, each with the other articles that print it."""
    found = versions(
        (witness, Printed((_letters("".join(run.text for run in witness.runs)), witness.form), witness.link))
        for witness in witnesses
    )
    return tuple(
        replace(version.shown, also=tuple(link for link in version.links if link != version.shown.link))
        for version in sorted(found, key=lambda version: witnesses.index(version.shown))
    )


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _speaker_words(members: Sequence[QuoteMember], citer: Citer) -> str:
    for member in members:
        if member.speaker is not None:
            return " ".join(member.speaker.of(citer.texts[member.article]).split())
    return ""


def _witness(group: QuoteGroup, index: int, known: tuple[dict[str, Column], dict[str, str]], citer: Citer) -> Witness:
    (columns, names), member = known, group.members[index]
    text = citer.texts[member.article]
    cue = member.cue.of(text) if member.cue else ""
    link = citer.link(member.article, member.content[0], "quote")
    return Witness(
        columns[member.article],
        " ".join(cue.split()),
        member.form.value,
        _runs(group, index, citer),
        link,
        index == group.base,
        stance_note(member),
        notes(group, index, names),
        entries(group, index, citer),
    )


def _runs(group: QuoteGroup, index: int, citer: Citer) -> tuple[Run, ...]:
    """The words of a member by columns; a group without columns, or of one member, gives its plain words."""
    member = group.members[index]
    text = citer.texts[member.article]
    if len(group.members) < 2 or not group.columns:
        words = " … ".join(" ".join(span.of(text).split()) for span in member.content)
        words = _unmarked(words) if member.form is QuoteForm.DIRECT else words
        return (Run(words, "same" if len(group.members) < 2 else "plain"),)
    runs: list[Run] = []
    last: Span | None = None
    departs = kinds_by_column(group, index)
    for place, column in enumerate(group.columns):
        span, kind = column[index], _kind(group, index, place, departs, citer)
        if span is None:
            if kind != "same" and (not runs or runs[-1].kind != "gap"):
                runs.append(Run("", "gap", " "))
            continue
        glue = _glue(member, last, span, text)
        if runs and runs[-1].kind == kind:
            runs[-1] = Run(runs[-1].text + glue + span.of(text), kind, runs[-1].glue)
        else:
            runs.append(Run(span.of(text), kind, (glue or " ") if runs and runs[-1].kind == "gap" else glue))
        last = span
    return _with_outer_marks(runs, member, [span for column in group.columns if (span := column[index])], text)


def _with_outer_marks(runs: Sequence[Run], member: QuoteMember, words: Sequence[Span], text: str) -> tuple[Run, ...]:
    """The runs with the marks at both ends of a quote that is only partly in marks: those inside would stand alone."""
    if member.form is not QuoteForm.MIXED or not words:
        return tuple(runs)
    opening = _marks(text[member.content[0].start : min(word.start for word in words)])
    closing = _marks(text[max(word.end for word in words) : member.content[-1].end])
    opened = [replace(runs[0], text=opening + runs[0].text), *runs[1:]]
    return (*opened[:-1], replace(opened[-1], text=opened[-1].text + closing))


def _marks(text: str) -> str:
    return "".join(letter for letter in text if is_quotation_mark(letter))


def _unmarked(words: str) -> str:
    """Direct speech without the marks around it: the reader is shown it between ours."""
    return words[1:-1] if is_quotation_mark(words[:1]) and is_quotation_mark(words[-1:]) else words


def _glue(member: QuoteMember, last: Span | None, span: Span, text: str) -> str:
    """What stands between two words; a bar where the cue or other words break the quotation."""
    if last is None or last.end > span.start:
        return ""
    if any(last.end <= part.start <= span.start for part in member.content[1:]):
        return " ¦ "
    between = text[last.end : span.start]
    return re.sub(r"\s+", " ", between)


def _kind(group: QuoteGroup, index: int, place: int, departs: dict[int, str], citer: Citer) -> str:
    """How a member departs from the base at a place; of the base, whether a member exchanges or leaves out its word."""
    column = group.columns[place]
    if group.base is None:
        words = {
            _letters(span.of(citer.texts[member.article])) if span else None
            for member, span in zip(group.members, column, strict=True)
        }
        return "same" if len(words) == 1 or words <= {"", None} else "variant"
    if index == group.base:
        return "variant" if column[index] and is_contested(group, place) else "same"
    kind = departs.get(place, "same")
    if column[index] is None:
        return "gap" if kind in ("omitted", "moved") else "same"
    return kind
