"""The analysis as Markdown: brief, origins, claims and differences, each statement with a footnote to its words.

Text of articles is escaped: nothing in it becomes markup, a link or HTML.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from synoptic.doors.render.view.citations import CitationLink
from synoptic.doors.render.view.collation import CollatedQuote, Witness
from synoptic.doors.render.view.columns import Column
from synoptic.doors.render.view.story import StoryView, build_story
from synoptic.doors.render.view.table import Row
from synoptic.records.stages import Synopsis

MOST_MARKS = 16
MOST_NAMES = 16
MOST_LABELS = 60
"""Footnotes of one statement, accounts that are listed by name or date, labels; the JSON output has all."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~>-])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")


@dataclass(slots=True)
class _Notes:
    """Footnotes, numbered as they are first used; one citation has one note."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def marks(self, citations: Iterable[CitationLink]) -> str:
        """The footnote marks of some citations, of many the first ones and how many more there are."""
        listed = list(citations)
        more = f" (and {len(listed) - MOST_MARKS} more)" if len(listed) > MOST_MARKS else ""
        return "".join(f"[^{self._number(citation)}]" for citation in listed[:MOST_MARKS]) + more

    def _number(self, citation: CitationLink) -> int:
        key = (citation.href, citation.preview)
        if key not in self.numbers:
            self.numbers[key] = len(self.numbers) + 1
            self.lines.append(f"[^{self.numbers[key]}]: {escaped(citation.outlet)}: “{escaped(citation.preview)}”")
        return self.numbers[key]


def story_markdown(synopsis: Synopsis) -> str:
    """The whole analysis as one Markdown document."""
    notes = _Notes()
    lines: list[str] = []
    for number, story in enumerate(synopsis.stories, 1):
        lines += [*_story(build_story(story, number, texts=False), notes), ""]
    if synopsis.rejected:
        lines += ["## Left out", ""]
        lines += [f"- {escaped(out.source)}: {escaped(out.reason)}" for out in synopsis.rejected]
        lines.append("")
    return "\n".join([*lines, *notes.lines]).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text on one line in which no character is markup."""
    text = _SPECIAL.sub(r"\\\1", _CONTROL.sub(" ", text).strip())
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _story(view: StoryView, notes: _Notes) -> Iterator[str]:
    tally = view.tally
    counts = (
        f"{_count(tally.articles, 'article')}, {_count(tally.outlets, 'outlet')}, "
        f"{_count(tally.origins, 'independent origin')}"
    )
    yield f"# {escaped(view.title)}"
    yield ""
    yield " · ".join([*(escaped(part) for part in (view.date, view.place) if part), counts])
    yield ""
    for line in view.brief:
        yield f"{escaped(line.text)}{notes.marks(line.citations)}"
        yield ""
    yield from _section("Who took what from whom", _origins(view))
    yield from _section("Claims", _claims(view, notes))
    yield from _section("Told differently", _differences(view.rows, notes))
    yield from _section("Quotes, collated", [line for quote in view.quotes for line in _quote(quote, notes)])
    yield from _section("Loaded labels in an outlet’s own voice", _labels(view, notes))
    yield from _section("People by names and titles", _people(view, notes))
    yield from _section(
        "Timeline", [f"- **{m.date}** {escaped(m.text)}{notes.marks(m.citations)}" for m in view.moments]
    )


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {title}"
        yield ""
        yield from lines
        yield ""


def _origins(view: StoryView) -> list[str]:
    lines = []
    for band in view.bands:
        held = _names([column.name for column in view.columns if column.band is band])
        reason = f" ({escaped(band.reason)})" if band.reason else ""
        lines.append(f"- **{band.letter} · {escaped(band.name)}**: {held}{reason}")
    if view.flow.links > len(view.flow.dependences):
        lines.append(f"- The nearest source of each article, of {view.flow.links} links:")
    return lines + [f"- {escaped(link.sentence)}: {escaped(link.reason)}" for link in view.flow.dependences]


def _claims(view: StoryView, notes: _Notes) -> list[str]:
    """The claims that several articles make, as a table (of many articles as a list), then the others as a list."""
    shared = [row for row in view.rows if row.shared]
    lines = [*(_listed(shared, notes) if view.wide else _table(shared, view.columns, notes))] if shared else []
    for row in view.rows:
        if not row.shared:
            marks = notes.marks(entry.link for cell in row.cells for entry in cell.entries)
            names = ", ".join(escaped(cell.column.name) for cell in row.cells if cell.entries)
            lines.append(f"- Only {names}: {escaped(row.gist)}{marks}")
    return lines


def _table(rows: Sequence[Row], columns: Sequence[Column], notes: _Notes) -> Iterator[str]:
    """A row a claim, a column an article."""
    yield "| claim | status | " + " | ".join(str(column.number) for column in columns) + " |"
    yield "|---|---|" + "---|" * len(columns)
    for row in rows:
        marks = " | ".join(notes.marks(entry.link for entry in cell.entries) or "–" for cell in row.cells)
        yield f"| {escaped(row.gist)} | {row.label}, {_count(row.origins, 'origin')} | {marks} |"
    yield from ("", "; ".join(f"{column.number} {escaped(column.name)}" for column in columns), "")


def _listed(rows: Sequence[Row], notes: _Notes) -> Iterator[str]:
    """A line a claim, with an article for each wording."""
    for row in rows:
        marks = notes.marks(version.shown.link for version in row.versions)
        yield f"- {escaped(row.gist)} ({row.label}, {_count(row.origins, 'origin')}){marks}"
    yield ""


def _differences(rows: Sequence[Row], notes: _Notes) -> list[str]:
    """The differences in what is told, then those in words, voice or lesser weight."""
    found = [(row, contrast) for row in rows for contrast in row.contrasts]
    lines = []
    for row, contrast in sorted(found, key=lambda pair: not pair[1].told):
        sides = "; ".join(f"**{escaped(s.value)}** ({_names(s.outlets)})" for s in contrast.sides)
        verdict = "both can be right" if contrast.compatible else "cannot both be right"
        reason = f": {escaped(contrast.reason)}" if contrast.reason else ""
        marks = notes.marks(entry.link for cell in row.cells for entry in cell.entries)
        lines.append(f"- {escaped(row.gist)}: {contrast.title}: {sides}. {verdict.capitalize()}{reason}{marks}")
    return lines


def _quote(quote: CollatedQuote, notes: _Notes) -> Iterator[str]:
    """An utterance in all its versions; under each how it departs from the base."""
    if quote.identical:
        marks = notes.marks(link for witness in quote.witnesses for link in (witness.link, *witness.also))
        yield f"- **{escaped(quote.speaker)}**, word for word the same: {_words(quote.witnesses[0])}{marks}"
        return
    yield f"- **{escaped(quote.speaker)}**"
    for witness in quote.witnesses:
        told = [part for part in (witness.cue, witness.stance, *witness.notes, "base" * witness.base) if part]
        cue = f" ({escaped('; '.join(told))})" if told else ""
        yield f"  - {escaped(witness.column.name)}{cue}: {_words(witness)}{notes.marks([witness.link, *witness.also])}"
        for entry in witness.entries:
            if not entry.formal:
                sides = [f"“{escaped(words)}”" for words in (entry.base, entry.words) if words]
                yield f"    - {entry.kind}: {' → '.join(sides)}{notes.marks([entry.link])}"


def _words(witness: Witness) -> str:
    words = escaped("".join(run.glue + (run.text or "⌁") for run in witness.runs))
    return f"“{words}”" if witness.form == "direct" else words


def _labels(view: StoryView, notes: _Notes) -> list[str]:
    lines = []
    for row in view.people:
        for cell in row.cells:
            for label in cell.labels:
                if label.loaded and label.voice == "outlet" and not label.distanced:
                    other = f"; others write “{escaped(label.neutral)}”" if label.neutral else ""
                    lines.append(
                        f"- {escaped(cell.column.name)} of {escaped(row.name)}: “{escaped(label.text)}”{other}"
                        + notes.marks([label.link])
                    )
    more = [f"- and {len(lines) - MOST_LABELS} more"] if len(lines) > MOST_LABELS else []
    return lines[:MOST_LABELS] + more


def _people(view: StoryView, notes: _Notes) -> list[str]:
    """A line for each person whom several accounts name: what each calls them, the earliest account first."""
    lines = []
    for row in view.people:
        told = []
        for line in row.card[:MOST_NAMES] if len(row.card) > 1 else ():
            words = [f"{escaped(word.text)}{notes.marks([word.link])}" for word in (*line.names, *line.titles)]
            date = f", {escaped(line.date)}" if line.date else ""
            told.append(f"{escaped(line.column.name)}{date}: {', '.join(words)}")
        if told:
            more = f"; and {_count(len(row.card) - MOST_NAMES, 'account')} more" if len(row.card) > MOST_NAMES else ""
            lines.append(f"- **{escaped(row.name)}**: {'; '.join(told)}{more}")
    return lines


def _names(names: Sequence[str]) -> str:
    """Names of accounts, of many the first ones and how many more there are."""
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(escaped(name) for name in names[:MOST_NAMES]) + more


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
