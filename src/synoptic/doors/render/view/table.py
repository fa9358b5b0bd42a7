"""The synopsis table: a row a claim in narrative order, a column an article, the words themselves in every cell."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from synoptic.doors.render.view.citations import CitationLink, Citer
from synoptic.doors.render.view.columns import Column
from synoptic.doors.render.view.marks import Mark, Piece, nested
from synoptic.doors.render.view.versions import WIDE, Printed, Version, versions, words_of
from synoptic.records.annotation import Voice
from synoptic.records.findings import Claim, ClaimStatus, Difference, DifferenceKind
from synoptic.records.links import ClaimMember, firm_members
from synoptic.records.span import Span
from synoptic.records.stages import StorySynopsis

GIST = 130
"""Code points of a claim that the row's head shows; the cells hold the whole."""

MOST_CELLS = 40_000
MOST_ROWS = 400
"""Cells of a table with a column for each article (a browser lays out as many in about a second), and claims of one
without. What does not fit is counted below the table."""

REPEATED = 0.6
"""The share of a claim's sentences that stand together in an earlier row for it to be shown after all others."""

_CLAUSE_END = re.compile(r"[,;:—–]\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence in a cell: who says it (empty: the outlet itself), the words with what differs marked, the link.

    `firm` is False where it is doubtful that the sentence makes the claim: nothing is counted by it.
    """

    speaker: str
    speaker_differs: bool
    pieces: tuple[Piece, ...]
    link: CitationLink
    before: bool
    after: bool
    reason: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says of a claim; without entries a gap, and `omitted` where two other origins report it."""

    column: Column
    entries: tuple[Entry, ...]
    omitted: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: its value and who gives it."""

    value: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A difference in words: kind, sides, whether both can be right, and why."""

    kind: str
    title: str
    sides: tuple[Side, ...]
    compatible: bool
    reason: str

    @property
    def told(self) -> bool:
        """Whether the table spells it out: not where only the words vary and all can be right."""
        return not self.compatible or self.kind != "wording"


@dataclass(frozen=True, slots=True)
class Row:
    """A claim. `present` holds the numbers of the articles that make it; `shared` where more than one does.

    In a story of many articles `cells` are only of those that make the claim or lack it though others report it, and
    `versions` are its wordings.
    """

    anchor: str
    gist: str
    full: str
    status: str
    label: str
    outlets: int
    origins: int
    note: str
    cells: tuple[Cell, ...]
    contrasts: tuple[Contrast, ...]
    present: tuple[int, ...]
    shared: bool
    versions: tuple[Version[Entry], ...] = ()

    @property
    def lacking(self) -> tuple[int, ...]:
        """The numbers of the articles that lack what at least two other origins report."""
        return tuple(cell.column.number for cell in self.cells if cell.omitted)


_TITLES = {
    DifferenceKind.NUMBER: "different numbers",
    DifferenceKind.DATE: "different dates",
    DifferenceKind.NAME: "different names",
    DifferenceKind.PLACE: "different places",
    DifferenceKind.ATTRIBUTION: "who said it",
    DifferenceKind.POLARITY: "affirmed and denied",
    DifferenceKind.CERTAINTY: "how certain",
    DifferenceKind.WORDING: "choice of words",
}


def build_rows(story: StorySynopsis, columns: Sequence[Column], citer: Citer, prefix: str) -> tuple[Row, ...]:
    """The rows of the table, in the order of the claims."""
    names = {entity.id: entity.name for entity in story.alignment.linking.entities}
    omitted = {(omission.article, omission.claim) for omission in story.findings.omissions}
    sentences = {a.article.id: a.annotation.parse.sentence_spans for a in story.accounts}
    wide = len(columns) > WIDE
    most = MOST_ROWS if wide else max(1, MOST_CELLS // max(1, len(columns)))
    rows = []
    for number, claim in _shown(story.findings.claims, most):
        entries: dict[str, list[Entry]] = {}
        for index, member in enumerate(claim.members):
            entry = _entry(claim, index, names, citer, sentences[member.article])
            entries.setdefault(member.article, []).append(entry)
        cells = tuple(
            Cell(column, tuple(entries.get(column.id, ())), (column.id, claim.id) in omitted)
            for column in columns
            if not wide or column.id in entries or (column.id, claim.id) in omitted
        )
        row = _row(claim, cells, len(columns), f"{prefix}c{number}")
        rows.append(replace(row, versions=_versions(cells)) if wide else row)
    return tuple(rows)


def _versions(cells: Sequence[Cell]) -> tuple[Version[Entry], ...]:
    """The wordings of a claim, those that are sure before those that are doubtful."""
    found = versions(
        (entry, Printed((str(entry.firm), entry.speaker, " ".join(words_of(entry.pieces).split())), entry.link))
        for cell in cells
        for entry in cell.entries
    )
    return tuple(sorted(found, key=lambda version: not version.shown.firm))


def _shown(claims: Sequence[Claim], most: int) -> list[tuple[int, Claim]]:
    """The claims that the table has room for, with their numbers, in their order: those of more articles first."""
    numbered = list(enumerate(claims, 1))
    if len(numbered) > most:
        numbered.sort(key=lambda pair: (-len({member.article for member in pair[1].members}), pair[0]))
        numbered = sorted(numbered[:most], key=lambda pair: pair[0])
    return _repeats_last(numbered)


def _repeats_last(numbered: Sequence[tuple[int, Claim]]) -> list[tuple[int, Claim]]:
    """The claims in their order, but those last that for the most part set the same sentences side by side again.

    What cannot all be right stays where it is. Claims overlap by nature; a reader wants to see each sentence in its
    first place before he sees it anew.
    """
    fresh: list[tuple[int, Claim]] = []
    repeats: list[tuple[int, Claim]] = []
    homes: dict[tuple[str, Span], list[int]] = {}
    for number, claim in numbered:
        members = {(member.article, member.span) for member in firm_members(claim.members)}
        shared = Counter(home for member in members for home in homes.get(member, ()))
        again = max(shared.values(), default=0) >= REPEATED * len(members)
        if len(members) > 1 and again and claim.status is not ClaimStatus.DIFFERS:
            repeats.append((number, claim))
            continue
        fresh.append((number, claim))
        for member in members:
            homes.setdefault(member, []).append(number)
    return fresh + repeats


def _row(claim: Claim, cells: tuple[Cell, ...], total: int, anchor: str) -> Row:
    present = tuple(cell.column.number for cell in cells if any(entry.firm for entry in cell.entries))
    names = {cell.column.id: cell.column.name for cell in cells}
    return Row(
        anchor,
        gist_of(claim.text),
        claim.text,
        claim.status.value,
        _status_in_words(claim, len(present), total),
        len(present),
        claim.origins,
        claim.note,
        cells,
        tuple(_contrast(claim, difference, names) for difference in claim.differences),
        present,
        len(present) > 1,
    )


def gist_of(text: str, longest: int = GIST) -> str:
    """The beginning of a claim that a row's head can hold, cut at a clause where one ends in its second half."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    ends = [match.start() for match in _CLAUSE_END.finditer(text, longest // 2, longest)]
    return (text[: ends[-1]] if ends else text[:longest].rsplit(" ", 1)[0]) + " …"


def _status_in_words(claim: Claim, outlets: int, total: int) -> str:
    if claim.status is ClaimStatus.SINGLE:
        return "one origin only"
    word = {"agreed": "agreed", "partial": "partial", "differs": "told differently"}[claim.status.value]
    return f"{word} · {outlets} of {total}"


def _contrast(claim: Claim, difference: Difference, names: dict[str, str]) -> Contrast:
    sides = tuple(
        Side(value, tuple(dict.fromkeys(names[claim.members[i].article] for i in members)))
        for value, members in zip(difference.values, difference.members, strict=True)
    )
    return Contrast(difference.kind.value, _TITLES[difference.kind], sides, difference.compatible, difference.reason)


def _entry(claim: Claim, index: int, names: dict[str, str], citer: Citer, sentences: Sequence[Span]) -> Entry:
    member = claim.members[index]
    text = citer.texts[member.article]
    speaker = ""
    if member.voice is Voice.SPEAKER:
        speaker = names.get(member.entity or "", "a speaker")
    differs = any(
        difference.kind is DifferenceKind.ATTRIBUTION
        and not difference.compatible
        and any(index in side for side in difference.members)
        for difference in claim.differences
    )
    around = next((s for s in sentences if s.contains(member.span)), member.span)
    marks = _value_marks(claim, index, text)
    return Entry(
        speaker or ("the outlet itself" if differs else ""),
        differs,
        nested(text, member.span, marks, set()),
        citer.link(member.article, member.span, *_classes(claim)),
        bool(text[around.start : member.span.start].strip()),
        bool(text[member.span.end : around.end].strip(" .!?…\"'”’»")),
        _reason(member),
        member in firm_members(claim.members),
    )


def _classes(claim: Claim) -> tuple[str, ...]:
    """How the words of a claim are marked in the full text: told by others too, and perhaps differently."""
    shared = len({member.article for member in firm_members(claim.members)}) > 1
    differs = claim.status is ClaimStatus.DIFFERS
    return (*(("shared",) if shared else ()), *(("differs",) if differs else ()))


def _reason(member: ClaimMember) -> str:
    return f"{member.reason} ({member.score:.2f})" if member.reason else ""


def _value_marks(claim: Claim, index: int, text: str) -> list[Mark]:
    """Where the values of differences stand in a member's words."""
    span = claim.members[index].span
    words = span.of(text)
    marks = []
    for difference in claim.differences:
        for value, side in zip(difference.values, difference.members, strict=True):
            found = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", words, re.IGNORECASE) if index in side else None
            if found and value:
                kind = "also" if difference.compatible else "diff"
                marks.append(Mark(Span(*found.span()).shifted(span.start), (kind,)))
    return marks
