"""The analysis on a terminal: what a reader wants first, in as many columns as there are."""

import re
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from synoptic.doors.render.view.citations import CitationLink
from synoptic.doors.render.view.collation import CollatedQuote
from synoptic.doors.render.view.story import StoryView, build_story
from synoptic.doors.render.view.table import Contrast, Row
from synoptic.records.stages import Synopsis

HUES = ("blue", "dark_orange3", "green", "magenta", "cyan", "red", "yellow", "bright_black")
MOST_CLAIMS = 15
MOST_DIFFERENCES = 10
MOST_LINKS = 10
MOST_QUOTES = 5
MOST_PEOPLE = 6
MOST_ACCOUNTS = 16
"""Rows of shared claims, differences, links, quotes and people, and accounts that one line names; a terminal is no
page, and `--html` has them all."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def print_synopsis(synopsis: Synopsis, console: Console) -> None:
    """Prints a summary of every story and what was left out."""
    for number, story in enumerate(synopsis.stories, 1):
        if number > 1:
            console.rule(style="dim")
        _print_story(build_story(story, number, texts=False), console)
    if synopsis.rejected:
        _heading("Left out", console)
        for out in synopsis.rejected:
            console.print(_text((out.source, "bold"), (f": {out.reason}", "")))


def clean(text: str) -> str:
    """Text without control characters, escape sequences and direction overrides: an article cannot drive a terminal."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def _print_story(view: StoryView, console: Console) -> None:
    tally = view.tally
    console.print()
    console.print(_text((view.title, "bold")))
    counts = (
        f"{_count(tally.articles, 'article')} · {_count(tally.outlets, 'outlet')} · "
        f"{_count(tally.origins, 'independent origin')}"
    )
    console.print(_text((" · ".join([*(part for part in (view.date, view.place) if part), counts]), "dim")))
    console.print()
    for line in view.brief:
        text = _text((line.text, ""))
        text.append_text(_numbers(line.citations))
        console.print(text)
    _print_origins(view, console)
    _print_claims([row for row in view.rows if row.shared], tally.claims, console)
    _print_differences([(row, contrast) for row in view.rows for contrast in row.contrasts], console)
    _print_quotes([quote for quote in view.quotes if not quote.identical], console)
    _print_people(view, console)
    _print_labels(view, console)
    console.print()


def _print_origins(view: StoryView, console: Console) -> None:
    _heading("Who took what from whom", console)
    bands = view.bands if len(view.bands) <= MOST_ACCOUNTS else [band for band in view.bands if band.span > 1]
    for band in bands:
        hue = HUES[band.hue - 1]
        held = _few([f"{column.number} {column.name}" for column in view.columns if column.band is band])
        alone = band.span == 1 and held.endswith(f" {band.name}")
        name = "" if alone else f"{band.name}: "
        console.print(_text((f"{band.letter} ", f"bold {hue}"), (name, hue), (held, "")))
    if single := len(view.bands) - len(bands):
        console.print(_text((f"and {_count(single, 'article')} that no other shares its text with", "dim")))
    for link in view.flow.dependences[:MOST_LINKS]:
        console.print(Padding(_text((link.sentence, ""), (f"  {link.reason}", "dim")), (0, 0, 0, 2)))
    if (more := view.flow.links - min(MOST_LINKS, len(view.flow.dependences))) > 0:
        console.print(_text((f"and {_count(more, 'link')} more: see --html", "dim")))


def _print_claims(rows: list[Row], total: int, console: Console) -> None:
    if not rows:
        return
    _heading(f"Shared claims ({len(rows)} of {total})", console)
    table = Table(box=None, padding=(0, 1, 0, 0), show_header=True, header_style="dim", pad_edge=False)
    table.add_column("claim", ratio=1, overflow="fold")
    table.add_column("told by", no_wrap=console.width >= 80)
    table.add_column("origins", justify="right")
    table.add_column("status", no_wrap=True)
    styles = {"agreed": "green", "differs": "red"}
    shown = _worded_once(sorted(rows, key=lambda row: -row.origins))[:MOST_CLAIMS]
    for row in shown:
        present = _few([str(number) for number in row.present], " ")
        status = Text(row.status, style=styles.get(row.status, ""))
        table.add_row(_text((row.gist, "")), present, str(row.origins), status)
    console.print(table)
    if len(rows) > len(shown):
        console.print(_text((f"and {len(rows) - len(shown)} more: see --html", "dim")))


def _worded_once(rows: Iterable[Row]) -> list[Row]:
    """The first row of each wording: one sentence may stand for several claims, which a summary cannot tell apart."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row.gist, row)
    return list(first.values())


def _print_differences(found: list[tuple[Row, Contrast]], console: Console) -> None:
    told = [(row, contrast) for row, contrast in found if contrast.told]
    if not found:
        return
    _heading("Told differently", console)
    for row, contrast in sorted(told, key=lambda pair: pair[1].compatible)[:MOST_DIFFERENCES]:
        style = "dim" if contrast.compatible else "red"
        verdict = "both can be right" if contrast.compatible else ""
        console.print(_text((f"{contrast.title} ", f"bold {style}"), (row.gist, ""), (f"  {verdict}", "dim")))
        for side in contrast.sides:
            line = _text((side.value, "bold"), (f"  {_few(side.outlets)}", "dim"))
            console.print(Padding(line, (0, 0, 0, 2)))
    more = len(found) - min(len(told), MOST_DIFFERENCES)
    if more:
        console.print(_text((f"and {_count(more, 'difference')} of words, voice or lesser weight: see --html", "dim")))


def _print_quotes(quotes: list[CollatedQuote], console: Console) -> None:
    """Utterances that the accounts print in unlike words: each version, the departures from the base in bold."""
    if not quotes:
        return
    _heading("Quoted in other words", console)
    for quote in quotes[:MOST_QUOTES]:
        console.print(_text((quote.speaker, "bold")))
        for witness in quote.witnesses:
            cue = f"{witness.cue}, {witness.stance}" if witness.stance else witness.cue
            line = _numbers([witness.link, *witness.also])
            line.append_text(_text((f" {cue}: " if cue else " ", "dim")))
            for run in witness.runs:
                line.append_text(_text((run.glue + (run.text or "⌁"), "bold" if run.departs or not run.text else "")))
            console.print(Padding(line, (0, 0, 0, 1)))
    if len(quotes) > MOST_QUOTES:
        console.print(_text((f"and {_count(len(quotes) - MOST_QUOTES, 'quote')} more: see --html", "dim")))


def _print_people(view: StoryView, console: Console) -> None:
    """The people whom several accounts name, each with the titles and who uses them."""
    lines = []
    for row in [row for row in view.people if len(row.card) > 1][:MOST_PEOPLE]:
        used: dict[str, tuple[str, list[int]]] = {}
        for part in row.card:
            for word in part.titles:
                used.setdefault(word.text.casefold(), (word.text, []))[1].append(part.column.number)
        told = [(f"{text} [{_few([str(n) for n in sorted(numbers)], ' ')}]  ", "") for text, numbers in used.values()]
        if told:
            lines.append(_text((row.name, "bold"), (": ", "dim"), *told))
    if lines:
        _heading("Who is called what, and in which account", console)
        for line in lines:
            console.print(line)


def _print_labels(view: StoryView, console: Console) -> None:
    lines = [
        _text((cell.column.name, ""), (" of ", "dim"), (row.name, ""), (": ", ""), (f"“{label.text}”", "bold"))
        for row in view.people
        for cell in row.cells
        for label in cell.labels
        if label.loaded and label.voice == "outlet" and not label.distanced
    ]
    if lines:
        _heading("Loaded labels in an outlet’s own voice", console)
        for line in lines[:MOST_ACCOUNTS]:
            console.print(line)
        if len(lines) > MOST_ACCOUNTS:
            console.print(_text((f"and {len(lines) - MOST_ACCOUNTS} more: see --html", "dim")))


def _heading(title: str, console: Console) -> None:
    console.print()
    console.print(Text(title, style="bold underline"))


def _numbers(links: Iterable[CitationLink]) -> Text:
    """The numbers of the cited articles, each once, in the colours of their origins."""
    text = Text(" ")
    listed = list(dict.fromkeys((link.label, link.hue) for link in links))
    for label, hue in listed[:MOST_ACCOUNTS]:
        text.append(f"[{label}]", style=HUES[hue - 1])
    if len(listed) > MOST_ACCOUNTS:
        text.append(f" +{len(listed) - MOST_ACCOUNTS}", style="dim")
    return text


def _few(names: Sequence[str], between: str = ", ") -> str:
    """Names of accounts, of many the first ones and how many more there are."""
    more = f"{between}+{len(names) - MOST_ACCOUNTS}" if len(names) > MOST_ACCOUNTS else ""
    return between.join(names[:MOST_ACCOUNTS]) + more


def _text(*parts: tuple[str, str]) -> Text:
    """Styled text in which nothing is read as markup."""
    text = Text()
    for words, style in parts:
        lead = " " if words[:1] == " " else ""
        tail = " " if words[-1:] == " " and words.strip() else ""
        text.append(lead + clean(words) + tail, style=style or None)
    return text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
