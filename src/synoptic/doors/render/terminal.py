"""The analysis on a terminal."""

from rich.console import Console
from rich.text import Text

from synoptic.records.stages import Synopsis


def print_synopsis(synopsis: Synopsis, console: Console) -> None:
    """Prints the headline of every story."""
    for story in synopsis.stories:
        console.print(Text(story.title))
