"""The command line: `synoptic compare | clean | annotate | group | trace | doctor`.

Exit codes: 0 all went well (some sources may have been left out, each with its reason on standard error); 1 nothing
could be done; 2 the command line itself is wrong; 130 stopped by the user.
"""

import io
import os
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError, ValidationError

from synoptic.doors.cli.compare import compare
from synoptic.doors.cli.doctor import doctor
from synoptic.doors.cli.filters import annotate, clean
from synoptic.doors.cli.group import group
from synoptic.doors.cli.output import error_console
from synoptic.doors.cli.trace import trace
from synoptic.errors import SynopticError
from synoptic.version import __version__

app = App(
    name="synoptic",
    help="Read every account of an event side by side. Sources are files (.txt .md .html .jsonl), folders, globs, or - "
    "for standard input. Nothing is fetched from the network.",
    version=__version__,
    usage="Usage: synoptic COMMAND SOURCE... [OPTIONS]",
    suppress_keyboard_interrupt=False,
)
for command in (compare, clean, annotate, group, trace):
    app.command(command, usage=f"Usage: synoptic {command.__name__} SOURCE... [OPTIONS]")
app.command(doctor, usage="Usage: synoptic doctor [OPTIONS]")


def run(arguments: Sequence[str]) -> int:
    """Runs one command; gives its exit code. Errors go to standard error, in one line that names the remedy."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without Unicode shows ? in place of what it lacks
            stream.reconfigure(errors="replace")
    try:
        found = app(list(arguments), exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
        return int(found or 0)
    except CycloptsError as error:
        _tell(f"{_words_of(error)} (see `synoptic --help`)")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except SynopticError as error:
        _tell(str(error))
        return 1
    except KeyboardInterrupt:
        _tell("stopped")
        return 130


def _words_of(error: CycloptsError) -> str:
    """What is wrong with the command line: in our own words where a check of ours found it."""
    own = error.exception_message if isinstance(error, ValidationError) else ""
    return (own or str(error)).rstrip(".")


def _tell(message: str) -> None:
    console = error_console()
    console.print("[bold red]error[/] ", end="")
    console.print(message, markup=False, highlight=False, soft_wrap=True)
