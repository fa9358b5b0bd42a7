"""Reports on standard error: what was left out, and what had to be guessed."""

from collections.abc import Collection, Sequence

from synoptic.doors.cli.output import error_console
from synoptic.records.article import Article, Rejected


def tell_rejections(rejected: Sequence[Rejected]) -> None:
    """One line per source that was left out, with the reason."""
    console = error_console()
    for entry in rejected:
        console.print("[yellow]left out[/] ", end="")
        console.print(f"{entry.source}: {entry.reason}", markup=False, highlight=False, soft_wrap=True)


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
    console = error_console()
    console.print("[yellow]note[/] ", end="")
    console.print(words, markup=False, highlight=False, soft_wrap=True)
