"""Quotes collated like the witnesses of a manuscript: what all print, what some leave out, add or change."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.doors.render.view.columns import Column
from synoptic.records.links import QuoteGroup, QuoteMember
from synoptic.records.span import Span
from synoptic.records.stages import StorySynopsis


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a witness: `same` in all, `variant`, or `gap` where it lacks what others have; `glue` stands before."""

    text: str
    kind: str
    glue: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """One article's version of an utterance: how it introduces it, and its runs."""

    column: Column
    cue: str
    form: str
    runs: tuple[Run, ...]
    link: CitationLink


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
        order = sorted(range(len(group.members)), key=lambda i: (by_id[group.members[i].article].number, i))
        witnesses = tuple(_witness(group, index, by_id, citer) for index in order)
        identical = len({_letters("".join(run.text for run in each.runs)) for each in witnesses}) == 1
        speaker = names.get(group.entity or "", "") or _speaker_words(group.members, citer) or "Speaker not named"
        view = CollatedQuote(f"{prefix}q{number}", speaker, witnesses, identical)
        (shared if len({w.column.id for w in witnesses}) > 1 else alone).append(view)
    shared.sort(key=lambda view: (view.identical, all(witness.form == "indirect" for witness in view.witnesses)))
    return tuple(shared), tuple(alone)


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _speaker_words(members: Sequence[QuoteMember], citer: Citer) -> str:
    for member in members:
        if member.speaker is not None:
            return " ".join(member.speaker.of(citer.texts[member.article]).split())
    return ""


def _witness(group: QuoteGroup, index: int, columns: dict[str, Column], citer: Citer) -> Witness:
    member = group.members[index]
    text = citer.texts[member.article]
    cue = member.cue.of(text) if member.cue else ""
    link = citer.link(member.article, member.content[0], "quote")
    return Witness(columns[member.article], " ".join(cue.split()), member.form.value, _runs(group, index, citer), link)


def _runs(group: QuoteGroup, index: int, citer: Citer) -> tuple[Run, ...]:
    """The words of a member by columns; a group without columns, or of one member, gives its plain words."""
    member = group.members[index]
    text = citer.texts[member.article]
    if len(group.members) < 2 or not group.columns:
        words = " … ".join(" ".join(span.of(text).split()) for span in member.content)
        return (Run(words, "same" if len(group.members) < 2 else "plain"),)
    runs: list[Run] = []
    last: Span | None = None
    for column in group.columns:
        span, kind = column[index], _kind(group, column, citer)
        if span is None:
            if not runs or runs[-1].kind != "gap":
                runs.append(Run("", "gap", " "))
            continue
        glue = text[last.end : span.start] if last is not None and last.end <= span.start else ""
        glue = glue if len(glue) <= 3 else " … "
        if runs and runs[-1].kind == kind:
            runs[-1] = Run(runs[-1].text + glue + span.of(text), kind, runs[-1].glue)
        else:
            runs.append(Run(span.of(text), kind, (glue or " ") if runs and runs[-1].kind == "gap" else glue))
        last = span
    return tuple(runs)


def _kind(group: QuoteGroup, column: Sequence[Span | None], citer: Citer) -> str:
    """`same` where every member has the same words at this place, letters alone compared."""
    words = {
        _letters(span.of(citer.texts[member.article])) if span else None
        for member, span in zip(group.members, column, strict=True)
    }
    return "same" if len(words) == 1 or words <= {"", None} else "variant"
