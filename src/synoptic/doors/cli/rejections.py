"""What was left out, told on standard error."""

from collections.abc import Sequence

from synoptic.doors.cli.output import error_console
from synoptic.records.article import Rejected


def tell_rejections(rejected: Sequence[Rejected]) -> None:
    """One line a source that was left out, with the reason."""
    console = error_console()
    for entry in rejected:
        console.print("[yellow]left out[/] ", end="")
        console.print(f"{entry.source}: {entry.reason}", markup=False, highlight=False, soft_wrap=True)
