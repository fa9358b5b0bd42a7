"""Reports on standard error: why a run ends, what was left out, and what had to be guessed."""

import os
from collections.abc import Collection, Sequence

from synoptic.doors.cli.output import error_console
from synoptic.doors.render.terminal import clean
from synoptic.records.article import Article, Rejected
from synoptic.settings import tracebacks_wanted


def tell_rejections(rejected: Sequence[Rejected]) -> None:
    """One line per source that was left out, with the reason; below it the traceback, if it is asked for."""
    for entry in rejected:
        _tell("[yellow]left out[/] ", f"{entry.source}: {entry.reason}")
        tell_traceback(entry.traceback)


def tell_traceback(words: str) -> None:
    """Prints the traceback of a fault of the program, if the user asked for it (SYNOPTIC_TRACEBACK)."""
    if words and tracebacks_wanted(os.environ):
        error_console().print(words.rstrip(), markup=False, highlight=False, soft_wrap=True)


def tell_notes(articles: Sequence[Article]) -> None:
    """One line for each guess that was made ("read as windows-1252"): its first article, and how many more."""
    told: dict[str, list[str]] = {}
    for article in articles:
        for note in article.notes:
            told.setdefault(note, []).append(article.source or article.id)
    for note, sources in told.items():
        more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
        tell_note(f"{sources[0]}{more}: {note}")


def tell_unknown(ids: Collection[str]) -> None:
    """One line per article id that a judgement names and no article has."""
    for id in sorted(ids):
        tell_note(f"a judgement names {id}, which is not among the articles")


def tell_note(words: str) -> None:
    """Prints one line that the user should know about."""
    _tell("[yellow]note[/] ", words)


def tell_error(words: str) -> None:
    """Prints one line that says why the run ends."""
    _tell("[bold red]error[/] ", words)


def _tell(kind: str, words: str) -> None:
    """Prints `words` as they are, but for control characters: a name or a text cannot drive the terminal."""
    console = error_console()
    console.print(kind, end="")
    console.print(clean(words), markup=False, highlight=False, soft_wrap=True)
