"""The command line: `synoptic compare | clean | annotate | group | trace | doctor`.

Exit codes: 0 done (some sources may have been left out, each with its reason on standard error); 1 nothing could be
read, an output could not be written, or the program failed as a whole; 2 the command line or a setting is wrong; 130
stopped by the user.
"""

import io
import os
import sys
from collections.abc import Callable, Sequence

from cyclopts import App, CycloptsError, ValidationError

from synoptic.doors.cli.compare import compare
from synoptic.doors.cli.doctor import doctor
from synoptic.doors.cli.filters import annotate, clean
from synoptic.doors.cli.group import group
from synoptic.doors.cli.output import error_console
from synoptic.doors.cli.rejections import tell_error, tell_traceback
from synoptic.doors.cli.sources import UNKNOWN_OPTION
from synoptic.doors.cli.trace import trace
from synoptic.errors import InvalidSetting, ProgramFault, SynopticError
from synoptic.version import __version__

app = App(
    name="synoptic",
    help="Read every account of an event side by side. Sources are files, folders, globs, or - for standard input. "
    "Nothing is fetched from the network.",
    version=__version__,
    usage="Usage: synoptic COMMAND SOURCE... [OPTIONS]",
    suppress_keyboard_interrupt=False,
)
COMMANDS: tuple[Callable[..., int], ...] = (compare, clean, annotate, group, trace, doctor)
for place, command in enumerate(COMMANDS):
    takes = "" if command is doctor else "SOURCE... "
    app.command(command, usage=f"Usage: synoptic {command.__name__} {takes}[OPTIONS]", sort_key=place)


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
        tell_error(f"{_words_of(error)} (see `synoptic --help`)")
        return 2
    except BrokenPipeError:
        _close_standard_output()
        return 0
    except InvalidSetting as error:
        tell_error(str(error))
        return 2
    except SynopticError as error:
        return _tell_fault(error)
    except OSError as error:
        _close_standard_output()
        tell_error(
            f"{error.filename or 'standard output'}: cannot be written: {error.strerror} (write to another place)"
        )
        return 1
    except KeyboardInterrupt:
        error_console().print("stopped")
        return 130
    except Exception as error:  # outside the stages: a fault in a door
        return _tell_fault(ProgramFault.of(error, "synoptic"))


def _close_standard_output() -> None:
    """Sends the rest to nowhere, so that the interpreter does not fail again when it flushes on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _words_of(error: CycloptsError) -> str:
    """What is wrong with the command line: in our own words where `sources` found it, else in those of cyclopts."""
    own = error.exception_message if isinstance(error, ValidationError) else ""
    return (own if own.startswith(UNKNOWN_OPTION) else str(error)).rstrip(".")


def _tell_fault(error: SynopticError) -> int:
    tell_error(str(error))
    tell_traceback(error.traceback)
    return 1
