"""The command line: `synoptic compare | clean | annotate | group | trace | doctor`.

Exit codes: 0 all went well (some sources may have been left out, each with its reason on standard error); 1 nothing
could be done; 2 the command line itself is wrong; 130 stopped by the user.
"""

import os
from collections.abc import Sequence

from cyclopts import App, CycloptsError

from synoptic.doors.cli.compare import compare
from synoptic.doors.cli.doctor import doctor
from synoptic.doors.cli.filters import annotate, clean, group, trace
from synoptic.doors.cli.output import error_console
from synoptic.errors import SynopticError
from synoptic.version import __version__

app = App(
    name="synoptic",
    help="Read every account of an event side by side. Sources are files (.txt .md .html .jsonl), folders, globs, or - "
    "for standard input. Nothing is fetched from the network.",
    version=__version__,
)
for command in (compare, clean, annotate, group, trace, doctor):
    app.command(command)


def run(arguments: Sequence[str]) -> int:
    """Runs one command; gives its exit code. Errors go to standard error, in one line that names the remedy."""
    try:
        return int(app(list(arguments), exit_on_error=False, result_action="return_value") or 0)
    except CycloptsError:
        return 2
    except SynopticError as error:
        error_console().print(f"[bold red]error[/] {type(error).__name__}: ", end="")
        error_console().print(str(error), markup=False, highlight=False, soft_wrap=True)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        return 130
